"""Quantities: read in a text, parsed from the one a contributor wrote, a share written as a percentage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, localcontext
from functools import lru_cache

from build_tools.model import Interval, Qualifier, Quantity, Span
from build_tools.values.grammar.compounds import combine_parts
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numeral import LAST_RANK
from build_tools.values.grammar.phrases import Phrase, dress
from build_tools.values.grammar.ranges import Joined, join_ranges
from build_tools.values.grammar.shared_units import with_shared_units
from build_tools.values.intervals import ANY, asserted, mirrored, open_end, rounded
from build_tools.values.plain_text import EXACT, PlainText, is_whole, ready, without_rate

PER = "-per-"


def quantities_in(plain: PlainText, without: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """The figures of a text, in order, but for those that touch the spans `without`."""
    with localcontext(EXACT):
        phrases = _outside(plain, without)
        found = with_shared_units(join_ranges(combine_parts(phrases, plain.lexed), plain.text), plain.text)
        return tuple(
            _quantity(one, plain.given) if isinstance(one, Phrase) else _range(one, plain.given)
            for one in found
        )


@lru_cache(maxsize=1 << 12)
def parse_quantity(text: str) -> Quantity | None:
    """The quantity a whole text is, as a contributor writes one; None if it is not one.

    >>> quantity = parse_quantity("$14.3bn")
    >>> (str(quantity.value.normalize()), quantity.unit, quantity.assumed) if quantity else None
    ('1.43E+10', 'USD', True)
    """
    found = quantities_in(ready(text))
    if len(found) != 1:
        return None
    if found[0].unit and PER in found[0].unit:
        text = without_rate(text, found[0].raw)
    return found[0] if is_whole(text, found[0].raw) else None


def _outside(plain: PlainText, spans: Sequence[Span]) -> Sequence[Phrase]:
    """The phrases whose numeral lies outside the spans, which are in order and apart.

    Where the spans hold words that a phrase took for its own, it is read again without them.
    """
    ends = [span.end for span in spans]
    kept = []
    for phrase in plain.phrases:
        at = bisect_right(ends, phrase.numeral.start)
        if at == len(spans) or phrase.numeral.end <= spans[at].start:
            kept.append(phrase)
    return [_between(one, plain.lexed, spans, ends) if _overlaps(one, spans, ends) else one for one in kept]


def _between(phrase: Phrase, lexed: Lexed, spans: Sequence[Span], ends: Sequence[int]) -> Phrase:
    """The numeral dressed again, in the words between two of the spans."""
    numeral = phrase.written or phrase.numeral
    at = bisect_right(ends, numeral.start)
    left = ends[at - 1] if at else 0
    right = spans[at].start if at < len(spans) else len(lexed.text)
    first, last = (bisect_left(lexed.tokens, place, key=lambda token: token.start) for place in (left, right))
    again = dress(numeral, replace(lexed, tokens=lexed.tokens[:last]), first, left)
    of_whole = lexed.text[left : again.start].endswith(load_lexicon().lists["of_han"])
    exact = again.qualifier is Qualifier.EXACT
    return again._replace(qualifier=phrase.qualifier) if exact and of_whole else again


def _overlaps(phrase: Phrase, spans: Sequence[Span], ends: Sequence[int]) -> bool:
    at = bisect_right(ends, phrase.start)
    return at < len(spans) and spans[at].start < phrase.end


def _quantity(phrase: Phrase, text: str) -> Quantity:
    tight, loose = _assertion(phrase)
    value, unit = phrase.numeral.value, _unit(phrase)
    return Quantity(
        value=-value if value is not None and phrase.negative else value,
        tight=tight,
        loose=loose,
        qualifier=phrase.qualifier,
        unit=unit,
        assumed=phrase.unit.assumed and not phrase.ordinal,
        share=phrase.numeral.share and unit is None,
        raw=text[phrase.start : phrase.end],
        span=Span(phrase.start, phrase.end),
    )


def _unit(phrase: Phrase) -> str | None:
    if phrase.ordinal:
        return LAST_RANK if phrase.numeral.unit == LAST_RANK else "rank"
    own = phrase.numeral.unit if phrase.numeral.unit not in ("-", "digits") else None
    return phrase.unit.name or own


def _assertion(phrase: Phrase) -> tuple[Interval, Interval]:
    numeral = phrase.numeral
    if numeral.value is None or numeral.asserted:
        within = open_end(phrase.qualifier, numeral.asserted or ANY)
        within = mirrored(within) if phrase.negative else within
        return within, within
    value = -numeral.value if phrase.negative else numeral.value
    if phrase.precise and phrase.qualifier is Qualifier.EXACT:
        return Interval(value, value), Interval(value, value)
    return asserted(phrase.qualifier, value, rounded(value, numeral.place), rounded(value, numeral.coarse))


def _range(joined: Joined, text: str) -> Quantity:
    unit = joined.unit.name or joined.numeral_unit
    return Quantity(
        value=None,
        tight=joined.tight,
        loose=joined.loose,
        qualifier=joined.qualifier,
        unit=unit,
        assumed=joined.unit.assumed,
        share=joined.share and unit is None,
        raw=text[joined.start : joined.end],
        span=Span(joined.start, joined.end),
    )


def as_percent(share: Quantity) -> Quantity:
    """A fifth as 20%, in the words in which it is written.

    >>> from build_tools.values.quantities import parse_quantity
    >>> share = as_percent(fifth) if (fifth := parse_quantity("one in five")) else None
    >>> (str(share.value), share.unit, share.raw) if share else None
    ('20.0', '%', 'one in five')
    """
    return replace(_times(share, Decimal(100)), unit="%", share=False)


def in_whole_money(cents: Quantity, currency: str) -> Quantity:
    """Cents or pence as a part of the currency that is measured, in the words in which they are written.

    >>> from build_tools.values.quantities import parse_quantity
    >>> whole = in_whole_money(small, "EUR") if (small := parse_quantity("85 cents")) else None
    >>> (str(whole.value), whole.unit, whole.raw) if whole else None
    ('0.85', 'EUR', '85 cents')
    """
    return replace(_times(cents, Decimal("0.01")), unit=currency)


def _times(quantity: Quantity, factor: Decimal) -> Quantity:
    def times(end: Decimal | None) -> Decimal | None:
        return None if end is None else end * factor

    def within(one: Interval) -> Interval:
        return replace(one, low=times(one.low), high=times(one.high))

    with localcontext(EXACT):
        value, tight, loose = times(quantity.value), within(quantity.tight), within(quantity.loose)
        return replace(quantity, value=value, tight=tight, loose=loose)
