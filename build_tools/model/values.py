"""Quantities, dates and the other values that a claim may have, and how two of them compare."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from build_tools.model.spans import Span
from build_tools.model.written import EntityId, LocalText, TermId

# Units of what is counted one by one.
COUNTED_THINGS = frozenset({"person", "device", "count"})
# Units that words may leave out where it is plain what is counted or ranked.
UNSAID_UNITS = COUNTED_THINGS | {"times", "parameter", "rank", "vote", "beaufort", "magnitude"}


class Qualifier(StrEnum):
    """How firmly a figure is put."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    NEARLY = "nearly"
    RANGE = "range"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Interval:
    """What words assert of a number; `None` at an end is no bound."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as its words assert it: `tight` is what they say, `loose` what rounding allows."""

    value: Decimal | None
    tight: Interval
    loose: Interval
    qualifier: Qualifier = Qualifier.EXACT
    unit: str | None = None
    assumed: bool = False
    share: bool = field(default=False, compare=False)  # a part of a whole: a third, 三分之一
    raw: str = field(default="", compare=False)
    span: Span = field(default=Span(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Offset:
    """A date counted from an event that the words alone do not date: `8天后`."""

    low: int
    high: int
    unit: str


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of day at the two ends of a date, to the minute; `tzinfo` is its zone, where known."""

    first: time | None
    last: time | None
    about: bool = False


@dataclass(frozen=True, slots=True)
class DateValue:
    """A range of days, as EDTF level 1, with hours if they are given; all `None` if it is unresolved.

    An open end is `None`; `named` is then the day, month or year that the words name: 2018 in `since 2018`.
    `zone` is the IANA zone of clock times that name none, where the date is that of a publication.
    """

    edtf: str | None
    earliest: date | None
    latest: date | None
    offset: Offset | None = None
    raw: str = field(default="", compare=False)
    span: Span = field(default=Span(0, 0), compare=False)
    clock: Clock | None = None
    named: str | None = field(default=None, compare=False)
    zone: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class EntityValue:
    """An entity as the value of a property: a participant, an owner; of a place, the places that it is in."""

    id: EntityId
    within: frozenset[EntityId] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class TermValue:
    """A value from the vocabulary's list, or a question's answer."""

    id: TermId


@dataclass(frozen=True, slots=True)
class TextValue:
    """A sentence by the editors, based on the quote."""

    text: LocalText


Reading = Quantity | DateValue
Value = Reading | EntityValue | TermValue | TextValue


class Verdict(StrEnum):
    """How two values of one property compare."""

    INCOMPARABLE = "incomparable"
    WEAKER = "weaker"
    AGREE = "agree"
    ROUNDING = "rounding"
    CONFLICT = "conflict"


SAME_VALUE = (Verdict.AGREE, Verdict.ROUNDING)
COMPATIBLE = (*SAME_VALUE, Verdict.WEAKER)


class DifferenceKind(StrEnum):
    """What sets two values apart."""

    PERCENT = "percent"
    POINTS = "points"
    TIMES = "times"
    MINUTES = "minutes"
    DAY = "day"
    DAYS = "days"
    DENIED = "denied"
    ORDER = "order"
    UNIT = "unit"
    NO_UNIT = "no-unit"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Difference:
    """How two values compare, and how far they are apart, in percent, points, times, minutes or days.

    `zone_assumed` where one of two times of day names no zone and is taken as of the place of the other.
    """

    verdict: Verdict
    gap: DifferenceKind
    amount: Decimal | None = None
    zone_assumed: bool = False
