"""Scope: the cases, and what must hold for any sentence."""

from __future__ import annotations

import pytest

from build_tools.language import governing
from build_tools.model import Span
from tests.cases import Case, read_cases


def governed(line: str) -> str:
    """The cues that govern the stretch between brackets, as the cases write them."""
    start, end = line.index("["), line.index("]") - 1
    sentence = line.replace("[", "").replace("]", "")
    return "; ".join(f"{cue.raw} {cue.force}" for cue in governing(sentence, Span(start, end))) or "-"


@pytest.mark.parametrize("case", read_cases("scope"), ids=str)
def test_case(case: Case) -> None:
    sentences, expected = case.input.split("\n"), case.expected.split("\n")
    found = [f"{line} → {governed(line)}" for line in sentences]
    assert found == [f"{line} → {cues}" for line, cues in zip(sentences, expected, strict=True)]
