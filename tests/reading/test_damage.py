"""Whatever a contributor types or leaves out, there is a problem with a place and no traceback.

Of each kind of damage a sample is made, spread over all files; `make soak` makes all.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools import pipeline
from build_tools.command_line.problem_printing import print_problems
from build_tools.exports import EXPORTS, GivenData
from build_tools.findings import survey

TESTS = Path(__file__).parent.parent
FULL = Path(__file__).parent / "full"
ENTRY = re.compile(r"(?P<indent> *(?:- )*)(?P<key>[^\s:#][^:]*):(?P<value>.*)")
TYPED = st.sampled_from(
    [
        *"\t\n:#-[]{},\"'|>&*!%@`~?\\",
        ": ",
        " #",
        "- ",
        "{}",
        "[]",
        "''",
        "\n  ",
        "好",
        "\x00",
        "\u2028",
        "a: b\n",
    ]
)

DEEP = 3_000
SHAPES = ["''", "[]", "{}", "[{}]", "{a: b}", "- a", "{a: " * DEEP]
WHOLE = [
    *("", "3", "~", "[]", "{}", "- a", "- [a]", "- {a: b}", "a", "{a: {b: c}}"),
    *("? [a]\n: b", "? {a: b}\n: c", "&a [*a]", "&a {<<: *a}", "!!python/object:os.system a"),
    *("--- a\n--- b", "...", "%YAML 9.9\n--- a", "\ufeff", "\x00", "\ud7ff", "key: " + "a" * 10_000),
    *('"', "'", "|", ">-", "{", "[", "'a", '"\\x', "a: [b"),
    *("[" * DEEP, "{a: " * DEEP, "- " * DEEP, "? " * DEEP, "[{a: " * DEEP, f"{'[' * DEEP}a{']' * DEEP}"),
    "".join(f"{' ' * at}a:\n" for at in range(1_000)),
    "".join(f"{' ' * at}- a:\n" for at in range(0, 1_000, 2)),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A dossier to damage and mend: the base of the broken ones, with all that a file may hold."""
    root = tmp_path_factory.mktemp("damaged")
    shutil.copytree(TESTS / "broken" / "base", root, dirs_exist_ok=True)
    shutil.copytree(FULL, root, dirs_exist_ok=True)
    yield root
    shutil.rmtree(root)


BASE = {path.relative_to(TESTS / "broken" / "base") for path in (TESTS / "broken" / "base").rglob("*.*")}
FILES = sorted({*BASE, *(path.relative_to(FULL) for path in FULL.rglob("*.*"))})
YAML = [file for file in FILES if file.suffix == ".yaml"]
KINDS = [
    pytest.param(file, text, id=f"{file} {text[:12]!r}", marks=pytest.mark.soak if at % 4 else ())
    for at, (file, text) in enumerate(product(YAML, WHOLE))
]


def text_of(file: Path) -> str:
    """A file before it is damaged."""
    over = FULL / file
    return (over if over.exists() else TESTS / "broken" / "base" / file).read_text(encoding="utf-8")


def survives(root: Path, file: Path, damaged: str) -> bool:
    """Whether a damaged file is told of, and the rest of the dossier still read and exported."""
    (root / file).write_text(damaged, encoding="utf-8")
    try:
        made = pipeline.check(root)
        assert print_problems(made.problems, root)
        given = GivenData(survey(made.dossier))
        for export in EXPORTS[:6]:  # the records, of which the other formats are made
            list(export.make(given))
        for problem in made.problems:
            assert problem.message
            assert problem.hint, problem
            assert (root / problem.origin.path).exists() or problem.code == "missing-file"
    finally:
        (root / file).write_text(text_of(file), encoding="utf-8")
    return bool(made.problems)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FILES), st.floats(0, 1), st.integers(0, 12), TYPED)
def test_no_slip_of_the_hand_ends_in_a_traceback(
    root: Path, file: Path, where: float, lost: int, typed: str
) -> None:
    whole = text_of(file)
    at = int(where * len(whole))
    survives(root, file, whole[:at] + typed + whole[at + lost :])


def test_the_whole_of_it_has_no_problem(root: Path) -> None:
    assert pipeline.check(root).problems == ()


@pytest.mark.parametrize("file", YAML, ids=str)
def test_an_entry_that_is_left_empty_is_told_of(root: Path, file: Path) -> None:
    lines = text_of(file).split("\n")
    for at in range(len(lines)):
        for left in emptied(lines, at):
            assert survives(root, file, "\n".join(left)), left


@pytest.mark.parametrize("file", YAML, ids=str)
@pytest.mark.parametrize("instead", SHAPES, ids=lambda instead: instead[:6])
@pytest.mark.parametrize("step", [len(SHAPES), pytest.param(1, marks=pytest.mark.soak)])
def test_an_entry_of_another_shape_ends_in_no_traceback(
    root: Path, file: Path, instead: str, step: int
) -> None:
    """Each entry has one of the shapes; in the end, each of them."""
    lines = text_of(file).split("\n")
    entries = [(at, found) for at, line in enumerate(lines) if (found := ENTRY.fullmatch(line))]
    for at, found in entries[SHAPES.index(instead) % step :: step]:
        below = end_of(lines, at)
        entry = f"{found['indent']}{found['key']}: {instead}"
        survives(root, file, "\n".join([*lines[:at], entry, *lines[below:]]))


@pytest.mark.parametrize(("file", "text"), KINDS)
def test_a_file_of_another_kind_ends_in_no_traceback(root: Path, file: Path, text: str) -> None:
    survives(root, file, text)


@pytest.mark.parametrize("file", FILES, ids=str)
@pytest.mark.parametrize("cuts", [7, pytest.param(60, marks=pytest.mark.soak)])
def test_a_file_that_is_cut_off_ends_in_no_traceback(root: Path, file: Path, cuts: int) -> None:
    whole = text_of(file)
    for cut in range(0, len(whole), max(1, len(whole) // cuts)):
        survives(root, file, whole[:cut])


def emptied(lines: list[str], at: int) -> Iterator[list[str]]:
    """The lines with one entry emptied: its value, all values below it, or all below but an empty first."""
    found = ENTRY.fullmatch(lines[at])
    if not found:
        return
    below = end_of(lines, at)
    yield [*lines[:at], f"{found['indent']}{found['key']}:", *lines[below:]]
    inside = [re.sub(r"^( *(?:- )*[^\s:#][^:]*:) .*", r"\1", line) for line in lines[at + 1 : below]]
    if inside != lines[at + 1 : below]:
        yield [*lines[: at + 1], *inside, *lines[below:]]
        yield [*lines[: at + 1], inside[0], *lines[below:]]


def end_of(lines: list[str], at: int) -> int:
    """The line after an entry and all that is indented below it."""
    depth = len(lines[at]) - len(lines[at].lstrip(" -"))
    below = at + 1
    while below < len(lines) and lines[below].strip():
        if len(lines[below]) - len(lines[below].lstrip(" ")) < depth + 1:
            break
        below += 1
    return below
