"""Keys and order of values: when two claims say the same, in an order that files do not affect."""

from __future__ import annotations

from decimal import Decimal

from build_tools.model import (
    Claim,
    DateValue,
    EntityValue,
    Interval,
    Quantity,
    TermValue,
    TextValue,
    Value,
)
from build_tools.values.intervals import contains as interval_contains
from build_tools.values.moments import in_one_zone, minutes_asserted
from build_tools.values.printing import plain_number
from build_tools.values.units import first_spelling

ZERO = Decimal(0)


def value_key(value: Value | None) -> str:
    """A value in one line that stays the same in every script and spelling.

    >>> value_key(Quantity(Decimal("143e8"), Interval(None, None), Interval(None, None), unit="USD"))
    'exact 14300000000 USD'
    """
    match value:
        case None:
            return ""
        case Quantity():
            number = plain_number(value.value) or interval_key(value.tight)
            return " ".join((value.qualifier, number, first_spelling(value.unit))).rstrip()
        case DateValue():
            return value.edtf or value.raw
        case EntityValue(id=entity):
            return entity
        case TermValue(id=term):
            return term
        case TextValue(text=text):
            return "\n".join((text.en, text.zh, text.every, *(words for _, words in text.others))).strip()


def interval_key(interval: Interval) -> str:
    """An interval as mathematicians write it.

    >>> interval_key(Interval(Decimal(10), None, low_open=True))
    '(10, )'
    """
    low = plain_number(interval.low) or ""
    high = plain_number(interval.high) or ""
    return f"{'(' if interval.low_open else '['}{low}, {high}{')' if _open_above(interval) else ']'}"


def _open_above(interval: Interval) -> bool:
    return interval.high_open or interval.high is None


def value_order(value: Value | None) -> tuple[str, Decimal, Decimal, str]:
    """Sorts values for people: numbers by size within a unit, dates by minute, the rest by their key."""
    match value:
        case Quantity():
            low, high = value.tight.low, value.tight.high
            return value.unit or "", low or ZERO, high or low or ZERO, value_key(value)
        case DateValue():
            minutes = minutes_asserted(value)
            return "", minutes.low or ZERO, minutes.high or minutes.low or ZERO, value_key(value)
        case _:
            return "", ZERO, ZERO, value_key(value)


def value_breadth(value: Value | None) -> Decimal:
    """How much a value leaves open; an open end counts as no end.

    >>> value_breadth(Quantity(None, Interval(Decimal(1), Decimal(3)), Interval(Decimal(1), Decimal(3))))
    Decimal('2')
    """
    match value:
        case Quantity(loose=Interval(low=Decimal() as low, high=Decimal() as high)):
            return high - low
        case DateValue():
            minutes = minutes_asserted(value)
            if minutes.low is None or minutes.high is None:
                return Decimal("Infinity")
            return minutes.high - minutes.low
        case Quantity():
            return Decimal("Infinity")
        case _:
            return ZERO


def allows_all_of(outer: Value | None, inner: Value | None) -> bool:
    """Whether the outer value allows everything that the inner one allows."""
    match outer, inner:
        case Quantity(), Quantity():
            return outer.unit == inner.unit and interval_contains(outer.tight, inner.tight)
        case DateValue(), DateValue():
            return interval_contains(*in_one_zone(outer, inner))
        case _:
            return outer == inner


def claim_order(claim: Claim) -> tuple[str, int, str]:
    """Sorts claims by article and place."""
    return claim.citation.source, claim.citation.start, claim.id
