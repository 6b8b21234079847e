"""To which candidates of a passage an occurrence of a word belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from build_tools.binding.cells import Row
from build_tools.binding.connecting_words import Words, any_case, any_of, is_blank
from build_tools.binding.layout import Layout, Ranked, lay_out
from build_tools.binding.ordering import Paired
from build_tools.binding.placing import is_local, ties_in_row
from build_tools.binding.ties import REACH, Attachment, Tie, TieReason, Weight
from build_tools.model import Span

HEAD = any_of(Words.DE, Words.POSSESSIVE, Words.PREPOSITIONS, Words.OF)


def attach(text: str, word: Span, candidates: Sequence[Span]) -> Attachment:
    """The candidates to which an occurrence of a word belongs, and those to which it may belong.

    >>> attach("造成12人死亡、20人受伤", Span(5, 7), [Span(2, 5), Span(8, 11)]).certain
    (0,)
    """
    return attach_in(lay_out(text, tuple(candidates)), word)


def attach_in(layout: Layout, word: Span) -> Attachment:
    """The same in a passage that is laid out."""
    if inside := layout.holding(word):
        return Attachment(tuple(Tie(at, TieReason.INSIDE) for at in inside))
    ranked = layout.row_of(word)
    found: dict[int, Tie] = {}
    outside = ranked is layout.rows[0]
    placed = (*_in_row(ranked, word), *(layout.of_phrase(word) if outside else ()))
    for tie in chain(placed, _restated(layout, placed), _topics(layout, ranked, word)):
        found.setdefault(tie.candidate, tie)
    return Attachment(tuple(tie for tie in found.values() if tie.weight))


def _in_row(ranked: Ranked, word: Span) -> Iterator[Tie]:
    """The ties by a pair of lists, if there is one; then those by place."""
    row = ranked.row
    by_order = (tie for pair in ranked.pairs_near(word) for tie in _in_order(row, pair, word))
    for tie in chain(by_order, ties_in_row(ranked.links, word)):
        yield replace(tie, candidate=ranked.candidates[tie.candidate])


def _in_order(row: Row, pair: Paired, word: Span) -> Iterator[Tie]:
    """The words of an item belong to the number of its rank, the words around both lists to all numbers."""
    at = next((at for at, item in enumerate(pair.items) if word.is_within([item])), None)
    if at is None:
        numbers = row.spans[pair.readings[0]], row.spans[pair.readings[-1]]
        whole = pair.readings[-1] + 1
        if row.first_behind(word.start) > whole and row.is_whole(whole):
            return
        if pair.items[-1].end <= word.start < row.clause_end(numbers[1].end):
            yield from (Tie(reading, TieReason.LISTED) for reading in pair.readings)
    elif _is_of_all(row, pair, at, word):
        yield from (Tie(reading, TieReason.LISTED) for reading in pair.readings)
    else:
        yield Tie(pair.readings[at], TieReason.IN_ORDER)
        if at or _heads(row, pair, word):
            others = (reading for reading in pair.readings if reading != pair.readings[at])
            yield from (Tie(reading, TieReason.IN_ORDER, Weight.NONE) for reading in others)


def _is_of_all(row: Row, pair: Paired, at: int, word: Span) -> bool:
    """Whether a word before the first item or behind the last is of every one: `sales at A and B`."""
    item = pair.items[at]
    if at == 0:
        rest = row.level.at(word.end, item.end)
        return not is_blank(rest) and bool(any_case(HEAD).search(rest))
    return at == len(pair.items) - 1 and not is_blank(row.level.at(item.start, word.start))


def _heads(row: Row, pair: Paired, word: Span) -> bool:
    """Whether a word is the first item, apart from an ending that all items share: 甲厂和乙厂."""
    rest = row.level.at(word.end, pair.items[0].end).strip()
    other = row.level.at(pair.items[1].start, pair.items[1].end)
    return is_blank(rest) or rest in other


def _restated(layout: Layout, placed: Sequence[Tie]) -> Iterator[Tie]:
    """The values in brackets behind another that are of the same thing: `1200人（2024年为900人）`."""
    for tie in placed:
        if tie.weight > Weight.MAYBE:
            yield from (Tie(at, TieReason.AGAIN, tie.weight) for at in layout.restated.get(tie.candidate, ()))


def _topics(layout: Layout, ranked: Ranked, word: Span) -> Iterator[Tie]:
    """The readings behind a word, unless it is of a place; a whole is not of what its part is."""
    if is_local(ranked.row, word):
        return
    inner = layout.behind(word) if ranked is layout.rows[0] else ()
    yield from (tie for row in (ranked, *inner) for tie in _later(row, word))


def _later(ranked: Ranked, word: Span) -> Iterator[Tie]:
    first = ranked.row.first_behind(word.end)
    for at in range(first, min(first + REACH, len(ranked.candidates))):
        if not ranked.row.is_whole(at):
            yield Tie(ranked.candidates[at], TieReason.TOPIC, Weight.MAYBE)
