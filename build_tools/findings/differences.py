"""How far two values are apart, and how all values of one point compare pair by pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from typing import Protocol

from build_tools.evidence.positions import denied_by
from build_tools.model import (
    Claim,
    ClaimId,
    Comparison,
    Conflict,
    DateValue,
    Difference,
    DifferenceKind,
    Dossier,
    Figure,
    Point,
    Quantity,
    Stance,
    Statement,
    StatementGroup,
    Value,
    Verdict,
)
from build_tools.values import compare
from build_tools.values.grammar.numeral import DIVISION
from build_tools.values.moments import in_one_zone, takes_zone
from build_tools.values.plain_text import EXACT
from build_tools.values.units import in_one_unit

TWICE = Decimal(2)
HUNDRED = Decimal(100)


def value_difference(a: Value, b: Value) -> Difference:
    """How far two values are apart, measured from the smaller or the earlier one."""
    found = _value_difference(a, b)
    if isinstance(a, DateValue) and isinstance(b, DateValue) and takes_zone(a, b):
        return replace(found, zone_assumed=True)
    return found


def _value_difference(a: Value, b: Value) -> Difference:
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
        """The value; None where only the subject itself is affirmed or denied."""

    @property
    def stance(self) -> Stance:
        """Whether the value is affirmed or denied."""


def denial(one: Stated, other: Stated) -> Difference | None:
    """The difference where one affirms what the other denies; None where neither denies the other's value."""
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
    """The digits as they are; an endless fraction is cut."""
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


MOST = 6


def compared_values(dossier: Dossier) -> Mapping[Point, tuple[Comparison, ...]]:
    """The comparisons of each point that has a few values; those of a figure that moves are its steps."""
    few = (
        group for group in dossier.groups if 1 < len(group.statements) <= MOST and not _moves(dossier, group)
    )
    return {(group.subject, group.property): tuple(_comparisons(dossier, group)) for group in few}


def _moves(dossier: Dossier, group: StatementGroup) -> bool:
    entity = dossier.inputs.entities.get(group.subject)
    return isinstance(entity, Figure) and entity.series is not None


def _comparisons(dossier: Dossier, group: StatementGroup) -> Iterator[Comparison]:
    conflicts = dossier.conflicts_of.get(group.subject, ())
    for pair in combinations(group.statements, 2):
        if _is_measurable(*pair) and not _at_other_times(*pair):
            one, other = sorted(pair, key=lambda each: each.stance is Stance.DENIES)
            found = _difference(one, other)
            if found.verdict is not Verdict.CONFLICT or any(_opposed(each, one, other) for each in conflicts):
                yield Comparison(one, other, found)


def _is_measurable(one: Statement, other: Statement) -> bool:
    """Whether the difference of two values is more than that they are not the same."""
    figures = isinstance(one.value, Quantity) and isinstance(other.value, Quantity)
    dates = isinstance(one.value, DateValue) and isinstance(other.value, DateValue)
    return figures or dates or one.stance != other.stance


def _at_other_times(one: Statement, other: Statement) -> bool:
    times = [_time_of(each.claims) for each in (one, other)]
    return all(times) and times[0] != times[1]


def _time_of(claims: tuple[Claim, ...]) -> str:
    """Of what time a value is, where all of its claims say the same."""
    dates = {claim.qualifiers.period or claim.qualifiers.as_of for claim in claims}
    date = next(iter(dates)) if len(dates) == 1 else None
    return (date.edtf or date.raw) if date else ""


def _difference(one: Statement, other: Statement) -> Difference:
    denied = denial(one, other)
    if denied is None and one.value is not None and other.value is not None:
        return value_difference(one.value, other.value)
    return denied or Difference(Verdict.AGREE, DifferenceKind.NONE)


def _opposed(conflict: Conflict, one: Statement, other: Statement) -> bool:
    """Whether two values are on sides of one conflict: values of different times may differ without one."""
    on = [_sides_with(conflict, {claim.id for claim in each.claims}) for each in (one, other)]
    return all(on) and len(on[0] | on[1]) > 1


def _sides_with(conflict: Conflict, ids: Set[ClaimId]) -> set[int]:
    sides = enumerate(conflict.sides)
    return {at for at, side in sides if any(claim.id in ids for claim in side.claims)}
