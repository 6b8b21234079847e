"""A figure that is the sum of others, and values that do not add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from build_tools.evidence.keys import interval_key, value_breadth, value_order
from build_tools.evidence.positions import Position, positions, same_time_and_place
from build_tools.evidence.rules.table import VALUE, Table, claims_in_order, side_of
from build_tools.evidence.separators import Separators
from build_tools.evidence.stepping import steps_of
from build_tools.grouped import grouped
from build_tools.model import (
    COUNTED_THINGS,
    Claim,
    Conflict,
    ConflictId,
    Figure,
    Interval,
    Qualifier,
    Quantity,
    Rule,
    Stance,
)
from build_tools.values import is_known_unit

COUNTED = COUNTED_THINGS | {"vote"}

Row = tuple[Position, ...]
Rows = Sequence[Sequence[Position]]


@dataclass(frozen=True, slots=True)
class Total:
    """What the parts of a figure come to, as widely as their claims allow."""

    total: Quantity
    positions: tuple[Position, ...]


def total(table: Table) -> Iterator[Conflict]:
    """A whole (`sum_of:`) that none of the values claimed for its parts can make up."""
    for entity in table.inputs.entities.values():
        if isinstance(entity, Figure) and entity.sum_of:
            moves = any(table.moves(id, VALUE) for id in (entity.id, *entity.sum_of))
            for wholes, parts in _at_each_moment(table, entity) if moves else _at_each_place(table, entity):
                yield from _not_adding_up(entity, wholes, parts)


def _at_each_place(table: Table, figure: Figure) -> Iterator[tuple[Row, Rows]]:
    """The values of a whole at each time and place that they name, and those of its parts."""
    parts = [_positions(table.claims(part, VALUE), table) for part in figure.sum_of]
    found: dict[Separators, Row] = defaultdict(tuple)
    for whole in _positions(table.claims(figure.id, VALUE), table):
        found[whole.separators] = (*found[whole.separators], whole)
    yield from ((alike, parts) for alike in found.values())


def _at_each_moment(table: Table, figure: Figure) -> Iterator[tuple[Row, Rows]]:
    """The steps of a whole that moves, each with those of its parts at that moment or in that passage.

    Of several wholes of one moment it is that of who gives the parts.
    """
    steps = steps_of(table.claims(figure.id, VALUE), table.inputs)
    parts = [steps_of(table.claims(part, VALUE), table.inputs) for part in figure.sum_of]
    for within, at_once in grouped(steps, lambda step: step.within).items():
        found = []
        for alike in grouped(at_once, lambda step: step.claim.value).values():
            passages = {_passage(step.claim) for step in alike}
            now = [
                [step.claim for step in part if step.within == within or _passage(step.claim) in passages]
                for part in parts
            ]
            found.append(([step.claim for step in alike], now))
        nearest = max(_nearness(wholes, now) for wholes, now in found)
        for wholes, now in found:
            if _nearness(wholes, now) == nearest:
                made = [[*map(_untimed, _positions(part, table))] for part in now]
                yield tuple(map(_untimed, _positions(wholes, table))), made


def _nearness(wholes: Sequence[Claim], parts: Iterable[Iterable[Claim]]) -> int:
    """How surely those who give a whole give its parts: in one passage, as one speaker, in one article."""
    given = [claim for part in parts for claim in part]
    ways: tuple[Callable[[Claim], object], ...] = (_passage, _giver, _article)
    for at, key in enumerate(ways):
        if not {key(claim) for claim in wholes}.isdisjoint(key(claim) for claim in given):
            return len(ways) - at
    return 0


def _passage(claim: Claim) -> tuple[str, str]:
    return claim.citation.source, claim.passage


def _giver(claim: Claim) -> tuple[str, str | None]:
    return claim.citation.source, claim.qualifiers.said_by


def _article(claim: Claim) -> str:
    return claim.citation.source


def _untimed(position: Position) -> Position:
    return replace(position, separators=replace(position.separators, time=None))


def _positions(claims: Iterable[Claim], table: Table) -> Row:
    property = table.property(VALUE)
    made = positions(claims, property.per if property else ())
    return tuple(one for one in made if one.stance is Stance.AFFIRMS and isinstance(one.value, Quantity))


def _not_adding_up(figure: Figure, wholes: Row, given: Rows) -> Iterator[Conflict]:
    added = [(whole, _add_up(whole, given)) for whole in wholes]
    failing = [(whole, parts) for whole, parts in added if parts and not _within(whole, parts)]
    if not failing or len(failing) < len(added):
        return
    whole, parts = min(failing, key=lambda pair: (value_breadth(pair[0].value), value_order(pair[0].value)))
    claims = claims_in_order(claim for one, _ in failing for claim in one.claims)
    summed = claims_in_order(claim for part in parts.positions for claim in part.claims)
    yield Conflict(
        id=ConflictId(f"{figure.id}.sum"),
        rule=Rule.SUM,
        subject=figure.id,
        property=VALUE,
        sides=(
            side_of(whole, whole.value, claims),
            side_of(whole, parts.total, summed),
        ),
        clashes=((0, 1),),
    )


def _add_up(whole: Position, rows: Rows) -> Total | None:
    """The sum of the parts at the whole's time and place; none where one is missing or in other units.

    Of things that are counted a missing part is none or more: the others may already be too many.
    """
    unit = _quantity(whole).unit
    given = [_comparable(row, whole, unit) for row in rows]
    parts = [part for part in given if part]
    missing = len(parts) < len(given)
    if not parts or (missing and unit not in COUNTED_THINGS):
        return None
    value = _exact([[_quantity(one).value for one in part] for part in parts])
    tight = _sum([_hull([_possible(_quantity(one).tight, unit) for one in part]) for part in parts])
    loose = _sum([_hull([_possible(_quantity(one).loose, unit) for one in part]) for part in parts])
    if missing:
        tight, loose = replace(tight, high=None), replace(loose, high=None)
    raw = interval_key(tight) if value is None else ""
    made = Quantity(value, tight, loose, _qualifier(value, missing), unit, raw=raw)
    return Total(made, tuple(one for part in parts for one in part))


def _qualifier(value: Decimal | None, missing: bool) -> Qualifier:
    if value is None:
        return Qualifier.RANGE
    return Qualifier.AT_LEAST if missing else Qualifier.EXACT


def _possible(interval: Interval, unit: str | None) -> Interval:
    """The whole numbers in an interval, of things that are counted: 13 people are not 12.5 to 13.5."""
    if unit not in COUNTED_THINGS:
        return interval
    low = interval.low and interval.low.to_integral_value(ROUND_CEILING)
    high = interval.high and interval.high.to_integral_value(ROUND_FLOOR)
    if high is not None and interval.high_open and high == interval.high:
        high -= 1
    empty = low is not None and high is not None and high < low
    return interval if empty else Interval(low, high)


def _quantity(position: Position) -> Quantity:
    if not isinstance(position.value, Quantity):
        raise TypeError("only quantities add up")
    return position.value


def _comparable(parts: Iterable[Position], whole: Position, unit: str | None) -> list[Position]:
    alike = (one for one in parts if _add_together(_quantity(one).unit, unit))
    return [one for one in alike if same_time_and_place(one, whole)]


def _add_together(part: str | None, whole: str | None) -> bool:
    """Whether parts are of the unit of the whole, or both are counted one by one: votes make up voters."""
    return part == whole or (_is_counted(part) and _is_counted(whole))


def _is_counted(unit: str | None) -> bool:
    return unit is not None and (unit in COUNTED or not is_known_unit(unit))


def _exact(parts: Sequence[Sequence[Decimal | None]]) -> Decimal | None:
    """The one number that the parts come to, where each has one."""
    numbers = [set(values) for values in parts]
    if any(len(values) != 1 or None in values for values in numbers):
        return None
    return sum((value for values in numbers for value in values if value is not None), Decimal(0))


def _hull(intervals: Sequence[Interval]) -> Interval:
    lows = [one.low for one in intervals]
    highs = [one.high for one in intervals]
    low = None if None in lows else min(one for one in lows if one is not None)
    high = None if None in highs else max(one for one in highs if one is not None)
    return Interval(low, high)


def _sum(intervals: Sequence[Interval]) -> Interval:
    lows = [one.low for one in intervals]
    highs = [one.high for one in intervals]
    return Interval(_add(lows), _add(highs))


def _add(ends: Sequence[Decimal | None]) -> Decimal | None:
    return None if None in ends else sum((end for end in ends if end is not None), Decimal(0))


def _within(whole: Position, parts: Total) -> bool:
    """Whether the whole and the sum have a number in common, rounding allowed."""
    a, b = _possible(_quantity(whole).loose, parts.total.unit), parts.total.loose
    return _reaches(a.low, b.high) and _reaches(b.low, a.high)


def _reaches(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low <= high
