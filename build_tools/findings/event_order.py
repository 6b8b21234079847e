"""Sorts events by their times and by the editors' `after:` and `before:`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from heapq import heapify, heappop, heappush

from build_tools.model import EntityId, Event, Interval

ZERO = Decimal(0)
MOST_STEPS = 50

Key = tuple[bool, Decimal, Decimal, int, EntityId]
Links = Mapping[EntityId, set[EntityId]]


def in_order(
    events: Iterable[Event], minutes: Mapping[EntityId, Interval], bounds: Mapping[EntityId, Interval]
) -> tuple[EntityId, ...]:
    """All events by their times; where these say otherwise they win over `after:` and `before:`.

    `bounds` are for events without a time: the day by which they were reported.
    """
    known = {event.id: event for event in events}
    earlier = _earlier(known)
    later: dict[EntityId, set[EntityId]] = {id: set() for id in known}
    for id, before in earlier.items():
        for other in before:
            later[other].add(id)
    narrowed = _over_by(minutes, later)
    keys = {id: _key(id, narrowed, earlier, later) or _bound(id, bounds) for id in known}
    times = {**bounds, **narrowed}
    waits = {
        id: {one for one in before if not _contradicts(times, one, id)} for id, before in earlier.items()
    }
    return tuple(_sorted(keys, waits))


def _earlier(known: Mapping[EntityId, Event]) -> dict[EntityId, set[EntityId]]:
    """The events that each comes after."""
    found: dict[EntityId, set[EntityId]] = {id: set() for id in known}
    for event in known.values():
        found[event.id].update(id for id in event.after if id in known)
        for other in event.before:
            if other in known:
                found[other].add(event.id)
    return found


def _over_by(minutes: Mapping[EntityId, Interval], later: Links) -> dict[EntityId, Interval]:
    """The times of events, each over by the end of those that follow it: of 2025, before one in June."""
    found = dict(minutes)
    for id in sorted(found, key=lambda id: (_end_of(minutes[id]), id)):
        own = found[id]
        ends = (_end_of(found[one])[0] for one in _timed(id, later, minutes))
        possible = [end for end in ends if (own.low or ZERO) <= end < _end_of(own)[0]]
        if possible:
            found[id] = replace(own, high=min(possible))
    return found


def _key(id: EntityId, minutes: Mapping[EntityId, Interval], earlier: Links, later: Links) -> Key | None:
    """The place of an event: by its time, else right after what it follows or before what it precedes."""
    if id in minutes:
        return False, *_end_of(minutes[id]), 0, id
    if before := [_end_of(minutes[one]) for one in _timed(id, earlier, minutes)]:
        return False, *max(before), 1, id
    if after := [_end_of(minutes[one]) for one in _timed(id, later, minutes)]:
        return False, *min(after), -1, id
    return None


def _bound(id: EntityId, bounds: Mapping[EntityId, Interval]) -> Key:
    """The place of an event without a date: when it was first reported; last where that is not known."""
    return (False, *_end_of(bounds[id]), 1, id) if id in bounds else (True, ZERO, ZERO, 0, id)


def _timed(id: EntityId, links: Links, minutes: Mapping[EntityId, Interval]) -> Iterator[EntityId]:
    """The nearest events with a time along the links, through those without."""
    seen, waiting = {id}, sorted(links[id])
    for _ in range(MOST_STEPS):
        if not waiting:
            return
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        if one in minutes:
            yield one
        else:
            waiting += sorted(links[one])


def _end_of(minutes: Interval) -> tuple[Decimal, Decimal]:
    low = minutes.low or ZERO
    return minutes.high or low, low


def _contradicts(minutes: Mapping[EntityId, Interval], earlier: EntityId, later: EntityId) -> bool:
    """Whether the times of two events contradict the order that the editors give."""
    if earlier not in minutes or later not in minutes:
        return False
    return _end_of(minutes[later])[0] < _end_of(minutes[earlier])[1]


def _sorted(keys: Mapping[EntityId, Key], waits: Mapping[EntityId, set[EntityId]]) -> Iterator[EntityId]:
    """By key, each after all that it waits for; a cycle is broken at its first event."""
    left = {id: set(before) for id, before in waits.items()}
    followers: dict[EntityId, list[EntityId]] = {id: [] for id in keys}
    for id, before in left.items():
        for one in before:
            followers[one].append(id)
    ready = [keys[id] for id, before in left.items() if not before]
    heapify(ready)
    while left:
        id = heappop(ready)[-1] if ready else min(keys[one] for one in left)[-1]
        if id not in left:
            continue
        del left[id]
        yield id
        for follower in followers[id]:
            if follower in left:
                left[follower].discard(id)
                if not left[follower]:
                    heappush(ready, keys[follower])
