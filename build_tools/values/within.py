"""The readings of a passage, taken from those of its article: the article is read once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.model import DateValue, Reading, Span
from build_tools.values.reading import read_values


def readings_within(
    readings: Sequence[Reading], span: Span, text: str, published: DateValue | None = None
) -> tuple[Reading, ...]:
    """The readings that lie in a span of the article; what its ends cut is read again from what is left.

    The readings are those of the whole text, in order; the places stay those of the article.

    >>> text = "以超过140亿美元收购49%的股份"
    >>> [one.raw for one in readings_within(read_values(text), Span(3, 11), text)]
    ['140亿美元']
    """
    return tuple(_within(readings, span, text, published))


def _within(
    readings: Sequence[Reading], span: Span, text: str, published: DateValue | None
) -> Iterator[Reading]:
    first = bisect_left(readings, span.start, key=lambda one: one.span.end)
    for one in readings[first:]:
        if one.span.start >= span.end:
            return
        start, end = max(one.span.start, span.start), min(one.span.end, span.end)
        if (start, end) == (one.span.start, one.span.end):
            yield one
        elif start < end:
            yield from (_placed(left, start) for left in read_values(text[start:end], published))


def _placed(reading: Reading, start: int) -> Reading:
    return replace(reading, span=Span(reading.span.start + start, reading.span.end + start))
