"""A number as it is written, and how finely."""

from __future__ import annotations

from dataclasses import replace
from decimal import Context, Decimal
from typing import NamedTuple

from build_tools.model import Interval, Qualifier

ONE = Decimal(1)
LAST_RANK = "rank-from-last"
DIVISION = Context(prec=20)  # a third has no last digit
SHARE_PLACE, FINE = Decimal("0.01"), Decimal(5)  # a share is told to a fifth of its part


class Numeral(NamedTuple):
    """A number as written: `place` is the worth of its last digit, `coarse` of its last but zeros.

    `asserted` is set where the numeral is an interval by itself (数百亿, 二三十); `weak` numerals
    count only beside a unit; a `share` is a fraction. `first` and `stop` are places among the tokens.
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
    first: int = 0
    stop: int = 0
    bare: bool = False  # begins with a size that nothing counts: 百分之五
    letter: str = ""  # a size in one letter (10m, 3t), which may be a unit


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
    if within:
        within = replace(within, low=_times(within.low, size), high=_times(within.high, size))
    return numeral._replace(
        value=_times(numeral.value, size),
        place=numeral.place * size,
        coarse=numeral.coarse * size,
        scale=numeral.scale * size,
        asserted=within,
        weak=False,
        letter="",
    )


def _times(number: Decimal | None, size: Decimal) -> Decimal | None:
    return None if number is None else number * size


def share_of(above: Numeral, below: Decimal, start: int, end: int) -> Numeral:
    """A fraction of what is above and below the line."""
    value = DIVISION.divide(above.value or ONE, below)
    place = min(SHARE_PLACE, DIVISION.divide(above.place, abs(below)))
    coarse = max(place, DIVISION.divide(ONE, abs(below) * FINE))
    return Numeral(start, end, value, place, coarse, share=True, first=above.first, stop=above.stop)
