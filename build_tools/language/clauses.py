"""Clauses: a sentence cut where the reach of a verb ends.

A clause ends at a comma, a colon, a semicolon, a dash, and before a word that turns the sentence: 但, 而是,
but, while. `、` only joins a list, as do 和 and "and": whether a verb follows "and" is for `scope` to see.
A comma within a number and a colon within a time end nothing; nor does anything between marks or brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from build_tools.language.brackets import FILLER, blank_out, enclosed
from build_tools.language.sentence_patterns import worded
from build_tools.language.tables import level_letters, one_of
from build_tools.model import Span
from build_tools.text.paragraphs import sentences

MARKS = (
    r"(?P<stop>[;\n]|[。！？!?…]+|(?<!\d):|:(?!\d)|-{2,}|[—―─]+|\s[-–]\s)"
    r"|(?P<comma>(?<!\d),|,(?!\d{3}(?!\d)))"
)


class Mark(StrEnum):
    """What ends a clause."""

    COMMA = "comma"
    STOP = "stop"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class ClauseEnd:
    """Where one clause ends and the next begins; a word that turns the sentence belongs to the next."""

    start: int
    end: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Zone:
    """A sentence, or the text between two marks in it: its letters as rules read them, deeper ones filled."""

    start: int
    letters: str
    breaks: tuple[ClauseEnd, ...]

    @property
    def end(self) -> int:
        return self.start + len(self.letters)

    def words(self, start: int, end: int) -> str:
        """The letters between two places of the text."""
        return self.letters[max(start - self.start, 0) : max(end - self.start, 0)]

    def clause_around(self, span: Span) -> Span:
        """The clause that holds a word, without its marks."""
        starts = [
            one.start if one.mark is Mark.WORD else one.end for one in self.breaks if one.end <= span.start
        ]
        starts += [one.start for one in self.breaks if one.start <= span.start < one.end]
        ends = [one.start for one in self.breaks if one.start >= span.end]
        return Span(max(starts, default=self.start), min(ends, default=self.end))

    def clauses(self) -> tuple[Span, ...]:
        """All clauses, empty ones left out."""
        cuts = [(one.start, one.start if one.mark is Mark.WORD else one.end) for one in self.breaks]
        starts = [self.start, *(begin for _, begin in cuts)]
        ends = [*(end for end, _ in cuts), self.end]
        spans = (self._trimmed(start, end) for start, end in zip(starts, ends, strict=True))
        return tuple(span for span in spans if span.start < span.end)

    def _trimmed(self, start: int, end: int) -> Span:
        words = self.words(start, end)
        left = len(words) - len(words.lstrip())
        return Span(start + left, start + max(left, len(words.rstrip())))


@lru_cache(maxsize=1024)
def clauses(text: str) -> tuple[Span, ...]:
    """The clauses of every sentence of a text, quotations and brackets left whole.

    >>> text = "他否认裁员，但承认“重组，调岗”；Meta fell 1,200 points, while Google rose."
    >>> [text[span.start : span.end] for span in clauses(text)]
    ['他否认裁员', '但承认“重组，调岗”', 'Meta fell 1,200 points', 'while Google rose']
    """
    return tuple(clause for span in joined_sentences(text) for clause in zone_of(text, span).clauses())


@lru_cache(maxsize=1024)
def joined_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text; those that one quotation or a colon holds together are one, with who says it.

    >>> text = "他说：“好。走。”他走了。“来！”她说。"
    >>> [text[span.start : span.end] for span in joined_sentences(text)]
    ['他说：“好。走。”', '他走了。', '“来！”她说。']
    """
    joined: list[Span] = []
    for span in sentences(text):
        if joined and _is_one_with(text, joined[-1], span):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _is_one_with(text: str, last: Span, span: Span) -> bool:
    if text[last.end - 1] in ":：":
        return True
    return _is_quoted_through(text, last, span) or _says_the_last(text, last, span)


def _is_quoted_through(text: str, last: Span, span: Span) -> bool:
    """Whether one quotation runs from one sentence into the next."""
    return any(last.start <= inner.start < last.end and span.start <= inner.end for inner in enclosed(text))


def _says_the_last(text: str, last: Span, span: Span) -> bool:
    """Whether a sentence only says who spoke the quotation before it."""
    ends_quoted = text[last.end - 1] in '”」』"’' and "\n" not in text[last.end : span.start]
    return ends_quoted and bool(_speaks_only().match(level_letters(text[span.start : span.end])))


@lru_cache(maxsize=4096)
def zone_of(text: str, span: Span) -> Zone:
    """One stretch of a text as a zone."""
    deeper = tuple(one for one in enclosed(text) if one != span and one.is_within([span]))
    letters = blank_out(level_letters(text), span.start, span.end, deeper)
    found = {one.start: one for one in (*_periods(text, span, letters), *_breaks(letters, span.start))}
    return Zone(span.start, letters, tuple(found[start] for start in sorted(found)))


def _breaks(letters: str, start: int) -> Iterator[ClauseEnd]:
    for found in _pattern().finditer(letters):
        if found.lastgroup != "none":
            yield ClauseEnd(found.start() + start, found.end() + start, Mark(found.lastgroup or "stop"))


def _periods(text: str, span: Span, letters: str) -> Iterator[ClauseEnd]:
    """The full stops that end a sentence, which no pattern tells from those of Mr. and U.S."""
    for one in sentences(text[span.start : span.end]):
        for end in (one.end, one.end - 1):
            if letters[end - 1] == ".":
                yield ClauseEnd(span.start + end - 1, span.start + end, Mark.STOP)


@cache
def _speaks_only() -> re.Pattern[str]:
    verbs = one_of("plain_saying")
    return re.compile(rf"{worded.source('speaks_only')}|(?:\w+\s+){{0,4}}{verbs}")


@cache
def _pattern() -> re.Pattern[str]:
    words = rf"(?P<none>{one_of('no_contrast')})|(?P<word>{one_of('contrast_zh', 'contrast_en')})"
    return re.compile(rf"{MARKS}|{words}")


__all__ = ["FILLER", "ClauseEnd", "Mark", "Zone", "clauses", "joined_sentences", "zone_of"]
