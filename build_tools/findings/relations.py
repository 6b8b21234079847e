"""Who and what belongs together, worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from build_tools.grouped import grouped
from build_tools.model import (
    Conflict,
    Dossier,
    Entity,
    EntityId,
    Event,
    Figure,
    Point,
)


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
