"""Places in a text: one, and many that are searched for others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Span:
    """A place in the article: half-open, in code points."""

    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Whether it shares a character with another."""
        return self.start < other.end and other.start < self.end

    def touches(self, others: Iterable[Span]) -> bool:
        """Whether it shares a character with any of the others."""
        return any(self.start < other.end and other.start < self.end for other in others)

    def is_within(self, others: Iterable[Span]) -> bool:
        """Whether one of the others holds all of it."""
        return any(other.start <= self.start and self.end <= other.end for other in others)


@dataclass(frozen=True, slots=True)
class Spans:
    """Many places, of which each question is answered without a look at all of them.

    `reach` is how far those that begin so early go.
    """

    starts: tuple[int, ...]
    reach: tuple[int, ...]

    @classmethod
    def of(cls, given: Iterable[Span]) -> Spans:
        """Places in any order."""
        ordered = sorted(given, key=lambda span: span.start)
        reach = accumulate((span.end for span in ordered), max)
        return cls(tuple(span.start for span in ordered), tuple(reach))

    def meet(self, span: Span) -> bool:
        """Whether any of them shares a character with a place.

        >>> held = Spans.of([Span(8, 9), Span(0, 4), Span(1, 2)])
        >>> held.meet(Span(3, 5)), held.meet(Span(4, 8))
        (True, False)
        """
        at = bisect_left(self.starts, span.end)
        return at > 0 and self.reach[at - 1] > span.start

    def hold(self, span: Span) -> bool:
        """Whether one of them holds all of a place.

        >>> held = Spans.of([Span(8, 9), Span(0, 4), Span(1, 2)])
        >>> held.hold(Span(2, 4)), held.hold(Span(3, 5))
        (True, False)
        """
        at = bisect_right(self.starts, span.start)
        return at > 0 and self.reach[at - 1] >= span.end
