"""Dates: read in a text, or parsed from the one a contributor wrote."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import Clock, DateValue, Span
from build_tools.values.edtf import read_edtf, time_of
from build_tools.values.grammar.characters import plain_text
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.dating import dates_in
from build_tools.values.grammar.tokens import Kind
from build_tools.values.moments import instant
from build_tools.values.plain_text import is_whole, make_plain


def read_dates(text: str, published: DateValue | None = None) -> tuple[DateValue, ...]:
    """The dates of a text, in order; relative ones are told from the date of publication.

    >>> [(d.raw, d.edtf) for d in read_dates("2025年6月12日,Meta宣布收购。短短8天后")]
    [('2025年6月12日', '2025-06-12'), ('8天后', None)]
    """
    return dates_in(make_plain(text), published)


def parse_date(text: str, published: DateValue | None = None) -> DateValue | None:
    """The date a whole text is, in words or as EDTF; None if it is not one.

    >>> date = parse_date("2025年6月12日")
    >>> date.edtf if date else None
    '2025-06-12'
    """
    found = read_dates(text, published)
    if len(found) == 1 and is_whole(_without_ends(text, found[0]), found[0].raw):
        return found[0]
    return parse_edtf(text.strip())


def _without_ends(text: str, found: DateValue) -> str:
    """A range without the words around it that only say that it is one: between, from, 之间."""
    text = text.strip()
    if not found.edtf or "/" not in found.edtf or ".." in found.edtf:
        return text
    head, _, tail = (part.strip() for part in text.partition(found.raw))
    words = load_date_lexicon()
    led = {word for kind in (Kind.BETWEEN, Kind.FROM_BEFORE) for word in words.of(kind)}
    if plain_text(head).lower() in led or plain_text(tail) in words.of(Kind.BETWEEN_END):
        return text.removeprefix(head).removesuffix(tail).strip()
    return text


def named_date(value: DateValue) -> DateValue:
    """The date that an open interval names, in the words of the whole: 2018 in `since 2018`.

    >>> [named_date(date).edtf for date in read_dates("自2018年以来,到2020年6月")]
    ['2018', '2020-06']
    """
    named = parse_edtf(value.named) if value.named else None
    if named is None:
        return value
    clock = value.clock or Clock(None, None)
    day, at = (value.earliest, clock.first) if clock.first else (value.latest, clock.last)
    if at and day:
        edtf = instant(day, at, "seconds")
        named = replace(named, edtf=edtf, earliest=day, latest=day, clock=Clock(at, at, clock.about))
    return replace(named, raw=value.raw, span=value.span)


def parse_edtf(text: str) -> DateValue | None:
    """An EDTF level 1 expression as a date.

    >>> date = parse_edtf("2025-12~")
    >>> str(date.latest) if date else None
    '2025-12-31'
    """
    found, at = read_edtf(text), time_of(text)
    if not found:
        return None
    edtf = instant(found[0], at, "seconds") if at else text
    clock = Clock(at, at) if at else None
    return DateValue(edtf, found[0], found[1], None, text, Span(0, len(text)), clock)
