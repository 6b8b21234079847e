"""Two processes take turns, and the second says for whom it waits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.locking import alone
from build_tools.safe_files import OutOfBoundsError

TOOL = Path(__file__).parents[1]
HOLDER = """
import sys, pathlib
from build_tools.locking import alone
with alone(pathlib.Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.read(1)
"""


def hold(path: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock until its input ends."""
    command = [sys.executable, "-c", HOLDER, str(path)]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=TOOL, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


@pytest.mark.parametrize("killed", [False, True])
def test_the_second_waits_until_the_first_has_ended(killed: bool, tmp_path: Path) -> None:
    other = hold(tmp_path / "lock")
    waited: list[str] = []

    def end(process: str) -> None:
        waited.append(process)
        if killed:
            other.kill()
        other.communicate()

    with alone(tmp_path / "lock", end):
        assert (tmp_path / "lock").read_text("ascii") == f"{os.getpid()}\n"
    assert waited == [str(other.pid)]


def test_one_after_the_other_waits_for_nobody(tmp_path: Path) -> None:
    waited: list[str] = []
    for _ in range(2):
        with alone(tmp_path / "lock", waited.append):
            pass
    assert waited == []


def test_a_lock_is_no_link(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("precious", "utf-8")
    (tmp_path / "lock").symlink_to("precious.txt")
    with (
        pytest.raises(OutOfBoundsError, match="this is not an ordinary file"),
        alone(tmp_path / "lock", print),
    ):
        pass
    assert (tmp_path / "precious.txt").read_text("utf-8") == "precious"
