"""The order of events by the days that sources give them, and what the story is most about."""

from __future__ import annotations

from collections.abc import Iterator, Set
from decimal import Decimal

from build_tools.model import DateValue, Dossier, EntityId, Event, Index
from build_tools.values.moments import minutes_asserted

ZERO = Decimal(0)
Moment = tuple[Decimal, Decimal]


def events_in_time(dossier: Dossier) -> tuple[EntityId, ...]:
    """All events, earliest first: one dated by its month follows the days in it; the undated come last."""
    events = [each.id for each in dossier.inputs.entities.values() if isinstance(each, Event)]
    ends = {id: min(map(_end_of, dates_given(dossier, id)), default=None) for id in events}
    return tuple(sorted(events, key=lambda id: (ends[id] is None, ends[id] or (ZERO, ZERO), id)))


def first_year(dossier: Dossier, id: EntityId) -> str:
    """The year of the first day of an event; of one without a date nothing."""
    first = min(dates_given(dossier, id), key=_end_of, default=None)
    return str(first.earliest)[:4] if first else ""


def dates_given(dossier: Dossier, id: EntityId) -> Iterator[DateValue]:
    """The dates that sources give an event."""
    for group in dossier.groups_of.get(id, ()):
        if isinstance(group.statements[0].value, DateValue):
            for statement in group.statements:
                if isinstance(statement.value, DateValue) and statement.value.earliest:
                    yield statement.value


def _end_of(date: DateValue) -> Moment:
    """Sorts dates by the minute when they are over, then by when they begin."""
    minutes = minutes_asserted(date, zoned=True)
    low = minutes.low or ZERO
    return minutes.high or low, low


def main_event(index: Index, in_story: Set[EntityId]) -> EntityId | None:
    """Of the dated events in the story, or of all where it has none, the one of which most is said."""
    dated = [id for id, each in index.entities.items() if isinstance(each, Event) and _is_dated(index, id)]
    told = [id for id in dated if id in in_story] or dated
    return min(told, key=lambda id: (-len(index.claims_on.get(id, ())), id), default=None)


def _is_dated(index: Index, id: EntityId) -> bool:
    return any(dates_given(index.dossier, id))
