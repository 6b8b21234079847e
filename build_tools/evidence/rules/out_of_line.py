"""A figure that moves in time, and values that no order of its steps explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.evidence.keys import interval_key, value_breadth, value_order
from build_tools.evidence.rules.single_value import denials_of_figure, value_id
from build_tools.evidence.rules.table import VALUE, Table, claims_in_order
from build_tools.evidence.stepping import Step, clashes_of, steps_of, withdrawals
from build_tools.grouped import grouped
from build_tools.model import (
    Claim,
    Conflict,
    ConflictId,
    EntityId,
    Figure,
    Quantity,
    Rule,
    Side,
    Stance,
    StatementGroup,
)
from build_tools.values.printing import plain_number

Pairs = dict[int, set[int]]


def out_of_line(table: Table) -> Iterator[Conflict]:
    """Of each series every value that clashes with others, and those others, which are one row of steps."""
    for (subject, property), group in table.groups.items():
        figure = table.inputs.entities.get(subject)
        if property == VALUE and isinstance(figure, Figure) and figure.series:
            steps = steps_of((*group.claims, *denials_of_figure(table, subject, property)), table.inputs)
            pairs = clashes_of(steps, figure.series).sides
            found = [_conflict(table, group, steps, odd, others) for odd, others in _odd_ones(steps, pairs)]
            yield from found if len(found) < 2 else map(_named, found)


def _odd_ones(
    steps: Sequence[Step], pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The steps that give the value with the most steps against it, and those; then of what is left."""
    left = _both_ways(pairs)
    while left:
        by_value = grouped(sorted(left), lambda at: _said(steps[at].claim))
        affirmed = [alike for alike in by_value.values() if _affirms(steps[alike[0]])]
        odd = min(affirmed, key=lambda alike: _oddest_first(steps, alike, left))
        others = sorted({other for at in odd for other in left[at]})
        yield odd, tuple(others)
        kept = {at: against.difference(odd) for at, against in left.items() if at not in odd}
        left = {at: against for at, against in kept.items() if against}


def _both_ways(pairs: Sequence[tuple[int, int]]) -> Pairs:
    found: Pairs = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def _said(claim: Claim) -> object:
    return claim.value, claim.qualifiers.stance


def _affirms(step: Step) -> bool:
    return step.claim.qualifiers.stance is Stance.AFFIRMS


def _oddest_first(steps: Sequence[Step], alike: Sequence[int], left: Pairs) -> tuple[object, ...]:
    """By the values against it, then those that fewer articles give, then the highest."""
    against = {_said(steps[other].claim) for at in alike for other in left[at]}
    articles = {steps[at].claim.citation.source for at in alike}
    _, low, high, key = value_order(steps[alike[0]].claim.value)
    return -len(against), len(articles), -low, -high, key


def _conflict(
    table: Table, group: StatementGroup, steps: Sequence[Step], odd: Sequence[int], others: Sequence[int]
) -> Conflict:
    """The odd value against the steps that it clashes with; who denies it has a side of their own."""
    affirming, denying = _affirming(steps, others), _denying(steps, others)
    said_before = _said_before(steps, odd, affirming) if denying and table.is_tally(group.subject) else ()
    rows = [odd, *filter(None, ((*said_before, *affirming), denying))]
    sides = tuple(_side(group.subject, [steps[at] for at in row]) for row in rows)
    values = all(_affirms(steps[row[0]]) for row in rows[:2])
    return Conflict(
        id=ConflictId(value_id(group)),
        rule=Rule.SINGLE_BEST_VALUE if values else Rule.DENIED,
        subject=group.subject,
        property=group.property,
        sides=sides,
        clashes=tuple((0, at) for at in range(1, len(sides))),
        withdrawn=withdrawals(sides[0].claims, (step.claim for step in steps), table.inputs),
    )


def _said_before(steps: Sequence[Step], odd: Sequence[int], against: Sequence[int]) -> tuple[int, ...]:
    """The steps before a value that is denied which gave the number that others then go back to."""
    told = {_said(steps[at].claim) for at in against}
    early = (at for at in range(min(odd)) if at not in against)
    return tuple(at for at in early if _said(steps[at].claim) in told and steps[at].is_before(steps[odd[0]]))


def _affirming(steps: Sequence[Step], places: Sequence[int]) -> tuple[int, ...]:
    return tuple(at for at in places if _affirms(steps[at]))


def _denying(steps: Sequence[Step], places: Sequence[int]) -> tuple[int, ...]:
    return tuple(at for at in places if not _affirms(steps[at]))


def _side(subject: EntityId, row: Sequence[Step]) -> Side:
    """One side, under the newest of its values, of those at one time the most exact."""
    newest = row[-1]
    last = [step for step in row if not step.is_before(newest)]
    leading = min(
        reversed(last), key=lambda step: (step.within != newest.within, value_breadth(step.claim.value))
    )
    claims = claims_in_order(step.claim for step in row)
    return Side(subject, leading.claim.value, leading.claim.qualifiers.stance, claims)


def _named(conflict: Conflict) -> Conflict:
    """Of several on one figure each goes by the value that is out of line."""
    value = conflict.sides[0].value
    number = plain_number(value.value) or interval_key(value.tight) if isinstance(value, Quantity) else ""
    mark = "-".join("".join(c if c.isalnum() else " " for c in number).split())
    return replace(conflict, id=ConflictId(f"{conflict.id}.{mark}"))
