"""Events that must follow each other, and dates that say they did not."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.evidence.disagreements import disagreements
from build_tools.evidence.positions import Position, positions, values_stand
from build_tools.evidence.rules.table import DATE, Heading, Table, conflicts
from build_tools.model import Claim, Conflict, DateValue, EntityId, Event, Rule, Stance, Verdict


def order(table: Table) -> Iterator[Conflict]:
    """An event that must come after another and is dated before it (`after:`, `before:`)."""
    for earlier, later in _ordered_pairs(table):
        claims = (*_dates(table, earlier), *_dates(table, later))

        def stands(a: Position, b: Position, later: EntityId = later) -> Verdict:
            return _stand(a, b, later)

        heading = Heading(f"{later}.after.{earlier}", Rule.ORDER, later, DATE)
        yield from conflicts(heading, disagreements(positions(claims), stands), table.inputs)


def _dates(table: Table, event: EntityId) -> tuple[Claim, ...]:
    """The claims that date an event: a date that is denied, or counted from nothing known, does not."""
    return tuple(claim for claim in table.claims(event, DATE) if _is_dated(claim))


def _is_dated(claim: Claim) -> bool:
    known = isinstance(claim.value, DateValue) and claim.value.edtf is not None
    return known and claim.qualifiers.stance is Stance.AFFIRMS


def _ordered_pairs(table: Table) -> list[tuple[EntityId, EntityId]]:
    """Each event with every dated one that must precede it, through events that nobody dates."""
    before = _predecessors(table)
    pairs = {(earlier, later) for later in before for earlier in _dated_before(table, before, later)}
    return sorted(pairs, key=lambda pair: (pair[1], pair[0]))


def _predecessors(table: Table) -> dict[EntityId, set[EntityId]]:
    found: dict[EntityId, set[EntityId]] = {}
    for entity in table.inputs.entities.values():
        if isinstance(entity, Event):
            found.setdefault(entity.id, set()).update(entity.after)
            for later in entity.before:
                found.setdefault(later, set()).add(entity.id)
    return found


def _dated_before(table: Table, before: dict[EntityId, set[EntityId]], later: EntityId) -> Iterator[EntityId]:
    seen, waiting = {later}, sorted(before[later])
    while waiting:
        event = waiting.pop()
        if event in seen:
            continue
        seen.add(event)
        if _dates(table, event):
            yield event
        else:
            waiting += sorted(before.get(event, ()))


def _stand(a: Position, b: Position, later: EntityId) -> Verdict:
    """Dates of one event are another rule's matter; here only the order counts."""
    if a.subject == b.subject:
        verdict = values_stand(a, b)
        return Verdict.INCOMPARABLE if verdict is Verdict.CONFLICT else verdict
    first, second = (b, a) if a.subject == later else (a, b)
    return Verdict.CONFLICT if _too_late(first, second) else Verdict.INCOMPARABLE


def _too_late(earlier: Position, later: Position) -> bool:
    match earlier.value, later.value:
        case DateValue(earliest=first), DateValue(latest=last):
            return first is not None and last is not None and last < first
        case _:
            return False
