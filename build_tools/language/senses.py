"""Small words that a translation must keep: almost, only, at the earliest, a rise as a rise."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypedDict

import yaml

from build_tools.data_files import read_data
from build_tools.language.tables import level_letters
from build_tools.model import Span
from build_tools.text.letters import HAN_LETTER
from build_tools.text.word_stems import stem_of

POLES = ("one", "other")


class Senses(TypedDict):
    """The tables of `senses.yaml`."""

    kept: Mapping[str, Mapping[str, str]]
    opposed: list[Mapping[str, Mapping[str, str]]]
    opposites: list[list[str]]
    turning: Mapping[str, str]
    whole: Mapping[str, str]
    asking: Mapping[str, str]
    going_on: Mapping[str, str]
    condition: Mapping[str, str]
    in_turn: Mapping[str, str]
    superlative: Mapping[str, str]
    of_part: Mapping[str, str]
    of_whole: Mapping[str, str]
    of_them: Mapping[str, str]
    standard: Mapping[str, str]
    standard_behind: Mapping[str, str]
    more_by: Mapping[str, str]
    less_by: Mapping[str, str]
    sooner_by: Mapping[str, str]
    later_by: Mapping[str, str]
    rising: Mapping[str, str]
    falling: Mapping[str, str]
    toward: Mapping[str, str]
    inside: Mapping[str, str]
    small: Mapping[str, str]
    negating: Mapping[str, str]
    joined: Mapping[str, str]


def language_of(text: str) -> str:
    """Chinese where there is any Han character, else English.

    >>> language_of("Meta收购了Scale"), language_of("Meta bought Scale")
    ('zh', 'en')
    """
    return "en" if text.isascii() or not HAN_LETTER.search(text) else "zh"


def senses_lost(text: str, other: str) -> tuple[str, ...]:
    """The words of a text whose sense a text of the same meaning has less often.

    >>> senses_lost("报道基本属实", "the report is true"), senses_lost("报道基本属实", "largely true")
    (('基本',), ())
    """
    leveled = level_letters(other)
    language = language_of(leveled)
    return tuple(
        text[found[0].start : found[0].end]
        for sense, found in _surely_said(level_letters(text)).items()
        if len(found) > sum(1 for _ in _likely(sense, language).finditer(leveled))
    )


@lru_cache(maxsize=1024)
def _surely_said(leveled: str) -> Mapping[str, tuple[Span, ...]]:
    """The words of a text that certainly say each sense; a text is compared with several others."""
    found = ((sense, _places(words, leveled)) for sense, words in _senses(language_of(leveled)))
    return {sense: spans for sense, spans in found if spans}


def _places(pattern: re.Pattern[str], leveled: str) -> tuple[Span, ...]:
    return tuple([Span(*one.span()) for one in pattern.finditer(leveled)])


def opposed_words(text: str, other: str) -> tuple[str, str] | None:
    """The first words by which two texts that should mean the same say opposite things.

    >>> opposed_words("最早明年1月10日复航", "It will resume on 10 January at the latest")
    ('最早', 'at the latest')
    """
    first, leveled, language = _poles(level_letters(text)), level_letters(other), language_of(other)
    for (at, pole), said in first.items():
        contrary = POLES[pole == POLES[0]]
        denied, same = (_places(_pole(at, one, language), leveled) for one in (contrary, pole))
        if len(denied) > len(first.get((at, contrary), ())) and len(same) < len(said):
            return text[said[0].start : said[0].end], other[denied[0].start : denied[0].end]
    return None


def opposite_words(one: str, other: str) -> tuple[str, str] | None:
    """Two words that are opposites in any of their forms, in either order: 高 and 低, `more` and `fewer`.

    >>> opposite_words("高", "低"), opposite_words("accepted", "reject"), opposite_words("高", "大")
    (('高', '低'), ('accepted', 'reject'), None)
    """
    return (one, other) if frozenset((_stems(one), _stems(other))) in _opposites() else None


class Say(StrEnum):
    """What words may say of the numbers, verbs or sums beside them: each a table of `senses.yaml`."""

    TURNING = "turning"
    WHOLE = "whole"
    ASKING = "asking"
    GOING_ON = "going_on"
    CONDITION = "condition"
    IN_TURN = "in_turn"
    SUPERLATIVE = "superlative"
    OF_PART = "of_part"
    OF_WHOLE = "of_whole"
    OF_THEM = "of_them"
    STANDARD = "standard"
    STANDARD_BEHIND = "standard_behind"
    MORE_BY = "more_by"
    LESS_BY = "less_by"
    SOONER_BY = "sooner_by"
    LATER_BY = "later_by"
    RISING = "rising"
    FALLING = "falling"
    TOWARD = "toward"
    INSIDE = "inside"
    SMALL = "small"
    NEGATING = "negating"


def words_say(words: str, what: Say) -> bool:
    """Whether words say one of these things, as words of their language.

    >>> words_say("名代表中有", Say.TURNING), words_say("，低于此前的", Say.TURNING)
    (True, False)
    """
    return bool(_of(what, language_of(words)).search(level_letters(words)))


def joins_names(words: str, text: str) -> bool:
    """Whether words between two names of a text make one subject of them.

    >>> joins_names("与", "甲与乙"), joins_names("击败", "甲击败乙"), joins_names(" and ", "A and B")
    (True, False, True)
    """
    return bool(_joining(language_of(text)).fullmatch(level_letters(words)))


def has_sense(text: str, sense: str) -> bool:
    """Whether a text certainly says almost, only, at the earliest.

    >>> has_sense("几乎是上一季度的两倍", "almost"), has_sense("是上一季度的两倍", "almost")
    (True, False)
    """
    return bool(_sure(sense, language_of(text)).search(level_letters(text)))


@lru_cache(maxsize=4096)
def _poles(leveled: str) -> Mapping[tuple[int, str], tuple[Span, ...]]:
    """The words of a text for each pole of each opposition that it has, in the order of the table."""
    found = ((pole, _places(words, leveled)) for pole, words in _all_poles(language_of(leveled)))
    return {pole: spans for pole, spans in found if spans}


@cache
def _sure(sense: str, language: str) -> re.Pattern[str]:
    return re.compile(_table()["kept"][sense][language])


@cache
def _senses(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((sense, _sure(sense, language)) for sense in _table()["kept"])


@cache
def _likely(sense: str, language: str) -> re.Pattern[str]:
    row = _table()["kept"][sense]
    return re.compile(f"{row[language]}|{row[f'or_{language}']}")


@cache
def _joining(language: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_table()['joined'][language]})*")


@cache
def _opposites() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(map(_stems, row)) for row in _table()["opposites"])


def _stems(words: str) -> str:
    return " ".join(stem_of(word) for word in level_letters(words).split())


@cache
def _of(what: Say, language: str) -> re.Pattern[str]:
    return re.compile(_table()[what.value][language])


@cache
def _pole(at: int, pole: str, language: str) -> re.Pattern[str]:
    return re.compile(_table()["opposed"][at][pole][language])


@cache
def _all_poles(language: str) -> tuple[tuple[tuple[int, str], re.Pattern[str]], ...]:
    poles = [(at, pole) for at in range(len(_table()["opposed"])) for pole in POLES]
    return tuple(((at, pole), _pole(at, pole, language)) for at, pole in poles)


@cache
def _table() -> Senses:
    text = read_data(__package__, "senses.yaml")
    table: Senses = yaml.load(text, yaml.CBaseLoader)
    return table
