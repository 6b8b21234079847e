"""A property with a single value, and two values that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.evidence.ages import ages_apart
from build_tools.evidence.corrections import corrections_apart
from build_tools.evidence.disagreements import Disagreement, disagreements, never
from build_tools.evidence.ends import any_clash
from build_tools.evidence.overtaking import plans_apart
from build_tools.evidence.positions import Position, positions, values_stand
from build_tools.evidence.rules.table import ANSWER, VALUE, Heading, Table, conflicts
from build_tools.model import (
    Claim,
    Conflict,
    EntityId,
    Kind,
    Property,
    PropertyId,
    Rule,
    Stance,
    StatementGroup,
)


def single_best_value(table: Table) -> Iterator[Conflict]:
    """Claims on a property that holds one value whose values clash."""
    for group in table.groups.values():
        property = table.property(group.property)
        if table.moves(group.subject, group.property):
            continue
        if property and property.single and group.property != ANSWER and _may_clash(group):
            heading = Heading(value_id(group), Rule.SINGLE_BEST_VALUE, group.subject, group.property)
            found = value_disagreements(table, group, property)
            yield from conflicts(heading, filter(is_about_values, found))


def value_id(group: StatementGroup) -> str:
    """A figure's one value goes by the figure's name."""
    return group.subject if group.property == VALUE else f"{group.subject}.{group.property}"


def value_disagreements(table: Table, group: StatementGroup, property: Property) -> tuple[Disagreement, ...]:
    """Where the claims of a group clash, among them denials of the figure itself."""
    claims = (*group.claims, *denials_of_figure(table, group.subject, group.property))
    moves = table.kind(group.subject) in (Kind.EVENT, Kind.FIGURE)
    plans = plans_apart(claims, table.inputs) if moves else never
    ages = ages_apart(claims, table.inputs) if moves else never

    corrections = corrections_apart(claims, table.inputs)

    def apart(one: Position, other: Position) -> bool:
        return plans(one, other) or ages(one, other) or corrections(one, other)

    return disagreements(positions(claims, property.per), values_stand, apart)


def denials_of_figure(table: Table, subject: EntityId, property: PropertyId | None) -> tuple[Claim, ...]:
    """Who denies a figure denies each of its values."""
    if property != VALUE or table.kind(subject) is not Kind.FIGURE:
        return ()
    return tuple(claim for claim in table.claims(subject, None) if claim.qualifiers.stance is Stance.DENIES)


def is_about_values(found: Disagreement) -> bool:
    """Whether two values that are affirmed clash; otherwise it is only a denial, be it of several."""
    affirmed = (one.value for side in found.sides for one in side if one.stance is Stance.AFFIRMS)
    return any_clash(affirmed)


def _may_clash(group: StatementGroup) -> bool:
    """A quick look before the careful one: most groups agree."""
    return any_clash(one.value for one in group.statements if one.stance is Stance.AFFIRMS)
