"""What editors remark: statements doubtful on their face, figures not to be compared with each other."""

from __future__ import annotations

from build_tools.model import (
    Claim,
    DateValue,
    Doubt,
    EntityId,
    Figure,
    Index,
    NotCompared,
    Quantity,
    TextValue,
)


def doubts_of(index: Index) -> tuple[Doubt, ...]:
    """Every passage with such a remark, in the order of the articles."""
    found = (
        (each, index.claims_of_passage.get((source.id, each.id), ()))
        for source in index.sources
        for each in index.passages_of.get(source.id, ())
        if each.annotation.doubt
    )
    return tuple(Doubt(passage, claims, _concerned(claims)) for passage, claims in found)


def _concerned(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The figures and dates among some claims; where there are none, the accounts."""
    measured = tuple(each for each in claims if isinstance(each.value, Quantity | DateValue))
    return measured or tuple(each for each in claims if isinstance(each.value, TextValue))


def not_compared(index: Index) -> tuple[NotCompared, ...]:
    """Each pair for which a figure says why, once, in the order of the figures' names."""
    found: dict[frozenset[EntityId], NotCompared] = {}
    for id in sorted(index.entities):
        figure = index.entities[id]
        for other, why in figure.why_unlike if isinstance(figure, Figure) else ():
            found.setdefault(frozenset((id, other)), NotCompared(id, other, why))
    return tuple(found.values())
