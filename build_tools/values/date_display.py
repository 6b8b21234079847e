"""Dates as readers of each edition write them: 12 June 2025, 2025年10月下旬, the summer of a year."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date, format_skeleton

from build_tools.model import DateValue
from build_tools.values.date_parts import THIRDS
from build_tools.values.display import BABEL
from build_tools.values.display_words import load_display_words
from build_tools.values.edtf import days_of, is_approximate

QUARTERS = {(1, 3), (4, 6), (7, 9), (10, 12)}


def show_date(value: DateValue, locale: str) -> str:
    """A date in the words of an edition; an unresolved one in its own words.

    >>> from build_tools.values.dates import parse_edtf
    >>> value = parse_edtf("2025-10-21/2025-10-31")
    >>> [show_date(value, locale) for locale in ("en", "zh-Hans", "zh-Hant")] if value else []
    ['late October 2025', '2025年10月下旬', '2025年10月下旬']
    """
    if value.edtf is None:
        return value.raw
    first, slash, last = value.edtf.partition("/")
    if not slash:
        return _about(_single(first, locale), first, locale)
    return _part(value, locale) or _interval(first, last, locale)


def _single(edtf: str, locale: str) -> str:
    """One day, month, season, year or decade."""
    words = load_display_words(locale).date_parts
    days = days_of(edtf)
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
    return format_date(first, format="long", locale=BABEL[locale])


def _skeleton(skeleton: str, day: date, locale: str) -> str:
    return format_skeleton(skeleton, day, locale=BABEL[locale])


def _about(text: str, edtf: str, locale: str) -> str:
    return load_display_words(locale).date_parts["about"].format(text) if is_approximate(edtf) else text


def _part(value: DateValue, locale: str) -> str:
    """A third of a month, or a quarter of a year."""
    first, last = value.earliest, value.latest
    if not first or not last or first.year != last.year or not value.edtf or is_approximate(value.edtf):
        return ""
    if first.month == last.month and len(value.edtf) == 21:
        third = next((name for name, days in THIRDS.items() if _is_third(first, last, days)), "")
        month = _skeleton("yMMMM", first, locale)
        return load_display_words(locale).date_parts[third].format(month) if third else ""
    if (first.month, last.month) in QUARTERS and len(value.edtf) == 15:
        return _skeleton("yQQQ", first, locale)
    return ""


def _is_third(first: date, last: date, days: tuple[int, int]) -> bool:
    ends = last.day == days[1] or (days[1] == 31 and last.day >= 28)
    return first.day == days[0] and ends


def _interval(first: str, last: str, locale: str) -> str:
    words = load_display_words(locale).date_parts
    low = "" if first in ("", "..") else _about(_single(first, locale), first, locale)
    high = "" if last in ("", "..") else _about(_single(last, locale), last, locale)
    if low and high:
        return words["until"].format(low, high)
    return words["after"].format(low) if low else words["before"].format(high)
