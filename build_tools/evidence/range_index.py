"""Many values in the order of their numbers or days, searched for those that overlap one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, islice

from build_tools.model import Interval, Value
from build_tools.values import allowed

ENDLESS = Decimal("Infinity")
MOST_MET = 200


@dataclass(frozen=True, slots=True)
class Ranges:
    """The places of values, by where they begin; `reach` is how far those that begin so early go."""

    places: tuple[int, ...]
    begin: tuple[Decimal, ...]
    reach: tuple[Decimal, ...]

    @classmethod
    def of(cls, values: Iterable[Value | None]) -> Ranges:
        """Values of one kind, in any order; what has no order is left out."""
        known = ((allowed(value), at) for at, value in enumerate(values))
        ends = sorted((*_ends(within), at) for within, at in known if within)
        reach = accumulate((end for _, end, _ in ends), max)
        return cls(tuple(at for *_, at in ends), tuple(begin for begin, *_ in ends), tuple(reach))

    def meeting(self, asked: Value | None) -> Iterator[int]:
        """The places of those that share a number or a day with one on the loosest reading; of many, some."""
        within = allowed(asked)
        return islice(self._met(*_ends(within)), MOST_MET) if within else iter(())

    def _met(self, begin: Decimal, end: Decimal) -> Iterator[int]:
        at = bisect_right(self.begin, end)
        while at and self.reach[at - 1] >= begin:
            at -= 1
            yield self.places[at]


def _ends(within: Interval) -> tuple[Decimal, Decimal]:
    begin = -ENDLESS if within.low is None else within.low
    return begin, ENDLESS if within.high is None else within.high
