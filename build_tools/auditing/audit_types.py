"""What an audit finds: statements of a text, each with its verdict and what bears it out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model import Claim, Conflict, Reading, SourceId, Span


class StatedKind(StrEnum):
    """What is found in a text."""

    NUMBER = "number"
    DATE = "date"
    OFFICE = "office"
    ANSWER = "answer"
    QUOTATION = "quotation"


class AuditVerdict(StrEnum):
    """What the articles make of a statement."""

    PROVEN = "proven"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    TRANSLATED = "our translation"
    NOT_HERE = "not here"


@dataclass(frozen=True, slots=True)
class TextStatement:
    """A stretch of the text, and each claim that its words make with it; none where the subject is open.

    Of those in `firm` the words name all that a reader needs: where each claim is firm and an article says
    otherwise of each, it is wrong whichever is meant.
    """

    span: Span
    kind: StatedKind
    words: str
    claims: tuple[Claim, ...] = ()
    firm: tuple[Claim, ...] = ()
    value: Reading | None = None


@dataclass(frozen=True, slots=True)
class AuditSide:
    """One side of a dispute: its claims, and whether the text states it."""

    claims: tuple[Claim, ...]
    named: bool


@dataclass(frozen=True, slots=True)
class PassageFound:
    """Words of an article that a quotation is of, or is like."""

    source: SourceId
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class AuditedStatement:
    """A statement of the text with its verdict; its span is a place in the text as given.

    `claims` bear it out or contradict it; `conflict` is the dispute, `sides` its sides. `passages` are the
    articles' words for a quotation. `note` says what is open.
    """

    span: Span
    kind: StatedKind
    words: str
    verdict: AuditVerdict
    claims: tuple[Claim, ...] = ()
    sides: tuple[AuditSide, ...] = ()
    conflict: Conflict | None = None
    passages: tuple[PassageFound, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Audit:
    """A text and what was found in it, in its order."""

    text: str
    statements: tuple[AuditedStatement, ...]

    def count(self, verdict: AuditVerdict) -> int:
        """How many statements have a verdict."""
        return sum(one.verdict is verdict for one in self.statements)
