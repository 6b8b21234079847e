"""What is found and proven: mentions, citations, claims."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from build_tools.model.inputs import Annotation
from build_tools.model.values import DateValue, Span, Value
from build_tools.model.written import NOWHERE, ClaimId, EntityId, LocalText, PropertyId, SourceId, TermId
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
    """An annotation and the place where its quote stands; `id` is given, or made from the place."""

    id: str
    annotation: Annotation
    citation: Citation


class Stance(StrEnum):
    AFFIRMS = "affirms"
    DENIES = "denies"


class Modality(StrEnum):
    ASSERTED = "asserted"
    PLANNED = "planned"
    PREDICTED = "predicted"
    RUMOURED = "rumoured"


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """When, where, by whom and how firmly a claim is made."""

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
    inferred: LocalText | None = None
    note: LocalText | None = None


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
    origin: Origin = field(default=NOWHERE, compare=False)
