"""A number as it is written, and how finely."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from build_tools.model import Interval, Qualifier

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: `place` is the worth of its last digit, `coarse` of its last but zeros.

    `asserted` is set where the numeral is an interval by itself (数百亿, 二三十); `weak` numerals
    count only beside a unit; a `share` is a fraction.
    """

    start: int
    end: int
    value: Decimal | None
    place: Decimal = ONE
    coarse: Decimal = ONE
    scale: Decimal = ONE
    qualifier: Qualifier = Qualifier.EXACT
    asserted: Interval | None = None
    weak: bool = False
    unit: str | None = None
    share: bool = False


def coarse_place(value: Decimal, place: Decimal, decimal: bool = False) -> Decimal:
    """The worth of the last digit that is not zero; written decimals count, zeros and all.

    >>> str(coarse_place(Decimal(600), Decimal(1)))
    '1E+2'
    """
    if decimal or not value:
        return place
    digits = str(abs(int(value / place)))
    return place.scaleb(len(digits) - len(digits.rstrip("0")))


def times(numeral: Numeral, size: Decimal) -> Numeral:
    """The numeral counted in so much: 十 in 万.

    >>> str(times(Numeral(0, 1, Decimal(10), coarse=Decimal(10)), Decimal(10000)).value)
    '100000'
    """
    within = numeral.asserted
    if within and within.low is not None and within.high is not None:
        within = replace(within, low=within.low * size, high=within.high * size)
    return replace(
        numeral,
        value=None if numeral.value is None else numeral.value * size,
        place=numeral.place * size,
        coarse=numeral.coarse * size,
        scale=numeral.scale * size,
        asserted=within,
        weak=False,
    )
