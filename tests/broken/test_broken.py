"""Every kind of fault: a dossier that has it, and the exact words that a contributor gets."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.command_line.problem_printing import print_problems

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/expected.txt"))


def code_of(case: Path) -> str:
    """The code that a folder is named after."""
    return case.name.split("--")[0]


def lay_out(case: Path, root: Path) -> Path:
    """The base dossier with the files of a case laid over it."""
    shutil.copytree(HERE / "base", root, dirs_exist_ok=True)
    absent = case / "absent.txt"
    for path in absent.read_text(encoding="utf-8").splitlines() if absent.exists() else ():
        (root / path).unlink()
    shutil.copytree(case, root, dirs_exist_ok=True, symlinks=True)
    return root


def test_the_base_has_no_problem() -> None:
    assert pipeline.check(HERE / "base").problems == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_fault_gets_these_words(case: Path, tmp_path: Path) -> None:
    root = lay_out(case, tmp_path)
    problems = pipeline.check(root).problems
    assert print_problems(problems, root) == (case / "expected.txt").read_text(encoding="utf-8")
    assert {problem.code for problem in problems} == {code_of(case)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_fault_is_told_how_to_be_mended(case: Path) -> None:
    told = (case / "expected.txt").read_text(encoding="utf-8")
    faults = [part for part in told.split("\n\n") if re.search(r"(error|warning)\[[a-z0-9-]+\]", part)]
    assert faults
    assert all(re.search(r"^   hint: \S", fault, re.MULTILINE) for fault in faults)
