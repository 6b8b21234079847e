"""Which conflicts concern an entity, and which entities, events and figures belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from build_tools.grouped import grouped
from build_tools.model import (
    Companion,
    ConflictFinding,
    Dossier,
    Entity,
    EntityId,
    EntityValue,
    Event,
    Figure,
    Index,
    Passage,
    Point,
    Rule,
    Stance,
)

MOST_NAMED = 200  # of one passage


def beside_values(
    dossier: Dossier, conflicts: Iterable[ConflictFinding]
) -> Mapping[Point, tuple[ConflictFinding, ...]]:
    """The conflicts on each property of each subject.

    A conflict about another subject is listed at the property that puts this subject on one of its sides.
    """
    found: dict[Point, list[ConflictFinding]] = defaultdict(list)
    for conflict in conflicts:
        sides = grouped(conflict.sides, lambda side: side.subject)
        for subject in dict.fromkeys((conflict.subject, *sides)):
            shown = {group.property for group in dossier.groups_of.get(subject, ())}
            claims = (claim.property for side in sides.get(subject, ()) for claim in side.claims)
            own = conflict.subject == subject and conflict.property in shown
            for property in dict.fromkeys([conflict.property] if own else claims):
                found[subject, property].append(conflict)
    return {point: tuple(beside) for point, beside in found.items()}


def disputes(
    index: Index, conflicts: Iterable[ConflictFinding]
) -> Mapping[EntityId, tuple[ConflictFinding, ...]]:
    """The conflicts that concern each entity.

    They are its subject, the subjects of its sides and what the question is about; what a figure among
    them measures, who takes part in an event among them, and where an office among them is held.
    """
    found: dict[EntityId, list[ConflictFinding]] = defaultdict(list)
    for conflict in conflicts:
        for id in dict.fromkeys(_concerned(index, conflict)):
            found[id].append(conflict)
    return {id: tuple(each) for id, each in found.items()}


def _concerned(index: Index, conflict: ConflictFinding) -> Iterator[EntityId]:
    question = conflict.question
    asked = [question.about] if question and question.about else []
    waiting = [conflict.subject, *asked, *(side.subject for side in conflict.sides)]
    if conflict.rule is Rule.ROLE:
        said = (claim.qualifiers for side in conflict.sides for claim in side.claims)
        waiting += [one.at for one in said if one.at]
    seen: set[EntityId] = set()
    while waiting:
        id = waiting.pop(0)
        if id not in seen:
            seen.add(id)
            yield id
            waiting += _whose(index, id)


def _whose(index: Index, id: EntityId) -> tuple[EntityId, ...]:
    """What a figure measures, or who takes part in an event according to some article."""
    match index.entities.get(id):
        case Figure(of=of):
            return (of,) if of else ()
        case Event():
            affirmed = (one for one in index.claims_on.get(id, ()) if one.qualifiers.stance is Stance.AFFIRMS)
            return tuple(one.value.id for one in affirmed if isinstance(one.value, EntityValue))
        case _:
            return ()


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


def companions(index: Index) -> Mapping[EntityId, tuple[Companion, ...]]:
    """People, organisations and works in the same annotated sentences as each entity, most often first."""
    return {id: tuple(_companions(index, id, found)) for id, found in index.passages_naming.items()}


def _companions(index: Index, middle: EntityId, passages: Iterable[Passage]) -> list[Companion]:
    shared: dict[EntityId, list[Passage]] = {}
    for passage in passages:
        for other in index.named_in_passages[passage][:MOST_NAMED]:
            if other != middle and index.entities[other].kind.is_plain:
                shared.setdefault(other, []).append(passage)
    found = (Companion(id, tuple(some)) for id, some in shared.items())
    return sorted(found, key=lambda each: (-len(each.passages), each.entity))
