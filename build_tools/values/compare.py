"""How two values of one property compare."""

from __future__ import annotations

from dataclasses import replace
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
from build_tools.values.date_parts import DAY
from build_tools.values.edtf import is_approximate
from build_tools.values.grammar.day_parts import part_of_day
from build_tools.values.grammar.leaning import side_of_hour
from build_tools.values.intervals import contains, overlap
from build_tools.values.moments import in_one_zone, in_own_zones, minutes_asserted, slack
from build_tools.values.units import in_first_unit, in_one_unit, in_short_tons

ZONES_APART = 26 * 60  # minutes between the clocks of Baker Island and the Line Islands

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
        case EntityValue(), EntityValue() if a.id in b.within or b.id in a.within:
            return Verdict.WEAKER
        case (EntityValue(), EntityValue()) | (TermValue(), TermValue()):
            return Verdict.AGREE if a == b else Verdict.CONFLICT
        case TextValue(), TextValue():
            return Verdict.AGREE if a == b else Verdict.INCOMPARABLE
        case _:
            return Verdict.INCOMPARABLE


def compare_quantities(a: Quantity, b: Quantity) -> Verdict:
    """By unit first, then by what the words assert; units of one dimension are converted.

    Tons that another gives in tonnes may be American ones.
    """
    verdict = _compared(a, b)
    short = in_short_tons(a), in_short_tons(b)
    if verdict is Verdict.CONFLICT and None in short and short != (None, None):
        other = _compared(short[0] or a, short[1] or b)
        return verdict if other is Verdict.CONFLICT else Verdict.ROUNDING
    return verdict


def _compared(a: Quantity, b: Quantity) -> Verdict:
    both = in_one_unit(a, b)
    if both is None:
        return Verdict.INCOMPARABLE
    a, b = both
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
    """By minutes: a coarser date that holds the other is weaker; one known only about reaches further.

    A day without a time is compared in the other date's zone, and then in the zone of its own article.
    """
    if a.edtf is None or b.edtf is None:
        return Verdict.INCOMPARABLE
    verdict = _verdict(a, b, in_one_zone(a, b))
    return (
        _verdict(a, b, placed) if verdict is Verdict.CONFLICT and (placed := in_own_zones(a, b)) else verdict
    )


def _verdict(a: DateValue, b: DateValue, minutes: tuple[Interval, Interval]) -> Verdict:
    first, second = minutes
    if first != second and (contains(first, second) or contains(second, first)):
        return Verdict.WEAKER
    if overlap(first, second):
        return Verdict.AGREE
    return Verdict.ROUNDING if _may_meet((a, first), (b, second)) else Verdict.CONFLICT


def _may_meet(one: tuple[DateValue, Interval], other: tuple[DateValue, Interval]) -> bool:
    """Whether two dates may be one, as they are rounded; of two times of day the rougher one counts."""
    if all(date.clock for date, _ in (one, other)):
        return overlap(_as_rounded(*one), other[1]) or overlap(one[1], _as_rounded(*other))
    return overlap(_widened(*one), _widened(*other))


def _as_rounded(date: DateValue, minutes: Interval) -> Interval:
    """A time of day as far as it may be rounded: shortly after 2:30 is not before it."""
    side, around = side_of_hour(date.raw), _around(minutes, slack(date))
    return Interval(minutes.low if side > 0 else around.low, minutes.high if side < 0 else around.high)


def allowed(value: Value | None) -> Interval | None:
    """All that a number or a date may mean on the loosest reading; None where it has no order.

    Quantities of one dimension are in one unit; dates are in minutes, and a time of day may be of any zone.
    """
    match value:
        case Quantity():
            return _with_short_tons(value)
        case DateValue() if value.edtf is not None:
            within = _widened(value, minutes_asserted(value))
            return _around(within, ZONES_APART) if value.clock else within
        case _:
            return None


def _with_short_tons(value: Quantity) -> Interval:
    """All that a number may be, in the first unit; of tons that may be American ones, those too."""
    loose, short = in_first_unit(value).loose, in_short_tons(value)
    low = in_first_unit(short).loose.low if short else loose.low
    return replace(loose, low=low)


def _widened(value: DateValue, minutes: Interval) -> Interval:
    """A date known only about may be off by as much as it is long; a time of day as it is rounded."""
    if value.clock:
        return _around(minutes, slack(value))
    minutes = _to_end_of_night(value, minutes)
    if not value.edtf or not is_approximate(value.edtf) or minutes.low is None or minutes.high is None:
        return minutes
    return _around(minutes, minutes.high - minutes.low + 1)


def _to_end_of_night(value: DateValue, minutes: Interval) -> Interval:
    """Late on Saturday night, 周六深夜: the night of a day may go on for some hours of the next."""
    one_day = value.earliest is not None and value.earliest == value.latest
    part = part_of_day(value.raw) if one_day else None
    if part is None or minutes.high is None:
        return minutes
    return Interval(minutes.low, minutes.high + max(0, part[1] * 60 - DAY))


def _around(minutes: Interval, more: Decimal | int) -> Interval:
    low, high = minutes.low, minutes.high
    return Interval(None if low is None else low - more, None if high is None else high + more)
