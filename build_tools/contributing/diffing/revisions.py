"""The dossier as it was at a revision of git, in its own folder."""

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


class NoGitError(NoSuchRevisionError):
    """There is no git to ask."""


@contextmanager
def dossier_at(root: Path, revision: str) -> Iterator[Path]:
    """A folder with the dossier's files where the branch left `revision`; it is gone afterwards."""
    archive = archive_of(root, revision)
    with TemporaryDirectory(prefix="dossier-") as folder:
        with zipfile.ZipFile(BytesIO(archive)) as files:
            wanted = [
                name for name in files.namelist() if name.endswith((".yaml", ".txt")) or "/received." in name
            ]
            files.extractall(folder, wanted)
        yield Path(folder)


def archive_of(root: Path, revision: str) -> bytes:
    """The folder as a zip file; raises NoSuchRevisionError where there is nothing to compare it with."""
    found = fork_point(root, revision)
    try:
        return git_output(root, "archive", "--format=zip", found, ".")
    except NoSuchRevisionError as refused:
        raise NoSuchRevisionError(f"this dossier is not in `{revision}` ({refused})") from None


def fork_point(root: Path, revision: str) -> str:
    """Where the branch left the revision, so that what came there since is not taken for a change."""
    refuse_what_is_none(root, revision)
    return (common_commit(root, revision) or commit(root, revision)).decode().strip()


def common_commit(root: Path, revision: str) -> bytes:
    """The last commit that the branch and the revision share; nothing where this clone does not hold it."""
    try:
        return git_output(root, "merge-base", revision, "HEAD")
    except NoSuchRevisionError:
        return b""


def refuse_what_is_none(root: Path, revision: str) -> None:
    """Raise NoSuchRevisionError for an option of git's, or where no revision can be."""
    if revision.startswith("-"):
        raise NoSuchRevisionError(f"`{revision}` is not a branch or a commit")
    try:
        git_output(root, "rev-parse", "--git-dir")
    except NoGitError:
        raise
    except NoSuchRevisionError as refused:
        hint = "make one with `git init` and a first commit"
        raise NoSuchRevisionError(f"there is nothing to compare with ({refused}): {hint}") from None


def commit(root: Path, revision: str) -> bytes:
    """The commit that a revision names; raises NoSuchRevisionError, with what to do, where there is none."""
    try:
        return git_output(root, "rev-parse", "--verify", f"{revision}^{{commit}}")
    except NoSuchRevisionError as refused:
        hint = "name a branch or a commit that `git log` knows, after `git fetch` if it is not yours"
        raise NoSuchRevisionError(f"git finds no `{revision}` here ({refused}): {hint}") from None


def git_output(root: Path, *arguments: str) -> bytes:
    """What git answers in the dossier's folder; raises NoSuchRevisionError with its words where it fails."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise NoGitError("git is not installed") from None
    if done.returncode:
        raise NoSuchRevisionError(done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: "))
    return done.stdout
