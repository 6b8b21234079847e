"""Files that are packed with code, such as tables of words; the pure stages read nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def read_data(package: str, *path: str) -> str:
    """The text of a file in the folder of a package.

    >>> read_data("build_tools.binding", "words.yaml")[:1]
    '#'
    """
    return data_folder(package).joinpath(*path).read_text(encoding="utf-8")


def data_folder(package: str) -> Traversable:
    """The folder of a package, with the files that are packed with it."""
    from importlib.resources import files  # it takes long to import, and no table may be read at all

    return files(package)
