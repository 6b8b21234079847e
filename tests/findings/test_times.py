"""The order of events, and one day that is named and counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.evidence import fold_claims
from build_tools.findings import survey
from build_tools.model import DateValue, Dossier, Offset
from tests.evidence.world import tell


def in_order(lines: str) -> list[str]:
    """The dated events, earliest first."""
    told = tell(lines)
    dossier = Dossier(told.inputs, (), (), fold_claims(told.claims), ())
    dated = {claim.subject for claim in told.claims}
    return [id for id in survey(dossier).events if id in dated]


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        ("first: cut.date = 2025年6月\nfirst: test.date = 2025年6月12日", ["test", "cut"]),
        ("first: cut.date = 2025年6月\nfirst: test.date = 2025年7月1日", ["cut", "test"]),
        ("first: cut.date = 2025年\nfirst: test.date = 2025年12月1日", ["test", "cut"]),
        ("first: cut.date = 2025年6月下旬\nfirst: test.date = 2025年6月12日", ["test", "cut"]),
        (
            "first: cut.date = 2025年6月\nsecond: cut.date = 2025年6月3日\nfirst: test.date = 2025年6月12日",
            ["cut", "test"],
        ),
    ],
)
def test_a_month_follows_the_days_in_it_that_are_earlier(lines: str, order: list[str]) -> None:
    assert in_order(lines) == order


def test_a_day_that_is_named_and_the_same_day_counted_are_one_statement() -> None:
    told = tell("first: cut.date = 2025年6月20日\nsecond: cut.date = 2025年6月20日")
    named, other = told.claims
    assert isinstance(other.value, DateValue)
    counted = replace(other.value, offset=Offset(8, 8, "day"))
    (group,) = fold_claims([named, replace(other, value=counted)])
    assert [len(statement.claims) for statement in group.statements] == [2]
    (group,) = fold_claims([named, replace(other, value=replace(counted, edtf="2025-06-21"))])
    assert len(group.statements) == 2
