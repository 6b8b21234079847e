"""How two values of one property stand to each other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from build_tools.model import (
    DateValue,
    EntityValue,
    Interval,
    Qualifier,
    Quantity,
    TermValue,
    TextValue,
    Value,
    Verdict,
)
from build_tools.values.edtf import is_approximate
from build_tools.values.intervals import contains, overlap

VAGUE = frozenset(
    {
        Qualifier.OVER,
        Qualifier.AT_LEAST,
        Qualifier.UNDER,
        Qualifier.AT_MOST,
        Qualifier.NEARLY,
        Qualifier.RANGE,
        Qualifier.SEVERAL,
    }
)


def compare(a: Value, b: Value) -> Verdict:
    """The verdict on two values: incomparable, weaker, agree, rounding or conflict, tested in this order.

    >>> from build_tools.values.quantities import parse_quantity
    >>> compare(parse_quantity("143亿美元"), parse_quantity("148億美元")).value
    'conflict'
    """
    match a, b:
        case Quantity(), Quantity():
            return compare_quantities(a, b)
        case DateValue(), DateValue():
            return compare_dates(a, b)
        case (EntityValue(), EntityValue()) | (TermValue(), TermValue()):
            return Verdict.AGREE if a == b else Verdict.CONFLICT
        case TextValue(), TextValue():
            return Verdict.AGREE if a == b else Verdict.INCOMPARABLE
        case _:
            return Verdict.INCOMPARABLE


def compare_quantities(a: Quantity, b: Quantity) -> Verdict:
    """By unit first, then by what the words assert."""
    if a.unit != b.unit:
        return Verdict.INCOMPARABLE
    if _is_weaker(a, b) or _is_weaker(b, a):
        return Verdict.WEAKER
    if overlap(a.tight, b.tight):
        return Verdict.AGREE
    return Verdict.ROUNDING if overlap(a.loose, b.loose) else Verdict.CONFLICT


def _is_weaker(vague: Quantity, firm: Quantity) -> bool:
    """Whether a bound, range or vague count strictly contains what the other asserts."""
    if vague.qualifier not in VAGUE:
        return False
    return contains(vague.tight, firm.tight) and not contains(firm.tight, vague.tight)


def compare_dates(a: DateValue, b: DateValue) -> Verdict:
    """By days: a coarser date that holds the other is weaker; one known only about reaches a unit further."""
    if a.edtf is None or b.edtf is None:
        return Verdict.INCOMPARABLE
    first, second = days_asserted(a), days_asserted(b)
    if first != second and (contains(first, second) or contains(second, first)):
        return Verdict.WEAKER
    if overlap(first, second):
        return Verdict.AGREE
    return Verdict.ROUNDING if overlap(_widened(a, first), _widened(b, second)) else Verdict.CONFLICT


def allowed(value: Value | None) -> Interval | None:
    """All that a number or a date may stand for on the loosest reading; none where there is no order."""
    match value:
        case Quantity():
            return value.loose
        case DateValue() if value.edtf is not None:
            return _widened(value, days_asserted(value))
        case _:
            return None


def days_asserted(value: DateValue) -> Interval:
    """A date as an interval of days, both ends counting."""
    return Interval(_ordinal(value.earliest), _ordinal(value.latest))


def _ordinal(day: date | None) -> Decimal | None:
    return None if day is None else Decimal(day.toordinal())


def _widened(value: DateValue, days: Interval) -> Interval:
    """A date known only about may be off by as much as it is long: a day, a month, a year."""
    if not value.edtf or not is_approximate(value.edtf) or days.low is None or days.high is None:
        return days
    length = days.high - days.low + 1
    return Interval(days.low - length, days.high + length)
