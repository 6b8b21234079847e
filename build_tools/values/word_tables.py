"""How an edition writes values, read once from the `values.yaml` in its folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from build_tools.locale_folders import ABOUT, locale_file

EDGE = r"(?a:\b)"  # the edge of a Latin word: Han beside it does not belong to it


def alternatives(words: Iterable[str]) -> str:
    """The words as one group of a pattern, longest first.

    >>> alternatives(["more", "more than", "€"])
    '(?:more\\\\ than|more|€)'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in ordered)})"


@dataclass(frozen=True, slots=True)
class DisplayWords:
    """How one edition writes values; `{}` stands for the number.

    `short` are patterns for what is left to say of a month or a day whose year, or month, the other end of
    a range names; `short_end` is the end that is shortened.
    """

    qualifiers: Mapping[str, str]
    units: Mapping[str, str]
    one: Mapping[str, str]
    range: str
    rank: str
    several: Mapping[int, str]
    few: str
    date_parts: Mapping[str, str]
    number: str
    scales: Mapping[int, str]
    money: str
    assumed: Mapping[str, str]
    short: Mapping[str, str]
    short_end: str
    ordinals: Mapping[str, str] = field(default_factory=dict)
    vague_money: str = ""
    vague_of: str = "{}"
    range_repeats: bool = False
    article: str = "{}"


@cache
def load_display_words(locale: str) -> DisplayWords:
    """The words of one edition by its place: en, zh-Hans, zh-Hant, or a folder of a dossier."""
    import yaml  # it takes long to import, and only whoever shows values needs it

    return DisplayWords(**yaml.load(locale_file(locale, "values.yaml").read_text("utf-8"), yaml.CSafeLoader))


@cache
def babel_locale(locale: str) -> str:
    """The name by which Babel knows the language of an edition.

    >>> babel_locale("en"), babel_locale("zh-Hant")
    ('en_GB', 'zh_Hant')
    """
    import yaml

    return str(yaml.load(locale_file(locale, ABOUT).read_text("utf-8"), yaml.CSafeLoader)["babel"])
