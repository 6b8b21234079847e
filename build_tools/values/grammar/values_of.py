"""The values that parts of dates come to, with their hours and zones."""

from __future__ import annotations

from datetime import date, time, timedelta

from build_tools.model import Clock, DateValue, Span
from build_tools.values.date_parts import DAY, DateParts, Hours, edtf_of
from build_tools.values.edtf import read_edtf
from build_tools.values.moments import instant
from build_tools.values.zones import fixed_on, zone_of_words

LOCAL, HERE = "local", "here"
Ends = tuple[date | None, date | None]


def value_of(parts: DateParts, text: str, published: DateValue | None) -> DateValue:
    """The date that parts come to; unresolved too where the calendar has none such."""
    raw, span = text[parts.start : parts.end], Span(parts.start, parts.end)
    edtf = edtf_of(parts)
    ends = read_edtf(edtf) if edtf else None
    if not ends or not edtf:
        return DateValue(None, None, None, parts.offset, raw, span)
    if parts.hours and _are_days(edtf) and not _is_instant_of_many(parts.hours, ends):
        return _timed(parts, parts.hours, ends, raw, published)
    return DateValue(edtf, ends[0], ends[1], None, raw, span, named=parts.named)


def _is_instant_of_many(hours: Hours, ends: Ends) -> bool:
    """This week at 8 a.m.: of which day is not said."""
    return None not in ends and ends[0] != ends[1] and hours.first == hours.last and not hours.both


def _are_days(edtf: str) -> bool:
    return all(len(end) == len("2020-02-06") or end == ".." for end in edtf.split("/"))


def _timed(parts: DateParts, hours: Hours, ends: Ends, raw: str, published: DateValue | None) -> DateValue:
    here = hours.zone in (None, HERE)
    name = (published.zone if published else None) if here else hours.zone
    zone = zone_of_words(name) if name and name != LOCAL else None
    first, low = _at(ends[0], hours.first)
    last, high = _at(ends[1], hours.last)
    clock = Clock(
        fixed_on(low, first, zone) if low else None, fixed_on(high, last, zone) if high else None, hours.about
    )
    span = Span(parts.start, parts.end)
    edtf = _edtf(first, last, clock)
    return DateValue(edtf, first, last, None, raw, span, clock, parts.named)


def _at(day: date | None, minutes: int | None) -> tuple[date | None, time | None]:
    """A day and its time; minutes beyond midnight are of the next day."""
    if day is None or minutes is None:
        return day, None
    return day + timedelta(days=minutes // DAY), time(minutes % DAY // 60, minutes % 60)


def _edtf(first: date | None, last: date | None, clock: Clock) -> str | None:
    """An instant with its seconds, and for hours the day."""
    if first == last and clock.first == clock.last and clock.first:
        return instant(first, clock.first, "seconds")
    if first == last and first:
        return first.isoformat()
    return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
