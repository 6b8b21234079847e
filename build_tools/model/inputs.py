"""Everything read from disk, before anything is proven."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from build_tools.grouped import grouped
from build_tools.model.annotations import Annotation
from build_tools.model.claims import Claim
from build_tools.model.cut import Cut
from build_tools.model.entities import SHIPPED, Entity, Kind, PlainKind
from build_tools.model.overviews import SideBySide, Theme
from build_tools.model.scores import Score
from build_tools.model.values import DateValue
from build_tools.model.written import (
    NOWHERE,
    WORDLESS,
    EntityId,
    LocalText,
    PropertyId,
    SourceId,
    TermId,
    Written,
)
from build_tools.problem import Origin


class ValueType(StrEnum):
    QUANTITY = "quantity"
    DATE = "date"
    ENTITY = "entity"
    TERM = "term"
    TEXT = "text"


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
    kinds: tuple[PlainKind, ...] = SHIPPED


OUR_LANGUAGES = ("en", "zh")


def languages_of(editions: Iterable[str]) -> tuple[str, ...]:
    """The languages that the editors write for some editions; English and Chinese if no edition is named.

    >>> languages_of(["zh-Hant", "zh-Hans"]), languages_of([]), languages_of(["fr", "en"])
    (('zh',), ('en', 'zh'), ('en', 'fr'))
    """
    named = dict.fromkeys(edition.partition("-")[0] for edition in editions)
    ours = tuple(language for language in OUR_LANGUAGES if language in named)
    return (*ours, *(one for one in named if one not in OUR_LANGUAGES)) or OUR_LANGUAGES


def our_language(edition: str) -> str:
    """The language in which the tool speaks to whoever edits for an edition.

    >>> our_language("zh-Hant"), our_language("fr")
    ('zh', 'en')
    """
    return OUR_LANGUAGES["zh" in edition.split("-")]


class MustBeRead(StrEnum):
    """Which annotations hold the site back until a person has read them."""

    DRAFTED = "drafted"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Limits:
    """The most bytes that an article may have, and any other file of the dossier."""

    article: int = 5_000_000
    yaml: int = 2_000_000


@dataclass(frozen=True, slots=True)
class Search:
    """What a reader may type, and the entity or article that it must lead to, in some editions."""

    words: str
    finds: EntityId | SourceId
    editions: tuple[str, ...]
    origin: Origin = field(default=NOWHERE, compare=False)


RENDERERS = ("mkdocs", "zensical")  # the first, unless `dossier.yaml` names the other
PUBLISH_LETTERS = 1_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What `dossier.yaml` says of the whole.

    Of an article `publish_limit` percent may be published, and always `publish_letters` letters.
    """

    title: LocalText
    description: LocalText
    editions: tuple[str, ...]
    opencc: str
    publish_limit: Decimal
    repository: str
    time_zone: str | None = None
    story: tuple[LocalText, ...] = ()
    limits: Limits = Limits()
    publish_letters: int = PUBLISH_LETTERS
    must_be_read: MustBeRead | None = None
    renderer: str = RENDERERS[0]
    searches: tuple[Search, ...] = ()
    origin: Origin = field(default=NOWHERE, compare=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its editions."""
        return languages_of(self.editions)


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
class Version:
    """An article as it was received on an earlier day, before it was changed."""

    day: str
    text: str
    omit: tuple[Omission, ...] = ()
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One article: its text as received, and what is known about it.

    `outlet` is its publisher, where that is an organisation of the dossier. `versions` are its earlier
    texts, oldest first; `retrieved` is the day of this one. `pages` are the lines
    on which the pages of a PDF begin; otherwise there are none.
    """

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
    outlet: EntityId | None = None
    relays: tuple[EntityId, ...] = ()
    relayed_sources: tuple[SourceId, ...] = ()
    not_relays: tuple[SourceId, ...] = ()
    copies: tuple[SourceId, ...] = ()
    omit: tuple[Omission, ...] = ()
    pages: tuple[int, ...] = ()
    full: bool = False
    retrieved: str = ""
    versions: tuple[Version, ...] = ()
    character: LocalText = WORDLESS
    loaded: tuple[tuple[Written, LocalText], ...] = ()
    origin: Origin = field(default=NOWHERE, compare=False)

    def replaced(self, day: str) -> str:
        """The day of the text that replaced that of an earlier day; nothing where it is not known."""
        days = [version.day for version in self.versions]
        return ([*days, self.retrieved])[days.index(day) + 1] if day in days else ""

    @property
    def is_read(self) -> bool:
        """Whether the tool has a grammar for its language; the script says nothing of that."""
        return self.language.partition("-")[0] in OUR_LANGUAGES


@dataclass(frozen=True)
class Inputs:
    """Everything read from disk, before anything is proven.

    `cut` is what was not yet known at a moment; `earlier` quote what articles no longer say, and
    `said_before` is what those claim, once it is proven.
    """

    settings: Settings
    vocabulary: Vocabulary
    sources: Mapping[SourceId, Source]
    entities: Mapping[EntityId, Entity]
    annotations: tuple[Annotation, ...]
    scores: Mapping[SourceId, Score] = field(default_factory=dict)
    cut: Cut | None = None
    earlier: tuple[Annotation, ...] = ()
    said_before: tuple[Claim, ...] = ()
    themes: tuple[Theme, ...] = ()
    side_by_side: SideBySide = field(default_factory=SideBySide)

    @cached_property
    def posts(self) -> Mapping[str, frozenset[str]]:
        """The organisations at which each person has a role, as the annotations say."""
        claims = (claim for one in self.annotations for claim in one.claims if claim.qualifiers.at)
        found = grouped(claims, lambda claim: claim.subject.text)
        return {
            person: frozenset(one.qualifiers.at.text for one in each if one.qualifiers.at)
            for person, each in found.items()
        }

    @cached_property
    def said_before_of(self) -> Mapping[EntityId, tuple[Claim, ...]]:
        """What articles said of each subject and no longer say."""
        return grouped(self.said_before, lambda claim: claim.subject)

    @cached_property
    def copies(self) -> Mapping[SourceId, tuple[SourceId, ...]]:
        """The confirmed copies of each article, whichever of the two files says so."""
        pairs = [(source.id, other) for source in self.sources.values() for other in source.copies]
        found = grouped((*pairs, *((other, one) for one, other in pairs)), lambda pair: pair[0])
        return {id: tuple(other for _, other in each) for id, each in found.items()}
