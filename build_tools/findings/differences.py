"""How far two values are apart, measured, for pages and exports to put into words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from build_tools.evidence.positions import denied_by
from build_tools.model import DateValue, Difference, DifferenceKind, Quantity, Stance, Value, Verdict
from build_tools.values import compare
from build_tools.values.grammar.numeral import DIVISION
from build_tools.values.moments import in_one_zone
from build_tools.values.plain import EXACT
from build_tools.values.units import in_one_unit

TWICE = Decimal(2)
HUNDRED = Decimal(100)


def value_difference(a: Value, b: Value) -> Difference:
    """How far two values are apart, measured from the smaller or the earlier one."""
    verdict = compare(a, b)
    match a, b:
        case Quantity(), Quantity() if verdict is Verdict.INCOMPARABLE:
            return Difference(verdict, DifferenceKind.UNIT if a.unit and b.unit else DifferenceKind.NO_UNIT)
        case Quantity(), Quantity() if verdict is Verdict.CONFLICT:
            return Difference(verdict, *_between_numbers(a, b))
        case DateValue(), DateValue() if verdict is Verdict.CONFLICT:
            return Difference(verdict, *_between_dates(a, b))
        case _:
            return Difference(
                verdict, DifferenceKind.OTHER if verdict is Verdict.CONFLICT else DifferenceKind.NONE
            )


class Stated(Protocol):
    """A value as a side or a statement has it."""

    @property
    def value(self) -> Value | None:
        """What is said, if anything but that it is so."""

    @property
    def stance(self) -> Stance:
        """Whether it is said to be so."""


def denial(one: Stated, other: Stated) -> Difference | None:
    """One affirms what the other denies, which needs no measuring; a denial of another value leaves it be."""
    if one.stance == other.stance:
        return None
    affirmed, denied = sorted((one, other), key=lambda each: each.stance is Stance.DENIES)
    if denied_by(affirmed.value, denied.value) is Verdict.CONFLICT:
        return Difference(Verdict.CONFLICT, DifferenceKind.DENIED)
    return Difference(Verdict.INCOMPARABLE, DifferenceKind.NONE)


def _between_numbers(a: Quantity, b: Quantity) -> tuple[DifferenceKind, Decimal | None]:
    a, b = in_one_unit(a, b) or (a, b)
    low, high = sorted((_number(a), _number(b)))
    if a.unit == "%":
        return DifferenceKind.POINTS, _shortened(high - low)
    if low <= 0:
        return DifferenceKind.OTHER, None
    if high >= TWICE * low:
        return DifferenceKind.TIMES, _rounded(high / low)
    return DifferenceKind.PERCENT, _rounded((high - low) / low * HUNDRED)


def _number(quantity: Quantity) -> Decimal:
    """The number named, or the nearest end of what the words allow."""
    if quantity.value is not None:
        return quantity.value
    ends = [end for end in (quantity.tight.low, quantity.tight.high) if end is not None]
    return ends[0] if ends else Decimal(0)


def _rounded(number: Decimal) -> Decimal:
    """To two digits that count, and no finer than a tenth."""
    step = Decimal("0.1") if number < 10 else Decimal(1)
    return number.quantize(step, ROUND_HALF_UP, EXACT)


def _shortened(points: Decimal) -> Decimal:
    """As they are, but where a third makes them endless."""
    return points if len(points.as_tuple().digits) < DIVISION.prec - 2 else _rounded(points)


def _between_dates(a: DateValue, b: DateValue) -> tuple[DifferenceKind, Decimal | None]:
    """How many days lie between two days, or minutes between two times; 1984 and 1985 are not measured so."""
    if a.clock or b.clock:
        return _between_times(a, b)
    if a.earliest is None or b.earliest is None or a.earliest != a.latest or b.earliest != b.latest:
        return DifferenceKind.OTHER, None
    days = abs((a.earliest - b.earliest).days)
    return (DifferenceKind.DAY if days == 1 else DifferenceKind.DAYS), Decimal(days)


def _between_times(a: DateValue, b: DateValue) -> tuple[DifferenceKind, Decimal | None]:
    """How many minutes lie between two times of day, in one zone; a time and a day are not measured."""
    first, second = in_one_zone(a, b)
    if first.low is None or second.low is None or first.low != first.high or second.low != second.high:
        return DifferenceKind.OTHER, None
    return DifferenceKind.MINUTES, abs(first.low - second.low)
