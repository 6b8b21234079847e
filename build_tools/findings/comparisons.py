"""How the values of one point stand to each other, pair by pair, where they speak of one time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from itertools import combinations

from build_tools.findings.differences import denial, value_difference
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
    Verdict,
)

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
    """Whether there is more to say of two values than that they are not the same."""
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
    """Whether two values are on sides of one conflict: values of other times may well differ."""
    on = [_sides_with(conflict, {claim.id for claim in each.claims}) for each in (one, other)]
    return all(on) and len(on[0] | on[1]) > 1


def _sides_with(conflict: Conflict, ids: Set[ClaimId]) -> set[int]:
    sides = enumerate(conflict.sides)
    return {at for at, side in sides if any(claim.id in ids for claim in side.claims)}
