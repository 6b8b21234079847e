"""Separators: the period, place or time by which two claims are about different things."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from build_tools.model import Claim, DateValue, EntityId, Qualifiers
from build_tools.text.folding import fold_plain

Days = tuple[date, date]
ONE_DAY = timedelta(days=1)


class Edge(StrEnum):
    """What the time of a claim is: days on which it holds, or only when that began or ended."""

    HELD = "held"
    BEGAN = "began"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Time:
    """The days on which something surely held, or within which it began, or last held."""

    first: date
    last: date
    edge: Edge = Edge.HELD


@dataclass(frozen=True, slots=True)
class Separators:
    """Period, organisation and time of a claim; `None` where it does not say, and then nothing is apart."""

    period: Days | str | None = None
    at: EntityId | None = None
    time: Time | None = None
    others: tuple[str | None, ...] = ()


NOTHING = Separators()
BARE = Qualifiers()


def separators(claim: Claim, per: tuple[str, ...] = ()) -> Separators:
    """What the qualifiers of a claim say of its period, place and time, and what else `per` asks for."""
    given = claim.qualifiers
    if given == BARE:
        return NOTHING
    return Separators(_period(given.period), given.at, time_held(given), _others(given, per))


def _others(given: Qualifiers, per: tuple[str, ...]) -> tuple[str | None, ...]:
    more = {"said_by": given.said_by, "via": given.via, "since": given.since}
    return tuple(more[name] for name in per if name in more)


def _period(value: DateValue | None) -> Days | str | None:
    """The days of a period; the words of one that no calendar dates: this season."""
    days = _days(value)
    named = value is not None and value.edtf is None and value.offset is None
    return fold_plain(value.raw).lower() if days is None and value is not None and named else days


def _days(value: DateValue | None) -> Days | None:
    if value is None or value.earliest is None or value.latest is None:
        return None
    return value.earliest, value.latest


def time_held(given: Qualifiers) -> Time | None:
    """The days on which a claim surely holds: `from` to the day before `until`, or its `as_of`.

    `from` alone says when it began, not that it never ended; `until` alone when it ended.
    """
    began, ended, at = _days(given.from_), _days(given.until), _days(given.as_of)
    if began and ended:
        first, last = began[1], _day_before(ended[0])
        return Time(first, last) if first <= last else Time(began[0], ended[1])
    if began:
        return Time(*began, Edge.BEGAN)
    if ended:
        return Time(_day_before(ended[0]), _day_before(ended[1]), Edge.ENDED)
    return Time(*at) if at else None


def _day_before(day: date) -> date:
    return day - ONE_DAY if day > date.min else day


def separated(a: Separators, b: Separators) -> bool:
    """Whether two claims cannot be compared, because both say when or where and say it differently."""
    if a is NOTHING or b is NOTHING:
        return False
    return (
        _differ(a.period, b.period)
        or _differ(a.at, b.at)
        or _at_other_times(a.time, b.time)
        or any(_differ(one, other) for one, other in zip(a.others, b.others, strict=True))
    )


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _at_other_times(a: Time | None, b: Time | None) -> bool:
    """Whether one may have followed the other: what began is not over, and what ended began before."""
    if a is None or b is None:
        return False
    if {a.edge, b.edge} == {Edge.BEGAN, Edge.ENDED}:
        return True
    if a.edge is not b.edge:
        a, b = _surely(a), _surely(b)
    return a.last < b.first or b.last < a.first


def _surely(time: Time) -> Time:
    """Something that ended held on the day before, and nothing is sure of the days after."""
    return Time(time.first, time.first) if time.edge is Edge.ENDED else time
