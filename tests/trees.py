"""Folders as tests compare them, and links that lead out of them."""

from __future__ import annotations

import shutil
from pathlib import Path

from build_tools.problem import Problems


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path in it; a link is shown as one."""
    found = (path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    return {path.relative_to(folder).as_posix(): content(path) for path in found}


def content(path: Path) -> bytes:
    """The bytes of a file, or where a link leads."""
    return b"-> " + str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()


def a_home(folder: Path) -> Path:
    """A folder whose loss would hurt."""
    (folder / "deep").mkdir(parents=True)
    (folder / "precious.txt").write_text("precious", "utf-8")
    (folder / "deep/precious.yaml").write_text("label: precious\n", "utf-8")
    return folder


def link(path: Path, target: Path) -> None:
    """A link in the place of whatever is there; what was there goes where the link leads, if nothing is."""
    if path.exists() and not target.exists():
        path.rename(target)
    elif path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    path.symlink_to(target)


def linked(problems: Problems) -> list[str]:
    """The links that are refused; there may be other problems, of what is not read."""
    return [problem.origin.path for problem in problems if problem.code == "link-leads-out"]
