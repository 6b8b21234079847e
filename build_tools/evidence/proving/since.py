"""Dates that count from an event: `8天后`, resolved from the day that the same article gives it."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from build_tools.model import Claim, DateValue, EntityId, SourceId, Stance
from build_tools.problem import Problem, Problems, Severity

Days = tuple[date, date]
Bases = Mapping[tuple[SourceId, EntityId], Days]


def resolve(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], Problems]:
    """Every claim with the dates that can be counted, and those for which nothing to count from is dated.

    An event dates others only where its article gives it one date; chains are followed to their end.
    """
    given = tuple(claims)
    for _ in range(len(given)):
        bases = _bases(given)
        counted = tuple(_counted(claim, bases) for claim in given)
        if counted == given:
            break
        given = counted
    return given, tuple(_unresolved(claim) for claim in given if _counts(claim.value))


def _counts(value: object) -> bool:
    return isinstance(value, DateValue) and value.edtf is None and value.offset is not None


def _bases(claims: Iterable[Claim]) -> Bases:
    found: dict[tuple[SourceId, EntityId], set[Days]] = defaultdict(set)
    for claim in claims:
        value = claim.value
        if not isinstance(value, DateValue) or claim.qualifiers.stance is Stance.DENIES:
            continue
        if value.earliest is not None and value.latest is not None:
            found[claim.citation.source, claim.subject].add((value.earliest, value.latest))
    return {place: next(iter(days)) for place, days in found.items() if len(days) == 1}


def _counted(claim: Claim, bases: Bases) -> Claim:
    event, given = claim.qualifiers.since, claim.qualifiers
    base = bases.get((claim.citation.source, event)) if event else None
    if base is None:
        return claim
    value = claim.value
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


def count(value: DateValue, base: Days) -> DateValue:
    """A date counted from the first and last day on which its event may have been.

    >>> from build_tools.model import Offset
    >>> eight = DateValue(None, None, None, Offset(8, 8, "day"), raw="8天后")
    >>> count(eight, (date(2025, 6, 12), date(2025, 6, 12))).edtf
    '2025-06-20'
    """
    if value.offset is None or value.edtf is not None:
        return value
    first = shift(base[0], value.offset.low, value.offset.unit)
    last = shift(base[1], value.offset.high, value.offset.unit)
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return replace(value, edtf=edtf, earliest=first, latest=last)


def shift(day: date, number: int, unit: str) -> date:
    """A day so many days, weeks, months or years on; the 31st becomes a shorter month's last.

    >>> shift(date(2025, 1, 31), 1, "month").isoformat()
    '2025-02-28'
    """
    match unit:
        case "month" | "year":
            months = day.year * 12 + day.month - 1 + number * (12 if unit == "year" else 1)
            year, month = divmod(months, 12)
            last = calendar.monthrange(year, month + 1)[1]
            return date(year, month + 1, min(day.day, last))
        case "week":
            return day + timedelta(weeks=number)
        case _:
            return day + timedelta(days=number)


def _unresolved(claim: Claim) -> Problem:
    event = claim.qualifiers.since
    why = f"this article gives `{event}` no one date" if event else "nothing says what it counts from"
    message = f"{claim.raw} cannot be dated: {why}"
    hint = "claim the date of that event from this article" if event else "add `since: <event>`"
    return Problem(claim.origin, "date-unresolved", message, hint, Severity.WARNING)
