"""Reads and writes only inside the dossier: never through a link that leads out of it.

Whatever writes or deletes does it here. Two rules: a file that people edit is written where its path
really leads, if that is inside the dossier; in folders that the program makes a link is never followed.
"""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
import stat
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from secrets import token_hex

OUTSIDE = "leads out of the dossier"
HIDDEN = "leads into a hidden folder"


class OutOfBoundsError(OSError):
    """A place that is not the dossier's to write or to empty: why, and what to do."""

    def __init__(self, path: Path, why: str, hint: str) -> None:
        super().__init__(errno.EPERM, why, str(path))
        self.hint = hint


def leads_out(root: Path, path: Path) -> str:
    """Where the links on a path lead, if that is not inside the dossier; otherwise nothing."""
    home, real = f"{os.path.realpath(root).rstrip(os.sep)}{os.sep}", os.path.realpath(path)
    if not f"{real}{os.sep}".startswith(home):
        return OUTSIDE
    inside = real[len(home) :]
    if f"{os.sep}." not in f"{os.sep}{inside}":
        return ""
    there, here = written_out(path), written_out(root)
    straight = there.is_relative_to(here) and there.relative_to(here) == Path(inside)
    return "" if straight else HIDDEN


def written_out(path: Path) -> Path:
    """A path from the top, without `..`; a link on it is not followed."""
    return Path(os.path.normpath(path.absolute()))


def in_bounds(root: Path, path: Path) -> Path:
    """Where a path really leads; raises OutOfBoundsError where that is not inside the dossier."""
    if why := leads_out(root, path):
        hint = "nothing is written through such a link: replace it with what it leads to"
        raise OutOfBoundsError(link_on(root, path), why, hint)
    return Path(os.path.realpath(path))


def link_on(root: Path, path: Path) -> Path:
    """The first link on a path that leads out; the path itself where none does."""
    ways = (way for way in reversed((path, *path.parents)) if way.is_relative_to(root) and way != root)
    return next((way for way in ways if way.is_symlink() and leads_out(root, way)), path)


def read_ordinary(path: Path) -> bytes:
    """The bytes of a file; raises OSError for a pipe or a device, which may never end."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.EINVAL, "Not an ordinary file", str(path))
    return path.read_bytes()


def read_own(root: Path, path: Path) -> bytes:
    """The bytes of a file of the dossier; raises OSError where a link leads out of it."""
    return read_ordinary(in_bounds(root, path))


def write_own(root: Path, path: Path, content: bytes) -> None:
    """Write a file of the dossier; raises OutOfBoundsError where a link leads out of it."""
    put_file(in_bounds(root, path), content)


def write_anywhere(root: Path, path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file that a person named, wherever it is; a path that enters the dossier stays in it."""
    home = Path(os.path.realpath(root))
    ways = (Path(os.path.realpath(way)) for way in written_out(path).parents)
    if any(way.is_relative_to(home) for way in ways):
        put_pieces(in_bounds(root, path), pieces)
    else:
        with path.open("wb") as file:
            file.writelines(pieces)


def make_folder(root: Path, path: Path, new: bool = False) -> None:
    """Make a folder of the dossier, and those above it; `new`: raises FileExistsError where it is there."""
    in_bounds(root, path).mkdir(parents=True, exist_ok=not new)


def real_folder(root: Path, name: str) -> Path:
    """A folder below the root in which no link leads to it, made where it is missing.

    Raises OutOfBoundsError where a link or a file has its place or that of a folder above it.
    """
    folder = root
    for part in PurePosixPath(name).parts:
        folder /= part
        refuse_link(folder)
        with suppress(FileExistsError):
            folder.mkdir()
    return folder


def refuse_link(path: Path) -> None:
    """Raise OutOfBoundsError where something that is not a folder has the place of one."""
    if path.is_symlink():
        hint = "delete the link (it may have come with a commit), and build again"
        raise OutOfBoundsError(path, "this is a link: a build does not write through links", hint)
    if path.exists() and not path.is_dir():
        hint = "move it away, and build again"
        raise OutOfBoundsError(path, "this is a file: a build needs a folder here", hint)


def open_real(path: Path) -> int:
    """A file below real folders, opened to be read and written, made where it is missing; not by a link."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise OutOfBoundsError(path, "this is not an ordinary file", "delete it, and build again")
    closed = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, os.O_RDWR | os.O_CREAT | closed, 0o644)


def make_empty(place: Path) -> None:
    """Make an empty file where nothing is yet, in one step."""
    with suppress(FileExistsError):
        place.open("xb").close()


def put_file(place: Path, content: bytes) -> None:
    """Make a file hold these bytes: whole or not at all, and untouched where it holds them already.

    A link in its place is replaced, not followed; the folder must be there.
    """
    if not (is_ordinary(place) and place.read_bytes() == content):
        put_pieces(place, (content,))


def is_ordinary(place: Path) -> bool:
    """Whether there is a file, and no link to one."""
    return place.is_file() and not place.is_symlink()


def put_pieces(place: Path, pieces: Iterable[bytes]) -> None:
    """Make a file hold these bytes one behind the other, as `put_file` does, without holding them all."""
    beside = place.with_name(f".{token_hex(8)}.new")
    try:
        with beside.open("xb") as file:
            file.writelines(pieces)
        if not is_ordinary(place):
            beside.replace(place)
        elif filecmp.cmp(place, beside, shallow=False):
            beside.unlink()
        else:
            keep_owner(place, beside)
            beside.replace(place)
    except BaseException as fault:
        with suppress(OSError):
            beside.unlink()
        if isinstance(fault, OSError):
            raise OSError(fault.errno, fault.strerror, str(place)) from None
        raise


def keep_owner(before: Path, after: Path) -> None:
    """Give a file the mode of the one that it replaces and, where that is allowed, its owner."""
    shutil.copymode(before, after)
    if hasattr(os, "chown"):
        known = before.stat()
        with suppress(OSError):
            os.chown(after, known.st_uid, known.st_gid)


def prune(folder: Path, keep: Container[str] = ()) -> None:
    """Remove all from a folder but the files at these paths in it, and folders left empty.

    Of a link the link itself is removed: what it leads to is not touched.
    """
    refuse_link(folder)
    _prune(folder, "", keep)


def _prune(folder: Path | os.DirEntry[str], below: str, keep: Container[str]) -> bool:
    """Whether nothing is left in a folder; `below` is its path with a slash behind it, for those to keep."""
    empty = True
    with os.scandir(folder) as listed:
        entries = list(listed)
    for entry in entries:
        path = f"{below}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if _prune(entry, f"{path}/", keep):
                Path(entry).rmdir()
            else:
                empty = False
        elif entry.is_file(follow_symlinks=False) and path in keep:
            empty = False
        else:
            Path(entry).unlink(missing_ok=True)
    return empty


def remove_file(path: Path) -> None:
    """Remove a file, or a link and not what it leads to; nothing where there is none."""
    path.unlink(missing_ok=True)


def remove_folder(folder: Path) -> None:
    """Remove a folder and all that is in it; no link in it is followed."""
    prune(folder)
    folder.rmdir()


def replace_folder(root: Path, place: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder of the dossier hold just these files, by their paths in it: all of them or none.

    The folder is made beside it, hidden, and takes its place when it is whole.
    """
    place = in_bounds(root, place)
    new, old = (place.with_name(f".{place.name}.{name}") for name in ("new", "old"))
    for left in (new, old):
        if left.exists() or left.is_symlink():
            raise OutOfBoundsError(
                left, "this is left of an import that was cut short", "look, and delete it"
            )
    try:
        for name, content in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        place.rename(old)
        try:
            new.rename(place)
        except BaseException:
            old.rename(place)
            raise
    finally:
        if new.exists():
            remove_folder(new)
    remove_folder(old)
