"""The words of connection, read once from `words.yaml`, as patterns over folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import TypedDict

import yaml

from build_tools.binding.link_patterns import worded
from build_tools.data_files import read_data
from build_tools.text.folding import character_table

READING, HIDDEN = "\x01", "\x00"
NUMBER = worded.source("digits")
LETTER = "(?-i:[A-Za-z])"  # of both cases, so that a pattern need not look for the other


class Words(StrEnum):
    """The kinds of words, as the file names them."""

    COORDINATORS = "coordinators"
    NEW = "new"
    PART = "part"
    PART_ENDS = "part_ends"
    COMPARED = "compared"
    CORRECTED = "corrected"
    FROM = "from"
    TO = "to"
    BY = "by"
    NEARLY = "nearly"
    CHANGE = "change"
    MOVED = "moved"
    DIFFERENCE_BEFORE = "difference_before"
    DIFFERENCE_BEHIND = "difference_behind"
    CAUSES = "causes"
    THERE_IS = "there_is"
    STILL_MORE = "still_more"
    FURTHER = "further"
    THAT_NUMBER = "that_number"
    EXCEEDING = "exceeding"
    BASE = "base"
    IN_ORDER = "in_order"
    PREPOSITIONS = "prepositions"
    RELATIVES = "relatives"
    OF = "of"
    PLACE_BEFORE = "place_before"
    PLACE_BEHIND = "place_behind"
    WHOLE = "whole"
    OUT_OF = "out_of"
    THEM = "them"
    ARTICLES = "articles"
    POSSESSIVE = "possessive"
    DE = "de"
    VERBS = "verbs"
    EMPTY = "empty"
    TIMES = "times"
    APPOINT = "appoint"
    REPLACE = "replace"
    SERVE = "serve"
    RESIGN = "resign"
    TAKE_OVER = "take_over"
    HAND_OVER = "hand_over"
    AS_ONE = "as_one"
    AS = "as"
    PIVOTS = "pivots"
    BY_WHOM = "by_whom"
    TO_WHOM = "to_whom"
    TOGETHER = "together"
    ALL_OF_THEM = "all_of_them"
    BESIDE_TITLE = "beside_title"
    BEFORE_TITLE = "before_title"
    TITLES = "titles"
    BELONGINGS = "belongings"
    RELATIVE_VERBS = "relative_verbs"
    HEADED_BY = "headed_by"
    BODIES = "bodies"
    ITS = "its"
    WHO = "who"
    PRONOUNS = "pronouns"
    OWN = "own"
    BE = "be"
    LIST_AND = "list_and"
    NEW_CLAUSE = "new_clause"
    DONE_BY = "done_by"
    UNDERTAKEN_BY = "undertaken_by"
    UNDERGO = "undergo"
    MADE_INTO = "made_into"
    DONE_TO = "done_to"
    ANOTHER_ACT = "another_act"
    ASPECT = "aspect"
    ANSWERS = "answers"
    COMPANIONS = "companions"
    UNITS = "units"
    BETWEEN = "between"
    PLACES = "places"
    PASSIVE = "passive"
    FORMER = "former"
    JOIN = "join"
    LEAVE = "leave"
    AT_ORGANISATION = "at_organisation"


# Those that may be between two numbers of a list.
JOINING = (
    Words.EMPTY,
    Words.COORDINATORS,
    Words.NEW,
    Words.NEARLY,
    Words.CAUSES,
    Words.THERE_IS,
    Words.IN_ORDER,
)
# Those that say how numbers are related, but not what they measure.
HOLLOW = (
    *JOINING,
    Words.COMPARED,
    Words.FROM,
    Words.TO,
    Words.BY,
    Words.CHANGE,
    Words.PREPOSITIONS,
    Words.RELATIVES,
    Words.OF,
)


class File(TypedDict):
    """The file: words by their kind, and characters beside which a word is a part of another word."""

    words: Mapping[str, list[str]]
    not_after: Mapping[str, str]
    not_before: Mapping[str, str]
    counts: Mapping[str, str]


def fold_places(text: str) -> str:
    """Script and width folded, one character for one, so that every place stays.

    >>> fold_places("１２人罹難，２０人受傷")
    '12人罹难,20人受伤'
    """
    return text.translate(character_table(frozenset({"script", "width"})))


@cache
def any_of(*kinds: Words) -> str:
    """The source of a pattern for the words of some kinds: English ones whole, no Chinese one in another.

    >>> re.findall(any_of(Words.COORDINATORS), "和平和稳定 and Andes")
    ['和', 'and']
    """
    latin, han = _apart(word for kind in kinds for word in _file()["words"][kind])
    return f"(?:{'|'.join([*_whole(latin), *map(_not_within, han)])})"


def counters(count: int) -> str:
    """The characters that say that there are so many of a thing: 两 of two."""
    return _file()["counts"].get(str(count), "")


@cache
def any_case(source: str) -> re.Pattern[str]:
    """A pattern for which capitals and small letters are the same."""
    return re.compile(source, re.IGNORECASE)


def is_blank(text: str) -> bool:
    """Whether words say nothing about a number or a time.

    >>> is_blank("也就是说,约"), is_blank("去年同期为"), is_blank("死亡达到")
    (True, False, False)
    """
    return not says(text)


def is_empty(text: str) -> bool:
    """Whether words say nothing about what a number measures; they may give a time.

    >>> is_empty("也就是说,约"), is_empty("去年同期为"), is_empty("死亡达到")
    (True, True, False)
    """
    return not says(without_times(text))


def says(text: str) -> str:
    """The letters of a text outside words without content.

    >>> says("the dead numbered"), says("为了死亡人数")
    ('dead', '死亡')
    """
    return worded("signs").sub("", _without(HOLLOW).sub(" ", text))


def only_joins(text: str) -> bool:
    """Whether a text holds nothing but what may part two numbers of a list.

    >>> only_joins("人以及约"), only_joins(" against ")
    (True, False)
    """
    return not worded("signs").sub("", _without(JOINING).sub(" ", text))


def without_times(text: str) -> str:
    """A text without years, months and other words of time."""
    return _times().sub(" ", text)


def names_a_time(text: str) -> bool:
    """Whether a text says when.

    >>> names_a_time("去年同期为"), names_a_time("in 2024"), names_a_time("more than")
    (True, True, False)
    """
    return bool(_times().search(text))


@cache
def _without(kinds: tuple[Words, ...]) -> re.Pattern[str]:
    words = (word for kind in kinds for word in _file()["words"][kind])
    latin, han = _apart(form for word in words for form in _with_capital(word))
    return re.compile("|".join([*_whole(latin), *han]))


@cache
def _times() -> re.Pattern[str]:
    latin, han = _apart(_file()["words"][Words.TIMES])
    counted = rf"{NUMBER}{worded.source('counted_days')}|\b(?:19|20)\d\d\b"
    return any_case("|".join([*_whole(latin), *han, counted]))


def _whole(latin: Sequence[str]) -> Iterator[str]:
    """English words as one pattern, if there are any; an ending may be behind a letter."""
    for start, wanted in ((f"(?<!{LETTER})", True), ("", False)):
        if words := "|".join(re.escape(word) for word in latin if word[0].isalpha() is wanted):
            yield f"{start}(?:{words})(?!{LETTER})"


def _with_capital(word: str) -> Iterator[str]:
    """A lone letter with a capital may be a name."""
    yield word
    if len(word) > 1:
        yield word.capitalize()


def _not_within(word: str) -> str:
    """A word where no character beside it makes it part of another; a set of them compiles slower."""
    before, after = _file()["not_after"].get(word, ""), _file()["not_before"].get(word, "")
    return "".join([*(f"(?<!{one})" for one in before), word, *(f"(?!{one})" for one in after)])


def _apart(words: Iterable[str]) -> tuple[list[str], list[str]]:
    """English and Chinese words, each with the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return [word for word in ordered if word.isascii()], [word for word in ordered if not word.isascii()]


@cache
def _file() -> File:
    """Every scalar is text, as in all files of the project."""
    found: File = yaml.load(read_data(__package__, "words.yaml"), yaml.CBaseLoader)
    return found
