"""The day that a day of the week says, with the day of a month beside it or alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from build_tools.values.date_parts import DateParts, edtf_of
from build_tools.values.edtf import read_edtf
from build_tools.values.grammar.seen import Seen, plus, shifted

NEAR_YEAR = 250  # days within which a day of the week tells the year
MOST_MONTHS = 28  # within which every day of a month falls on every day of the week


def by_weekday(parts: DateParts, seen: Seen) -> DateParts:
    """Sunday, 25 May: of the nearest year in which it is one, if one is near."""
    if seen.today is None or parts.year is not None:
        return parts
    days = []
    for year in range(max(1, seen.today.year - 1), min(seen.today.year + 1, 9999) + 1):
        found = read_edtf(edtf_of(replace(parts, year=year)) or "")
        near = found and found[0] and abs((found[0] - seen.today).days) <= NEAR_YEAR
        if near and found and found[0] and found[0].weekday() == parts.weekday:
            days.append(found[0])
    nearest = min(days, key=lambda day: abs((day - seen.today).days) if seen.today else 0, default=None)
    return replace(parts, year=nearest.year) if nearest else parts


def of_day_and_weekday(parts: DateParts, seen: Seen, ahead: bool) -> DateParts:
    """Tuesday the 13th: of the nearest month in which it is one."""
    if seen.today is None or parts.days is None:
        return replace(parts, unresolved=True)
    for months in range(MOST_MONTHS):
        if months == 2 and (soon := _soon(parts, seen.today, not ahead)):
            return replace(parts, edtf=soon)
        year, month = shifted(seen.today, months if ahead else -months)
        edtf = edtf_of(DateParts(0, 0, year, (month, month), parts.days)) or ""
        day = days[0] if (days := read_edtf(edtf)) else None
        if day and day.weekday() == parts.weekday and (day >= seen.today if ahead else day <= seen.today):
            return replace(parts, edtf=edtf)
    return replace(parts, unresolved=True)


def _soon(parts: DateParts, today: date, ahead: bool) -> str | None:
    """周三(28日): the one of this month or the next the other way, where the last two months have none."""
    for months in (0, 1):
        year, month = shifted(today, months if ahead else -months)
        edtf = edtf_of(replace(parts, year=year, months=(month, month))) or ""
        if (days := read_edtf(edtf)) and days[0] and days[0].weekday() == parts.weekday:
            return edtf
    return None


def of_week(parts: DateParts, seen: Seen, ahead: bool) -> DateParts:
    """Wednesday: the last one before publication, or where the words look ahead the next; that day too."""
    if seen.today is None or parts.weekday is None:
        return replace(parts, unresolved=True)
    back = (seen.today.weekday() - parts.weekday) % 7
    days = (7 - back) % 7 if ahead else -back
    return replace(parts, edtf=plus(seen.today, days).isoformat())
