"""Types of what is found and proven: mentions, citations, claims."""

from __future__ import annotations

import builtins
from dataclasses import dataclass, field
from enum import StrEnum

from build_tools.model.annotations import Annotation
from build_tools.model.spans import Span
from build_tools.model.values import DateValue, Value
from build_tools.model.written import (
    NOWHERE,
    WORDLESS,
    ClaimId,
    EntityId,
    LocalText,
    PropertyId,
    SourceId,
    TermId,
)
from build_tools.problem import Origin


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity named in an article, outside its omitted lines, with the words used."""

    source: SourceId
    span: Span
    entity: EntityId
    raw: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Source, spans, quote and locator."""

    source: SourceId
    spans: tuple[Span, ...]
    quote: tuple[str, ...]
    line: int

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class Anchored:
    """An annotation, where its quote is, and where its context is; `id` is given, or made from the place."""

    id: str
    annotation: Annotation
    citation: Citation
    context: tuple[Citation, ...] = ()


class Stance(StrEnum):
    AFFIRMS = "affirms"
    DENIES = "denies"


class Modality(StrEnum):
    ASSERTED = "asserted"
    PLANNED = "planned"
    PREDICTED = "predicted"
    RUMOURED = "rumoured"


NOT_YET = (Modality.PLANNED, Modality.PREDICTED)


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """The time, place, speaker and modality of a claim."""

    period: DateValue | None = None
    as_of: DateValue | None = None
    at: EntityId | None = None
    from_: DateValue | None = None
    until: DateValue | None = None
    since: EntityId | None = None
    said_by: EntityId | TermId | None = None
    via: EntityId | None = None
    stance: Stance = Stance.AFFIRMS
    modality: Modality = Modality.ASSERTED
    note: LocalText | None = None
    doubt: LocalText | None = None


class How(StrEnum):
    """How a part of a claim is known: from the words, by the editors' inference, or by a default."""

    PROVEN = "proven"
    INFERRED = "inferred"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class PartProof:
    """How one part of a claim is known.

    `why` is the editors' reason for what is inferred, `against` the words of the quote that say otherwise.
    """

    part: str
    how: How
    why: LocalText = WORDLESS
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """A warning that the editors have looked at and found wrong, and why."""

    code: str
    why: LocalText


@dataclass(frozen=True, slots=True)
class Claim:
    """One source says: subject, property, value, with qualifiers and a citation."""

    id: ClaimId
    subject: EntityId
    property: PropertyId | None
    value: Value | None
    qualifiers: Qualifiers
    citation: Citation
    passage: str
    translation: LocalText
    raw: str
    proof: tuple[PartProof, ...] = ()
    context: tuple[Citation, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    was: tuple[ClaimId, ...] = ()
    origin: Origin = field(default=NOWHERE, compare=False)

    @builtins.property
    def inferred(self) -> tuple[PartProof, ...]:
        """The parts that neither quote nor context proves."""
        return tuple(one for one in self.proof if one.how is How.INFERRED)
