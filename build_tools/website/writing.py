"""Puts a tree of files where the renderer reads it: nothing is rewritten that has not changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools.website.editions import Edition
from build_tools.website.markdown import rewrite

Convert = Callable[[str], str]
Finish = Callable[[Edition, str, str], str]


@dataclass(frozen=True, slots=True)
class Written:
    """How many files of a tree were written, left as they were, and removed."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0


def write(files: Mapping[str, bytes], folder: Path) -> Written:
    """Make a folder hold these files and no others; the keys are paths inside it.

    Bytes that are already there are not written again, so that a watcher sees only what changed.
    """
    changed = [path for path, content in files.items() if _read(folder / path) != content]
    for path in changed:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(files[path])
    return Written(len(changed), len(files) - len(changed), _remove_others(files, folder))


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _remove_others(files: Mapping[str, bytes], folder: Path) -> int:
    here = sorted(folder.rglob("*"), reverse=True)
    others = [path for path in here if path.is_file() and path.relative_to(folder).as_posix() not in files]
    for path in others:
        path.unlink()
    for path in here:
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return len(others)


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
