"""Finds the breaks between words that belong to different numbers, and how strong each break is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import pairwise

from build_tools.binding.connecting_words import READING, Words, any_case, any_of, is_blank
from build_tools.binding.levels import Level
from build_tools.model import Span
from build_tools.text.paragraphs import sentences

COMMA = r"(?:(?<![0-9]),|,(?![0-9])|[—–―─]+|--+|\s-\s)"
NEAR = 64


class Strength(IntEnum):
    """How strongly two readings are separated, weakest first; a comma or more separates clauses."""

    PREPOSITION = 1
    LINK = 2
    AND = 3
    COMMA = 4
    NEW = 5
    SEMICOLON = 6
    SENTENCE = 7


@dataclass(frozen=True, slots=True)
class Break:
    """One place where a passage is cut."""

    start: int
    end: int
    strength: Strength


def breaks_of(text: str, level: Level) -> tuple[Break, ...]:
    """The breaks of one level, in order."""
    found = sorted([*_by_words(level), *_by_sentences(text, level)], key=lambda one: (one.start, one.end))
    return tuple(_without_frames(level, found))


def _by_words(level: Level) -> Iterator[Break]:
    flat = iter(level.flat)
    inside: Span | None = next(flat, None)
    for match in any_case(_breaks()).finditer(level.text):
        start, end = match.start() + level.span.start, match.end() + level.span.start
        while inside and inside.end <= start:
            inside = next(flat, None)
        if inside is None or start < inside.start or end > inside.end or match[0].endswith(")"):
            yield Break(start, end, Strength[match.lastgroup or "LINK"])


def _by_sentences(text: str, level: Level) -> Iterator[Break]:
    """Between sentences; an enclosure holds one at most."""
    if level.span.start == 0:
        for one, next_ in pairwise(sentences(text)):
            yield Break(one.end, next_.start, Strength.SENTENCE)


def _without_frames(level: Level, breaks: list[Break]) -> Iterator[Break]:
    """Without the comma behind `In 2015,` and those around `Alice, 28,`."""
    clause = level.span.start
    for one in breaks:
        if one.strength is not Strength.COMMA or not _frames(level, clause, one):
            yield one
            clause = one.end if one.strength >= Strength.COMMA else clause


def _frames(level: Level, clause: int, comma: Break) -> bool:
    before, behind = level.at(clause, comma.start), level.at(comma.end, comma.end + NEAR)
    opens = any_case(rf"[^{READING}]*{READING}+\s*").fullmatch(before) and is_blank(before)
    return bool(opens or any_case(rf"\s*{READING}+\s*(?:[,、]|$)").match(behind))


@cache
def _breaks() -> str:
    """Every break but the ends of sentences; of those that begin together the strongest."""
    new, and_ = any_of(Words.NEW), any_of(Words.COORDINATORS)
    out_of = rf"{any_of(Words.OUT_OF)},?(?={READING})"
    linked = any_of(Words.PART, Words.PART_ENDS, Words.COMPARED, Words.CAUSES)
    kinds = {
        Strength.SEMICOLON: ";",
        Strength.NEW: rf"{COMMA}\s*(?:{new}|{and_})",
        Strength.COMMA: COMMA,
        Strength.AND: rf"、|{and_}|{new}",
        Strength.LINK: "|".join([rf"(?<={READING})\s*\)", ":", linked, out_of]),
        Strength.PREPOSITION: rf"(?!(?:at|to)\s+{READING}){any_of(Words.PREPOSITIONS, Words.RELATIVES)}",
    }
    return "|".join(f"(?P<{kind.name}>{source})" for kind, source in kinds.items())
