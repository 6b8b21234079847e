"""Quantities: read in a text, or parsed from the one a contributor wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Context, localcontext

from build_tools.model import Interval, Qualifier, Quantity, Span
from build_tools.values.chinese import plain_digits
from build_tools.values.intervals import asserted, rounded
from build_tools.values.not_figures import is_figure, mask_addresses
from build_tools.values.phrases import Phrase, find_phrases
from build_tools.values.ranges import Joined, join
from build_tools.values.words import fold_characters

EXACT = Context(prec=80)


def read_quantities(text: str, without: Iterable[Span] = ()) -> tuple[Quantity, ...]:
    """The figures of a text, in order, but for those in the spans `without`.

    >>> [(q.raw, str(q.value), q.unit) for q in read_quantities("以超过140亿美元的价格收购49%的股份")]
    [('超过140亿美元', '14000000000', 'USD'), ('49%', '49', '%')]
    """
    plain = plain_digits(fold_characters(text))
    for span in without:
        plain = plain[: span.start] + "\0" * (span.end - span.start) + plain[span.end :]
    with localcontext(EXACT):
        return tuple(_read(mask_addresses(plain), text))


def parse_quantity(text: str) -> Quantity | None:
    """The quantity a whole text is, as a contributor writes one; None if it is not one.

    >>> quantity = parse_quantity("$14.3bn")
    >>> (str(quantity.value.normalize()), quantity.unit, quantity.assumed) if quantity else None
    ('1.43E+10', 'USD', True)
    """
    found = read_quantities(text)
    if len(found) == 1 and found[0].raw == text.strip():
        return found[0]
    return None


def _read(plain: str, text: str) -> Iterator[Quantity]:
    phrases = [phrase for phrase in find_phrases(plain) if is_figure(phrase, plain)]
    for found in join(phrases, plain):
        yield _quantity(found, text) if isinstance(found, Phrase) else _range(found, text)


def _quantity(phrase: Phrase, text: str) -> Quantity:
    tight, loose = _assertion(phrase)
    value = phrase.numeral.value
    return Quantity(
        value=-value if value is not None and phrase.negative else value,
        tight=tight,
        loose=loose,
        qualifier=phrase.qualifier,
        unit=phrase.unit.name or phrase.numeral.unit,
        assumed=phrase.unit.assumed,
        raw=text[phrase.start : phrase.end],
        span=Span(phrase.start, phrase.end),
    )


def _assertion(phrase: Phrase) -> tuple[Interval, Interval]:
    numeral = phrase.numeral
    if numeral.value is None or numeral.asserted:
        within = numeral.asserted or Interval(None, None)
        return within, within
    value = -numeral.value if phrase.negative else numeral.value
    if phrase.precise:
        return Interval(value, value), Interval(value, value)
    return asserted(phrase.qualifier, value, rounded(value, numeral.place), rounded(value, numeral.coarse))


def _range(joined: Joined, text: str) -> Quantity:
    return Quantity(
        value=None,
        tight=joined.tight,
        loose=joined.loose,
        qualifier=Qualifier.RANGE,
        unit=joined.unit.name or joined.numeral_unit,
        assumed=joined.unit.assumed,
        raw=text[joined.start : joined.end],
        span=Span(joined.start, joined.end),
    )
