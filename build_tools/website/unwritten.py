"""The problem that a build could not write: where, why, and what to do."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from build_tools.problem import Origin, Problem
from build_tools.safe_files import OutOfBoundsError
from build_tools.website.exchanging import BUILD, STAGED

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
