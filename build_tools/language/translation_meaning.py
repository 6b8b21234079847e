"""Compares negations and hedges of a text and its translation: a "not" or a "may" that only one has.

Languages negate and hedge with different words, so places are counted: every sure cue of one text needs
a place in the other, a cue or letters that may translate one. Words that mean the same in both,
未知 and "unknown", are left out first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import TypedDict

import yaml

from build_tools.data_files import read_data
from build_tools.language.cue_kinds import NEGATIVE, Cue, Force
from build_tools.language.cues import find_cues
from build_tools.language.reach import reach_of
from build_tools.language.scope import without_double_negatives
from build_tools.language.senses import language_of
from build_tools.language.tables import level_letters
from build_tools.model import Span

COMPARED = (Force.NEGATION, Force.DENIAL, Force.PLAN, Force.SUPPOSITION, Force.HEARSAY)
BLANK = "■"
SENTENCE_END = re.compile(r"[。！？；;!?]")


class Comparing(TypedDict):
    """The tables of `comparing.yaml`."""

    unsure: Mapping[str, list[str]]
    possible: Mapping[str, Mapping[str, str]]
    pairs: list[Mapping[str, str]]


def forces_in(text: str) -> frozenset[Force]:
    """The forces of all cues of a text; of two negations of which one governs the other neither counts.

    >>> sorted(forces_in("公司并未否认将裁员"))
    [<Force.PLAN: 'plan'>]
    """
    cues = _working(text)
    return frozenset(cue.force for cue in without_double_negatives(text, cues, find_cues(text)))


@lru_cache(maxsize=1024)
def _working(text: str) -> tuple[Cue, ...]:
    """The cues of a text without negations of nothing: 没发布前, not until."""
    cues = find_cues(text)
    return tuple(cue for cue in cues if cue.force is not Force.NEGATION or reach_of(text, cue, cues))


@lru_cache(maxsize=4096)
def sure_cues(text: str, force: Force) -> tuple[Cue, ...]:
    """The cues that a faithful translation keeps: not those that are often translated away.

    >>> [cue.raw for cue in sure_cues("他难以脱身，但没有走", Force.NEGATION)]
    ['没有']
    """
    working = _working(text)
    cues = (cue for cue in working if cue.force is force and not _is_within_expected(cue, working, text))
    return tuple(cue for cue in cues if level_letters(cue.raw) not in _unsure(force))


def _is_within_expected(cue: Cue, cues: Sequence[Cue], text: str) -> bool:
    """Whether a plan is what somebody expects, so that one word says both: 预计台风将减弱."""
    return cue.force is Force.PLAN and any(
        other.force is Force.SUPPOSITION
        and other.span.end <= cue.span.start
        and not SENTENCE_END.search(text[other.span.end : cue.span.start])
        for other in cues
    )


@lru_cache(maxsize=4096)
def possible_places(text: str, force: Force) -> tuple[Span, ...]:
    """Where a text may have a force: at its cues, and at letters that may translate one: unable, 不满."""
    cues = tuple(cue.span for cue in find_cues(text) if cue.force is force)
    found = (Span(*one.span()) for one in _possible(force, language_of(text)).finditer(level_letters(text)))
    return (*cues, *(one for one in found if not one.touches(cues)))


def differing_forces(one: str, other: str) -> frozenset[Force]:
    """The forces that one of two texts of the same meaning certainly has more often than the other may.

    >>> sorted(differing_forces("Meta并未收购Scale", "Meta bought Scale"))
    [<Force.NEGATION: 'negation'>]
    >>> differing_forces("他对此不满", "He is dissatisfied with it")
    frozenset()
    """
    return frozenset(cue.force for cue in (*cues_lost(one, other), *cues_lost(other, one)))


def cues_lost(text: str, other: str) -> tuple[Cue, ...]:
    """The first cue of each force that a text has more often than another of the same meaning may.

    >>> [cue.raw for cue in cues_lost("Meta并未收购Scale", "Meta bought Scale")]
    ['并未']
    """
    first, second = _without_pairs(text, other)
    found = [(force, sure) for force in COMPARED if (sure := sure_cues(first, force))]
    lost = [sure[0] for force, sure in found if len(sure) > len(possible_places(second, force))]
    denied = [cue for force, sure in found if force in NEGATIVE for cue in sure]
    if denied and not any(cue.force in NEGATIVE for cue in lost):
        places = {place for force in NEGATIVE for place in possible_places(second, force)}
        lost += denied[:1] if len(denied) > len(_apart(places)) else []
    return tuple(lost)


def _apart(places: Iterable[Span]) -> list[Span]:
    """Those of some places that share no letter, the shortest of any that do."""
    left: list[Span] = []
    for one in sorted(places, key=lambda span: span.end - span.start):
        if not one.touches(left):
            left.append(one)
    return left


@lru_cache(maxsize=4096)
def _without_pairs(one: str, other: str) -> tuple[str, str]:
    """Two texts without the words that say one and the same in both."""
    for row in _rows_in_both(one, other):
        first, second = _places(row, one), _places(row, other)
        both = min(len(first), len(second))
        one, other = _blanked(one, first[:both]), _blanked(other, second[:both])
    return one, other


def _rows_in_both(one: str, other: str) -> list[int]:
    """The pairs of which both texts have a word; what is Chinese is searched first, as it takes less time."""
    first, second = (other, one) if language_of(other) == "zh" else (one, other)
    return _having(_rows_in(first), second)


@lru_cache(maxsize=4096)
def _rows_in(text: str) -> list[int]:
    """The pairs of which a text has a word."""
    return _having(range(len(_table()["pairs"])), text)


def _having(rows: Iterable[int], text: str) -> list[int]:
    """Those of some pairs of which a text has a word."""
    language, leveled = language_of(text), level_letters(text)
    return [row for row in rows if _pair(row, language).search(leveled)]


def _places(row: int, text: str) -> list[Span]:
    return [Span(*found.span()) for found in _pair(row, language_of(text)).finditer(level_letters(text))]


def _blanked(text: str, places: list[Span]) -> str:
    for one in places:
        text = f"{text[: one.start]}{BLANK * (one.end - one.start)}{text[one.end :]}"
    return text


@cache
def _unsure(force: Force) -> frozenset[str]:
    return frozenset(level_letters(word) for word in _table()["unsure"].get(force, ()))


@cache
def _possible(force: Force, language: str) -> re.Pattern[str]:
    return re.compile(_table()["possible"][force][language])


@cache
def _pair(row: int, language: str) -> re.Pattern[str]:
    return re.compile(_table()["pairs"][row][language])


@cache
def _table() -> Comparing:
    text = read_data(__package__, "comparing.yaml")
    table: Comparing = yaml.load(text, yaml.CBaseLoader)
    return table
