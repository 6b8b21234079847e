"""Whether two texts give one figure with the same bound: 超过140亿 is not "$14 billion"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.wording import listed
from build_tools.evidence.support import may_share_unit
from build_tools.language.given import is_definite
from build_tools.language.tables import level_letters
from build_tools.model import Qualifier, Quantity, Reading
from build_tools.text.folding import fold_plain

BEFORE = 40  # letters before a figure in which a word may bound it
ODD = re.compile(r"\b[a-z]+[ -]odd\b", re.IGNORECASE)
COMPARED = re.compile(r"\bthan the\b", re.IGNORECASE)
OF_CALENDAR = frozenset({"year", "month", "week", "day"})
BOUNDS = {
    Qualifier.OVER: "from below",
    Qualifier.AT_LEAST: "from below",
    Qualifier.UNDER: "from above",
    Qualifier.AT_MOST: "from above",
    Qualifier.NEARLY: "from above",
}


def differing_bound(given: Iterable[Quantity], told: Sequence[Quantity]) -> tuple[str, str]:
    """The words of the first figure that another text has with another bound, and its words there."""
    for one in given:
        if one.value is None:
            continue
        same = [other for other in told if one.value == other.value and may_share_unit(one, other)]
        if same and not any(is_as_firm(one, other) for other in same):
            return one.raw, listed(other.raw for other in same)
    return "", ""


def is_as_firm(one: Quantity, other: Quantity) -> bool:
    """Whether two figures have the same bound; 高达 is no bound, and may be translated as "up to"."""
    if {one.qualifier, other.qualifier} == {Qualifier.EXACT, Qualifier.AT_MOST} and _is_loose(one, other):
        return True
    if {one.qualifier, other.qualifier} == {Qualifier.EXACT, Qualifier.NEARLY} and one.unit in OF_CALENDAR:
        return True  # 近一个月 is the last month or nearly one
    if {one.qualifier, other.qualifier} == {Qualifier.OVER, Qualifier.ABOUT} and _is_odd(one, other):
        return True  # 十多年 is ten-odd years
    return _bound(one) == _bound(other)


def is_vague_time(figure: Reading) -> bool:
    """Whether a figure only says that a time was long, as "for years" does: 好几年."""
    return isinstance(figure, Quantity) and figure.value is None and figure.unit in OF_CALENDAR


def is_bounded_before(figure: Quantity, text: str) -> bool:
    """Whether words of its clause before a plain figure may bound it: 不足总面积的2%, "lasts over a week"."""
    before = level_letters(text[max(figure.span.start - BEFORE, 0) : figure.span.start])
    return figure.qualifier is Qualifier.EXACT and bool(worded("bounding_before").search(before))


def _is_loose(*given: Quantity) -> bool:
    return not any(worded("firm").search(fold_plain(one.raw)) for one in given)


def _is_odd(*given: Quantity) -> bool:
    return any(worded("odd").search(fold_plain(one.raw)) for one in given)


def _bound(figure: Quantity) -> str | None:
    """On which side a figure is open; in "52 more than the 180" it is not, and ten-odd is ten or more."""
    if COMPARED.search(figure.raw) or is_definite(figure.raw):
        return None
    return BOUNDS[Qualifier.OVER] if ODD.search(figure.raw) else BOUNDS.get(figure.qualifier)
