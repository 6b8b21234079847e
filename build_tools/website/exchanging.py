"""Replaces the old site by the new one at once: whenever a build ends, one of them is complete."""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from build_tools.locking import Waiting, alone
from build_tools.safe_files import real_folder, remove_folder
from build_tools.website.built import is_marked, is_site, mark, refuse_foreign, remove_built

HERE = -100  # AT_FDCWD: paths count from the current folder
EXCHANGE = 2  # RENAME_EXCHANGE
LACKING = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)
SITE, BUILD, LOCK, STAGED, OLD = "site", "build", "lock", "site-", "site.old"
PAGES = f"{BUILD}/docs"


@contextmanager
def building(root: Path, waiting: Waiting) -> Iterator[None]:
    """The only build of a dossier for as long as it lasts; what one that was stopped left is put right.

    `waiting` is as in `alone`. Raises OSError where nothing can be written in `build/`.
    """
    with alone(real_folder(root, BUILD) / LOCK, waiting):
        put_right(root)
        yield


def put_right(root: Path) -> None:
    """Put the old site back where a build was stopped between two renames, and remove unfinished ones."""
    build = root / BUILD
    if is_left(build / OLD) and not os.path.lexists(root / SITE):
        (build / OLD).rename(root / SITE)
    for left in (build / OLD, *build.glob(f"{STAGED}*")):
        if is_left(left):
            with suppress(OSError):  # its renderers may still be at work: the next build removes it
                remove_built(left)


def is_left(path: Path) -> bool:
    """Whether a path is a folder that a build left, and no link to one."""
    if path.is_symlink() or not path.is_dir():
        return False
    return is_marked(path) or is_site(path) or not any(path.iterdir())


def add_to(site: Path, beside: Path) -> None:
    """Put the folders in the folders of a place into those of a site, and remove the place."""
    for folder in sorted(beside.glob("*/*")):
        folder.rename(real_folder(site, folder.parent.name) / folder.name)
    remove_folder(beside)


@contextmanager
def staged(root: Path) -> Iterator[Path]:
    """A new folder to render a site in, on the file system of the old one; it is gone afterwards."""
    folder = real_folder(root, f"{BUILD}/{STAGED}{token_hex(4)}")
    try:
        mark(folder)
        yield folder
    finally:
        with suppress(OSError):
            remove_built(folder)


def site_there(root: Path) -> tuple[int, int] | None:
    """Which folder `site/` is, as the file system numbers it; nothing where there is none."""
    try:
        found = (root / SITE).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def refuse_foreign_site(root: Path) -> None:
    """Raise OutOfBoundsError where something else than a site has the place of `site/`."""
    refuse_foreign(root / SITE, is_site)


def put_in_place(root: Path, new: Path) -> None:
    """Let a folder be `site/`; the old site, if there is one, is then where the folder was.

    A site at which something else has appeared meanwhile raises OutOfBoundsError.
    """
    site, old = root / SITE, root / BUILD / OLD
    refuse_foreign_site(root)
    if not site.exists():
        new.rename(site)
    elif not swap(new, site):
        site.rename(old)
        try:
            new.rename(site)
        finally:
            old.rename(new if site.exists() else site)


def swap(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; whether the system can."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if renameat2 is None:
        return False
    if renameat2(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0:
        return True
    fault = ctypes.get_errno()
    if fault in LACKING:
        return False
    raise OSError(fault, os.strerror(fault), str(other))
