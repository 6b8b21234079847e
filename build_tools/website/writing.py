"""Puts a tree of files where the renderer reads it: nothing is rewritten that has not changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from build_tools.website.editions import Edition
from build_tools.website.markdown import rewrite

Convert = Callable[[str], str]
Finish = Callable[[Edition, str, str], str]


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Make a folder hold these files and no others; the keys are paths inside it.

    Bytes that are already there are not written again, so that a watcher sees only what changed.
    """
    for path, content in files.items():
        if _read(folder / path) != content:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    _remove_others(files, folder)


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _remove_others(files: Mapping[str, bytes], folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):  # what is in a folder, before the folder
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in files:
            path.unlink()


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
