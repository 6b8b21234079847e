"""Cues: the cases, and what must hold for any text and for the tables."""

from __future__ import annotations

import pytest

from build_tools.language import find_cues
from tests.cases import Case, read_cases


def cues_of(sentence: str) -> str:
    return "; ".join(f"{cue.raw} {cue.force}" for cue in find_cues(sentence)) or "-"


@pytest.mark.parametrize("case", read_cases("cues"), ids=str)
def test_case(case: Case) -> None:
    found = [f"{line} → {cues_of(line)}" for line in case.input.split("\n")]
    expected = [
        f"{line} → {cues}"
        for line, cues in zip(case.input.split("\n"), case.expected.split("\n"), strict=True)
    ]
    assert found == expected
