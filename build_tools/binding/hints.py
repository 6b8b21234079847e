"""What would show which figure a number belongs to: a shorter quote, or words for `beside:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from build_tools.binding.attaching import attach_in
from build_tools.binding.connecting_words import fold_places, says
from build_tools.binding.layout import Layout
from build_tools.model import Span

PIECE = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
LONGEST = 8
OFFERED = 3


def shortest(chosen: int, candidates: Sequence[Span], words: Sequence[Span]) -> Span | None:
    """The shortest stretch that holds a candidate, one of some words, and no other candidate."""
    one = candidates[chosen]
    others = [span for at, span in enumerate(candidates) if at != chosen]
    stretches = [Span(min(one.start, word.start), max(one.end, word.end)) for word in words]
    free = [span for span in stretches if not span.touches(others)]
    return min(free, key=lambda span: (span.end - span.start, span.start), default=None)


def words_beside(text: str, chosen: int, layout: Layout) -> tuple[Span, ...]:
    """The words nearest to a candidate that belong to it and to no other, at most three."""
    one = layout.candidates[chosen]
    pieces = [piece for side in layout.sides(chosen) for piece in _pieces(text, side, one)]
    nearest = sorted(pieces, key=lambda span: max(one.start - span.end, span.start - one.end))
    return tuple(
        islice((piece for piece in nearest if attach_in(layout, piece).certain == (chosen,)), OFFERED)
    )


def _pieces(text: str, side: Span, one: Span) -> Iterator[Span]:
    """Words of English, and the Chinese between two signs, cut where it is long."""
    for match in PIECE.finditer(text, side.start, side.end):
        start, end = match.span()
        if not match[0].isascii() and side.start >= one.end:
            end = min(end, start + LONGEST)
        elif not match[0].isascii():
            start = max(start, end - LONGEST)
        if says(fold_places(text[start:end]).lower()):
            yield Span(start, end)
