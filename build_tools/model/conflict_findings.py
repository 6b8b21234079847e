"""A conflict as the survey finds it: its sides, who gives each, which of them clash."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from build_tools.model.claims import Claim, Stance
from build_tools.model.dossier import Conflict, Rule, Side
from build_tools.model.entities import Question, Status
from build_tools.model.values import DateValue, Difference, Value
from build_tools.model.written import ConflictId, EntityId, PropertyId, SourceId


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many articles say something, of how many publishers, from how many origins.

    `apart` says whether the origins are known apart; otherwise some may be one.
    """

    articles: int
    publishers: int
    origins: int
    apart: bool = True

    @builtins.property
    def independent(self) -> int | None:
        """How many origins there are, where that is known."""
        return self.origins if self.articles and self.apart else None


@dataclass(frozen=True, slots=True)
class Setting:
    """When and where some claims hold, as far as all of them that say it say the same."""

    period: DateValue | None = None
    as_of: DateValue | None = None
    at: EntityId | None = None


@dataclass(frozen=True, slots=True)
class SideFinding:
    """A side of a conflict: what exports call it, and how many articles give it and no side against it.

    `both` are the articles that give it and a side that it clashes with; `times` are those as of which
    it is given.
    """

    side: Side
    label: str
    count: OriginCount
    both: tuple[SourceId, ...] = ()
    times: tuple[DateValue, ...] = ()

    @builtins.property
    def subject(self) -> EntityId:
        return self.side.subject

    @builtins.property
    def value(self) -> Value | None:
        return self.side.value

    @builtins.property
    def stance(self) -> Stance:
        return self.side.stance

    @builtins.property
    def claims(self) -> tuple[Claim, ...]:
        return self.side.claims


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sides, by their places, that cannot both hold, and how far apart they are; who denies is second."""

    first: int
    second: int
    difference: Difference


@dataclass(frozen=True, slots=True)
class ConflictFinding:
    """A conflict with its sides weighed and compared.

    `fitting` are the pairs of sides that can both be right. `exclusive`: it is open, and all speak of one
    thing at one time. `successive`: it is open, and they may speak of different times. `recurs`: others
    have the same subject and property, and `setting` may tell them apart. `upheld` is the place of the
    side that the editors hold.
    """

    conflict: Conflict
    sides: tuple[SideFinding, ...]
    clashes: tuple[Clash, ...]
    fitting: tuple[tuple[int, int], ...] = ()
    both: tuple[SourceId, ...] = ()
    silent: tuple[SourceId, ...] = ()
    unread: tuple[SourceId, ...] = ()
    exclusive: bool = False
    successive: bool = False
    recurs: bool = False
    setting: Setting = Setting()
    upheld: int | None = None

    @builtins.property
    def id(self) -> ConflictId:
        return self.conflict.id

    @builtins.property
    def rule(self) -> Rule:
        return self.conflict.rule

    @builtins.property
    def subject(self) -> EntityId:
        return self.conflict.subject

    @builtins.property
    def question(self) -> Question | None:
        return self.conflict.question

    @builtins.property
    def status(self) -> Status:
        return self.conflict.status

    @builtins.property
    def fits_both(self) -> tuple[Claim, ...]:
        return self.conflict.fits_both

    @builtins.property
    def unseen(self) -> tuple[Claim, ...]:
        return self.conflict.unseen

    @builtins.property
    def property(self) -> PropertyId | None:
        return self.conflict.property
