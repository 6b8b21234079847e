"""The words in which each edition writes values, from `words.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from build_tools.values.word_tables import tables


@dataclass(frozen=True, slots=True)
class DisplayWords:
    """How one edition writes values; `{}` stands for the number."""

    qualifiers: Mapping[str, str]
    units: Mapping[str, str]
    one: Mapping[str, str]
    range: str
    rank: str
    several: Mapping[int, str]
    few: str
    date_parts: Mapping[str, str]


@cache
def load_display_words(locale: str) -> DisplayWords:
    """The words of one edition: en, zh-Hans or zh-Hant."""
    return DisplayWords(**tables()["display"][locale])
