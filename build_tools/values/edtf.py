"""EDTF level 1 (ISO 8601-2) as a range of days, within the years 1 to 9999."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time

Days = tuple[date, date]

PART = re.compile(
    r"(?:(?P<year>\d{4}|\d{3}X|\d{2}XX)|(?P<of>\d{4})-(?P<month>\d\d|XX)"
    r"|(?P<dated>\d{4})-(?P<months>\d\d)-(?P<day>\d\d|XX)|(?P<any>\d{4})-XX-XX)[?~%]?",
    re.ASCII,
)
TIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)T(?P<time>(?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?(?P<zone>Z|[+-]\d\d(?::\d\d)?)?",
    re.ASCII,
)
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}  # winter: as in python-edtf
OPEN = ("", "..")


def read_edtf(text: str) -> tuple[date | None, date | None] | None:
    """The first and last day of an EDTF expression, None for an open end; None if it is no EDTF.

    >>> read_edtf("2025-22")
    (datetime.date(2025, 6, 1), datetime.date(2025, 8, 31))
    >>> read_edtf("2025-04/..")
    (datetime.date(2025, 4, 1), None)
    """
    first, slash, last = text.partition("/")
    if not slash:
        return days_of_edtf(first)
    if first in OPEN and last in OPEN:
        return None
    start = None if first in OPEN else days_of_edtf(first)
    end = None if last in OPEN else days_of_edtf(last)
    if (start is None and first not in OPEN) or (end is None and last not in OPEN):
        return None
    if start and end and start[0] > end[1]:
        return None
    return start[0] if start else None, end[1] if end else None


def days_of_edtf(text: str) -> Days | None:
    """The first and last day of one date, season, month or year; None if it is none."""
    if found := TIME.fullmatch(text):
        text = found["day"]
    found = PART.fullmatch(text)
    if not found:
        return None
    try:
        year = found["year"] or found["of"] or found["dated"] or found["any"]
        return _days(year, found["month"] or found["months"], found["day"])
    except ValueError:
        return None


def time_of(text: str) -> time | None:
    """The time of day with which an instant ends, to the minute, with its zone; None if it has none.

    >>> time_of("2020-02-06T21:30:00+08:00")
    datetime.time(21, 30, tzinfo=datetime.timezone(datetime.timedelta(seconds=28800)))
    """
    found = TIME.fullmatch(text)
    return time.fromisoformat(found["time"] + (found["zone"] or "")) if found else None


def is_approximate(text: str) -> bool:
    """Whether a date is given only about: `2025-12~`, `2025?`."""
    return any(sign in text for sign in "?~%")


def _days(year: str, month: str | None, day: str | None) -> Days:
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first < 1:
        raise ValueError(year)
    if month in (None, "XX"):
        return date(first, 1, 1), date(last, 12, 31)
    return _days_of_month(first, last, int(month or 0), day)


def _days_of_month(first: int, last: int, month: int, day: str | None) -> Days:
    """Of a month or season; with a year like 201X, from its first year to its last."""
    if month in SEASONS and day is None:
        start, end = SEASONS[month]
        return date(first, start, 1), date(last, end, monthrange(last, end)[1])
    if day in (None, "XX"):
        return date(first, month, 1), date(last, month, monthrange(last, month)[1])
    return date(first, month, int(day or 0)), date(last, month, int(day or 0))
