"""Which positions are compared: all pairs if they are few, else those that an order leaves open.

What clashes with any value clashes with the one that ends first or the one that begins last; what says the
same as another is near it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence

from build_tools.evidence.ends import kind_of, outermost
from build_tools.evidence.positions import Position
from build_tools.evidence.separators import NOTHING
from build_tools.grouped import grouped

FEW = 60
REACH = 10
MOST_ENDS = 20

Near = tuple[tuple[int, ...], ...]


def near(positions: Sequence[Position]) -> Near:
    """For each position, in their order, those that it is compared with."""
    everyone = range(len(positions))
    if len(positions) <= FEW:
        return tuple(tuple(other for other in everyone if other != at) for at in everyone)
    found: list[set[int]] = [set() for _ in everyone]
    for one, other in (*_neighbours(positions), *_with_ends(positions)):
        found[one].add(other)
        found[other].add(one)
    return tuple(tuple(sorted(others - {at})) for at, others in enumerate(found))


def _neighbours(positions: Sequence[Position]) -> Iterator[tuple[int, int]]:
    """Those next to each other: among all, at one time and place, and where one says neither."""
    everyone = range(len(positions))
    by_separators = grouped(everyone, lambda at: positions[at].separators)
    for alike in (everyone, *by_separators.values()):
        for step in range(1, REACH + 1):
            yield from zip(alike, alike[step:], strict=False)
    bare = by_separators.get(NOTHING, ())
    for at in everyone:
        place = bisect_left(bare, at)
        yield from ((at, other) for other in bare[max(place - REACH, 0) : place + REACH])


def _with_ends(positions: Sequence[Position]) -> Iterator[tuple[int, int]]:
    """Each with those at the ends of every order that it may have."""
    everyone = range(len(positions))
    overall = grouped(everyone, lambda at: _order(positions[at]))
    at_one_time = grouped(everyone, lambda at: (_order(positions[at]), positions[at].separators))
    shared = [end for alike in overall.values() for end in _ends(positions, alike)][:MOST_ENDS]
    own = {key: _ends(positions, alike) for key, alike in (overall | at_one_time).items()}
    for at in everyone:
        order = _order(positions[at])
        keys = (order, (order, positions[at].separators), (order, NOTHING))
        yield from ((at, end) for key in keys for end in own.get(key, ()))
        yield from ((at, end) for end in shared)


def _order(position: Position) -> Hashable:
    return position.subject, position.stance, kind_of(position.value)


def _ends(positions: Sequence[Position], places: Sequence[int]) -> tuple[int, ...]:
    return tuple(places[at] for at in outermost([positions[place].value for place in places]))
