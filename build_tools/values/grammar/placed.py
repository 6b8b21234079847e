"""A date where it was found among the items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.values.date_parts import DateParts
from build_tools.values.grammar.items import Item

SPACE = "space"


@dataclass(frozen=True, slots=True)
class Placed:
    """The parts of a date, its items, the rule that found it; `carried` from the hour before."""

    parts: DateParts
    first: int
    last: int
    rule: str = ""
    carried: bool = False

    @property
    def is_clock(self) -> bool:
        """Whether it is a time of day and nothing else."""
        return self.rule in ("clock", "clock_range")


def between(one: Placed, other: Placed, items: Sequence[Item]) -> list[Item]:
    """The items between two dates, spaces aside."""
    return [item for item in items[one.last : other.first] if SPACE not in item.kinds]


def before(at: int, items: Sequence[Item], least: int = 0) -> int | None:
    """The item before a place, a space aside; None at the beginning."""
    at -= 1
    if at >= least and SPACE in items[at].kinds:
        at -= 1
    return at if at >= least else None


def after(at: int, items: Sequence[Item], most: int | None = None) -> int | None:
    """The item at or after a place, a space aside; None at the end."""
    most = len(items) if most is None else most
    if at < most and SPACE in items[at].kinds:
        at += 1
    return at if at < most else None
