"""Ages: what the time between two articles explains."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.model import SourceId
from build_tools.values import parse_edtf
from tests.evidence.world import known, shown, tell

FIRST, SECOND = SourceId("first"), SourceId("second")


def conflict_of(age: str, published: str, other: str, later: str) -> str:
    """What two articles disagree on that give a person's age."""
    told = tell(f"first: staff = {age}\nsecond: staff = {other}")
    sources = dict(told.inputs.sources)
    for id, day in ((FIRST, published), (SECOND, later)):
        sources[id] = replace(sources[id], published=known(parse_edtf(day), day))
    return shown(replace(told, inputs=replace(told.inputs, sources=sources)).conflicts)


@pytest.mark.parametrize(
    ("age", "published", "other", "later"),
    [
        ("41岁", "2031-05-10", "42岁", "2032-05-10"),
        ("41岁", "2031-05-10", "42岁", "2031-12-01"),
        ("42岁", "2032-05-10", "41岁", "2031-05-10"),
        ("41岁", "2031-05-10", "44岁", "2033-07-01"),
    ],
)
def test_a_person_grows_older_between_two_articles(age: str, published: str, other: str, later: str) -> None:
    assert conflict_of(age, published, other, later) == "none"


@pytest.mark.parametrize(
    ("age", "published", "other", "later"),
    [
        ("41岁", "2031-05-10", "42岁", "2031-05-11"),
        ("41岁", "2031-05-10", "44岁", "2032-05-10"),
        ("42岁", "2031-05-10", "41岁", "2032-05-10"),
        ("41岁", "2031-05-10", "42岁", "2034-05-10"),
    ],
)
def test_two_ages_that_no_time_explains(age: str, published: str, other: str, later: str) -> None:
    assert conflict_of(age, published, other, later).startswith("staff (single-best-value)")
