"""The folders that a build fills and empties: each has a marker file, and no other folder is touched."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from build_tools.safe_files import (
    OutOfBoundsError,
    make_empty,
    prune,
    put_file,
    real_folder,
    refuse_link,
    remove_folder,
)
from build_tools.website.editions import EDITIONS

MARKER = ".made-by-dossier"
MEANING = "`dossier` made this folder and replaces all of it: keep nothing of your own here.\n"
FOLDERS = frozenset(edition.folder for edition in EDITIONS.values())
ROOT_FILES = frozenset(("index.html", "404.html", ".nojekyll"))
Known = Callable[[Path], bool]


def adopt(root: Path, name: str, earlier: Known) -> Path:
    """A folder below the root that a build may empty, made where it is missing, and marked.

    `earlier` knows what was built before folders were marked. Raises OutOfBoundsError for any other.
    """
    folder = real_folder(root, name)
    refuse_foreign(folder, earlier)
    mark(folder)
    return folder


def refuse_foreign(folder: Path, earlier: Known) -> None:
    """Raise OutOfBoundsError for a link, a file, and a folder that holds what no build made."""
    refuse_link(folder)
    if folder.is_dir() and not is_marked(folder) and any(folder.iterdir()) and not earlier(folder):
        hint = "a build would delete them: move them away, or delete the folder, and build again"
        raise OutOfBoundsError(folder, "this folder has files that no build made", hint)


def mark(folder: Path) -> None:
    """Mark a folder as one that builds fill and empty."""
    make_empty(folder / MARKER)  # at once: a build that is killed here has marked it
    put_file(folder / MARKER, MEANING.encode())


def is_marked(folder: Path) -> bool:
    """Whether a build made a folder."""
    marker = folder / MARKER
    return marker.is_file() and not marker.is_symlink()


def remove_built(folder: Path) -> None:
    """Remove a folder of a build, its mark last: where that is cut short, it is still known as one."""
    if not is_marked(folder):
        with suppress(OSError):  # where the disk is full, removing it makes room
            mark(folder)
    prune(folder, keep=(MARKER,))
    remove_folder(folder)


def is_site(folder: Path) -> bool:
    """Whether a build without marks rendered this site, whole or until it was stopped."""
    entries = {path.name: path for path in folder.iterdir()}
    if entries.keys() - FOLDERS - ROOT_FILES - {"data"} or any(map(Path.is_symlink, entries.values())):
        return False
    door, rendered = folder / "index.html", [entries[name] for name in FOLDERS & entries.keys()]
    whole = (folder / "data/claims.jsonl").is_file() and door.is_file()
    if whole and b'<meta http-equiv="refresh" content="0; url=' in door.read_bytes():
        return True
    return bool(rendered) and all((each / "assets/dossier.css").is_file() for each in rendered)


def are_pages(folder: Path) -> bool:
    """Whether these are the written pages of editions and nothing else."""
    entries = list(folder.iterdir())
    known = all(path.name in FOLDERS and not path.is_symlink() for path in entries)
    return known and all(any(map(starts_as_page, path.glob("*.md"))) for path in entries)


def starts_as_page(path: Path) -> bool:
    """Whether a file begins as a page does that is made of the dossier."""
    return path.is_file() and path.read_bytes().startswith(b'---\ntitle: "')
