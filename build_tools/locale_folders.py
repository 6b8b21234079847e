"""Where the words of an edition are: a folder of the tool, or of a dossier that brings its own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.data_files import data_folder

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FOLDER = "locale"
ABOUT = "edition.yaml"


def own_locales(root: Path) -> Mapping[str, str]:
    """The editions that a dossier brings itself: id to place, which other functions here take."""
    found = sorted((root / FOLDER).glob(f"*/{ABOUT}"))
    return {path.parent.name: path.parent.as_posix() for path in found}


def words_of_own_locales(root: Path) -> tuple[tuple[str, bytes], ...]:
    """The files of the editions that a dossier brings itself, by their paths in it."""
    found = sorted(path for path in (root / FOLDER).rglob("*") if path.is_file())
    return tuple((path.relative_to(root).as_posix(), path.read_bytes()) for path in found)


def built_in_locales() -> tuple[str, ...]:
    """The editions of the tool; the id of one is its place.

    >>> built_in_locales()
    ('en', 'zh-Hans', 'zh-Hant')
    """
    folder = data_folder("build_tools") / FOLDER
    return tuple(sorted(each.name for each in folder.iterdir() if each.is_dir()))


def locale_file(place: str, name: str) -> Traversable:
    """A file of an edition.

    >>> locale_file("en", "edition.yaml").is_file(), locale_file("en", "messages.po").is_file()
    (True, False)
    """
    own = Path(place)
    return own / name if own.is_absolute() else data_folder("build_tools") / FOLDER / place / name
