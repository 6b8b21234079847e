"""The ends of an order: if any two of many ordered values conflict, those at the ends do."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from decimal import Decimal
from itertools import combinations

from build_tools.evidence.keys import value_order
from build_tools.grouped import grouped
from build_tools.model import DateValue, Interval, Quantity, Value, Verdict
from build_tools.values import allowed, compare, in_first_unit
from build_tools.values.intervals import ANY

FEW = 30
ZERO = Decimal(0)


def kind_of(value: Value | None) -> Hashable:
    """What values share that can be ordered: a dimension, or that they are dates."""
    return type(value), in_first_unit(value).unit if isinstance(value, Quantity) else None


def outermost(values: Sequence[Value | None]) -> tuple[int, int]:
    """Of values of one kind, the place of the one that ends first and of the one that begins last.

    What has no order, a role or a person, has two that differ at its ends.
    """
    reach = [allowed(value) for value in values]
    if None in reach:
        return 0, next((at for at, value in enumerate(values) if value != values[0]), 0)
    known = [each or ANY for each in reach]
    places = range(len(values))
    return min(places, key=lambda at: _upper(known[at])), max(places, key=lambda at: _lower(known[at]))


def any_clash(values: Iterable[Value | None]) -> bool:
    """Whether any two values clash, found without comparing each with each.

    >>> from build_tools.values import parse_quantity
    >>> any_clash(map(parse_quantity, ["143亿美元", "140亿美元", "超过100亿美元"]))
    False
    >>> any_clash(map(parse_quantity, ["143亿美元", "140亿美元", "148亿美元"]))
    True
    >>> from build_tools.values import parse_edtf
    >>> times = ["2031-11-18T08:07-05:00", "2031-11-18T13:09Z", "2031-11-18T18:07+05:00"]
    >>> any_clash(map(parse_edtf, times)), any_clash(map(parse_edtf, [times[0], times[2]]))
    (True, False)
    """
    alike = grouped(values, kind_of).values()
    return any(_clash_at_ends(each) or _clash_by_clock(each) for each in alike)


def _clash_by_clock(values: Sequence[Value | None]) -> bool:
    """Whether two of some times of day clash; of very many the first and the last are compared.

    Clocks of many zones, and days without a time among them, are in no one order.
    """
    if not any(isinstance(value, DateValue) and value.clock for value in values):
        return False
    told = sorted({value for value in values if value is not None}, key=value_order)
    if len(told) > 2 * FEW:
        told = [*told[:FEW], *told[-FEW:]]
    return any(compare(one, other) is Verdict.CONFLICT for one, other in combinations(told, 2))


def _clash_at_ends(values: Sequence[Value | None]) -> bool:
    first, last = (values[at] for at in outermost(values))
    return first is not None and last is not None and compare(first, last) is Verdict.CONFLICT


def _upper(within: Interval) -> tuple[bool, Decimal, bool]:
    return within.high is None, within.high or ZERO, not within.high_open


def _lower(within: Interval) -> tuple[bool, Decimal, bool]:
    return within.low is not None, within.low or ZERO, within.low_open
