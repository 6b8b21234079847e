"""Files that are packed with code, such as tables of words; the pure stages read nothing else."""

from __future__ import annotations

from importlib.resources import files


def read_data(package: str, *path: str) -> str:
    """The text of a file in the folder of a package.

    >>> read_data("build_tools.values", "words.yaml")[:1]
    '#'
    """
    return files(package).joinpath(*path).read_text(encoding="utf-8")
