"""The words that a text is found by, and those that a query is looked up by: folded alike.

Han characters are simplified and taken two by two, so that nothing has to know where a word ends. A number
is one word with its unit, and one with its scale, which is the same for 143亿 and 14.3 billion. `search.js`
makes these words of what a reader types.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import yaml
from ahocorasick_rs import AhoCorasick, MatchKind

from build_tools.data_files import read_data
from build_tools.text.folding import opencc_table, simplify
from build_tools.text.letters import HAN, HAN_RUN
from build_tools.website.regional import regional_words

POINT, PERCENT, SCALED, NAME, END = "d", "pct", "x", "ǂ", "ǃ"  # letters: the index keeps nothing else
LONGEST = 60


class _Folds(dict[int, str]):
    """What each character becomes: a table for `str.translate` that fills itself."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _fold_character(chr(code))
        return plain


class NumberWords(NamedTuple):
    """The words after a number: by how many places each moves the point, and those of a percentage."""

    scales: Mapping[str, int]
    steps: Sequence[Sequence[int]]
    percent: Sequence[str]


FOLDS = _Folds()


def fold_words(text: str) -> str:
    """A text as it is looked up: small letters without accents, no full width, Simplified characters.

    >>> fold_words("Café ４9％ 楊立昆")
    'cafe 49% 杨立昆'
    """
    return text.translate(FOLDS)


def _fold_character(character: str) -> str:
    plain = (one for one in unicodedata.normalize("NFKD", character) if unicodedata.category(one) != "Mn")
    return simplify(unicodedata.normalize("NFC", "".join(plain)).lower())


def page_words(text: str) -> Iterator[str]:
    """The words that a text is found by, in its order, then those of other places for what it names.

    >>> " ".join(page_words("Wang, 143億美元, 49%, 600人"))
    'wang 14300000000x 143 14d3 美元 元 49pct 600人 人'
    >>> " ".join(page_words("軟體"))
    '软体 体 软件 件'
    """
    plain = fold_words(text)
    yield from _words(plain)
    yield from _words("\n".join(_other_words(plain)))


def _words(plain: str) -> Iterator[str]:
    for found in search_pattern().finditer(plain):
        if found["number"]:
            yield from _number_words(found, HAN_RUN.match(plain, found.end()))
        elif found["han"]:
            yield from map("".join, pairwise(found["han"]))
            yield found["han"][-1]
        else:
            yield found["word"][:LONGEST]


def _number_words(found: re.Match[str], unit: re.Match[str] | None) -> Iterator[str]:
    digits = found["number"].replace(",", "")[:LONGEST]
    if found["percent"]:
        yield moved_point(digits, 0) + PERCENT
    elif found["scale"]:
        places = number_words().scales[found["scale"]]
        yield moved_point(digits, places) + SCALED
        yield from dict.fromkeys([moved_point(digits, 0), *_in_other_steps(digits, places)])
    else:
        yield moved_point(digits, 0) + (unit[0][0] if unit else "")


def _in_other_steps(digits: str, places: int) -> Iterator[str]:
    size = len(digits.partition(".")[0]) + places
    for steps in number_words().steps:
        if reached := [step for step in steps if step < size]:
            yield moved_point(digits, places - reached[-1])


def query_words(query: str) -> Sequence[str]:
    """The words of a query: a page that it is about has all of them, or words that begin so.

    >>> query_words("楊立昆"), query_words("$14.3 billion"), query_words("裁員600人")
    (('杨立', '立昆'), ('14300000000x',), ('裁员', '600人'))
    """
    return tuple(dict.fromkeys(_query_words(fold_words(query))))


def _query_words(plain: str) -> Iterator[str]:
    unit = ""
    for found in search_pattern().finditer(plain):
        if found["number"]:
            after = HAN_RUN.match(plain, found.end())
            word, *_ = _number_words(found, after)
            yield word
            unit = "" if found["percent"] or found["scale"] or not after else after[0][0]
        elif found["han"]:
            run, unit = found["han"].removeprefix(unit), ""
            yield from map("".join, pairwise(run)) if len(run) > 1 else run
        else:
            yield found["word"][:LONGEST]


def name_word(name: str) -> str:
    """A whole name as one word; without its last letter, a query finds the names that begin so.

    >>> name_word("Llama 4"), name_word("楊立昆")
    ('ǂllama4ǃ', 'ǂ杨立昆ǃ')
    """
    plain = fold_words(name)
    parts = (
        next(_number_words(found, None)) if found["number"] else found[0]
        for found in search_pattern().finditer(plain)
    )
    return NAME + "".join(parts)[:LONGEST] + END


def moved_point(digits: str, places: int) -> str:
    """A number as a word, its point moved by some places.

    >>> moved_point("14.30", 0), moved_point("14.3", 9), moved_point("143", -1)
    ('14d3', '14300000000', '14d3')
    """
    whole, _, part = digits.partition(".")
    if places >= 0:
        part = part.ljust(places, "0")
        whole, part = whole + part[:places], part[places:]
    else:
        whole = whole.rjust(1 - places, "0")
        whole, part = whole[:places], whole[places:] + part
    kept = part.rstrip("0")
    return (whole.lstrip("0") or "0") + (POINT + kept if kept else "")


@cache
def number_words() -> NumberWords:
    """The words of `search_words.yaml`."""
    return NumberWords(**yaml.load(read_data(__package__, "search_words.yaml"), yaml.CSafeLoader))


@cache
def search_pattern() -> re.Pattern[str]:
    """In a folded text: a number with the words after it, a run of Han characters, another word."""
    after = {"percent": number_words().percent, "scale": number_words().scales}
    words = "|".join(f"(?P<{name}>{_any_of(each)})" for name, each in after.items())
    number = rf"(?P<number>[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?)(?: ?(?:{words}))?"
    return re.compile(rf"{number}|(?P<han>[{HAN}]+)|(?P<word>[^\W_{HAN}]+)")


def _any_of(words: Iterable[str]) -> str:
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) + r"(?![a-z])" * ("a" <= word[0] <= "z") for word in longest)


def other_words(text: str) -> Sequence[str]:
    """What Taiwan, Hong Kong and the mainland call the things of a text, each in its own words, folded.

    >>> other_words("人工智慧的芯片"), other_words("人工智能")
    (['人工智能', '晶片'], ['人工智慧'])
    """
    return list(_other_words(fold_words(text)))


def _other_words(plain: str) -> Iterator[str]:
    automaton, others = _regional_words()
    for word in automaton.find_matches_as_strings(plain):
        yield from others[word]


@cache
def _regional_words() -> tuple[AhoCorasick, Mapping[str, Sequence[str]]]:
    """Words for which places have different ones, and these; those that conversion leaves alone have none."""
    others: dict[str, dict[str, None]] = {}
    for one, other in _word_pairs():
        if one != other and min(len(one), len(other)) > 1:
            others.setdefault(one, {})[other] = None
            others.setdefault(other, {})[one] = None
    found = {word: tuple(each) for word, each in others.items()}
    return AhoCorasick(sorted(found), matchkind=MatchKind.LeftmostLongest), found


def _word_pairs() -> Iterator[tuple[str, str]]:
    """A word of the mainland and what it is elsewhere, both folded."""
    tables = (opencc_table("TWPhrases"), opencc_table("HKPhrases"))
    phrases = ((one, other) for table in tables for one, many in table.items() for other in many)
    own = (pair for table in regional_words().own.values() for pair in table.items())
    for one, other in (*phrases, *own):
        if simplify(one) not in regional_words().left_alone:
            yield fold_words(one), fold_words(other)
