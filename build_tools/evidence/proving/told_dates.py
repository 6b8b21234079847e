"""Whether a translation has a date of its quote in its own words, however it is bounded there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.evidence.proving.proof_patterns import worded
from build_tools.language.tables import level_letters, words_of
from build_tools.text.folding import fold_plain
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.tokens import TokenKind

HALF_DAY = 12
HALVES = (("first_half", "first_half_en"), ("second_half", "second_half_en"))
DAYS_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def is_told(date: str, english: str) -> bool:
    """Whether a text has every number of a Chinese date: 截至10月14日零时, at midnight on 14 October.

    >>> is_told("6月前", "not before June"), is_told("6月前", "not before July"), is_told("今年", "this year")
    (True, False, False)
    >>> is_told("2048年下半年", "the second half of 2048"), is_told("2048年下半年", "the first half of 2048")
    (True, False)
    >>> is_told("晚11时30分", "at 11:30 p.m."), is_told("晚11时30分", "at 11:30 a.m.")
    (True, False)
    """
    given, small = fold_plain(date), english.lower()
    morning, evening = (worded(name).search(given) for name in ("in_the_morning", "in_the_evening"))
    half = "a" if morning else "p" if evening else "[ap]"
    found = worded("date_part").finditer(given)
    parts = [(int(one[one.lastgroup]), one.lastgroup) for one in found if one.lastgroup]
    if any(worded(half).search(given) and not worded(told).search(small) for half, told in HALVES):
        return False
    return bool(parts) and all(any(re.search(one, small) for one in _told_as(*part, half)) for part in parts)


def _told_as(number: int, sign: str, half: str) -> Iterator[str]:
    """The ways in which English writes a number of a date."""
    match sign:
        case "month" if 1 <= number <= HALF_DAY:
            yield rf"\b{words_of('months_en')[number - 1][:3]}"
        case "hour" if number % HALF_DAY == 0:
            yield worded.source("twelve")
        case "hour":
            after_noon = "p" if number > HALF_DAY else half
            yield rf"\b0?{number % HALF_DAY}(?:[:.]\d\d)?\s?{after_noon}\.?m"
            yield rf"\b{number:02}[:.]?\d\d\b(?!\s?[ap]\.?m)|\b0?{number % HALF_DAY}\so'clock"
        case "minute":
            yield rf"[:.]{number:02}\b"
        case _:
            yield rf"(?<![\d.,]){number}(?:[snrt][tdh])?\b"


def weekdays_changed(text: str, other: str) -> tuple[str, str] | None:
    """The days of the week of which each of two texts has one that the other lacks.

    >>> weekdays_changed("by Saturday", "周一前复工"), weekdays_changed("by Saturday", "周六前复工")
    (('Saturday', '周一'), None)
    """
    first, second = _weekdays(text), _weekdays(other)
    lost = [words for day, words in first.items() if day not in second]
    added = [words for day, words in second.items() if day not in first]
    return (lost[0], added[0]) if lost and added else None


def _weekdays(text: str) -> dict[int, str]:
    """The days of the week that a text names, from Monday, with its words."""
    leveled = level_letters(text)
    english = {DAYS_EN.index(one["day"]): one for one in worded("weekday_en").finditer(leveled)}
    days = load_date_lexicon().of(TokenKind.WEEKDAY_SHORT)
    chinese = {int(days[one["day"]].number): one for one in worded("weekday_han").finditer(leveled)}
    return {day: text[one.start() : one.end()] for day, one in (english | chinese).items()}
