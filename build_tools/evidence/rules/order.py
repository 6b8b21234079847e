"""Events in a fixed order, and dates that contradict it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

from build_tools.evidence.disagreements import disagreements
from build_tools.evidence.keys import value_order
from build_tools.evidence.overtaking import AHEAD, plans_overtaken
from build_tools.evidence.positions import Position, positions, values_stand
from build_tools.evidence.rules.table import DATE, Heading, Table, conflicts
from build_tools.model import Claim, Conflict, DateValue, EntityId, Event, Rule, Stance, Verdict
from build_tools.values import compare, read_dates
from build_tools.values.moments import in_one_zone, offset_of
from build_tools.values.zones import local_time, without_zone

MOST_PASSED = 50
FEW = 30
ONE_DAY = 1  # of two zones, the clock of one may be a day behind

Dated = Mapping[EntityId, tuple[Claim, ...]]
Before = Mapping[EntityId, set[EntityId]]


def order(table: Table) -> Iterator[Conflict]:
    """An event that must come after another and is dated before it (`after:`, `before:`)."""
    dated = {id: dates for id in table.inputs.entities if (dates := _dates(table, id))}
    begun = {id: max(first for first, _ in map(_days, dates)) for id, dates in dated.items()}
    over = {id: min(last for _, last in map(_days, dates)) for id, dates in dated.items()}
    for earlier, later in _ordered_pairs(table, dated):
        if (over[later] - begun[earlier]).days > ONE_DAY:
            continue

        def stands(a: Position, b: Position, later: EntityId = later) -> Verdict:
            return _stand(a, b, later, table.inputs.settings.time_zone or "")

        heading = Heading(f"{later}.after.{earlier}", Rule.ORDER, later, DATE)
        found = disagreements(positions((*dated[earlier], *dated[later])), stands)
        yield from conflicts(heading, found)


def _dates(table: Table, event: EntityId) -> tuple[Claim, ...]:
    """The claims that date an event, of very many the first and the last in time.

    A date that is denied, counted from nothing known, or was planned and came out otherwise, dates nothing.
    """
    given = table.claims(event, DATE)
    ahead = any(claim.qualifiers.modality in AHEAD for claim in given)
    given_up = plans_overtaken(given, table.inputs) if ahead else frozenset()
    dates = tuple(claim for claim in given if _is_dated(claim) and claim.id not in given_up)
    if len(dates) <= 2 * FEW:
        return dates
    ordered = sorted(dates, key=lambda claim: value_order(claim.value))
    return (*ordered[:FEW], *ordered[-FEW:])


def _is_dated(claim: Claim) -> bool:
    known = isinstance(claim.value, DateValue) and claim.value.edtf is not None
    return known and claim.qualifiers.stance is Stance.AFFIRMS


def _days(claim: Claim) -> tuple[date, date]:
    """The first and the last day that a claim allows; one with an open end may be any day."""
    match claim.value:
        case DateValue(earliest=first, latest=last):
            return first or date.min, last or date.max
        case _:
            return date.min, date.max


def _ordered_pairs(table: Table, dated: Dated) -> list[tuple[EntityId, EntityId]]:
    """Each dated event with every dated one that must precede it, through undated ones."""
    before = _predecessors(table)
    pairs = {
        (earlier, later) for later in before if later in dated for earlier in _before(before, dated, later)
    }
    return sorted(pairs, key=lambda pair: (pair[1], pair[0]))


def _predecessors(table: Table) -> Before:
    found: dict[EntityId, set[EntityId]] = {}
    for entity in table.inputs.entities.values():
        if isinstance(entity, Event):
            found.setdefault(entity.id, set()).update(entity.after)
            for later in entity.before:
                found.setdefault(later, set()).add(entity.id)
    return found


def _before(before: Before, dated: Dated, later: EntityId) -> Iterator[EntityId]:
    """The dated events that must precede one: those named with it, or before an undated one."""
    seen, waiting = {later}, sorted(before[later])
    passed = 0
    while waiting:
        event = waiting.pop()
        if event in seen:
            continue
        seen.add(event)
        if event in dated:
            yield event
        elif passed < MOST_PASSED:
            passed += 1
            waiting += sorted(before.get(event, ()))


def _stand(a: Position, b: Position, later: EntityId, zone: str) -> Verdict:
    """Dates of one event are another rule's matter; here only the order counts, of plans or of facts."""
    if a.subject == b.subject:
        verdict = values_stand(a, b)
        return Verdict.INCOMPARABLE if verdict is Verdict.CONFLICT else verdict
    if a.is_ahead is not b.is_ahead:
        return Verdict.INCOMPARABLE
    first, second = (b, a) if a.subject == later else (a, b)
    return Verdict.CONFLICT if _too_late(first, second, zone) else Verdict.INCOMPARABLE


def _too_late(earlier: Position, later: Position, zone: str) -> bool:
    match earlier.value, later.value:
        case DateValue() as before, DateValue() as after:
            if offset_of(before) == offset_of(after):
                return _are_turned(before, after)
            pairs = product(_readings(before, zone), _readings(after, zone))
            return all(_are_turned(first, last) for first, last in pairs)
        case _:
            return False


def _are_turned(before: DateValue, after: DateValue) -> bool:
    """Whether of two dates the second is surely over when the first begins."""
    first, last = in_one_zone(before, after)
    turned = first.low is not None and last.high is not None and last.high < first.low
    return turned and compare(before, after) is Verdict.CONFLICT


def _readings(date: DateValue, zone: str) -> Iterator[DateValue]:
    """A date, and where its words name no zone also as told in that of the story.

    An article from another zone may give hours in its own time or in the local time of the event.
    """
    yield date
    named = any(offset_of(one) is not None for one in read_dates(date.raw, None))
    if date.clock and zone and not named:
        yield local_time(without_zone(date), zone)
