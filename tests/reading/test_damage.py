"""Whatever a contributor types, there is a problem with a place and no traceback."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools import pipeline
from build_tools.printing import print_problems

BASE = Path(__file__).parent.parent / "broken" / "base"
FILES = sorted(path.relative_to(BASE) for path in BASE.rglob("*.*") if path.is_file())
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


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A dossier that is damaged and mended again."""
    root = tmp_path_factory.mktemp("damaged")
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    yield root
    shutil.rmtree(root)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FILES), st.floats(0, 1), st.integers(0, 12), TYPED)
def test_no_slip_of_the_hand_ends_in_a_traceback(
    root: Path, file: Path, where: float, lost: int, typed: str
) -> None:
    whole = (BASE / file).read_text(encoding="utf-8")
    at = int(where * len(whole))
    (root / file).write_text(whole[:at] + typed + whole[at + lost :], encoding="utf-8")
    try:
        made = pipeline.check(root)
        assert print_problems(made.problems, root)
        for problem in made.problems:
            assert problem.message
            assert (root / problem.origin.path).exists() or problem.code == "missing-file"
    finally:
        (root / file).write_text(whole, encoding="utf-8")
