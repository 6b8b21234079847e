"""Our reading of EDTF level 1 against python-edtf's."""

from __future__ import annotations

from datetime import date
from typing import Any

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.values import parse_edtf

YEARS = st.integers(1, 9998).map(lambda year: f"{year:04}")
MONTHS = st.builds(lambda year, month: f"{year}-{month:02}", YEARS, st.integers(0, 13))
DAYS = st.dates(date(1, 1, 1), date(9998, 12, 31)).map(str)
SEASONS = st.builds(lambda year, season: f"{year}-{season}", YEARS, st.integers(20, 24))
UNSPECIFIED = st.one_of(
    st.integers(10, 999).map(lambda decade: f"{decade:03}X"),
    st.integers(1, 99).map(lambda century: f"{century:02}XX"),
    YEARS.map(lambda year: f"{year}-XX"),
    YEARS.map(lambda year: f"{year}-XX-XX"),
    MONTHS.map(lambda month: f"{month}-XX"),
)
PLAIN = st.one_of(YEARS, MONTHS, DAYS)
ABOUT = st.builds(lambda when, sign: f"{when}{sign}", PLAIN, st.sampled_from("?~%"))
TIMES = st.builds(lambda day, zone: f"{day}T10:30:00{zone}", DAYS, st.sampled_from(["", "Z", "+08:00"]))
SINGLE = st.one_of(PLAIN, SEASONS, UNSPECIFIED, ABOUT, TIMES)
INTERVALS = st.builds(lambda first, last: f"{first}/{last}", st.one_of(PLAIN, ABOUT), st.one_of(PLAIN, ABOUT))
OPEN = st.builds(lambda when, form: form.format(when), PLAIN, st.sampled_from(["{}/..", "../{}"]))


def by_oracle(text: str) -> tuple[str | None, str | None] | None:
    """First and last day as python-edtf has them; None for an open end; None in all if it refuses."""
    try:
        parsed: Any = edtf.parse_edtf(text)
    except edtf.EDTFParseException:
        return None
    ends = [parsed.lower_strict(), parsed.upper_strict()]
    first, last = (None if isinstance(end, float) else "{:04}-{:02}-{:02}".format(*end[:3]) for end in ends)
    return first, last


@settings(deadline=None)
@given(st.one_of(SINGLE, OPEN))
def test_level_1_as_python_edtf_reads_it(text: str) -> None:
    value = parse_edtf(text)
    ours = (value.earliest and str(value.earliest), value.latest and str(value.latest)) if value else None
    assert ours == by_oracle(text)


@settings(deadline=None)
@given(INTERVALS)
def test_intervals_as_python_edtf_reads_them_but_never_backwards(text: str) -> None:
    value, oracle = parse_edtf(text), by_oracle(text)
    if oracle is None or (oracle[0] or "") > (oracle[1] or ""):
        assert value is None
    else:
        assert value
        assert (str(value.earliest), str(value.latest)) == oracle


@pytest.mark.parametrize(
    "text",
    ["", "..", "../..", "/", "2025-6-1", "2025-02-30", "June 2025", "0000", "-0044", "2025-06-12T25:00:00"],
)
def test_what_is_no_edtf_of_ours(text: str) -> None:
    assert parse_edtf(text) is None
