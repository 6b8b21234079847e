"""Figures that may not be set against each other, and why."""

from __future__ import annotations

from build_tools.model import EntityId, Figure, Index, NotCompared


def not_compared(index: Index) -> tuple[NotCompared, ...]:
    """Each pair for which a figure says why, once, in the order of the figures' names."""
    found: dict[frozenset[EntityId], NotCompared] = {}
    for id in sorted(index.entities):
        figure = index.entities[id]
        for other, why in figure.why_unlike if isinstance(figure, Figure) else ():
            found.setdefault(frozenset((id, other)), NotCompared(id, other, why))
    return tuple(found.values())
