"""Who and what belongs together, worked out once for all pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from build_tools.grouped import grouped
from build_tools.model import (
    Claim,
    Conflict,
    Dossier,
    Entity,
    EntityId,
    EntityValue,
    Event,
    Figure,
    PropertyId,
)

Point = tuple[EntityId, PropertyId | None]


def beside_values(dossier: Dossier) -> Mapping[Point, tuple[Conflict, ...]]:
    """The disagreements on each property of each subject.

    One on something else stands beside the property in which a subject is on one of its sides.
    """
    found: dict[Point, list[Conflict]] = defaultdict(list)
    for conflict in dossier.conflicts:
        sides = grouped(conflict.sides, lambda side: side.subject)
        for subject in dict.fromkeys((conflict.subject, *sides)):
            shown = {group.property for group in dossier.groups_of.get(subject, ())}
            claims = (claim.property for side in sides.get(subject, ()) for claim in side.claims)
            own = conflict.subject == subject and conflict.property in shown
            for property in dict.fromkeys([conflict.property] if own else claims):
                found[subject, property].append(conflict)
    return {point: tuple(conflicts) for point, conflicts in found.items()}


def parts_in(claims: Iterable[Claim]) -> Mapping[tuple[EntityId, EntityId], tuple[Claim, ...]]:
    """The claims on each subject whose value is each entity."""
    found: dict[tuple[EntityId, EntityId], list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, EntityValue):
            found[claim.subject, claim.value.id].append(claim)
    return {pair: tuple(alike) for pair, alike in found.items()}


def around(entities: Iterable[Entity]) -> Mapping[EntityId, frozenset[EntityId]]:
    """For each event those before and after it, for each figure those not to be confused with it."""
    found: dict[EntityId, set[EntityId]] = defaultdict(set)
    for entity in entities:
        for other in _named_by(entity):
            found[entity.id].add(other)
            found[other].add(entity.id)
    return {id: frozenset(others) for id, others in found.items()}


def _named_by(entity: Entity) -> tuple[EntityId, ...]:
    match entity:
        case Event(after=after, before=before):
            return (*after, *before)
        case Figure(unlike=unlike):
            return unlike
        case _:
            return ()


def wholes_of(figures: Iterable[Entity]) -> Mapping[EntityId, tuple[Entity, ...]]:
    """The figures of which each is a part."""
    found: dict[EntityId, list[Entity]] = defaultdict(list)
    for figure in figures:
        for part in dict.fromkeys(figure.sum_of) if isinstance(figure, Figure) else ():
            found[part].append(figure)
    return {part: tuple(wholes) for part, wholes in found.items()}
