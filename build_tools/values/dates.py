"""Dates: read in a text, parsed from the one a contributor wrote, and whether their words give the year."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from build_tools.model import Clock, DateValue, Span
from build_tools.text.folding import NUMERAL, fold_plain
from build_tools.values.edtf import read_edtf, time_of
from build_tools.values.grammar.characters import plain_text
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.dating import dates_in
from build_tools.values.grammar.tokens import TokenKind
from build_tools.values.moments import instant
from build_tools.values.plain_text import is_whole, ready
from build_tools.values.value_patterns import worded
from build_tools.values.word_tables import EDGE, alternatives
from build_tools.values.zones import told_in

NEAR_WORDS = (TokenKind.WEEKDAY, TokenKind.DAY_WORD)


def read_dates(text: str, published: DateValue | None = None) -> tuple[DateValue, ...]:
    """The dates of a text, in order; relative ones are counted from the date of publication.

    >>> [(d.raw, d.edtf) for d in read_dates("2025年6月12日,Meta宣布收购。短短8天后")]
    [('2025年6月12日', '2025-06-12'), ('8天后', None)]
    """
    return dates_in(ready(text), published)


@lru_cache(maxsize=1 << 12)
def parse_date(text: str, published: DateValue | None = None) -> DateValue | None:
    """The date a whole text is, in words or as EDTF; None if it is not one.

    >>> date = parse_date("2025年6月12日")
    >>> date.edtf if date else None
    '2025-06-12'
    """
    found = read_dates(text, published)
    if len(found) == 1 and is_whole(_without_lead(_without_ends(text, found[0]), found[0]), found[0].raw):
        return found[0]
    bare = parse_edtf(text.strip())
    return bare or (None if found else _with_article(text, published))


def _with_article(text: str, published: DateValue | None) -> DateValue | None:
    """A period that a text only dates with its article: third quarter, first half of 2021."""
    text = text.strip()
    if not text.isascii() or text[:1].isdigit() or text.lower().startswith("the "):
        return None
    found = read_dates(f"the {text}", published)
    return replace(found[0], raw=text) if len(found) == 1 and len(found[0].raw) == len(text) + 4 else None


def _without_lead(text: str, found: DateValue) -> str:
    """A day or an hour without the preposition before it, which says nothing more: on Monday, at 7 p.m."""
    head, _, tail = text.partition(found.raw)
    led = plain_text(head).strip().lower() in _leads()
    return found.raw if led and found.offset is None and not tail.strip() else text


@cache
def _leads() -> frozenset[str]:
    words = load_date_lexicon()
    return frozenset(one for kind in (TokenKind.ON, TokenKind.AT, TokenKind.WITHIN) for one in words.of(kind))


def _without_ends(text: str, found: DateValue) -> str:
    """A date without the words around it that only say that it is a range or a whole: between, 之间, 内."""
    text = text.strip()
    if plain_text(text.removeprefix(found.raw)) in load_date_lexicon().lists["tails"]:
        return found.raw
    if not found.edtf or "/" not in found.edtf or ".." in found.edtf:
        return text
    head, _, tail = (part.strip() for part in text.partition(found.raw))
    words = load_date_lexicon()
    led = {word for kind in (TokenKind.BETWEEN, TokenKind.FROM_BEFORE) for word in words.of(kind)}
    if plain_text(head).lower() in led or plain_text(tail) in words.of(TokenKind.BETWEEN_END):
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


def end_if_open(value: DateValue) -> DateValue:
    """The end of a date that has no beginning: midnight for "by midnight"; any other date as it is.

    >>> [end_if_open(date).edtf for date in read_dates("截至2031年11月19日9时;2020年6月前;2021年起")]
    ['2031-11-19T09:00:00', '2020-05-31', '2021/..']
    """
    if value.earliest is not None or value.latest is None:
        return value
    at = value.clock.last if value.clock else None
    edtf = instant(value.latest, at, "seconds") if at else value.latest.isoformat()
    clock = replace(value.clock, first=at) if value.clock else None
    return replace(value, edtf=edtf, earliest=value.latest, clock=clock)


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


RECEIVED = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:T(?P<hour>\d\d):?(?P<minute>\d\d))?(?:-\d+)?")


def received_at(name: str, zone: str = "") -> DateValue | None:
    """When a text of an article was received, by the name that its version has; the clock is that of a zone.

    >>> [str(one.edtf) for name in ("2031-11-19-2", "2031-11-19T0530") if (one := received_at(name))]
    ['2031-11-19', '2031-11-19T05:30:00']
    """
    found = RECEIVED.fullmatch(name)
    if not found:
        return None
    at = f"T{found['hour']}:{found['minute']}" if found["hour"] else ""
    value = parse_edtf(found["day"] + at)
    return told_in(value, zone) if value else None


YEARS = re.compile(r"\b\d{4}(?=-)")


def gives_year(date: DateValue) -> bool:
    """Whether the words of a date say of which year it is.

    >>> from build_tools.values.dates import read_dates
    >>> [gives_year(one) for one in read_dates("2025年6月,去年10月和6月12日")]
    [True, True, False]
    """
    return bool(_year().search(fold_plain(date.raw)))


def is_near(date: DateValue) -> bool:
    """Whether the words of a date are a day beside the publication, of whatever year the story is.

    >>> from build_tools.values.dates import read_dates
    >>> [is_near(one) for one in read_dates("周四晚, 6月12日, yesterday, Thursday night")]
    [True, False, True, True]
    """
    return bool(_near().search(fold_plain(date.raw)))


@cache
def _near() -> re.Pattern[str]:
    lexicon = load_date_lexicon()
    words = [word for kind in NEAR_WORDS for word in lexicon.of(kind)]
    latin, other = (alternatives(word for word in words if word.isascii() is own) for own in (True, False))
    return re.compile(rf"{EDGE}{latin}{EDGE}|{other}", re.IGNORECASE)


@cache
def _year() -> re.Pattern[str]:
    words = load_date_lexicon().of(TokenKind.YEAR_WORD)
    latin, other = (alternatives(word for word in words if word.isascii() is own) for own in (True, False))
    return re.compile(
        rf"\d{{4}}|[\d{NUMERAL}]{{2,4}}{worded.source('year_behind')}|['’]\d\d\b|{EDGE}{latin}{EDGE}|{other}",
        re.IGNORECASE,
    )


def in_year(date: DateValue, year: int) -> DateValue:
    """The same days in another year; a date that is no day, month or range of them stays.

    >>> in_year(DateValue("2025-06-12", None, None, raw="6月12日"), 2021).edtf
    '2021-06-12'
    """
    found = YEARS.findall(date.edtf or "")
    if len(set(found)) != 1:
        return date
    moved = parse_edtf(YEARS.sub(f"{year:04}", date.edtf or ""))
    return replace(moved, raw=date.raw, span=date.span) if moved else date
