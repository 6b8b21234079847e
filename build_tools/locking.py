"""A lock for what only one process may do at a time; another waits and says so."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from build_tools.safe_files import open_real

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

OFTEN = 0.1  # seconds between two tries
BEHIND = 1 << 20  # Windows locks bytes against reading too: one that is never read
Waiting = Callable[[str], None]


@contextmanager
def alone(path: Path, waiting: Waiting) -> Iterator[None]:
    """Hold a lock file with the number of this process in it; it is let go however the process ends.

    `waiting` is given the number of the process that holds it, once, before it is waited for.
    """
    file = open_real(path)
    try:
        if not try_lock(file):
            os.lseek(file, 0, os.SEEK_SET)
            waiting(os.read(file, 20).decode("ascii", "replace").strip())
            while not try_lock(file):
                time.sleep(OFTEN)
        with suppress(OSError):  # a full disk: the number only helps whoever waits
            write_note(file, f"{os.getpid()}\n")
        yield
    finally:
        os.close(file)


def try_lock(file: int) -> bool:
    """Lock an open file; whether no other process holds it."""
    try:
        if sys.platform == "win32":
            os.lseek(file, BEHIND, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fault:
        if isinstance(fault, BlockingIOError | PermissionError):
            return False
        raise
    return True


def write_note(file: int, words: str) -> None:
    """Make an open file hold these words alone."""
    os.ftruncate(file, 0)
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, words.encode())
