"""The readings of a passage, taken from those of its article: the article is read once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from build_tools.model import DateValue, Reading, Span
from build_tools.values.reading import read_values

REACH = 80  # of the words beside a reading that is cut, which may belong to what is left of it


def readings_within(
    readings: Sequence[Reading], span: Span, text: str, published: DateValue | None = None
) -> tuple[Reading, ...]:
    """The readings that lie in a span of the article; what its ends cut is read again from what is left.

    The readings are those of the whole text, in order; the places stay those of the article.

    >>> text = "以超过140亿美元收购49%的股份"
    >>> [one.raw for one in readings_within(read_values(text), Span(3, 11), text)]
    ['140亿美元']
    """
    first = bisect_left(readings, span.start + 1, key=lambda one: one.span.end)
    last = bisect_left(readings, span.end, key=lambda one: one.span.start)
    inside = readings[first:last]
    cut = [one.span for one in inside if not one.span.is_within([span])]
    if not cut:
        return tuple(inside)
    left = [found for one in cut for found in _left_of(one, span, text, published)]
    kept = (one for one in inside if not one.span.touches((*cut, *(found.span for found in left))))
    return _in_order((*left, *kept))


def _left_of(cut: Span, span: Span, text: str, published: DateValue | None) -> Iterator[Reading]:
    """What is left of a reading that is cut, read with the words of the span beside it."""
    start, end = max(span.start, cut.start - REACH), min(span.end, cut.end + REACH)
    for one in read_values(text[start:end], published):
        found = replace(one, span=Span(one.span.start + start, one.span.end + start))
        if found.span.touches([cut]):
            yield found


def _in_order(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Each place once: where both ends are cut, they may both be read from the same words."""
    return tuple(sorted({one.span: one for one in readings}.values(), key=lambda one: one.span.start))
