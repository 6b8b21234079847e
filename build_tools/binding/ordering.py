"""Finds two lists of which the n-th items belong together: respectively, 分别."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from build_tools.binding.breaks import Strength
from build_tools.binding.connecting_words import Words, any_case, any_of, counters
from build_tools.binding.links import Links
from build_tools.model import Span
from build_tools.text.letters import HAN_RUN


@dataclass(frozen=True, slots=True)
class Paired:
    """Readings in a list, and the items to which they belong, in the same order; `mark` says so."""

    readings: range
    items: tuple[Span, ...]
    mark: Span


def paired(links: Links) -> tuple[Paired, ...]:
    """Every pair of lists of a row."""
    level = links.row.level
    marks = (match.span() for match in any_case(any_of(Words.IN_ORDER)).finditer(level.text))
    places = (Span(start + level.span.start, end + level.span.start) for start, end in marks)
    return tuple(found for mark in places for found in _paired(links, mark))


def _paired(links: Links, mark: Span) -> Iterator[Paired]:
    """The mark is before the numbers (甲和乙分别裁员12人和20人), or behind them (respectively)."""
    row = links.row
    at = bisect_left(links.lists, row.first_behind(mark.start), key=lambda one: one.start)
    behind = list(takewhile(lambda one: _in_sentence(links, one, mark), links.lists[at:]))
    before = [one for one in links.lists[max(at - 1, 0) : at] if _in_sentence(links, one, mark)]
    for readings in behind or before:
        end = mark.start if behind else row.spans[readings.start].start
        if len(readings) == len((behind or before)[0]) and (items := _items(links, end, len(readings))):
            yield Paired(readings, items, mark)


def _in_sentence(links: Links, readings: range, mark: Span) -> bool:
    return links.row.in_one_sentence(links.row.spans[readings.start].start, mark.start)


def _items(links: Links, end: int, count: int) -> tuple[Span, ...]:
    """As many items as there are numbers, the last of which ends at a place."""
    row = links.row
    start = row.sentence_start(end)
    parting = (Strength.AND, Strength.COMMA, Strength.NEW)
    breaks = [one for one in row.within(start, end) if one.strength in parting]
    if len(breaks) < count - 1:
        return _letters(links, max(start, row.clause_start(end)), end, count)
    parts = breaks[len(breaks) - count + 1 :]
    first = breaks[-count].end if len(breaks) >= count else start
    starts, ends = [first, *(one.end for one in parts)], [*(one.start for one in parts), end]
    return tuple(Span(one, other) for one, other in zip(starts, ends, strict=True))


def _letters(links: Links, start: int, end: int, count: int) -> tuple[Span, ...]:
    """死伤分别为, 甲乙两村分别有: each character is an item."""
    words = links.row.level.at(start, end)
    counted = words[count : count + 1] in counters(count)
    if not HAN_RUN.fullmatch(words) or not counted:
        return ()
    return tuple(Span(at, at + 1) for at in range(start, start + count))
