"""Dates that count from an event: `8天后`, resolved from the day that the same article gives it."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from build_tools.grouped import grouped
from build_tools.model import Claim, Clock, DateValue, EntityId, Offset, SourceId, Stance
from build_tools.problem import Problem, Problems, Severity

Moments = tuple[datetime, datetime]
HALF_A_WEEK = timedelta(days=3)
MINUTES = {"minute": 1, "hour": 60}
Place = tuple[SourceId, EntityId]


def resolve_counted_dates(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], Problems]:
    """Every claim with the dates that can be counted, and those for which nothing to count from is dated.

    An event dates others only where its article gives it one date; chains are followed to their end.
    """
    given = list(claims)
    days: dict[Place, set[DateValue]] = defaultdict(set)
    for claim in given:
        days[_own(claim)].update(_dated(claim))
    waiting = grouped((at for at, claim in enumerate(given) if _base(claim)), lambda at: _base(given[at]))
    ready = [place for place in waiting if place and len(days[place]) == 1]
    while ready:
        bases = [(at, next(iter(days[place]))) for place in ready for at in waiting.pop(place)]
        for at, base in bases:
            given[at] = _counted(given[at], base)
            days[_own(given[at])].update(_dated(given[at]))
        reached = dict.fromkeys(_own(given[at]) for at, _ in bases)
        ready = [place for place in reached if place in waiting and len(days[place]) == 1]
    known = frozenset(place for place, found in days.items() if len(found) == 1)
    return tuple(given), tuple(_unresolved(claim, known) for claim in given if _counts(claim.value))


def _counts(value: object) -> bool:
    return isinstance(value, DateValue) and value.edtf is None and value.offset is not None


def _own(claim: Claim) -> Place:
    return claim.citation.source, claim.subject


def _base(claim: Claim) -> Place | None:
    """The event that a claim counts from, in its own article."""
    event = claim.qualifiers.since
    return (claim.citation.source, event) if event else None


def _dated(claim: Claim) -> Iterator[DateValue]:
    """The days that a claim gives its subject."""
    match claim.value:
        case DateValue(earliest=date(), latest=date()) if claim.qualifiers.stance is not Stance.DENIES:
            yield replace(claim.value, offset=None)


def _counted(claim: Claim, base: DateValue) -> Claim:
    value, given = claim.value, claim.qualifiers
    return replace(
        claim,
        value=count(value, base) if isinstance(value, DateValue) else value,
        qualifiers=replace(
            given,
            as_of=given.as_of and count(given.as_of, base),
            from_=given.from_ and count(given.from_, base),
            until=given.until and count(given.until, base),
        ),
    )


def count(value: DateValue, base: DateValue) -> DateValue:
    """A date counted from the first and last moment at which its event may have been.

    It is as fine as its unit: so many minutes on is a minute where the event has its time of day, so
    many days on is a day, months on a month, years on a year.

    >>> from build_tools.model import Offset
    >>> from build_tools.values import parse_edtf
    >>> eight, event = DateValue(None, None, None, Offset(8, 8, "day"), raw="8天后"), parse_edtf("2025-06-12")
    >>> count(eight, event).edtf if event else ""
    '2025-06-20'
    """
    if value.offset is None or value.edtf is not None or base.earliest is None or base.latest is None:
        return value
    try:
        if value.offset.unit in MINUTES:
            return _counted_in_minutes(value, value.offset, base)
        first = span(base.earliest, value.offset.low, value.offset.unit)[0]
        last = span(base.latest, value.offset.high, value.offset.unit)[1]
        return replace(value, edtf=edtf_of_days(first, last), earliest=first, latest=last)
    except (OverflowError, ValueError):
        return value


def _counted_in_minutes(value: DateValue, offset: Offset, base: DateValue) -> DateValue:
    """18分钟后: to the minute from a time of day, and else on the day of the event or the next."""
    clock = base.clock
    first, last = _moments(base)
    first += timedelta(minutes=offset.low * MINUTES[offset.unit])
    last += timedelta(minutes=offset.high * MINUTES[offset.unit])
    days = replace(
        value, edtf=edtf_of_days(first.date(), last.date()), earliest=first.date(), latest=last.date()
    )
    if not clock or not clock.first or not clock.last:
        return days
    told = Clock(first.timetz(), last.timetz(), clock.about)
    edtf = first.isoformat(timespec="seconds") if first == last else days.edtf
    return replace(days, edtf=edtf, clock=told)


def _moments(base: DateValue) -> Moments:
    clock = base.clock
    first = clock.first if clock and clock.first else time.min
    last = clock.last if clock and clock.last else time(23, 59)
    assert base.earliest
    assert base.latest
    return datetime.combine(base.earliest, first), datetime.combine(base.latest, last)


def span(day: date, number: int, unit: str) -> tuple[date, date]:
    """The days meant by so many units after a day; a week may be off by half its length.

    >>> [one.isoformat() for one in span(date(2025, 12, 31), 2, "month")]
    ['2026-02-01', '2026-02-28']
    """
    match unit:
        case "year":
            return date(day.year + number, 1, 1), date(day.year + number, 12, 31)
        case "month" | "quarter":
            months = day.year * 12 + day.month - 1 + number * (3 if unit == "quarter" else 1)
            year, month = months // 12, months % 12 + 1
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        case "week":
            about = day + timedelta(weeks=number)
            return about - HALF_A_WEEK, about + HALF_A_WEEK
        case _:
            return day + timedelta(days=number), day + timedelta(days=number)


def edtf_of_days(first: date, last: date) -> str:
    """Days as EDTF: one day, one month, one year, or an interval.

    >>> edtf_of_days(date(2025, 1, 1), date(2025, 12, 31)), edtf_of_days(date(2025, 6, 1), date(2025, 6, 30))
    ('2025', '2025-06')
    >>> edtf_of_days(date(2025, 6, 9), date(2025, 6, 30))
    '2025-06-09/2025-06-30'
    """
    if first == last:
        return first.isoformat()
    whole_month = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole_month and (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return first.isoformat()[:4]
    return f"{first.isoformat()}/{last.isoformat()}"


def _unresolved(claim: Claim, known: frozenset[Place]) -> Problem:
    event = claim.qualifiers.since
    if event is None:
        why, hint = "nothing says what it counts from", "add `since: <event>`"
    elif (claim.citation.source, event) in known:
        why, hint = "the result is outside the calendar", "leave out `since`"
    else:
        why = f"`{event}` has no single date in this article"
        hint = "claim the date of that event from this article"
    message = f"{claim.raw} cannot be dated: {why}"
    return Problem(claim.origin, "date-unresolved", message, hint, Severity.WARNING)
