"""The words of `cues.yaml` and `grammar.yaml`, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, product

import yaml

from build_tools.data_files import read_data
from build_tools.language.cue_kinds import Force, Only, Reach
from build_tools.text.folding import character_table, fold_each, small_letters, small_table
from build_tools.text.form_search import Forms, index_forms

USES = {
    "ahead": (Reach.AHEAD, Only.ALWAYS),
    "before_verb": (Reach.AHEAD, Only.BEFORE_VERB),
    "opening": (Reach.AHEAD, Only.AT_START),
    "says": (Reach.SAYS, Only.ALWAYS),
    "says_if_verb": (Reach.SAYS, Only.IF_VERB),
    "says_if_statement": (Reach.SAYS, Only.IF_STATEMENT),
    "source": (Reach.SOURCE, Only.ALWAYS),
    "whole": (Reach.WHOLE, Only.ALWAYS),
    "back": (Reach.BACK, Only.AT_END),
}
CHOICE = re.compile(r"\(([^()]*)\)")
APOSTROPHES = "‘’ʼ`"


@dataclass(frozen=True, slots=True)
class CuePart:
    """A cue that a word holds: its letters, or all of the word where there are none."""

    letters: str
    force: Force
    reach: Reach
    only: Only


Row = tuple[str, tuple[CuePart, ...]]  # a word with its choices, and the cues that it holds


@dataclass(frozen=True, slots=True)
class CueTable:
    """Every word of `cues.yaml`, folded; an exception has no parts."""

    rows: Mapping[str, tuple[CuePart, ...]]
    forms: Forms


@lru_cache(maxsize=4096)
def level_letters(text: str) -> str:
    """A text as the rules read it: script, width, capitals and apostrophes aside, one letter for one.

    >>> level_letters("他說，Ｍeta doesn’t")
    "他说,meta doesn't"
    """
    return text.translate(_leveled())


@cache
def _leveled() -> Mapping[int, str]:
    """One table for script, width, capitals and apostrophes."""
    level = {**character_table(frozenset({"script", "width"})), **dict.fromkeys(map(ord, APOSTROPHES), "'")}
    return {**small_table(), **{code: small_letters(one) for code, one in level.items()}}


def choices(word: str) -> Iterator[str]:
    """Every choice of a word.

    >>> list(choices("den(y|ies) (|the )claim"))
    ['deny claim', 'deny the claim', 'denies claim', 'denies the claim']
    """
    pieces = [piece.split("|") if at % 2 else [piece] for at, piece in enumerate(CHOICE.split(word))]
    return (" ".join("".join(chosen).split()) for chosen in product(*pieces))


@cache
def load_cues() -> CueTable:
    """The table of cues."""
    raw: Mapping[str, Mapping[str, list[str]]] = yaml.load(_text("cues.yaml"), yaml.CBaseLoader)
    pairs: Mapping[str, Mapping[str, str]] = yaml.load(_text("pairs.yaml"), yaml.CBaseLoader)
    rows = _spelled_out(chain(_exceptions(raw), _words(raw), _pairs(pairs)))
    return CueTable(rows, index_forms(rows))


@cache
def words_of(name: str) -> tuple[str, ...]:
    """One list of `grammar.yaml`, its choices spelled out, as `level_letters` writes them."""
    listed = _grammar()[name]
    words = listed.split() if isinstance(listed, str) else listed
    return tuple(level_letters(one) for word in words for one in choices(word))


@cache
def one_of(*names: str) -> str:
    """Words of `grammar.yaml` as one group of a pattern: longest first, Latin words whole."""
    words = sorted({word for name in names for word in words_of(name)}, key=lambda word: (-len(word), word))
    latin = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words if word.isascii())
    han = [re.escape(word) for word in words if not word.isascii()]
    return f"(?:{'|'.join([*han, *([rf'(?<![a-z])(?:{latin})(?![a-z])'] if latin else [])])})"


def _exceptions(raw: Mapping[str, Mapping[str, list[str]]]) -> Iterator[Row]:
    yield from ((word, ()) for force in Force for word in raw[force].get("except", ()))


def _words(raw: Mapping[str, Mapping[str, list[str]]]) -> Iterator[Row]:
    for force in Force:
        for use, words in raw[force].items():
            if use != "except":
                part = CuePart("", force, *USES[use])
                yield from ((word, (part,)) for word in words)


def _pairs(pairs: Mapping[str, Mapping[str, str]]) -> Iterator[Row]:
    yield from ((word, tuple(_parts(parts.items()))) for word, parts in pairs.items())


def _parts(parts: Iterable[tuple[str, str]]) -> Iterator[CuePart]:
    for letters, meant in parts:
        force, use = meant.split(".")
        yield CuePart(letters, Force(force), *USES[use])


def _spelled_out(rows: Iterable[Row]) -> dict[str, tuple[CuePart, ...]]:
    """Every choice of every word, folded; of two rows for one the later."""
    listed = [(one, parts) for word, parts in rows for one in choices(word)]
    forms = map(small_letters, fold_each(one for one, _ in listed))
    return {form: parts for form, (_, parts) in zip(forms, listed, strict=True)}


@cache
def _grammar() -> Mapping[str, list[str] | str]:
    table: Mapping[str, list[str] | str] = yaml.load(_text("grammar.yaml"), yaml.CBaseLoader)
    return table


def _text(name: str) -> str:
    return read_data(__package__, name)
