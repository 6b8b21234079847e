"""What words assert of a number, as intervals."""

from __future__ import annotations

from decimal import Decimal

from build_tools.model import Interval, Qualifier

ANY = Interval(None, None)


def rounded(value: Decimal, place: Decimal) -> Interval:
    """All that rounds to the value at this place.

    Rounding keeps significant digits: where one digit is left and it is 1, the next smaller place
    counts below it. 1000 as one digit may stand for 950 to 1500, since 940 would be written 900.

    >>> str(rounded(Decimal(143), Decimal(1)).low)
    '142.5'
    >>> str(rounded(Decimal(1000), Decimal(1000)).low), str(rounded(Decimal(1000), Decimal(1000)).high)
    ('950', '1500')
    """
    outwards = place / 2
    inwards = outwards / 10 if abs(value) == place else outwards
    below, above = (inwards, outwards) if value >= 0 else (outwards, inwards)
    return Interval(value - below, value + above, high_open=True)


def asserted(
    qualifier: Qualifier, value: Decimal, tight: Interval, loose: Interval
) -> tuple[Interval, Interval]:
    """What a qualified number says, tight and loose."""
    match qualifier:
        case Qualifier.ABOUT:
            return loose, loose
        case Qualifier.OVER:
            bound = Interval(value, None, low_open=True)
        case Qualifier.AT_LEAST:
            bound = Interval(value, None)
        case Qualifier.UNDER:
            bound = Interval(None, value, high_open=True)
        case Qualifier.AT_MOST:
            bound = Interval(None, value)
        case Qualifier.NEARLY:
            bound = Interval(loose.low, value, high_open=True)
        case _:
            return tight, loose
    return bound, bound


def open_end(qualifier: Qualifier, within: Interval) -> Interval:
    """What is left of a vague count under a bound: 超过数百亿 has no upper end."""
    match qualifier:
        case Qualifier.OVER | Qualifier.AT_LEAST:
            return Interval(within.low, None, low_open=qualifier is Qualifier.OVER)
        case Qualifier.UNDER | Qualifier.AT_MOST:
            return Interval(None, within.high, high_open=within.high_open or qualifier is Qualifier.UNDER)
        case _:
            return within


def mirrored(within: Interval) -> Interval:
    """The same below zero: 零下十几度 is between -20 and -10."""
    low = None if within.high is None else -within.high
    high = None if within.low is None else -within.low
    return Interval(low, high, within.high_open, within.low_open)


def overlap(a: Interval, b: Interval) -> bool:
    """Whether some number lies in both."""
    return _reaches(a, b) and _reaches(b, a)


def contains(outer: Interval, inner: Interval) -> bool:
    """Whether every number of `inner` lies in `outer`."""
    return _low_within(outer, inner) and _high_within(outer, inner)


def _reaches(a: Interval, b: Interval) -> bool:
    """Whether the upper end of `a` is not below the lower end of `b`."""
    if a.high is None or b.low is None:
        return True
    return a.high > b.low or (a.high == b.low and not a.high_open and not b.low_open)


def _low_within(outer: Interval, inner: Interval) -> bool:
    if outer.low is None:
        return True
    if inner.low is None:
        return False
    return outer.low < inner.low or (outer.low == inner.low and (not outer.low_open or inner.low_open))


def _high_within(outer: Interval, inner: Interval) -> bool:
    if outer.high is None:
        return True
    if inner.high is None:
        return False
    return outer.high > inner.high or (outer.high == inner.high and (not outer.high_open or inner.high_open))
