"""Types of the result: statements, conflicts, the dossier."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from build_tools.grouped import grouped
from build_tools.model.claims import Anchored, Claim, Mention, Stance
from build_tools.model.entities import Question, Status
from build_tools.model.inputs import Inputs
from build_tools.model.values import Value
from build_tools.model.written import ConflictId, EntityId, PropertyId, SourceId
from build_tools.problem import Problems


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

    @property
    def sources(self) -> tuple[SourceId, ...]:
        return tuple(sorted({claim.citation.source for claim in self.claims}))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all be true of the same thing at the same time, and what editors say of it.

    `clashes` are the pairs of sides, by their places, that cannot both hold. `withdrawn` are the claims with
    which all who gave the first side have taken it back.
    """

    id: ConflictId
    rule: Rule
    subject: EntityId
    property: PropertyId | None
    sides: tuple[Side, ...]
    fits_both: tuple[Claim, ...] = ()
    clashes: tuple[tuple[int, int], ...] = ()
    question: Question | None = None
    unseen: tuple[Claim, ...] = ()
    withdrawn: tuple[Claim, ...] = ()

    @builtins.property
    def status(self) -> Status:
        """What the editors hold; where they hold nothing, whether a side has been taken back."""
        judged = self.question.status if self.question else Status.OPEN
        return Status.WITHDRAWN if judged is Status.OPEN and self.withdrawn else judged


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A passage that an article no longer has, and what it said: proven in the text of that day."""

    anchored: Anchored
    claims: tuple[Claim, ...]

    @builtins.property
    def version(self) -> str:
        """The day on which the text was received that has it."""
        return self.anchored.annotation.version


@dataclass(frozen=True)
class Dossier:
    """What the sources say, sorted and judged: all that a page may need.

    `withdrawn` is what earlier versions of articles said; it is in no group and no conflict.
    """

    inputs: Inputs
    mentions: tuple[Mention, ...]
    anchored: tuple[Anchored, ...]
    groups: tuple[StatementGroup, ...]
    conflicts: tuple[Conflict, ...]
    withdrawn: tuple[Withdrawn, ...] = ()

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of the articles."""
        found = [claim for group in self.groups for claim in group.claims]
        return tuple(sorted(found, key=lambda claim: (claim.citation.source, claim.citation.start, claim.id)))

    @cached_property
    def withdrawn_of(self) -> Mapping[SourceId, tuple[Withdrawn, ...]]:
        """What each article no longer says, in the order of its earlier texts."""
        return grouped(self.withdrawn, lambda one: one.anchored.citation.source)

    @cached_property
    def groups_of(self) -> Mapping[EntityId, tuple[StatementGroup, ...]]:
        """The statement groups of each subject."""
        return grouped(self.groups, lambda group: group.subject)

    @cached_property
    def by_question(self) -> Mapping[EntityId, Conflict]:
        """The conflict that each question of the editors is joined to."""
        return {one.question.id: one for one in self.conflicts if one.question}

    @cached_property
    def conflicts_of(self) -> Mapping[EntityId, tuple[Conflict, ...]]:
        """The conflicts that have each subject on a side, or that editors ask about it."""
        found: dict[EntityId, list[Conflict]] = {}
        for conflict in self.conflicts:
            asked = {conflict.question.about} if conflict.question and conflict.question.about else set()
            for subject in sorted({conflict.subject, *asked, *(side.subject for side in conflict.sides)}):
                found.setdefault(subject, []).append(conflict)
        return {subject: tuple(conflicts) for subject, conflicts in found.items()}


@dataclass(frozen=True, slots=True)
class Build:
    """The dossier, and everything wrong with its files."""

    dossier: Dossier
    problems: Problems
