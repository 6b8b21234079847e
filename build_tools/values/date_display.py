"""Dates and times of day as each edition writes them."""

from __future__ import annotations

import re
from datetime import date, time
from functools import cache, lru_cache

from build_tools.model import Clock, DateValue
from build_tools.values.date_parts import THIRDS
from build_tools.values.edtf import days_of_edtf, is_approximate
from build_tools.values.grammar.characters import plain_text, small_ascii_letters
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.tokens import TokenKind
from build_tools.values.moments import offset_of
from build_tools.values.value_patterns import worded
from build_tools.values.word_tables import babel_locale, load_display_words


def show_clock(value: DateValue, locale: str) -> str:
    """A date that has a time of day, at one end or at both, with its zone.

    >>> from build_tools.values.dates import parse_edtf
    >>> value = parse_edtf("2020-02-06T21:30:00+08:00")
    >>> [show_clock(value, locale) for locale in ("en", "zh-Hant")] if value else []
    ['6 February 2020, 21:30 UTC+8', '2020年2月6日21:30 UTC+8']
    """
    if value.clock is None:
        return ""
    words = load_display_words(locale).date_parts
    shown = _ends(value, value.clock, locale)
    shown = words["about"].format(shown) if value.clock.about else shown
    ahead = offset_of(value)
    return shown if ahead is None else words["zone"].format(shown, _hours(ahead))


def _ends(value: DateValue, clock: Clock, locale: str) -> str:
    words = load_display_words(locale).date_parts
    low, high = _end(value.earliest, clock.first, locale), _end(value.latest, clock.last, locale)
    if not low or not high:
        return words["after"].format(low) if low else words["before"].format(high)
    if low == high:
        return low
    if value.earliest == value.latest and clock.first and clock.last and value.earliest:
        hours = words["clock"].format(_time(clock.first), _time(clock.last))
        return words["at"].format(long_date(value.earliest, locale), hours)
    return words["until"].format(low, high)


def _end(day: date | None, at: time | None, locale: str) -> str:
    if day is None:
        return ""
    shown = long_date(day, locale)
    return load_display_words(locale).date_parts["at"].format(shown, _time(at)) if at else shown


@cache
def long_date(day: date, locale: str) -> str:
    """A day in words: 12 June 2025."""
    from babel.dates import format_date  # a while to import, and a check shows few days

    return str(format_date(day, format="long", locale=babel_locale(locale)))


def _time(at: time) -> str:
    return f"{at.hour:02}:{at.minute:02}"


def _hours(ahead: int) -> str:
    """How far ahead of Greenwich: +8, +5:30, nothing at Greenwich itself."""
    hours, minutes = divmod(abs(ahead), 60)
    sign = "+" if ahead > 0 else "−"
    return f"{sign}{hours}" + (f":{minutes:02}" if minutes else "") if ahead else ""


QUARTERS = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4"}
YEAR_PARTS = {
    (1, 3): "year_early",
    (5, 8): "year_mid",
    (10, 12): "year_late",
    (1, 6): "half_1",
    (7, 12): "half_2",
}
PART_KINDS, HALF_KINDS = (TokenKind.PART_SIGN, TokenKind.PART_OF), (TokenKind.HALF_YEAR,)
PART_WORDS = {
    (1, 3): (PART_KINDS, "early"),
    (5, 8): (PART_KINDS, "mid"),
    (10, 12): (PART_KINDS, "late"),
    (1, 6): (HALF_KINDS, "1"),
    (7, 12): (HALF_KINDS, "2"),
}
THREE_QUARTERS = (1, 9)
WITH_ARTICLE = re.compile("(?:first|second|third|fourth) |[0-9]{4}s$")


def show_date(value: DateValue, locale: str) -> str:
    """A date in the words of an edition; an unresolved one in its own words.

    >>> from build_tools.values.dates import parse_edtf
    >>> value = parse_edtf("2025-10-21/2025-10-31")
    >>> [show_date(value, locale) for locale in ("en", "zh-Hans", "zh-Hant")] if value else []
    ['late October 2025', '2025年10月下旬', '2025年10月下旬']
    """
    if value.edtf is None:
        return value.raw
    if value.clock:
        return show_clock(value, locale)
    first, slash, last = value.edtf.partition("/")
    if not slash:
        return _about(_single(first, locale), first, locale)
    return _part(value, locale) or _interval(first, last, locale)


def show_time(value: DateValue, locale: str) -> str:
    """A date as it follows a preposition: for the first quarter of 2025, for 2025.

    >>> from build_tools.values.dates import parse_edtf
    >>> [show_time(date, "en") for text in ("2025-01/2025-03", "202X", "2025") if (date := parse_edtf(text))]
    ['the first quarter of 2025', 'the 2020s', '2025']
    """
    shown = show_date(value, locale)
    article = load_display_words(locale).article
    return article.format(shown) if value.edtf and WITH_ARTICLE.match(shown) else shown


def _single(edtf: str, locale: str) -> str:
    """One day, month, season, year or decade."""
    words = load_display_words(locale).date_parts
    days = days_of_edtf(edtf)
    bare = edtf.rstrip("?~%")
    if not days:
        return edtf
    first, last = days
    if bare.endswith("XX"):
        ends = (_skeleton("y", first, locale), _skeleton("y", last, locale))
        return words["until"].format(*ends) if len(bare) == 4 else _single(bare.replace("-XX", ""), locale)
    if bare.endswith("X"):
        return words["decade"].format(first.year)
    if len(bare) == 4:
        return _skeleton("y", first, locale)
    if len(bare) == 7 and bare[5:] in words:
        return words[bare[5:]].format(_skeleton("y", first, locale))
    if len(bare) == 7:
        return _skeleton("yMMMM", first, locale)
    return long_date(first, locale)


@lru_cache(maxsize=1 << 12)
def _skeleton(skeleton: str, day: date, locale: str) -> str:
    from babel.dates import format_skeleton

    return format_skeleton(skeleton, day, locale=babel_locale(locale))


def _about(text: str, edtf: str, locale: str) -> str:
    return load_display_words(locale).date_parts["about"].format(text) if is_approximate(edtf) else text


def _part(value: DateValue, locale: str) -> str:
    """A third of a month, or a part of a year that has a name."""
    first, last = value.earliest, value.latest
    if not first or not last or first.year != last.year or not value.edtf or is_approximate(value.edtf):
        return ""
    if first.month == last.month and len(value.edtf) == 21:
        third = next((name for name, days in THIRDS.items() if _is_third(first, last, days)), "")
        month = _skeleton("yMMMM", first, locale)
        return load_display_words(locale).date_parts[third].format(month) if third else ""
    named = _named(value.raw, (first.month, last.month)) if len(value.edtf) == 15 else ""
    return load_display_words(locale).date_parts[named].format(_skeleton("y", first, locale)) if named else ""


def _named(raw: str, months: tuple[int, int]) -> str:
    """What months of a year are called: what the article calls them, where it does, else their quarter."""
    plain = small_ascii_letters(plain_text(raw))
    kinds, name = PART_WORDS.get(months, ((), ""))
    lexicon = load_date_lexicon()
    named = (text for kind in kinds for text, word in lexicon.of(kind).items() if word.name == name)
    if any(text in plain for text in named):
        return YEAR_PARTS[months]
    if months == THREE_QUARTERS and worded("quarter_said").search(raw):
        return "three_quarters"
    return QUARTERS.get(months, "")


def _is_third(first: date, last: date, days: tuple[int, int]) -> bool:
    ends = last.day == days[1] or (days[1] == 31 and last.day >= 28)
    return first.day == days[0] and ends


def _interval(first: str, last: str, locale: str) -> str:
    words = load_display_words(locale).date_parts
    low = "" if first in ("", "..") else _about(_single(first, locale), first, locale)
    high = "" if last in ("", "..") else _about(_single(last, locale), last, locale)
    if low and high:
        return words["until"].format(*(_sharing(first, last, locale) or (low, high)))
    return words["after"].format(low) if low else words["before"].format(high)


def _sharing(first: str, last: str, locale: str) -> tuple[str, str] | None:
    """Two months or days of one year, which is named once: May to August 2025, 2025年5月至8月."""
    from_, until = days_of_edtf(first), days_of_edtf(last)
    alike = len(first) == len(last) and first[:4] == last[:4] and len(first) in (7, 10)
    if not (alike and from_ and until) or max(first[5:7], last[5:7]) > "12":
        return None
    from babel.dates import format_date

    kind = "month" if len(first) == 7 else "day of month" if first[:7] == last[:7] else "day"
    words, babel = load_display_words(locale), babel_locale(locale)
    if words.short_end == "first":
        return str(format_date(from_[0], words.short[kind], locale=babel)), _single(last, locale)
    return _single(first, locale), str(format_date(until[0], words.short[kind], locale=babel))
