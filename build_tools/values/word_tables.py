"""The words of dates and of display, read once from `words.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from build_tools.data_files import read_data

EDGE = r"(?a:\b)"  # the edge of a Latin word: Han beside it does not belong to it


def alternatives(words: Iterable[str]) -> str:
    """The words as one group of a pattern, longest first.

    >>> alternatives(["more", "more than", "€"])
    '(?:more\\\\ than|more|€)'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in ordered)})"


@cache
def tables() -> Any:
    """The file as it is."""
    import yaml  # it takes long to import, and only whoever reads words needs it

    return yaml.load(read_data(__package__, "words.yaml"), yaml.CSafeLoader)


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
