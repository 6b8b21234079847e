"""How conflicts came to be known: which article said what first, and what others made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.claims import Claim
from build_tools.model.written import ConflictId, SourceId


class Move(StrEnum):
    """What an article does with one side of a conflict."""

    FIRST = "first"
    PERHAPS_FIRST = "perhaps-first"
    AGREES = "agrees"
    MOVES_ON = "moves-on"
    PASSES_ON = "passes-on"
    REPLACES = "replaces"
    TAKES_BACK = "takes-back"


@dataclass(frozen=True, slots=True)
class Turn:
    """One article on one side, by its place in the conflict.

    Who moves on gives another number of that side, such as a later step of a toll. `of` are other
    articles: those that may be first too, those whose report it passes on, or the last ones of its own
    publisher, which gave a side that it replaces or takes back; `against` are those that gave a clashing
    side first, where it is or may be the first on this one.
    """

    side: int
    move: Move
    claims: tuple[Claim, ...]
    of: tuple[SourceId, ...] = ()
    against: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """What one article did when it came out; `fits` are its claims that fit more than one side."""

    source: SourceId
    turns: tuple[Turn, ...]
    fits: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """A conflict in the order of publication.

    A stage is one article, or several whose order is not known; those of no known date are `undated`.
    """

    conflict: ConflictId
    stages: tuple[tuple[HistoryStep, ...], ...]
    undated: tuple[HistoryStep, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstReport:
    """The article that was first to say something, or all that may have been; of how many that say it."""

    claims: tuple[tuple[Claim, ...], ...]
    articles: int
