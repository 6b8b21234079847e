"""What a quote proves and what it does not: the cases of proving, proving-words and parts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.model import SourceId
from tests.cases import Case, read_cases
from tests.evidence.papers import lay_out, prove_all, shown


@pytest.mark.parametrize(
    "case", [*read_cases("proving"), *read_cases("proving-words"), *read_cases("parts")], ids=str
)
def test_proofs(case: Case, tmp_path: Path) -> None:
    assert shown(*prove_all(lay_out(tmp_path, case.input))) == case.expected


DOLLARS = """颱風造成約4億元損失，每戶最多獲38,000元
---
- quote: 颱風造成約4億元損失，每戶最多獲38,000元
  translation: The typhoon cost about 400 million dollars, and each household gets {}
  claims:
    - harbour: {{account: 颱風造成損失。}}
"""


@pytest.mark.parametrize(
    ("language", "told", "wrong"),
    [
        ("zh-Hant", "at most 38,000 dollars", False),
        ("zh-Hant", "38,000 dollars", True),
        ("zh-Hans", "at most 38,000 dollars", True),
    ],
)
def test_a_sum_in_traditional_letters_may_be_in_dollars(
    language: str, told: str, wrong: bool, tmp_path: Path
) -> None:
    inputs = lay_out(tmp_path, DOLLARS.format(told))
    source = replace(inputs.sources[SourceId("paper")], language=language)
    _, problems = prove_all(replace(inputs, sources={source.id: source}))
    assert ("translation-differs" in {one.code for one in problems}) is wrong
