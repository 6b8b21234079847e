"""The order of events, by the days that sources give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.model import DateValue, Dossier, EntityId, Event
from build_tools.values.moments import minutes_asserted

END = 10**11  # minutes: after every day of the calendar
Day = tuple[bool, str, str]


def in_time(dossier: Dossier) -> tuple[EntityId, ...]:
    """All events, earliest first; the undated come last."""
    events = [each.id for each in dossier.inputs.entities.values() if isinstance(each, Event)]
    return tuple(sorted(events, key=lambda id: first_day(dossier, id)))


def first_years(dossier: Dossier) -> Mapping[EntityId, str]:
    """The year of the first day of each event; the undated have none."""
    return {id: first_day(dossier, id)[1][:4] for id in in_time(dossier)}


def first_day(dossier: Dossier, id: EntityId) -> Day:
    """Sorts events: the earliest day any source gives."""
    first = min(map(_by_minute, dates_of(dossier, id)), default="")
    return (not first, first, id)


def dates_of(dossier: Dossier, id: EntityId) -> Iterator[DateValue]:
    """The dates that sources give an event."""
    for group in dossier.groups_of.get(id, ()):
        if isinstance(group.statements[0].value, DateValue):
            for statement in group.statements:
                if isinstance(statement.value, DateValue) and statement.value.earliest:
                    yield statement.value


def _by_minute(date: DateValue) -> str:
    """Sorts dates by the minute where they have one; begins with the day."""
    minutes = minutes_asserted(date, zoned=True)
    return f"{date.earliest}{minutes.low or 0:012}{minutes.high or END:012}"
