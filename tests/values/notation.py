"""How cases files write a reading, so that a person can write and check one."""

from __future__ import annotations

from build_tools.model import DateValue, Interval, Qualifier, Quantity
from build_tools.values.printing import ends, plain_number


def describe(value: Quantity | DateValue) -> str:
    """A quantity as `[qualifier] value [unit]`, a date as `date EDTF`, hours with their two ends."""
    match value:
        case Quantity():
            return _quantity(value)
        case DateValue():
            return f"date {_days(value)}"


def describe_interval(interval: Interval) -> str:
    """In brackets: round where the end is open or there is none."""
    low, high = plain_number(interval.low), plain_number(interval.high)
    left = "(" if interval.low_open or low is None else "["
    right = ")" if interval.high_open or high is None else "]"
    return f"{left}{low or ''}, {high or ''}{right}"


def _quantity(value: Quantity) -> str:
    qualifier = "" if value.qualifier is Qualifier.EXACT else value.qualifier.value
    number = (
        plain_number(value.value)
        or f"{plain_number(value.tight.low) or ''}..{plain_number(value.tight.high) or ''}"
    )
    unit = f"{value.unit}?" if value.assumed else value.unit
    return " ".join(part for part in (qualifier, number, unit) if part)


def _days(value: DateValue) -> str:
    if value.clock and (value.clock.first != value.clock.last or value.earliest != value.latest):
        return f"{value.edtf} {' to '.join(end or 'open' for end in ends(value))}"
    if value.edtf:
        return f"about {value.edtf}" if value.clock and value.clock.about else value.edtf
    offset = value.offset
    return f"{offset.low}..{offset.high} {offset.unit}" if offset else "unresolved"
