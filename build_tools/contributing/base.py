"""The dossier as it was at a revision of git, in a folder of its own."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory


class NoSuchRevisionError(Exception):
    """Why the dossier as it was cannot be read; said to the person who asked for it."""


@contextmanager
def dossier_at(root: Path, revision: str) -> Iterator[Path]:
    """A folder with the dossier's files where the branch left `revision`; it is gone afterwards."""
    archive = git(root, "archive", "--format=zip", fork_point(root, revision), ".")
    with TemporaryDirectory(prefix="dossier-") as folder:
        with zipfile.ZipFile(BytesIO(archive)) as files:
            wanted = [
                name for name in files.namelist() if name.endswith((".yaml", ".txt")) or "/received." in name
            ]
            files.extractall(folder, wanted)
        yield Path(folder)


def fork_point(root: Path, revision: str) -> str:
    """Where the branch left the revision, so that what came there since is not taken for a change."""
    try:
        found = git(root, "merge-base", revision, "HEAD")
    except NoSuchRevisionError:
        found = commit(root, revision)
    return found.decode().strip()


def commit(root: Path, revision: str) -> bytes:
    """The commit that a revision names; raises NoSuchRevisionError, with what to do, where there is none."""
    try:
        return git(root, "rev-parse", "--verify", f"{revision}^{{commit}}")
    except NoSuchRevisionError as refused:
        hint = "name a branch or a commit that `git log` knows, after `git fetch` if it is somebody else's"
        raise NoSuchRevisionError(f"git finds no `{revision}` here ({refused}): {hint}") from None


def git(root: Path, *arguments: str) -> bytes:
    """What git answers in the dossier's folder; raises NoSuchRevisionError with its words where it fails."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise NoSuchRevisionError("git is not installed") from None
    if done.returncode:
        raise NoSuchRevisionError(done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: "))
    return done.stdout
