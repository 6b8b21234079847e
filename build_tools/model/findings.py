"""What the dossier as a whole shows, in no language: pages, exports and programs print it."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from build_tools.model.claims import Claim, Stance
from build_tools.model.conflict_findings import ConflictFinding, OriginCount, SideFinding
from build_tools.model.dossier import Dossier, Statement
from build_tools.model.entities import Kind
from build_tools.model.history import FirstReport, History
from build_tools.model.index import Index, Passage
from build_tools.model.series_steps import SeriesFinding
from build_tools.model.shown_articles import NamedBy, Paragraph, Share
from build_tools.model.values import Difference, Value
from build_tools.model.written import ClaimId, ConflictId, EntityId, PropertyId, SourceId

if TYPE_CHECKING:
    from build_tools.model.ways_in import WaysIn

Point = tuple[EntityId, PropertyId | None]


class FindingSort(IntEnum):
    """How much a statement tells: a number, a day or an event the most, then an office, a name the least."""

    MEASURE = 0
    OFFICE = 1
    NAME = 2


@dataclass(frozen=True, slots=True)
class StatementFinding:
    """A value with the claims for it, those of one office and one period alone, and how many give it."""

    statement: Statement
    count: OriginCount

    @builtins.property
    def value(self) -> Value | None:
        return self.statement.value

    @builtins.property
    def stance(self) -> Stance:
        return self.statement.stance

    @builtins.property
    def claims(self) -> tuple[Claim, ...]:
        return self.statement.claims


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that one or several articles say of a subject.

    `statement` has the firmest of their values; `weakest` is the claim that says it least firmly, where
    one is weaker.
    """

    subject: EntityId
    property: PropertyId | None
    statement: Statement
    count: OriginCount
    sort: FindingSort
    weakest: Claim | None = None

    @builtins.property
    def sources(self) -> frozenset[SourceId]:
        """The articles that say it."""
        return frozenset(claim.citation.source for claim in self.statement.claims)


AnyStatement = Statement | StatementFinding | SideFinding


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two values of one point, and how far they are apart; a denial is second."""

    one: Statement
    other: Statement
    difference: Difference


class Given(StrEnum):
    """Who gives a figure: articles that disagree, several, one, or none."""

    DISPUTED = "disputed"
    SHARED = "shared"
    SINGLE = "single"
    UNGIVEN = "ungiven"


@dataclass(frozen=True, slots=True)
class FigureFinding:
    """Who gives a figure, and how many they are."""

    given: Given
    count: OriginCount


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody named in the same annotated sentences as another, and in which."""

    entity: EntityId
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Highlights:
    """What a first page shows, each list by weight; how many of each have room is for the page to say.

    `conflicts` are of every sort in turn, `agreements` tell more than a name and not too much of one
    subject. `moving` are the figures that changed, those with the most steps first.
    """

    conflicts: tuple[ConflictFinding, ...]
    agreements: tuple[Finding, ...]
    moving: tuple[SeriesFinding, ...] = ()


@dataclass(frozen=True)
class Findings:
    """All that the dossier shows, each list by weight.

    `agreements` rest on several origins, `echoes` on one that several articles pass on, `alone` on one
    article each. `statements` are all values of a point. `histories` are those of the `conflicts`, in
    their order. `foremost` has the entities of each kind, most said of first, `in_passing` those of
    which little is said; `disputes` are the conflicts that concern each. `events` are in the order of
    time, `years` those of their first days; `main_event` is what the story is most about. `series` are
    the figures that move; `zone` is that of the place of the story, if known. `changed_plans` are the plans
    of which something else became.
    """

    dossier: Dossier
    index: Index
    agreements: tuple[Finding, ...]
    echoes: tuple[Finding, ...]
    alone: Mapping[SourceId, tuple[Finding, ...]]
    highlights: Highlights
    conflicts: tuple[ConflictFinding, ...]
    statements: Mapping[Point, tuple[StatementFinding, ...]]
    histories: tuple[History, ...]
    first_reports: Mapping[EntityId, FirstReport]
    figures: Mapping[EntityId, FigureFinding]
    disputed_figures: tuple[EntityId, ...]
    comparisons: Mapping[Point, tuple[Comparison, ...]]
    beside_values: Mapping[Point, tuple[ConflictFinding, ...]]
    disputes: Mapping[EntityId, tuple[ConflictFinding, ...]]
    around: Mapping[EntityId, frozenset[EntityId]]
    foremost: Mapping[Kind, tuple[EntityId, ...]]
    in_passing: frozenset[EntityId]
    companions: Mapping[EntityId, tuple[Companion, ...]]
    events: tuple[EntityId, ...]
    years: Mapping[EntityId, str]
    main_event: EntityId | None
    series: Mapping[EntityId, SeriesFinding]
    zone: str
    changed_plans: frozenset[ClaimId]
    named_by: Mapping[SourceId, NamedBy]
    shares: Mapping[SourceId, Share]
    published: Mapping[SourceId, tuple[Paragraph, ...]]
    ways_in: WaysIn

    @cached_property
    def by_id(self) -> Mapping[ConflictId, ConflictFinding]:
        """Each conflict by its name."""
        return {each.id: each for each in self.conflicts}

    @cached_property
    def place_of_conflict(self) -> Mapping[ConflictId, int]:
        """The place of each conflict by weight."""
        return {each.id: at for at, each in enumerate(self.conflicts)}

    @cached_property
    def by_question(self) -> Mapping[EntityId, ConflictFinding]:
        """The conflict that each question of the editors is joined to."""
        return {each.question.id: each for each in self.conflicts if each.question}

    @cached_property
    def places(self) -> Mapping[EntityId, int]:
        """The place of each event in the order of time."""
        return {id: at for at, id in enumerate(self.events)}
