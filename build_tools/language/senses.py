"""Small words that a translation must keep: almost, only, at the earliest, a rise as a rise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypedDict

import yaml

from build_tools.data_files import read_data
from build_tools.language.tables import level_letters
from build_tools.model import Span
from build_tools.text.letters import HAN_LETTER


class Senses(TypedDict):
    """The tables of `senses.yaml`."""

    kept: Mapping[str, Mapping[str, str]]
    opposed: list[Mapping[str, Mapping[str, str]]]


def language_of(text: str) -> str:
    """Chinese where there is any Han character, else English.

    >>> language_of("Meta收购了Scale"), language_of("Meta bought Scale")
    ('zh', 'en')
    """
    return "zh" if HAN_LETTER.search(text) else "en"


def senses_lost(text: str, other: str) -> tuple[str, ...]:
    """The words of a text whose sense a text of the same meaning has less often.

    >>> senses_lost("报道基本属实", "the report is true"), senses_lost("报道基本属实", "largely true")
    (('基本',), ())
    """
    return tuple(_lost(text, level_letters(text), level_letters(other)))


def _lost(text: str, leveled: str, other: str) -> Iterator[str]:
    for sense in _table()["kept"]:
        found = list(_sure(sense, language_of(leveled)).finditer(leveled))
        if found and len(found) > sum(1 for _ in _likely(sense, language_of(other)).finditer(other)):
            yield text[found[0].start() : found[0].end()]


def opposed_words(text: str, other: str) -> tuple[str, str] | None:
    """The first words by which two texts that should mean the same say opposite things.

    >>> opposed_words("最早明年1月10日复航", "It will resume on 10 January at the latest")
    ('最早', 'at the latest')
    """
    first, second = level_letters(text), level_letters(other)
    for at in range(len(_table()["opposed"])):
        for pole, contrary in (("one", "other"), ("other", "one")):
            said, denied = _found(at, pole, first), _found(at, contrary, second)
            if said and denied and not (_found(at, contrary, first) or _found(at, pole, second)):
                return text[said.start : said.end], other[denied.start : denied.end]
    return None


def _found(at: int, pole: str, leveled: str) -> Span | None:
    found = _pole(at, pole, language_of(leveled)).search(leveled)
    return Span(*found.span()) if found else None


@cache
def _sure(sense: str, language: str) -> re.Pattern[str]:
    return re.compile(_table()["kept"][sense][language])


@cache
def _likely(sense: str, language: str) -> re.Pattern[str]:
    row = _table()["kept"][sense]
    return re.compile(f"{row[language]}|{row[f'or_{language}']}")


@cache
def _pole(at: int, pole: str, language: str) -> re.Pattern[str]:
    return re.compile(_table()["opposed"][at][pole][language])


@cache
def _table() -> Senses:
    text = read_data(__package__, "senses.yaml")
    table: Senses = yaml.load(text, yaml.CBaseLoader)
    return table
