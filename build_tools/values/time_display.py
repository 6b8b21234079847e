"""A date with its hours as readers of each edition write it: 6 February 2020, 21:30; 2020年2月6日21:30."""

from __future__ import annotations

from datetime import date, time
from functools import cache

from build_tools.model import Clock, DateValue
from build_tools.values.display import BABEL
from build_tools.values.display_words import load_display_words
from build_tools.values.moments import offset_of


def show_clock(value: DateValue, locale: str) -> str:
    """A date that has a time of day, at one end or at both, with its zone.

    >>> from build_tools.values.dates import parse_edtf
    >>> value = parse_edtf("2020-02-06T21:30:00+08:00")
    >>> [show_clock(value, locale) for locale in ("en", "zh-Hant")] if value else []
    ['6 February 2020, 21:30 (UTC+8)', '2020年2月6日21:30(UTC+8)']
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

    return str(format_date(day, format="long", locale=BABEL[locale]))


def _time(at: time) -> str:
    return f"{at.hour:02}:{at.minute:02}"


def _hours(ahead: int) -> str:
    """How far ahead of Greenwich: +8, +5:30, nothing at Greenwich itself."""
    hours, minutes = divmod(abs(ahead), 60)
    sign = "+" if ahead > 0 else "−"
    return f"{sign}{hours}" + (f":{minutes:02}" if minutes else "") if ahead else ""
