"""The words by which one value is mistaken for another, read once from `words.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from build_tools.data_files import read_data
from build_tools.text.folding import simplify
from build_tools.text.letters import HAN_LETTER


@dataclass(frozen=True, slots=True)
class Mistakes:
    """The lists of `words.yaml`."""

    scales: tuple[tuple[str, ...], ...]
    units: tuple[tuple[str, ...], ...]
    dropped: tuple[str, ...]
    added: tuple[tuple[str, tuple[str, ...]], ...]
    negation: re.Pattern[str]
    no_negation: re.Pattern[str]
    affirmed: Mapping[str, str]
    negated: Mapping[str, str]
    firm: Mapping[str, str]


@cache
def load_mistakes() -> Mistakes:
    """The lists, read from the file beside this module."""
    raw = yaml.load(read_data(__package__, "words.yaml"), yaml.CSafeLoader)
    qualifiers = raw["qualifiers"]
    return Mistakes(
        scales=tuple(map(tuple, raw["scales"])),
        units=tuple(map(tuple, raw["units"])),
        dropped=tuple(sorted(qualifiers["dropped"], key=len, reverse=True)),
        added=tuple((language, tuple(qualifiers[language])) for language in ("zh", "en")),
        negation=re.compile(word_pattern(raw["negations"]), re.IGNORECASE),
        no_negation=re.compile(word_pattern(raw["no_negations"]), re.IGNORECASE),
        **raw["renderings"],
    )


def word_pattern(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first, a Latin one only whole.

    >>> re.findall(word_pattern(["not", "不"]), "nothing is not 不")
    ['not', '不']
    """
    return "|".join(whole_word(word) for word in sorted(words, key=len, reverse=True))


def whole_word(word: str) -> str:
    """A pattern for one word, which no letter goes on before or behind where it is Latin."""
    before = r"(?<![A-Za-z])" if word[0].isascii() and word[0].isalpha() else ""
    after = r"(?![A-Za-z])" if word[-1].isascii() and word[-1].isalpha() else ""
    return f"{before}{re.escape(word)}{after}"


def folded(text: str) -> str:
    """A text as the lists are written: Simplified, straight apostrophes; every place stays."""
    return simplify(text).replace("’", "'")


def is_chinese(text: str) -> bool:
    """Whether a text holds a Han character.

    >>> is_chinese("143亿美元"), is_chinese("$14.3bn")
    (True, False)
    """
    return bool(HAN_LETTER.search(text))
