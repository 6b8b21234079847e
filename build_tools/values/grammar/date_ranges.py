"""Two dates with `to` between them as one range: each end takes from the other what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_tools.values.date_parts import DateParts, Hours, edtf_of
from build_tools.values.edtf import read_edtf
from build_tools.values.grammar.clock_days import days_later
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.placed import Placed
from build_tools.values.grammar.resolving import resolved
from build_tools.values.grammar.seen import Seen, plus

WHOLE_DAY = len("2020-02-06")


def range_of(
    first: DateParts, one: Placed, other: Placed, items: Sequence[Item], seen: Seen
) -> DateParts | None:
    """A range; an end takes from the other the year or month that it leaves out."""
    last = other.parts
    if first.year is None and first.months and last.months and not first.edtf:
        first = replace(first, year=last.year)
    if (
        last.year is not None
        and first.months
        and last.months
        and one.parts.year is None
        and last.months < first.months
    ):
        first = replace(first, year=last.year - 1)
    head = resolved(first, one, items, seen)
    if last.days and head.days and not last.months:
        last = replace(last, year=head.year, months=head.months)
    elif last.year is None and head.year is not None and (last.months or last.season):
        later = bool(head.months and last.months and last.months[1] < head.months[0])
        last = replace(last, year=head.year + later)
    elif last.year is None and last.months and last.edtf is None and len(head.edtf or "") == WHOLE_DAY:
        last = _after_day(last, head.edtf or "")
    low, tail = edtf_of(head), _resolved_end(last, other, head, items, seen)
    high = edtf_of(tail)
    if not low or not high or head.offset or last.offset:
        return None
    edtf = f"{low.partition('/')[0]}/{high.rpartition('/')[2]}"
    if one.parts.year is None and other.parts.year is None and first.year is None:
        edtf = _holding_today(edtf, seen)
    hours = _hours_of(head.hours, last.hours)
    return DateParts(head.start, last.end, edtf=edtf, hours=hours) if read_edtf(edtf) else None


def _after_day(last: DateParts, day: str) -> DateParts:
    """即日起至11月30日, today until March 3: the first such day behind it."""
    ends = edtf_of(replace(last, year=int(day[:4]))) or ""
    return replace(last, year=int(day[:4]) + (ends < day[: len(ends)]))


def _holding_today(edtf: str, seen: Seen) -> str:
    """Nov 10 to Nov 21, of an article between the two: not of the next year nor of the last."""
    for years in (-1, 1):
        low, high = (f"{int(end[:4]) + years:04}{end[4:]}" for end in edtf.split("/"))
        ends = read_edtf(f"{low}/{high}")
        if seen.today and ends and ends[0] and ends[1] and ends[0] <= seen.today <= ends[1]:
            return f"{low}/{high}"
    return edtf


def _resolved_end(
    last: DateParts, other: Placed, head: DateParts, items: Sequence[Item], seen: Seen
) -> DateParts:
    """The end of a range; a weekday is the first after its beginning, and 次日 the day after it."""
    start = edtf_of(head)
    if last.days_later is not None and start and len(start) == WHOLE_DAY:
        return replace(last, edtf=days_later(start, last.days_later), unresolved=False)
    if last.weekday is None or last.days:
        return resolved(last, other, items, seen)
    ends = read_edtf(start or "")
    if not ends or not ends[0]:
        return replace(last, unresolved=True)
    days = (last.weekday - ends[0].weekday()) % 7
    return replace(last, edtf=plus(ends[0], days).isoformat())


def _hours_of(first: Hours | None, last: Hours | None) -> Hours | None:
    if first is None and last is None:
        return None
    given, both = first or last, first is not None and last is not None
    assert given
    ends = (first.first if first else None, last.last if last else None)
    return Hours(*ends, given.about, given.zone, both=both)
