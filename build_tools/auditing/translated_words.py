"""Words of the other language for what is measured and what happens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import yaml

from build_tools.auditing.plain_article import HAN
from build_tools.data_files import read_data
from build_tools.text.folding import fold_plain

ENDINGS = ("s", "es", "d", "ed", "ing")
LATIN = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class WordRow:
    """One thing, in both languages."""

    zh: frozenset[str]
    en: tuple[str, ...]


@cache
def word_rows() -> tuple[WordRow, ...]:
    """The table of words."""
    rows = yaml.safe_load(read_data(__package__, "bilingual_words.yaml"))
    return tuple(WordRow(frozenset(row["zh"]), tuple(row["en"])) for row in rows)


def english_words_for(words: Iterable[str]) -> tuple[str, ...]:
    """The English words for Chinese ones, which may hold others: 预算削减 has both of its parts.

    >>> english_words_for(["跳槽"])[:3]
    ('join', 'joind', 'joined')
    """
    found = (row.en for word in words if HAN.search(word) for row in _rows_within(fold_plain(word)))
    return tuple(dict.fromkeys(form for row in found for base in row for form in sorted(inflected(base))))


def _rows_within(word: str) -> Iterator[WordRow]:
    """The rows of the longest parts of a Chinese word."""
    held = [(part, row) for row in word_rows() for part in row.zh if part in word]
    for part, row in held:
        if not any(part != other and part in other for other, _ in held):
            yield row


def chinese_within(label: str) -> tuple[str, ...]:
    """The words that a Chinese label holds, and others of the same sense.

    >>> chinese_within("乘客人数")
    ('乘客',)
    """
    return tuple(dict.fromkeys(word for row in _rows_within(fold_plain(label)) for word in sorted(row.zh)))


def chinese_words_for(words: Iterable[str]) -> tuple[str, ...]:
    """The Chinese words for English ones, in any form; of several words that no row has, of the last.

    >>> chinese_words_for(["passengers"]), chinese_words_for(["a rival bid"])
    (('乘客',), ('出价', '报价'))
    """
    rows = (row for word in words for row in _rows_of(word.lower()) or _rows_of(word.lower().split(" ")[-1]))
    return tuple(dict.fromkeys(word for row in rows for word in sorted(row.zh)))


def _rows_of(word: str) -> tuple[WordRow, ...]:
    """The rows with an English word, in whatever form."""
    return tuple(row for row in word_rows() if any(word in inflected(base) for base in row.en))


def same_office(forms: Iterable[str]) -> tuple[str, ...]:
    """The words in both languages that share a row with a form, as they are written there.

    >>> same_office(["执行长"])
    ('CEO', '执行长', '首席执行官', 'chief executive', 'chief executive officer', 'CEO')
    """
    folded = {fold_plain(form).lower() for form in forms}
    rows = (row for row in word_rows() if folded & {word.lower() for word in (*row.zh, *row.en)})
    return tuple(word for row in rows for word in (*sorted(row.zh), *row.en))


@cache
def inflected(base: str) -> frozenset[str]:
    """The regular forms of an English word, and of the first or last word of several; more than there are.

    >>> sorted(inflected("cut"))[:3]
    ['cut', 'cutd', 'cuted']
    >>> "laying off" in inflected("lay off"), "core members" in inflected("core member")
    (True, True)
    """
    first, *rest = base.split(" ")
    if not rest:
        return _regular(base)
    *middle, last = rest
    begun = (" ".join((form, *rest)) for form in _regular(first))
    ended = (" ".join((first, *middle, form)) for form in _regular(last))
    return frozenset((*begun, *ended))


def _regular(word: str) -> frozenset[str]:
    whole = {word + ending for ending in ("", *ENDINGS)}
    short = word[:-1] if word.endswith("e") else word + word[-1]
    ies = {word[:-1] + ending for ending in ("ies", "ied")} if word.endswith("y") else set()
    return frozenset((*whole, short + "ing", short + "ed", *ies))


@cache
def relatives(word: str) -> frozenset[str]:
    """The other forms of an English word of whatever form: those of the verb or noun that it may come from.

    >>> {"founded", "found"} <= relatives("founding"), "releases" in relatives("released")
    (True, True)
    """
    cut = {word, *(word.removesuffix(ending) for ending in ENDINGS)}
    bases = {one for base in cut for one in (base, base + "e") if len(one) > 2}
    return frozenset(form for base in bases for form in _regular(base))


@cache
def one_sense(word: str) -> frozenset[str]:
    """The forms of an English word, and of all that share a row with it.

    >>> "laid off" in one_sense("layoffs")
    True
    """
    own = relatives(word)
    return own.union(*(inflected(base) for row in _rows_of(word) for base in row.en))
