"""What the survey finds for the ways in: doubts, themes, what is not comparable, sums of money, credit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from build_tools.model.claims import Anchored, Claim
from build_tools.model.conflict_findings import ConflictFinding
from build_tools.model.dossier import StatementGroup
from build_tools.model.findings import Finding
from build_tools.model.overviews import Theme
from build_tools.model.written import ClaimId, EntityId, LocalText, SourceId


@dataclass(frozen=True, slots=True)
class Doubt:
    """A statement that is doubtful on its face, as the editors remark in `why`, and the claims made from it.

    `concerned` are the claims that it makes doubtful: of a passage its figures and dates, else the
    accounts. A doubt of one claim has that claim alone, and its id.
    """

    id: str
    passage: Anchored
    why: LocalText
    claims: tuple[Claim, ...]
    concerned: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class ThemeFinding:
    """A theme: what several articles say of it, what is disputed, what is doubtful, and all that is said."""

    theme: Theme
    known: tuple[Finding, ...]
    disputed: tuple[ConflictFinding, ...]
    doubtful: tuple[Doubt, ...]
    said: tuple[tuple[EntityId, tuple[StatementGroup, ...]], ...]


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Two figures that a reader might set against each other, and why one may not."""

    one: EntityId
    other: EntityId
    why: LocalText


class Money(StrEnum):
    """How a sum of money is given."""

    STATED = "stated"
    PLANNED = "planned"
    NO_CURRENCY = "no-currency"


@dataclass(frozen=True, slots=True)
class SumOfMoney:
    """A sum of money that is given for a figure: how, and by which claims in the same words."""

    figure: EntityId
    given: Money
    claims: tuple[Claim, ...]


class Credited(StrEnum):
    """Whom an article credits with a statement."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    UNNAMED = "unnamed"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Credits:
    """Whom an article credits, with the claims of each; `outlets` are the reports that it passes on.

    `named` are the claims of each speaker, those with the most first. An outlet without claims is listed
    by the article, which credits nothing to it.
    """

    source: SourceId
    by: Mapping[Credited, tuple[Claim, ...]]
    named: tuple[tuple[Claim, ...], ...]
    outlets: tuple[tuple[EntityId, tuple[Claim, ...]], ...]


@dataclass(frozen=True)
class WaysIn:
    """The ways in beside people, events and figures; each is empty where there is nothing of it."""

    doubts: tuple[Doubt, ...] = ()
    themes: tuple[ThemeFinding, ...] = ()
    not_compared: tuple[NotCompared, ...] = ()
    sums: tuple[SumOfMoney, ...] = ()
    credits: tuple[Credits, ...] = ()

    def why_apart(self, figure: EntityId) -> tuple[LocalText, ...]:
        """Why a figure may not be compared with others."""
        return tuple(each.why for each in self.not_compared if figure in (each.one, each.other))

    @cached_property
    def doubt_of(self) -> Mapping[ClaimId, Doubt]:
        """The doubt that concerns each claim of which there is one."""
        return {claim.id: doubt for doubt in self.doubts for claim in doubt.concerned}
