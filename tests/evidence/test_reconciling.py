"""What is a conflict and what is not: the cases of `tests/cases/reconciling.md`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.model import Verdict
from build_tools.values import compare, parse_edtf
from tests.cases import Case, read_cases
from tests.evidence.world import known, shown, tell


@pytest.mark.parametrize("case", read_cases("reconciling"), ids=str)
def test_conflicts(case: Case) -> None:
    assert shown(tell(case.input).conflicts) == case.expected


@pytest.mark.parametrize(
    ("zone", "day", "expected"),
    [
        ("Australia/Sydney", "2033-04-12", Verdict.WEAKER),
        ("America/Toronto", "2033-04-12", Verdict.CONFLICT),
        ("Europe/London", "2033-04-11", Verdict.WEAKER),
        (None, "2033-04-12", Verdict.CONFLICT),
    ],
)
def test_a_day_is_one_of_the_calendar_of_its_article(zone: str | None, day: str, expected: Verdict) -> None:
    told = replace(known(parse_edtf(day), day), zone=zone)
    hour = known(parse_edtf("2033-04-11T14:40:00-04:00"), "2:40 p.m. Eastern")
    assert compare(told, hour) is compare(hour, told) is expected
