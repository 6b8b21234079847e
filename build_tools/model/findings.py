"""What the dossier as a whole shows, in no language: pages, exports and programs print it."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from build_tools.model.claims import Anchored
from build_tools.model.dossier import Conflict, Dossier, Statement
from build_tools.model.index import Index
from build_tools.model.values import Verdict
from build_tools.model.written import ConflictId, EntityId, PropertyId, SourceId

Point = tuple[EntityId, PropertyId | None]


class Gap(StrEnum):
    """What sets two values apart."""

    PERCENT = "percent"
    POINTS = "points"
    TIMES = "times"
    DAY = "day"
    DAYS = "days"
    DENIED = "denied"
    UNIT = "unit"
    NO_UNIT = "no-unit"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Difference:
    """How two values stand, and how far apart they are; `amount` is in percent, points, times or days."""

    verdict: Verdict
    gap: Gap
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that one or several articles say of a subject."""

    subject: EntityId
    property: PropertyId | None
    statement: Statement

    @builtins.property
    def sources(self) -> frozenset[SourceId]:
        """The articles that say it."""
        return frozenset(claim.citation.source for claim in self.statement.claims)


@dataclass(frozen=True, slots=True)
class ConflictFinding:
    """A conflict, and what its sides are called in exports and in `seen:`."""

    conflict: Conflict
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of an article's text under the same quotes; those that begin with it are named."""

    text: str
    under: tuple[Anchored, ...]
    begins: tuple[Anchored, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is published of one paragraph: each sentence with what stands before it (a space, a gap)."""

    line: int
    sentences: tuple[tuple[str, tuple[Segment, ...]], ...]
    cut: bool
    after_gap: bool
    quotes: tuple[Anchored, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How much of an article is annotated and published, in percent, and which paragraphs."""

    annotated: int
    published: int
    marked: tuple[bool, ...]


@dataclass(frozen=True)
class Findings:
    """All that the dossier shows; `conflicts` by weight, `agreements` by what they tell.

    `alone` is what each article alone says, `notable` the heaviest of it; `events` are in the order of
    time, `years` those of their first days.
    """

    dossier: Dossier
    index: Index
    agreements: tuple[Finding, ...]
    alone: Mapping[SourceId, tuple[Finding, ...]]
    notable: tuple[Finding, ...]
    conflicts: tuple[ConflictFinding, ...]
    beside_values: Mapping[Point, tuple[Conflict, ...]]
    around: Mapping[EntityId, frozenset[EntityId]]
    events: tuple[EntityId, ...]
    years: Mapping[EntityId, str]
    shares: Mapping[SourceId, Share]
    published: Mapping[SourceId, tuple[Paragraph, ...]]

    @cached_property
    def conflict(self) -> Mapping[ConflictId, ConflictFinding]:
        """Each conflict by its name."""
        return {each.conflict.id: each for each in self.conflicts}

    @cached_property
    def places(self) -> Mapping[EntityId, int]:
        """The place of each event in the order of time."""
        return {id: at for at, id in enumerate(self.events)}
