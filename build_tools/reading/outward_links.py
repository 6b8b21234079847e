"""Links that lead out of the dossier: they are problems, and are not read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from build_tools.problem import Problem
from build_tools.reading.folders import Folder, dossier_paths, hidden
from build_tools.reading.located import whole_file
from build_tools.safe_files import leads_out

LOOK = ("docs", "mkdocs.yml")


def find_outward_links(folder: Folder) -> Iterator[Problem]:
    """Every link that leads out, among the files that are read and those that give the site its look."""
    own = (folder.root / name for name in LOOK if (folder.root / "mkdocs.yml").is_file())
    for top in (*dossier_paths(folder), *own):
        for link in links_at(top):
            is_hidden = link.is_relative_to(folder.path) and hidden(link, folder)
            if not is_hidden and (why := leads_out(folder.root, link)):
                yield outward(link.relative_to(folder.root).as_posix(), why)


def links_at(top: Path) -> Iterator[Path]:
    """A path, if it is a link, or the links in a folder."""
    if top.is_symlink():
        yield top
        return
    for place, folders, files in os.walk(top):
        found = (Path(place, name) for name in sorted((*folders, *files)))
        yield from (path for path in found if path.is_symlink())


def outward(path: str, why: str) -> Problem:
    """The problem of one path."""
    hint = "replace it with the file it leads to, or delete it: nothing outside the dossier is read"
    return Problem(whole_file(path), "link-leads-out", f"this link {why}", hint)


def below_link(path: str, problems: Sequence[Problem]) -> bool:
    """Whether a path, or a folder above it, is a link that is reported."""
    known = (problem.origin.path for problem in problems if problem.code == "link-leads-out")
    return any(path == link or path.startswith(f"{link}/") for link in known)
