"""An earlier dossier with the ids of the later one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from build_tools.model import (
    Claim,
    Conflict,
    ConflictId,
    Dossier,
    Entity,
    EntityId,
    EntityValue,
    Figure,
    Inputs,
    Qualifiers,
    Side,
    Statement,
    StatementGroup,
    Value,
)


def with_new_ids(before: Dossier, after: Inputs) -> Dossier:
    """The earlier state with its ids replaced by new ones, as `was:` of the later state says."""
    names = {
        EntityId(was): entity.id
        for entity in after.entities.values()
        for was in entity.was
        if was in before.inputs.entities and was not in after.entities
    }
    return Renaming(names).dossier(before) if names else before


@dataclass(frozen=True, slots=True)
class Renaming:
    """The ids that were given up, and those that took their place."""

    names: Mapping[EntityId, EntityId]

    def dossier(self, one: Dossier) -> Dossier:
        """The parts of a state that a report names; annotations keep the ids as they were written."""
        entities = map(self.entity, one.inputs.entities.values())
        return replace(
            one,
            inputs=replace(one.inputs, entities={entity.id: entity for entity in entities}),
            mentions=tuple(replace(each, entity=self.id(each.entity)) for each in one.mentions),
            groups=tuple(map(self.group, one.groups)),
            conflicts=tuple(map(self.conflict, one.conflicts)),
        )

    def id(self, id: EntityId) -> EntityId:
        return self.names.get(id, id)

    def entity(self, one: Entity) -> Entity:
        if isinstance(one, Figure) and one.of:
            return replace(one, id=self.id(one.id), of=self.id(one.of))
        return replace(one, id=self.id(one.id))

    def group(self, one: StatementGroup) -> StatementGroup:
        statements = tuple(map(self.statement, one.statements))
        return replace(one, subject=self.id(one.subject), statements=statements)

    def statement(self, one: Statement) -> Statement:
        return replace(one, value=self.value(one.value), claims=tuple(map(self.claim, one.claims)))

    def claim(self, one: Claim) -> Claim:
        return replace(
            one,
            subject=self.id(one.subject),
            value=self.value(one.value),
            qualifiers=self.qualifiers(one.qualifiers),
        )

    def qualifiers(self, given: Qualifiers) -> Qualifiers:
        return replace(
            given,
            at=given.at and self.id(given.at),
            since=given.since and self.id(given.since),
            said_by=given.said_by and self.names.get(EntityId(given.said_by), given.said_by),
            via=given.via and self.id(given.via),
        )

    def value(self, one: Value | None) -> Value | None:
        return EntityValue(self.id(one.id)) if isinstance(one, EntityValue) else one

    def conflict(self, one: Conflict) -> Conflict:
        parts = (self.names.get(EntityId(part), part) for part in one.id.split("."))
        return replace(
            one,
            id=ConflictId(".".join(parts)),
            subject=self.id(one.subject),
            sides=tuple(map(self.side, one.sides)),
            fits_both=tuple(map(self.claim, one.fits_both)),
        )

    def side(self, one: Side) -> Side:
        claims = tuple(map(self.claim, one.claims))
        return replace(one, subject=self.id(one.subject), value=self.value(one.value), claims=claims)
