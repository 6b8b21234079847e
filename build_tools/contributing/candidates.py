"""Which figures and events of the dossier a value could belong to, and what other articles say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.contributing.yaml_text import value_said
from build_tools.evidence.proving.wording import stands_in
from build_tools.model import (
    Claim,
    DateValue,
    Dossier,
    EntityId,
    Event,
    Figure,
    Quantity,
    Reading,
    Verdict,
)
from build_tools.text.folding import fold_plain
from build_tools.values import compare

MOST = 3
SHOWN = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that could be made, as it is written, and the values that the subject has."""

    claim: str
    elsewhere: tuple[str, ...]


def candidates(
    value: Reading, sentence: str, named: Iterable[EntityId], dossier: Dossier
) -> tuple[Candidate, ...]:
    """The likeliest first; none where nothing in the sentence speaks for any."""
    known = frozenset(named)
    match value:
        case Quantity():
            return tuple(for_quantity(value, sentence, known, dossier))
        case DateValue():
            return tuple(for_date(value, known, dossier))


def for_quantity(
    value: Quantity, sentence: str, named: frozenset[EntityId], dossier: Dossier
) -> Iterator[Candidate]:
    """Figures of the same unit whose words or owner are in the sentence, or that have this value."""
    rated = sorted(
        (-rate(value, figure, fold_plain(sentence), named, dossier), figure.id)
        for figure in dossier.inputs.entities.values()
        if isinstance(figure, Figure)
    )
    for minus, id in rated[:MOST]:
        if minus < 0:
            yield Candidate(f"{id}: {value_said(value)}", values_of(dossier, id))


def rate(value: Quantity, figure: Figure, folded: str, named: frozenset[EntityId], dossier: Dossier) -> int:
    """How much speaks for a figure: its value, its words, its owner; 0 where something speaks against it."""
    unit = "%" if value.share else value.unit
    if figure.unit and unit and figure.unit != unit:
        return 0
    if any(stands_in(word, folded) for word in figure.not_words):
        return 0
    worded = any(stands_in(word, folded) for word in figure.words)
    owned = figure.of in named
    if figure.unit != unit and not (worded and owned):
        return 0
    return 4 * has_value(value, figure.id, dossier) + 2 * worded + (owned and (worded or not figure.words))


def has_value(value: Quantity, id: EntityId, dossier: Dossier) -> bool:
    """Whether a source says the same of the figure."""
    same = (Verdict.AGREE, Verdict.ROUNDING)
    said = (claim.value for claim in claims_of(dossier, id))
    return any(isinstance(one, Quantity) and compare(value, one) in same for one in said)


def for_date(value: DateValue, named: frozenset[EntityId], dossier: Dossier) -> Iterator[Candidate]:
    """The events that the sentence names."""
    for id in sorted(named):
        if isinstance(dossier.inputs.entities.get(id), Event):
            yield Candidate(f"{id}: {value_said(value)}", values_of(dossier, id))


def values_of(dossier: Dossier, id: EntityId) -> tuple[str, ...]:
    """What sources say of a figure or of an event's date, each once: `143亿美元 (sina-2025-06-21)`."""
    wanted = (
        claim
        for claim in claims_of(dossier, id)
        if isinstance(claim.value, Quantity | DateValue) and claim.raw
    )
    return tuple(dict.fromkeys(f"{claim.raw} ({claim.citation.source})" for claim in wanted))[:SHOWN]


def claims_of(dossier: Dossier, id: EntityId) -> Iterator[Claim]:
    """Every claim about a subject."""
    for group in dossier.groups_of.get(id, ()):
        yield from group.claims
