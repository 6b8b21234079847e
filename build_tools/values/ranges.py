"""Two numbers that make one range: 18-34岁, 10到20亿, more than 10 and less than 20."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from build_tools.model import Interval, Qualifier
from build_tools.values.intervals import rounded
from build_tools.values.not_figures import is_figure
from build_tools.values.numeral import Numeral
from build_tools.values.phrases import Phrase
from build_tools.values.words import EDGE, Unit

TO = re.compile(" {0,2}(?:到了?|至|[~—-]|--|——|(?:to|through)(?: the)?) {0,2}")
OR = re.compile(" or |或|、")
AND = re.compile(" {0,2}(?:与|和|及|and(?: the)?) {0,2}")
BETWEEN_AFTER = re.compile("之?间")
BETWEEN_BEFORE = re.compile(f"(?P<said>(?i:{EDGE}between)(?: the)? |介于)$|在$")
BOTH = re.compile(r"[ ,]{0,3}(?:的?同时|并且|而且|并|且|但|和|and|but|,)?[ ,]{0,2}(?:and |but )?")
LOWER = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
UPPER = frozenset({Qualifier.UNDER, Qualifier.AT_MOST})


@dataclass(frozen=True, slots=True)
class Joined:
    """A range made of two phrases."""

    tight: Interval
    loose: Interval
    unit: Unit
    numeral_unit: str | None
    start: int
    end: int


def join(phrases: Sequence[Phrase], text: str) -> Iterator[Phrase | Joined]:
    """The phrases, with two that make one range as that range."""
    at = 0
    while at < len(phrases):
        joined = _joined(phrases[at], phrases[at + 1], text) if at + 1 < len(phrases) else None
        if joined:
            yield joined
        elif is_figure(phrases[at], text):
            yield phrases[at]
        at += 2 if joined else 1


def _joined(left: Phrase, right: Phrase, text: str) -> Joined | None:
    if left.numeral.value is None or right.numeral.value is None or right.start < left.end:
        return None
    if not is_figure(right, text) or not (left.numeral.weak or is_figure(left, text)):
        return None
    gap = text[left.end : right.start]
    if left.qualifier in LOWER | UPPER:
        return _bounds(left, right) if BOTH.fullmatch(gap) else None
    if left.unit.name and right.unit.name not in (left.unit.name, None):
        return None
    after = BETWEEN_AFTER.match(text, right.end)
    window = max(0, left.start - 12)
    before = BETWEEN_BEFORE.search(text[window : left.start])
    if OR.fullmatch(gap) and _is_next(left.numeral, right.numeral):
        return _ends(left, right, left.start, right.end)
    if TO.fullmatch(gap) or (AND.fullmatch(gap) and (after or before)):
        start = window + before.start() if before and before["said"] else left.start
        return _ends(left, right, start, after.end() if after else right.end)
    return None


def _is_next(first: Numeral, last: Numeral) -> bool:
    """5 or 6, 2、3个: neighbours."""
    return first.value is not None and last.value == first.value + 1


def _ends(left: Phrase, right: Phrase, start: int, end: int) -> Joined | None:
    first, last = _with_scale_of(left.numeral, right.numeral), right.numeral
    low, high = _signed(first, left), _signed(last, right)
    if low is None or high is None or not low < high:
        return None
    loose = Interval(rounded(low, first.place).low, rounded(high, last.place).high, high_open=True)
    return Joined(
        Interval(low, high),
        loose,
        right.unit if right.unit.name else left.unit,
        "rank" if right.ordinal else last.unit or first.unit,
        start,
        end,
    )


def _with_scale_of(first: Numeral, last: Numeral) -> Numeral:
    """In 10到20亿 both ends are counted in 亿."""
    if first.scale != 1 or last.scale == 1 or first.value is None or last.value is None:
        return first
    size = last.scale
    if first.value * size >= last.value:
        return first
    return replace(first, value=first.value * size, place=first.place * size, coarse=first.coarse * size)


def _signed(numeral: Numeral, phrase: Phrase) -> Decimal | None:
    return -numeral.value if phrase.negative and numeral.value is not None else numeral.value


def _bounds(left: Phrase, right: Phrase) -> Joined | None:
    if {left.qualifier in LOWER, right.qualifier in LOWER} != {
        True,
        False,
    } or right.qualifier not in LOWER | UPPER:
        return None
    lower, upper = (left, right) if left.qualifier in LOWER else (right, left)
    low, high = lower.numeral.value, upper.numeral.value
    if low is None or high is None or not low < high:
        return None
    within = Interval(low, high, lower.qualifier is Qualifier.OVER, upper.qualifier is Qualifier.UNDER)
    unit = right.unit if right.measured else left.unit
    return Joined(within, within, unit, right.numeral.unit, left.start, right.end)
