"""Whether a translation surely has another figure than its quote, or may only say it in other words."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.evidence.proving.figure_bounds import BOUNDS
from build_tools.evidence.support import may_share_unit
from build_tools.model import DateValue, Quantity, Reading
from build_tools.values import may_both_be

ALWAYS_WRITTEN = 100


def is_sure(lost: Sequence[Reading], added: Sequence[Reading]) -> bool:
    """Whether one text replaces a figure of the other, or has alone a number that needs digits.

    A small number or a date that only one of them has may be in words: 双方, both; 十四, the fourteen.
    """
    if any(_is_replaced(one, other) for one in lost for other in added):
        return True
    return any(_is_always_written(one) for one in (*lost, *added))


def _is_replaced(one: Reading, other: Reading) -> bool:
    """Whether two readings that differ are of one kind, and differ by more than a bound."""
    match one, other:
        case Quantity(), Quantity():
            if one.value != other.value or one.value is None:
                return bool(may_share_unit(one, other)) or may_both_be(one, other)
            return bool(may_share_unit(one, other)) and _are_opposite(one, other)
        case DateValue(), DateValue():
            return True
    return False


def _are_opposite(one: Quantity, other: Quantity) -> bool:
    """Whether one number is bounded from below and the other from above."""
    return len({BOUNDS.get(one.qualifier), BOUNDS.get(other.qualifier)} - {None}) > 1


def _is_always_written(one: Reading) -> bool:
    """Whether a number is too large or too exact to be told without its digits."""
    if not isinstance(one, Quantity) or one.value is None:
        return False
    return abs(one.value) >= ALWAYS_WRITTEN or one.value % 1 != 0
