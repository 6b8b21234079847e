"""Weeks and days counted from the beginning or end of a year or month: week 31, the first ten days of May."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from build_tools.values.date_parts import DateParts
from build_tools.values.grammar.patterns import Found
from build_tools.values.grammar.seen import Seen, dated, month_here, shifted, value, week_of_year
from build_tools.values.grammar.written_dates import year_of


def year_week(found: Found, seen: Seen) -> DateParts | None:
    """The last week of 2016, the second week of March, the last week of this month, week 31 of 2028."""
    year, unknown = year_of(found, seen)
    year = year if year is not None or unknown else seen.year
    if year is None:
        return dated(found, None)
    month = value(found, "mon", "month_name", "month_maybe") or None
    if found.get("month_word"):
        here = month_here(seen)
        if here is None:
            return dated(found, None)
        year, month = shifted(here, value(found, "month_word", "month_word"))
    weeks = found.number("nth_weeks")
    nth = 1 if weeks and not found.get("last") else found.number("nth")
    return dated(found, week_of_year(year, month, nth, weeks or 1))


def first_days(found: Found, seen: Seen) -> DateParts | None:
    """The first ten days of last year, the last three days of May 2028."""
    if found.get("mon") and not found.get("year"):
        month = value(found, "mon", "month_name", "month_maybe")
        count = found.number("first_days") or 0
        days = (1, count) if count else None
        return DateParts(found.start, found.end, months=(month, month), days=days)
    year, _ = year_of(found, seen)
    if year is None:
        return dated(found, None)
    month = value(found, "mon", "month_name", "month_maybe")
    first = date(year, month or 1, 1)
    last = date(year, month or 12, monthrange(year, month or 12)[1])
    count = found.number("first_days") or found.number("last_days") or 1
    if not 0 < count <= (last - first).days + 1:
        return dated(found, None)
    length = timedelta(days=count - 1)
    ends = (first, first + length) if found.get("first_days") else (last - length, last)
    return dated(found, "/".join(day.isoformat() for day in ends))
