"""Writes the files that the renderer reads, unchanged files apart, and says why it could not."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from build_tools.problem import Origin, Problem
from build_tools.safe_files import OutOfBoundsError, is_ordinary, make_folder, prune, put_file
from build_tools.website.editions import Edition
from build_tools.website.exchanging import BUILD, STAGED
from build_tools.website.markdown import rewrite

KEPT = "site/ is unchanged"
ROOM, LEAVE = "make room on the disk", "allow this folder to be written"
MOUNTED = "a mount point cannot be replaced: mount the folder above it"
HINTS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), ROOM),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), LEAVE),
    **dict.fromkeys((errno.EBUSY, errno.EXDEV), MOUNTED),
}


def unwritten(root: Path, fault: OSError) -> Problem:
    """The problem that a build met: a folder that is not its own, or a file that cannot be written."""
    place = Origin(where(root, fault), width=0)
    if isinstance(fault, OutOfBoundsError):
        return Problem(place, "foreign-folder", fault.strerror or "", fault.hint)
    why = fault.strerror or str(fault)
    todo = HINTS.get(fault.errno or 0)
    hint = f"{todo}, and build again; {KEPT}" if todo else KEPT
    return Problem(place, "site-not-written", f"cannot be written: {why}", hint)


def where(root: Path, fault: OSError) -> str:
    """The place below the root that could not be written; of a site that was being rendered, its folder."""
    if not fault.filename:
        return BUILD
    path = os.path.relpath(fault.filename, root).replace(os.sep, "/")
    return BUILD if path.startswith(f"{BUILD}/{STAGED}") else path


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


def read_written(place: Path) -> bytes:
    """What a build wrote at a place; nothing where there is no file of its own."""
    try:
        return place.read_bytes() if is_ordinary(place) else b""
    except OSError:
        return b""


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
