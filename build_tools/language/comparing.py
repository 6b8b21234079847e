"""Comparing how a text and its translation are meant: a "not" or a "may" that only one of them has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TypedDict

import yaml

from build_tools.language.cues import find_cues
from build_tools.language.kinds import Cue, Force
from build_tools.language.reach import reach_of
from build_tools.language.scope import without_double_negatives
from build_tools.language.tables import level_letters

COMPARED = (Force.NEGATION, Force.DENIAL, Force.PLAN, Force.SUPPOSITION, Force.HEARSAY)
HAN = re.compile(r"[\u3400-\u9fff]")


class Comparing(TypedDict):
    """The tables of `comparing.yaml`."""

    unsure: Mapping[str, list[str]]
    possible: Mapping[str, Mapping[str, str]]


def forces_in(text: str) -> frozenset[Force]:
    """The forces of all cues of a text; of two negations of which one governs the other neither counts.

    >>> sorted(forces_in("公司并未否认将裁员"))
    [<Force.PLAN: 'plan'>]
    """
    return frozenset(cue.force for cue in _left(text))


def _left(text: str) -> tuple[Cue, ...]:
    """The cues of a text without double negatives, and without negations of nothing: 没发布前, not until."""
    cues = find_cues(text)
    idle = {cue for cue in cues if cue.force is Force.NEGATION and not reach_of(text, cue, cues)}
    return tuple(cue for cue in without_double_negatives(text, cues, cues) if cue not in idle)


def comparable_forces(text: str) -> frozenset[Force]:
    """The forces that a faithful translation keeps: not speech, nor cues that are often translated away.

    >>> sorted(comparable_forces("他拒绝了，但可能不会走"))
    [<Force.NEGATION: 'negation'>, <Force.SUPPOSITION: 'supposition'>]
    """
    return frozenset(cue.force for cue in _comparable(text))


def _comparable(text: str) -> tuple[Cue, ...]:
    sure = (cue for cue in _left(text) if level_letters(cue.raw) not in _unsure(cue.force))
    return tuple(cue for cue in sure if cue.force in COMPARED)


def possible_forces(text: str) -> frozenset[Force]:
    """The forces that a text may have: of its cues, and of words that may translate one: unable, 不满."""
    leveled = level_letters(text)
    language = "zh" if HAN.search(text) else "en"
    likely = frozenset(force for force in COMPARED if _possible(force, language).search(leveled))
    return likely | frozenset(cue.force for cue in find_cues(text))


def differing_forces(one: str, other: str) -> frozenset[Force]:
    """The forces that one of two texts of the same meaning certainly has and the other not even possibly.

    >>> sorted(differing_forces("Meta并未收购Scale", "Meta bought Scale"))
    [<Force.NEGATION: 'negation'>]
    >>> differing_forces("他对此不满", "He is dissatisfied with it")
    frozenset()
    """
    missing = comparable_forces(one) - possible_forces(other)
    return missing | (comparable_forces(other) - possible_forces(one))


def cues_lost(text: str, other: str) -> tuple[Cue, ...]:
    """The first cue of each force that a text has, and that another of the same meaning cannot have.

    >>> [cue.raw for cue in cues_lost("Meta并未收购Scale", "Meta bought Scale")]
    ['并未']
    """
    lost = comparable_forces(text) - possible_forces(other)
    first = {cue.force: cue for cue in reversed(_comparable(text)) if cue.force in lost}
    return tuple(first[force] for force in sorted(first))


@cache
def _unsure(force: Force) -> frozenset[str]:
    return frozenset(level_letters(word) for word in _table()["unsure"].get(force, ()))


@cache
def _possible(force: Force, language: str) -> re.Pattern[str]:
    return re.compile(_table()["possible"][force][language])


@cache
def _table() -> Comparing:
    text = (files(__package__) / "comparing.yaml").read_text(encoding="utf-8")
    table: Comparing = yaml.load(text, yaml.CBaseLoader)
    return table
