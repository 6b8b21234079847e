"""Days with a name: Christmas Eve, last Easter, Thanksgiving Day."""

from __future__ import annotations

from dataclasses import replace

from build_tools.values.date_parts import DateParts, edtf_of
from build_tools.values.edtf import read_edtf
from build_tools.values.feasts import WEEKDAYS
from build_tools.values.grammar.patterns import Found
from build_tools.values.grammar.seen import NEXT_WORD, Seen, value
from build_tools.values.grammar.written_dates import year_of

FIRST_DAY, MOST_WEEKS = "1-1", 4


def named_day(found: Found, seen: Seen) -> DateParts:
    """Christmas Eve: a day of a year; last Christmas: the last that is over."""
    item = found.get("named")
    name = item.word("named_day").name if item else FIRST_DAY
    year, unknown = year_of(found, seen)
    parts = DateParts(found.start, found.end, year, unresolved=unknown)
    if "/" in name or "easter" in name:
        parts = replace(parts, feast=name)
    else:
        month, day = map(int, name.split("-"))
        parts = replace(parts, months=(month, month), days=(day, day))
    if found.get("soon"):
        return _which(parts, NEXT_WORD, seen)
    return _which(parts, value(found, "which", "which"), seen) if found.get("which") else parts


def nth_weekday(found: Found, seen: Seen) -> DateParts | None:
    """The second Sunday in October, the last Friday of May 2027."""
    year, unknown = year_of(found, seen)
    nth = -1 if found.get("last") else found.number("nth") or 0
    if nth > MOST_WEEKS:
        return None
    month = value(found, "mon", "month_name", "month_maybe")
    feast = f"{month}/{WEEKDAYS[value(found, 'day_name', 'weekday')]}/{nth}"
    return DateParts(found.start, found.end, year, feast=feast, unresolved=unknown)


def _which(parts: DateParts, which: int, seen: Seen) -> DateParts:
    """This one is of the year of publication, the last and the next those nearest to it."""
    if seen.today is None:
        return replace(parts, unresolved=True)
    this = replace(parts, year=seen.today.year)
    days = read_edtf(edtf_of(this) or "")
    day = days[0] if days else None
    if day is None or not which:
        return this
    there = day < seen.today if which < 0 else day > seen.today
    return this if there else replace(this, year=seen.today.year + which)
