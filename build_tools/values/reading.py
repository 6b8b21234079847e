"""All values of a text, or of a span of it, in order: dates first, and quantities where there is no date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from build_tools.model import DateValue, Quantity, Reading, Span, Spans
from build_tools.values.grammar.dating import dates_in
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.tokens import TokenKind
from build_tools.values.intervals import ANY
from build_tools.values.plain_text import PlainText, make_plain, ready
from build_tools.values.quantities import quantities_in


def read_values(text: str, published: DateValue | None = None) -> tuple[Reading, ...]:
    """Quantities and dates, not overlapping; a year read as a date is no quantity.

    >>> [value.raw for value in read_values("2025年8月,Meta发行300亿美元的债")]
    ['2025年8月', '300亿美元']
    """
    return _read(text, published)


def read_quantities(text: str, published: DateValue | None = None) -> tuple[Quantity, ...]:
    """The figures of a text, in order; with a date of publication they are those that `read_values` gives.

    >>> [(q.raw, str(q.value), q.unit) for q in read_quantities("以超过140亿美元的价格收购49%的股份")]
    [('超过140亿美元', '14000000000', 'USD'), ('49%', '49', '%')]
    """
    return tuple(value for value in read_values(text, published) if isinstance(value, Quantity))


def read_all(text: str, published: DateValue | None = None) -> tuple[Reading, ...]:
    """The values, and the units that stand without a number: these have a unit and nothing else.

    >>> [found.raw for found in read_all("按人民币计算")]
    ['人民币']
    """
    plain = make_plain(text)
    values = _values(plain, published)
    return tuple(sorted((*values, *_units_alone(plain, values)), key=lambda value: value.span.start))


@lru_cache(maxsize=1 << 12)
def _read(text: str, published: DateValue | None) -> tuple[Reading, ...]:
    """Several stages ask what is in the same passage."""
    return _values(ready(text), published)


def _values(plain: PlainText, published: DateValue | None) -> tuple[Reading, ...]:
    dates = dates_in(plain, published)
    quantities = quantities_in(plain, [found.span for found in dates])
    return tuple(sorted((*dates, *quantities), key=lambda value: value.span.start))


UNITS = frozenset({TokenKind.CURRENCY_AFTER, TokenKind.UNIT})


def _units_alone(plain: PlainText, values: Iterable[Reading]) -> Iterator[Quantity]:
    taken = Spans.of(value.span for value in values)
    alone = load_lexicon().lists["units_alone"]
    for token in plain.lexed.tokens:
        if UNITS.isdisjoint(token.kinds) or plain.lexed.small[token.start : token.end] not in alone:
            continue
        word = token.as_(TokenKind.CURRENCY_AFTER) or token.as_(TokenKind.UNIT)
        span = Span(token.start, token.end)
        if word and not taken.meet(span):
            yield Quantity(None, ANY, ANY, unit=word.name, raw=plain.given[span.start : span.end], span=span)


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
