"""The folders of a dossier's files, files there that nothing reads, and links that lead out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from build_tools.model import Kind, Limits
from build_tools.problem import Problem
from build_tools.reading.ids import FOLDERS
from build_tools.reading.located import whole_file
from build_tools.reading.nearest_words import did_you_mean
from build_tools.safe_files import leads_out

ARTICLES = "articles"
VERSIONS = "versions"
SETTINGS = "dossier.yaml"
VOCABULARY = "vocabulary.yaml"
COMPARISON = "comparison.yaml"
SCORES = "attack.json"
THEMES = "themes"


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder that holds a dossier's files, how large these may be, and how their paths begin.

    The beginning is `sources/` or nothing. Where the folder was looked through and `has_links` is false,
    no path in it leads out.
    """

    path: Path
    prefix: str
    limits: Limits = field(default_factory=Limits)
    kinds: Mapping[Kind, str] = field(default_factory=lambda: FOLDERS)
    has_links: bool = True

    @property
    def places(self) -> tuple[str, ...]:
        """The folders that hold its files."""
        return (ARTICLES, *self.kinds.values(), THEMES)

    @property
    def root(self) -> Path:
        """The folder of the dossier, which nothing that is read leads out of."""
        return self.path.parent if self.prefix else self.path

    def name(self, file: Path) -> str:
        """The path of a file as problems show it."""
        return self.prefix + self.inside(file)

    def inside(self, file: Path) -> str:
        """The path of a file from this folder on."""
        whole, own = str(file), f"{self.path}{os.sep}"
        inside = whole[len(own) :] if whole.startswith(own) else str(file.relative_to(self.path))
        return inside.replace(os.sep, "/")

    def why_outside(self, file: Path) -> str:
        """Where the links on a path lead, if that is not inside the dossier; otherwise nothing."""
        return leads_out(self.root, file) if self.has_links else ""


def open_folder(root: Path) -> Folder:
    """The sources of a dossier: `root/sources`, or `root` itself."""
    if (root / "sources").is_dir():
        return Folder(root / "sources", "sources/")
    return Folder(root, "")


def outside(file: Path, folder: Folder) -> bool:
    """Whether a link leads from a path out of the dossier."""
    return bool(folder.why_outside(file))


def hidden(file: Path, folder: Folder) -> bool:
    """Whether a file or a folder above it is hidden."""
    inside = folder.inside(file)
    return inside != "." and "/." in f"/{inside}"


def dossier_paths(folder: Folder) -> tuple[Path, ...]:
    """The files and folders that hold a dossier and nothing else; some may not be there."""
    own = (SETTINGS, VOCABULARY, COMPARISON, *folder.places)
    return (folder.path,) if folder.prefix else tuple(folder.path / name for name in own)


YAML = re.compile(r"\.ya?ml(\.txt)?$", re.I)  # as it is meant: editors of Windows add `.txt`


def find_strays(folder: Folder) -> Iterator[Problem]:
    """YAML files and articles that nothing reads, because of their name or their place."""
    own = (place for place in dossier_paths(folder) if not outside(place, folder))
    for place, folders, files in (each for top in own for each in os.walk(top)):
        within = "" if Path(place) == folder.path else f"{folder.inside(Path(place))}/"
        for path in (within + name for name in (*folders, *files) if "." in name):
            if "/." not in f"/{path}" and (hint := stray(tuple(path.split("/")), folder.places)):
                origin = whole_file(folder.prefix + path)
                yield Problem(origin, "unexpected-file", "nothing reads this file", hint)


def stray(parts: tuple[str, ...], places: Sequence[str]) -> str:
    """Why a file is not read, as a hint; nothing where it is."""
    top, name = parts[0], parts[-1]
    if name == "article.txt" and (top != ARTICLES or len(parts) != 3) and not is_earlier_text(parts):
        return "put each article in its own folder, `articles/<id>/article.txt`"
    ending = YAML.search(name)
    if not ending:
        return ""
    if ending[0] != ".yaml":
        return f"rename it `{name.removesuffix(ending[0])}.yaml`"
    if len(parts) == 1:
        names = (SETTINGS, VOCABULARY, COMPARISON)
        return "" if name in names else did_you_mean(name, names) or f"it belongs in {', '.join(places)}"
    if top not in places:
        return did_you_mean(top, places) or f"the folders are {', '.join(places)}"
    if top == ARTICLES and (len(parts) != 3 or name not in ("source.yaml", "annotations.yaml")):
        return "the files of an article are `article.txt`, `source.yaml` and `annotations.yaml`"
    return ""


def is_earlier_text(parts: tuple[str, ...]) -> bool:
    """Whether a path is that of an earlier text of an article.

    >>> is_earlier_text(("articles", "wire", "versions", "2025-06-21", "article.txt"))
    True
    """
    return len(parts) == 5 and (parts[0], parts[2]) == (ARTICLES, VERSIONS)


LOOK = ("docs", "mkdocs.yml")


def find_links(folder: Folder) -> Iterator[Path]:
    """Every link among the files that are read and those that give the site its look."""
    own = (folder.root / name for name in LOOK if (folder.root / "mkdocs.yml").is_file())
    for top in (*dossier_paths(folder), *own):
        yield from links_at(top)


def outward_links(links: Iterable[Path], folder: Folder) -> Iterator[Problem]:
    """Those of the links that lead out."""
    for link in links:
        is_hidden = link.is_relative_to(folder.path) and hidden(link, folder)
        if not is_hidden and (why := leads_out(folder.root, link)):
            yield outward(link.relative_to(folder.root).as_posix(), why)


def links_at(top: Path) -> Iterator[Path]:
    """A path, if it is a link, or the links in a folder that can be looked into."""
    if top.is_symlink():
        yield top
    elif top.is_dir():
        yield from map(Path, _links_below(str(top)))


def _links_below(folder: str) -> Iterator[str]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                yield entry.path
            elif entry.is_dir():
                yield from _links_below(entry.path)


def outward(path: str, why: str) -> Problem:
    """The problem of one path."""
    hint = "replace it with the file it leads to, or delete it: nothing outside the dossier is read"
    return Problem(whole_file(path), "link-leads-out", f"this link {why}", hint)


def below_link(path: str, problems: Sequence[Problem]) -> bool:
    """Whether a path, or a folder above it, is a link that is reported."""
    known = (problem.origin.path for problem in problems if problem.code == "link-leads-out")
    return any(path == link or path.startswith(f"{link}/") for link in known)
