"""What editors remark: statements doubtful on their face, figures not to be compared with each other."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import (
    Anchored,
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
    """Every passage and every claim with such a remark, in the order of the articles."""
    passages = (each for source in index.sources for each in index.passages_of.get(source.id, ()))
    return tuple(doubt for each in passages for doubt in _of_passage(index, each))


def _of_passage(index: Index, passage: Anchored) -> Iterator[Doubt]:
    """What is doubtful in a passage as a whole, then in each claim made from it."""
    claims = index.claims_of_passage.get((passage.citation.source, passage.id), ())
    if passage.annotation.doubt:
        yield Doubt(passage.id, passage, passage.annotation.doubt, claims, _concerned(claims))
    for each in claims:
        if each.qualifiers.doubt:
            yield Doubt(each.id, passage, each.qualifiers.doubt, (each,), (each,))


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
