"""A value calculated from others: `12人 + 20人`, `49% × 143亿美元`, from left to right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext
from enum import StrEnum

from build_tools.model import Interval, Qualifier, Quantity
from build_tools.values.plain_text import EXACT

HUNDRED = Decimal(100)


class Operator(StrEnum):
    """The operation between a value and the next."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "×"
    BY = "÷"


SIGNS = {**{str(one): one for one in Operator}, "−": Operator.MINUS, "–": Operator.MINUS}
SIGN = re.compile(rf"\s([{re.escape(''.join(SIGNS))}])\s")
FLIPPED = {
    Qualifier.OVER: Qualifier.UNDER,
    Qualifier.UNDER: Qualifier.OVER,
    Qualifier.AT_LEAST: Qualifier.AT_MOST,
    Qualifier.AT_MOST: Qualifier.AT_LEAST,
}
STRICT_FIRST = (Qualifier.EXACT, Qualifier.AT_LEAST, Qualifier.OVER, Qualifier.AT_MOST, Qualifier.UNDER)


@dataclass(frozen=True, slots=True)
class Sum:
    """Operands as written, and the operator before each but the first."""

    operands: tuple[str, ...]
    operators: tuple[Operator, ...]


def parse_sum(text: str) -> Sum | None:
    """The operands of a calculated value; None where the text is a single value.

    >>> parse_sum("12人 + 20人")
    Sum(operands=('12人', '20人'), operators=(<Operator.PLUS: '+'>,))
    >>> parse_sum("12-20人") is None
    True
    """
    parts = SIGN.split(text.strip())
    operands = tuple(part.strip() for part in parts[::2])
    if len(operands) < 2 or not all(operands):
        return None
    return Sum(operands, tuple(SIGNS[sign] for sign in parts[1::2]))


def reckon(operands: Sequence[Quantity], operators: Sequence[Operator]) -> Quantity | None:
    """The value of a sum; None where units do not go together, a value is vague, or it divides by zero.

    >>> from build_tools.values.quantities import parse_quantity
    >>> killed, wounded = parse_quantity("12人"), parse_quantity("超过20人")
    >>> found = reckon([killed, wounded], [Operator.PLUS]) if killed and wounded else None
    >>> (str(found.value), found.unit, found.qualifier.value) if found else None
    ('32', 'person', 'over')

    A bare number is in the unit of the other: "64 people out of Ambry and 18 out of Osk".
    """
    total = operands[0]
    with localcontext(EXACT):
        for operator, operand in zip(operators, operands[1:], strict=True):
            found = _step(total, operator, operand)
            if found is None:
                return None
            total = found
    return total


def _step(total: Quantity, operator: Operator, operand: Quantity) -> Quantity | None:
    if total.value is None or operand.value is None:
        return None
    match operator:
        case Operator.PLUS | Operator.MINUS if (
            None not in (total.unit, operand.unit) and total.unit != operand.unit
        ):
            return None
        case Operator.TIMES if total.unit == "%":
            return _step(replace(operand, share=False), operator, _as_ratio(total))
        case Operator.TIMES if operand.unit == "%":
            operand = _as_ratio(operand)
        case Operator.TIMES if total.unit is not None and operand.unit is not None:
            return None
        case Operator.BY if operand.unit not in (None, total.unit):
            return None
    return _reckoned(total, operator, operand)


def _as_ratio(percent: Quantity) -> Quantity:
    ratio = Interval(HUNDRED, HUNDRED)
    return replace(
        percent,
        value=(percent.value or Decimal(0)) / HUNDRED,
        tight=_combined(percent.tight, Operator.BY, ratio),
        loose=_combined(percent.loose, Operator.BY, ratio),
        unit=None,
    )


def _reckoned(total: Quantity, operator: Operator, operand: Quantity) -> Quantity | None:
    try:
        value = _apply(total.value or Decimal(0), operator, operand.value or Decimal(0))
        tight = _combined(total.tight, operator, operand.tight)
        loose = _combined(total.loose, operator, operand.loose)
    except (DivisionByZero, InvalidOperation):
        return None
    ratio = operator is Operator.BY and operand.unit == total.unit
    unit = None if ratio else total.unit or operand.unit
    qualifier = _loosest(total.qualifier, operator, operand.qualifier)
    return Quantity(value, tight, loose, qualifier, unit, total.assumed or operand.assumed, share=ratio)


def _apply(one: Decimal, operator: Operator, other: Decimal) -> Decimal:
    match operator:
        case Operator.PLUS:
            return one + other
        case Operator.MINUS:
            return one - other
        case Operator.TIMES:
            return one * other
        case Operator.BY:
            return one / other


def _combined(one: Interval, operator: Operator, other: Interval) -> Interval:
    """The interval of results; values of articles are not negative where they are multiplied."""
    if operator in (Operator.MINUS, Operator.BY):
        other = Interval(other.high, other.low, other.high_open, other.low_open)
    low = _end(one.low, operator, other.low)
    high = _end(one.high, operator, other.high)
    return Interval(low, high, one.low_open or other.low_open, one.high_open or other.high_open)


def _end(one: Decimal | None, operator: Operator, other: Decimal | None) -> Decimal | None:
    if one is None or other is None or (operator is Operator.BY and not other):
        return None
    return _apply(one, operator, other)


def _loosest(one: Qualifier, operator: Operator, other: Qualifier) -> Qualifier:
    """The looser of two qualifiers; bounds that point apart leave only about."""
    if operator in (Operator.MINUS, Operator.BY):
        other = FLIPPED.get(other, other)
    if one is other or other is Qualifier.EXACT:
        return one
    if one is Qualifier.EXACT:
        return other
    both = {one, other}
    if both <= {Qualifier.OVER, Qualifier.AT_LEAST} or both <= {Qualifier.UNDER, Qualifier.AT_MOST}:
        return max(one, other, key=STRICT_FIRST.index)
    return Qualifier.ABOUT
