"""What one claim affirms and another denies: a value, every value, or the subject itself.

Planned, predicted or rumoured, it is denied all the same; a plan and its fulfilment deny nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.evidence.disagreements import disagreements
from build_tools.evidence.overtaking import still_disputed
from build_tools.evidence.positions import denials_stand, positions
from build_tools.evidence.rules.single_value import (
    denials_of_figure,
    is_about_values,
    value_disagreements,
    value_id,
)
from build_tools.evidence.rules.table import ANSWER, Heading, Table, conflicts
from build_tools.model import (
    Claim,
    Conflict,
    EntityId,
    Kind,
    Rule,
    Stance,
    StatementGroup,
    ValueType,
)


def denied(table: Table) -> Iterator[Conflict]:
    """Claims that one source affirms and another, or a speaker it quotes, denies."""
    for group in table.groups.values():
        if group.property is None:
            yield from _subject_denied(table, group)
        elif table.moves(group.subject, group.property):
            continue
        elif group.property != ANSWER and _holds_denial(table, group):
            yield from _value_denied(table, group)


def _holds_denial(table: Table, group: StatementGroup) -> bool:
    own = any(statement.stance is Stance.DENIES for statement in group.statements)
    return own or bool(denials_of_figure(table, group.subject, group.property))


def _value_denied(table: Table, group: StatementGroup) -> Iterator[Conflict]:
    property = table.property(group.property)
    if property is None:
        return
    heading = Heading(value_id(group), Rule.DENIED, group.subject, group.property)
    if property.single:
        found = value_disagreements(table, group, property)
        alone = [one for one in found if not is_about_values(one)]
        yield from conflicts(heading, alone)
    else:
        made = positions(group.claims, property.per)
        yield from conflicts(heading, disagreements(made, denials_stand))


def _subject_denied(table: Table, group: StatementGroup) -> Iterator[Conflict]:
    kind = table.kind(group.subject)
    if not any(statement.stance is Stance.DENIES for statement in group.statements):
        return
    claims = (*group.claims, *_implying(table, group.subject, kind))
    if kind is Kind.EVENT:
        claims = still_disputed(claims, table.inputs)
    name = "happened" if kind is Kind.EVENT else "holds"
    heading = Heading(f"{group.subject}.{name}", Rule.DENIED, group.subject, None)
    yield from conflicts(heading, disagreements(positions(claims, bare=True), denials_stand))


def _implying(table: Table, subject: EntityId, kind: Kind | None) -> Iterator[Claim]:
    """Who dates an event, or names who took part, says that it happened; an account may not."""
    if kind is not Kind.EVENT:
        return
    for property in table.inputs.vocabulary.properties.values():
        if property.type is not ValueType.TEXT:
            for claim in table.claims(subject, property.id):
                if claim.qualifiers.stance is Stance.AFFIRMS:
                    yield claim
