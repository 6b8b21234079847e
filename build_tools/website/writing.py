"""Writes the files that the renderer reads; unchanged files are not rewritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from build_tools.safe_files import make_folder, prune, put_file
from build_tools.website.editions import Edition
from build_tools.website.markdown import rewrite

Convert = Callable[[str], str]
Finish = Callable[[Edition, str, str], str]


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Make a folder hold these files and no others; the keys are paths inside it.

    Bytes that are already there are not written again, so that a watcher sees only what changed.
    """
    prune(folder, keep=files)  # first, so that no link is left in it to write through
    for path, content in files.items():
        make_folder(folder, (folder / path).parent)
        put_file(folder / path, content)


def read_tree(folder: Path, prefix: str = "", convert: Convert | None = None) -> dict[str, bytes]:
    """The files of a folder by their paths below it; `convert` turns pages into the other script."""
    found = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {prefix + path.relative_to(folder).as_posix(): _content(path, convert) for path in found}


def _content(path: Path, convert: Convert | None) -> bytes:
    if convert is None or path.suffix != ".md":
        return path.read_bytes()
    return rewrite(path.read_text("utf-8"), convert).encode()


def hand_written(docs: Path, language: str, convert: Convert | None = None) -> dict[str, bytes]:
    """What people wrote for an edition: the pages of its language, the styles and the script."""
    return {**read_tree(docs / "assets", "assets/"), **read_tree(docs / language, convert=convert)}
