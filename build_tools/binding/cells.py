"""The readings of a level in a row, and where the words between two of them are cut."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from build_tools.binding.breaks import Break, Strength
from build_tools.binding.connecting_words import Words, any_case, any_of, is_empty
from build_tools.binding.levels import Level
from build_tools.model import Span

WHOLE = rf"\s*{any_of(Words.WHOLE)}"


@dataclass(frozen=True, slots=True)
class Gap:
    """What is between two neighbours, and the breaks at which it is cut: one, or several as strong."""

    span: Span
    cuts: tuple[Break, ...]

    @property
    def end_of_left(self) -> int:
        """Where the words of the reading before end; with no cut they may reach to the next."""
        return self.cuts[0].start if self.cuts else self.span.end

    @property
    def start_of_right(self) -> int:
        """Where the words of the reading behind begin; with no cut they may reach back to the last."""
        return self.cuts[-1].end if self.cuts else self.span.start


@dataclass(frozen=True)
class Row:
    """The readings of one level in order, and the breaks between their words."""

    level: Level
    spans: tuple[Span, ...]
    breaks: tuple[Break, ...]

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Between each reading and the next."""
        return tuple(self._gap(left, right) for left, right in pairwise(self.spans))

    def text(self, span: Span) -> str:
        """The words of a stretch, readings blanked out."""
        return self.level.at(span.start, span.end)

    def before(self, at: int) -> Span:
        """The words of a reading that are before it, in its own clause."""
        end = self.spans[at].start
        start = self.gaps[at - 1].start_of_right if at else self.level.span.start
        return Span(max(start, self.clause_start(end)), end)

    def behind(self, at: int) -> Span:
        """The words of a reading that are behind it, in its own clause."""
        start = self.spans[at].end
        end = self.gaps[at].end_of_left if at < len(self.gaps) else self.level.span.end
        return Span(start, max(start, min(end, self.clause_end(start))))

    def clause_start(self, at: int) -> int:
        """Where the clause before a place begins."""
        found = bisect_right(self._clauses, at, key=lambda one: one.end)
        return self._clauses[found - 1].end if found else self.level.span.start

    def clause_end(self, at: int) -> int:
        """Where the clause behind a place ends."""
        found = bisect_left(self._clauses, at, key=lambda one: one.start)
        return self._clauses[found].start if found < len(self._clauses) else self.level.span.end

    def sentence_start(self, at: int) -> int:
        """Where the sentence of a place begins."""
        found = bisect_right(self._sentences, at)
        return self._sentences[found - 1] if found else self.level.span.start

    def in_one_sentence(self, one: int, other: int) -> bool:
        """Whether no sentence ends between two places."""
        return bisect_right(self._sentences, one) == bisect_right(self._sentences, other)

    def is_parted(self, start: int, end: int) -> bool:
        """Whether a sentence ends between two places, or a semicolon is there."""
        return bisect_right(self._parting, start) != bisect_right(self._parting, end)

    def within(self, start: int, end: int) -> tuple[Break, ...]:
        """The breaks within a stretch, in order."""
        first = bisect_left(self.breaks, start, key=lambda one: one.start)
        last = bisect_right(self.breaks, end, key=lambda one: one.start)
        return tuple(one for one in self.breaks[first:last] if one.end <= end)

    def says(self, span: Span) -> bool:
        """Whether the words of a stretch say what a number measures."""
        return not is_empty(self.text(span))

    def is_whole(self, at: int) -> bool:
        """Whether the reading before is a part of this one: `12 of the 20`."""
        return at > 0 and self._of_whole(self.gaps[at - 1].span) is not None

    def first_behind(self, place: int) -> int:
        """The first reading that begins at a place or behind it."""
        return bisect_left(self.spans, place, key=lambda span: span.start)

    @cached_property
    def _clauses(self) -> tuple[Break, ...]:
        return tuple(one for one in self.breaks if one.strength >= Strength.COMMA)

    @cached_property
    def _parting(self) -> tuple[int, ...]:
        return tuple(one.end for one in self.breaks if one.strength >= Strength.SEMICOLON)

    @cached_property
    def _sentences(self) -> tuple[int, ...]:
        return tuple(one.end for one in self.breaks if one.strength is Strength.SENTENCE)

    def _of_whole(self, gap: Span) -> Break | None:
        """The `of` of `12 of the 20`, with no other break behind it."""
        found = any_case(WHOLE).match(self.text(gap))
        end = gap.start + found.end() if found else gap.end
        return Break(gap.start, end, Strength.LINK) if found and not self.within(end, gap.end) else None

    def _gap(self, left: Span, right: Span) -> Gap:
        span = Span(left.end, right.start)
        if whole := self._of_whole(span):
            return Gap(span, (whole,))
        found = self.within(span.start, span.end)
        strongest = max((one.strength for one in found), default=None)
        cuts = tuple(one for one in found if one.strength is strongest)
        return Gap(span, cuts[-1:] if strongest is Strength.PREPOSITION else cuts)
