"""What keeps two claims apart: they speak of different periods, places or times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from build_tools.model import Claim, DateValue, EntityId, Qualifiers

Days = tuple[date, date]
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Separators:
    """Period, organisation and time of a claim; `None` where it does not say, and then nothing is apart."""

    period: Days | None = None
    at: EntityId | None = None
    time: Days | None = None
    others: tuple[str | None, ...] = ()


NOTHING = Separators()
BARE = Qualifiers()


def separators(claim: Claim, per: tuple[str, ...] = ()) -> Separators:
    """What the qualifiers of a claim say of its period, place and time, and what else `per` asks for."""
    given = claim.qualifiers
    if given == BARE:
        return NOTHING
    return Separators(_days(given.period), given.at, when(given), _others(given, per))


def _others(given: Qualifiers, per: tuple[str, ...]) -> tuple[str | None, ...]:
    more = {"said_by": given.said_by, "via": given.via, "since": given.since}
    return tuple(more[name] for name in per if name in more)


def _days(value: DateValue | None) -> Days | None:
    if value is None or value.earliest is None or value.latest is None:
        return None
    return value.earliest, value.latest


def when(given: Qualifiers) -> Days | None:
    """The days on which a claim surely holds, `from` to the day before `until`, or its `as_of`."""
    began, ended, at = _days(given.from_), _days(given.until), _days(given.as_of)
    if not began and not ended:
        return at
    first = began[1] if began else date.min
    last = ended[0] - DAY if ended else date.max
    if began and ended and last < first:
        return began[0], ended[1]
    return first, last


def apart(a: Separators, b: Separators) -> bool:
    """Whether two claims cannot be compared, because both say when or where and say it differently."""
    if a is NOTHING or b is NOTHING:
        return False
    return (
        _differ(a.period, b.period)
        or _differ(a.at, b.at)
        or _disjoint(a.time, b.time)
        or any(_differ(one, other) for one, other in zip(a.others, b.others, strict=True))
    )


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _disjoint(a: Days | None, b: Days | None) -> bool:
    return a is not None and b is not None and (a[1] < b[0] or b[1] < a[0])
