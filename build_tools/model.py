"""Every type of the line, in the order in which the stages make them."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NewType

from build_tools.problem import Origin, Problems

SourceId = NewType("SourceId", str)
EntityId = NewType("EntityId", str)
PropertyId = NewType("PropertyId", str)
TermId = NewType("TermId", str)
ClaimId = NewType("ClaimId", str)
ConflictId = NewType("ConflictId", str)

NOWHERE = Origin(path="")


@dataclass(frozen=True, slots=True)
class Written:
    """A scalar as a contributor wrote it, and where."""

    text: str
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class LocalText:
    """Words of ours: by language, or `every` where one text serves all editions."""

    en: str = ""
    zh: str = ""
    every: str = ""
    origin: Origin = field(default=NOWHERE, compare=False)

    def __bool__(self) -> bool:
        return bool(self.en or self.zh or self.every)


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands: half-open, in code points of the article."""

    start: int
    end: int


class Qualifier(StrEnum):
    """How firmly a figure is put."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    NEARLY = "nearly"
    RANGE = "range"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Interval:
    """What words assert of a number; `None` at an end is no bound."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as its words assert it: `tight` is what they say, `loose` what rounding allows."""

    value: Decimal | None
    tight: Interval
    loose: Interval
    qualifier: Qualifier = Qualifier.EXACT
    unit: str | None = None
    assumed: bool = False
    raw: str = field(default="", compare=False)
    span: Span = field(default=Span(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Offset:
    """A date counted from an event that the words alone do not date: `8天后`."""

    low: int
    high: int
    unit: str


@dataclass(frozen=True, slots=True)
class DateValue:
    """A range of days, as EDTF level 1; all three are `None` where the words leave it unresolved."""

    edtf: str | None
    earliest: date | None
    latest: date | None
    offset: Offset | None = None
    raw: str = field(default="", compare=False)
    span: Span = field(default=Span(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class EntityValue:
    """An entity as the value of a property: a participant, an owner."""

    id: EntityId


@dataclass(frozen=True, slots=True)
class TermValue:
    """A value from the vocabulary's list, or a question's answer."""

    id: TermId


@dataclass(frozen=True, slots=True)
class TextValue:
    """A sentence of ours that rests on the quote."""

    text: LocalText


Value = Quantity | DateValue | EntityValue | TermValue | TextValue


class Verdict(StrEnum):
    """How two values of one property stand to each other."""

    INCOMPARABLE = "incomparable"
    WEAKER = "weaker"
    AGREE = "agree"
    ROUNDING = "rounding"
    CONFLICT = "conflict"


class ValueType(StrEnum):
    QUANTITY = "quantity"
    DATE = "date"
    ENTITY = "entity"
    TERM = "term"
    TEXT = "text"


class Kind(StrEnum):
    """What an entity is; the value is the singular, as exports write it."""

    PERSON = "person"
    ORGANISATION = "organisation"
    WORK = "work"
    EVENT = "event"
    FIGURE = "figure"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Property:
    """What may be said of a kind of entity, and which qualifiers keep two values apart."""

    id: PropertyId
    type: ValueType
    label: LocalText
    single: bool
    of: tuple[Kind, ...]
    per: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A value from a list, with the forms in which articles write it."""

    id: TermId
    label: LocalText
    forms: tuple[str, ...]
    single_holder: bool = False
    excludes: tuple[TermId, ...] = ()
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    properties: Mapping[PropertyId, Property]
    terms: Mapping[TermId, Term]


@dataclass(frozen=True, slots=True)
class Settings:
    """What `dossier.yaml` says of the whole."""

    title: LocalText
    description: LocalText
    editions: tuple[str, ...]
    opencc: str
    publish_limit: Decimal
    repository: str
    story: tuple[LocalText, ...] = ()
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Reliability:
    """An Admiralty grade, A to F, and why."""

    grade: str
    why: LocalText


@dataclass(frozen=True, slots=True)
class Omission:
    """Lines of an article file that are not the article; both ends count."""

    first: int
    last: int
    why: LocalText


@dataclass(frozen=True, slots=True)
class Source:
    """One article: its text as received, and what is known about it."""

    id: SourceId
    text: str
    title: LocalText
    author: LocalText
    publisher: LocalText
    through: LocalText
    url: str
    published: DateValue
    published_why: LocalText
    language: str
    reliability: Reliability
    relays: tuple[EntityId, ...] = ()
    relayed_sources: tuple[SourceId, ...] = ()
    not_relays: tuple[SourceId, ...] = ()
    copies: tuple[SourceId, ...] = ()
    omit: tuple[Omission, ...] = ()
    full: bool = False
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class WrittenQualifiers:
    """The qualifiers of a claim, or of an annotation for all its claims, as written."""

    period: Written | None = None
    as_of: Written | None = None
    at: Written | None = None
    from_: Written | None = None
    until: Written | None = None
    since: Written | None = None
    said_by: Written | None = None
    via: Written | None = None
    stance: Written | None = None
    modality: Written | None = None
    inferred: LocalText | None = None
    note: LocalText | None = None


@dataclass(frozen=True, slots=True)
class WrittenClaim:
    """One thing said of one subject, before it is proven; no property: the subject itself."""

    subject: Written
    property: Written | None
    value: Written | LocalText | None
    qualifiers: WrittenQualifiers
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Selector:
    """How a quote is found: its parts in order, and what stands beside them."""

    exact: tuple[Written, ...]
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A quote from one source and the claims read out of it."""

    source: SourceId
    selector: Selector
    claims: tuple[WrittenClaim, ...] = ()
    id: str = ""
    translation: LocalText = field(default_factory=LocalText)
    means: tuple[tuple[Written, Written], ...] = ()
    skip: str = ""
    note: LocalText = field(default_factory=LocalText)
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Something the story speaks of, with a page of its own: a person, an organisation, a work."""

    id: EntityId
    kind: Kind
    label: LocalText
    aliases: tuple[Written, ...] = ()
    not_aliases: tuple[tuple[SourceId, tuple[str, ...]], ...] = ()
    was: tuple[str, ...] = ()
    summary: LocalText = field(default_factory=LocalText)
    note: LocalText = field(default_factory=LocalText)
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Entity):
    """Something that happened, was announced, planned or predicted."""

    after: tuple[EntityId, ...] = ()
    before: tuple[EntityId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Entity):
    """One measurable quantity of the story: what is measured, of whom."""

    of: EntityId | None = None
    unit: str | None = None
    words: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    unlike: tuple[EntityId, ...] = ()
    sum_of: tuple[EntityId, ...] = ()


class Status(StrEnum):
    OPEN = "open"
    EXPLAINED = "explained"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Entity):
    """A disputed point in words, and what the editors decided; `label` is the question."""

    about: EntityId | None = None
    about_property: PropertyId | None = None
    answers: tuple[tuple[TermId, LocalText], ...] = ()
    status: Status = Status.OPEN
    seen: tuple[tuple[str, tuple[SourceId, ...]], ...] = ()
    reason: LocalText = field(default_factory=LocalText)
    by: LocalText = field(default_factory=LocalText)
    decided: str = ""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything read from disk, before anything is proven."""

    settings: Settings
    vocabulary: Vocabulary
    sources: Mapping[SourceId, Source]
    entities: Mapping[EntityId, Entity]
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """An entity named in an article, with the words used."""

    source: SourceId
    span: Span = field(compare=False)
    entity: EntityId
    raw: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Source, spans, quote and locator; `folds` names what had to be folded to find it."""

    source: SourceId
    spans: tuple[Span, ...]
    quote: tuple[str, ...]
    line: int
    folds: tuple[str, ...] = ()

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


@dataclass(frozen=True, slots=True)
class Statement:
    """One value with all the claims that make it."""

    value: Value | None
    stance: Stance
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """All statements on one property of one subject."""

    subject: EntityId
    property: PropertyId | None
    statements: tuple[Statement, ...]

    @builtins.property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for statement in self.statements for claim in statement.claims)


class Rule(StrEnum):
    """Which rule found a conflict, as exports write it."""

    SINGLE_BEST_VALUE = "single-best-value"
    DENIED = "denied"
    ORDER = "order"
    ROLE = "role"
    SUM = "sum"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that cannot all be true, with the claims for it."""

    subject: EntityId
    value: Value | None
    stance: Stance
    claims: tuple[Claim, ...]
    witnesses: int

    @property
    def sources(self) -> tuple[SourceId, ...]:
        return tuple(sorted({claim.citation.source for claim in self.claims}))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all be true of the same thing at the same time, and what editors say of it."""

    id: ConflictId
    rule: Rule
    subject: EntityId
    property: PropertyId | None
    sides: tuple[Side, ...]
    fits_both: tuple[Claim, ...] = ()
    silent: tuple[SourceId, ...] = ()
    question: Question | None = None
    unseen: tuple[Claim, ...] = ()

    @builtins.property
    def status(self) -> Status:
        return self.question.status if self.question else Status.OPEN


@dataclass(frozen=True)
class Dossier:
    """What the sources say, sorted and judged: all that a page may need."""

    inputs: Inputs
    mentions: tuple[Mention, ...]
    anchored: tuple[Anchored, ...]
    groups: tuple[StatementGroup, ...]
    conflicts: tuple[Conflict, ...]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of the articles."""
        found = [claim for group in self.groups for claim in group.claims]
        return tuple(sorted(found, key=lambda claim: (claim.citation.source, claim.citation.start, claim.id)))

    @cached_property
    def groups_of(self) -> Mapping[EntityId, tuple[StatementGroup, ...]]:
        """The statement groups of each subject."""
        found: dict[EntityId, tuple[StatementGroup, ...]] = {}
        for group in self.groups:
            found[group.subject] = (*found.get(group.subject, ()), group)
        return found

    @cached_property
    def conflicts_of(self) -> Mapping[EntityId, tuple[Conflict, ...]]:
        """The conflicts in which each subject stands on a side."""
        found: dict[EntityId, tuple[Conflict, ...]] = {}
        for conflict in self.conflicts:
            for subject in sorted({conflict.subject, *(side.subject for side in conflict.sides)}):
                found[subject] = (*found.get(subject, ()), conflict)
        return found


@dataclass(frozen=True, slots=True)
class Build:
    """The dossier, and everything wrong with its files."""

    dossier: Dossier
    problems: Problems
