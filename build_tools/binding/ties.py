"""Ties between a word and a reading: why the word belongs to it, and how firmly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

REACH = 32  # so many numbers further a topic carries


class TieReason(StrEnum):
    """Why a word belongs to a candidate, or may."""

    INSIDE = "inside"  # it is part of it
    CLAUSE = "clause"  # it is in the same clause
    SENTENCE = "sentence"  # it is in another clause, with no other reading between
    IN_ORDER = "in order"  # respectively
    BRACKETS = "brackets"  # the candidate is in brackets behind it
    ASIDE = "aside"  # the candidate is in a clause with who or which behind it
    AGAIN = "again"  # the candidate is another value of the same thing: from A to B, this year and last
    LISTED = "listed"  # several candidates share it
    PART = "part"  # the candidate is a part of the one to which it belongs
    TOPIC = "topic"  # it is before the candidate, which has its own words
    BETWEEN = "between"  # it is between two candidates, and could go with either
    EARLIER = "earlier"  # it is in an earlier sentence, or before a semicolon
    LATER = "later"  # it is behind them all, in another clause or sentence


class Weight(IntEnum):
    """How firmly a word belongs to a candidate."""

    NONE = 0
    FAINT = 1
    MAYBE = 2
    OTHER_CLAUSE = 3
    SURE = 4


@dataclass(frozen=True, slots=True)
class Tie:
    """That a word belongs to one candidate."""

    candidate: int
    reason: TieReason
    weight: Weight = Weight.SURE


@dataclass(frozen=True, slots=True)
class Attachment:
    """To which candidates one occurrence of a word belongs, one tie for each."""

    ties: tuple[Tie, ...]

    @property
    def certain(self) -> tuple[int, ...]:
        """The candidates to which it belongs."""
        return tuple(sorted(one.candidate for one in self.ties if one.weight > Weight.MAYBE))

    @property
    def open(self) -> tuple[int, ...]:
        """Those to which it may belong, or may not."""
        return tuple(sorted(one.candidate for one in self.ties if one.weight <= Weight.MAYBE))

    def to(self, candidate: int) -> Tie | None:
        """The tie to one of them."""
        return next((one for one in self.ties if one.candidate == candidate), None)
