"""What counts as one thing that several articles say."""

from __future__ import annotations

import pytest

from build_tools.evidence import fold_claims
from build_tools.findings.same import by_setting, merged
from tests.evidence.world import tell


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("first: staff = 约600人\nsecond: staff = 600名", [["约600人", "600名"]]),
        ("first: price = 143亿美元\nsecond: price = $14.3bn", [["143亿美元", "$14.3bn"]]),
        ("first: price = 超过140亿美元\nsecond: price = 143亿美元", [["143亿美元"], ["超过140亿美元"]]),
        ("first: staff = 600人; period 2024年\nsecond: staff = 600人; period 2025年", [["600人"], ["600人"]]),
        ("first: staff = 600人\nsecond: staff != 600人", [["600人"], ["600人"]]),
    ],
)
def test_statements_that_agree_count_once(lines: str, said: list[list[str]]) -> None:
    (group,) = fold_claims(tell(lines).claims)
    parts = [part for statement in group.statements for part in by_setting(statement)]
    assert sorted([claim.raw for claim in one.claims] for one in merged(parts)) == sorted(said)


def test_the_most_exact_value_leads() -> None:
    (group,) = fold_claims(tell("first: staff = 约600人\nsecond: staff = 600名").claims)
    (one,) = merged(group.statements)
    assert {claim.raw for claim in one.claims if claim.value == one.value} == {"600名"}
