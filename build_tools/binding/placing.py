"""To which reading of a row a word belongs, and which others share it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from build_tools.binding.breaks import Strength
from build_tools.binding.cells import Gap, Row
from build_tools.binding.connecting_words import Words, any_case, any_of, is_blank, is_empty
from build_tools.binding.link_patterns import worded
from build_tools.binding.links import Lean, Link, Links
from build_tools.binding.ties import REACH, Tie, TieReason, Weight
from build_tools.model import Span

BY = rf"\s*{any_of(Words.BY)}?(?:\s*{any_of(Words.NEARLY)})*\s*"
VERB = any_of(Words.VERBS)
LOCAL = rf"{any_of(Words.PREPOSITIONS)}\s*(?:{any_of(Words.ARTICLES)}\s+)?(?-i:[A-Z][\w.’'-]*\s+)*\Z"
PLURAL = r"[a-z -]*[a-z]{2}(?<![su])s"
OF_WHAT = rf"\s*{any_of(Words.WHOLE)}\s+(?:{any_of(Words.ARTICLES)}\s+)?"


@dataclass(frozen=True, slots=True)
class PlaceBeside:
    """The reading to which a word belongs, and on which side of it the word is."""

    at: int
    behind: bool


def ties_in_row(links: Links, word: Span) -> Iterator[Tie]:
    """The ties of a word; their candidates are readings of the row."""
    row = links.row
    if not row.spans:
        return
    at = row.first_behind(word.start)
    if at == 0:
        yield from _beside(links, PlaceBeside(0, behind=False), word)
    elif at == len(row.spans):
        yield from _beside(links, PlaceBeside(at - 1, behind=True), word)
    elif side := _side(links, at - 1, word):
        yield from _beside(links, side, word)
    elif _is_narrowed(row, at, word):
        yield Tie(at - 1, TieReason.CLAUSE)
        yield from _maybe(TieReason.TOPIC, at)
    else:
        yield from _maybe(TieReason.BETWEEN, at - 1, at)


def _is_narrowed(row: Row, at: int, word: Span) -> bool:
    """Whether a word right behind one number is what it counts, and "only" leads on: 27条路线仅8条."""
    counted = is_blank(row.level.at(row.spans[at - 1].end, word.start))
    return counted and bool(worded("narrows").fullmatch(row.level.at(word.end, row.spans[at].start)))


def _takes_part(row: Row, at: int, word: Span) -> bool:
    """Whether the next number is the part that a verb before both takes: 驱逐11名中的3名."""
    if at + 1 >= len(row.spans) or worded("of_whole_itself").match(
        row.level.at(word.end, row.spans[at].start)
    ):
        return False
    return bool(worded("of_whole").fullmatch(row.level.at(row.spans[at].end, row.spans[at + 1].start)))


def is_local(row: Row, word: Span) -> bool:
    """Whether a word says where: `in Alpha` belongs to its own number alone."""
    return bool(any_case(LOCAL).search(_since_reading(row, word)))


def _says_of_what(row: Row, word: Span) -> bool:
    """Whether a word is behind its number and an `of`: `40kg of cocaine`."""
    return row.first_behind(word.start) > 0 and bool(any_case(OF_WHAT).fullmatch(_since_reading(row, word)))


def _since_reading(row: Row, word: Span) -> str:
    """What is before a word in its clause, from the last reading on."""
    at = row.first_behind(word.start)
    reading = row.spans[at - 1].end if at else row.level.span.start
    return row.level.at(max(row.clause_start(word.start), reading), word.start)


def _side(links: Links, left: int, word: Span) -> PlaceBeside | None:
    """On which side of the cut between two readings a word is; None if that is open."""
    gap = links.row.gaps[left]
    before, after = PlaceBeside(left, behind=True), PlaceBeside(left + 1, behind=False)
    if gap.cuts and word.start < gap.end_of_left:
        return before
    if gap.cuts and word.start >= gap.cuts[-1].start:
        return after
    lean = links.leans[left]
    if not gap.cuts:
        return _uncut(links.row, gap, word, lean, (before, after))
    if lean is Lean.NEITHER or gap.cuts[0].strength not in (Strength.AND, Strength.LINK):
        return None
    return before if lean is Lean.BEHIND else after


def _uncut(
    row: Row, gap: Gap, word: Span, lean: Lean, sides: tuple[PlaceBeside, PlaceBeside]
) -> PlaceBeside | None:
    """By the side on which words are here, else by the reading that it touches."""
    touches_left = is_blank(row.level.at(gap.span.start, word.start))
    touches_right = is_blank(row.level.at(word.end, gap.span.end))
    left, right = touches_left and not touches_right, touches_right and not touches_left
    match lean:
        case Lean.BEHIND:
            return sides[0]
        case Lean.BEFORE:
            return None if left else sides[1]
        case Lean.NEITHER:
            return sides[0] if left else sides[1] if right else None


def _beside(links: Links, side: PlaceBeside, word: Span) -> Iterator[Tie]:
    row = links.row
    if side.behind and row.is_whole(side.at) and word.end <= row.behind(side.at).end:
        yield from _behind_whole(row, side.at, word)
    elif not side.behind and (than := links.beyond(side.at)) and word.is_within([than]):
        yield from _maybe(TieReason.TOPIC, side.at)
    elif side.behind and links.compares(side.at):
        yield from _maybe(TieReason.BETWEEN, side.at)
    elif not side.behind and (_takes_part(row, side.at, word) or _leads_on(links, side.at, word)):
        yield Tie(side.at + 1, TieReason.CLAUSE)
        yield from _maybe(TieReason.TOPIC, side.at)
    else:
        yield from _in_clause(links, side, word)


def _leads_on(links: Links, at: int, word: Span) -> bool:
    return links.leads_on(at) and not _moves(links.row, at, word)


def _moves(row: Row, at: int, word: Span) -> bool:
    """Whether a word touches a difference, as 增加 does in 增加300人."""
    return bool(any_case(BY).fullmatch(row.level.at(word.end, row.spans[at].start)))


def _behind_whole(row: Row, at: int, word: Span) -> Iterator[Tie]:
    """`12 of the 20 wounded died`: what is before the verb is of the whole, the verb of the part."""
    between = row.level.at(row.spans[at].end, word.start)
    rest = row.level.at(word.end, row.behind(at).end)
    has_verb = bool(any_case(VERB).search(between))
    plural = any_case(PLURAL).fullmatch(row.level.at(word.start, word.end))
    if not has_verb and (is_empty(between) or any_case(VERB).search(rest) or plural):
        yield Tie(at, TieReason.CLAUSE)
        yield from _maybe(TieReason.PART, at - 1)
    elif has_verb or is_empty(rest):
        yield Tie(at - 1, TieReason.CLAUSE)
    else:
        yield from _maybe(TieReason.BETWEEN, at, at - 1)


def _in_clause(links: Links, side: PlaceBeside, word: Span) -> Iterator[Tie]:
    row, reading = links.row, links.row.spans[side.at]
    if side.behind:
        same = word.end <= row.clause_end(reading.end)
        if not same and side.at + 1 == len(row.spans):
            yield from _maybe(TieReason.LATER, *_in_sentence(row, 0, reading.start))
            return
    else:
        same = row.clause_start(reading.start) <= word.start
        if row.is_parted(word.end, reading.start):
            yield from _maybe(TieReason.EARLIER, side.at)
            return
    weight = Weight.SURE if same else Weight.OTHER_CLAUSE
    yield Tie(side.at, TieReason.CLAUSE if same else TieReason.SENTENCE, weight)
    if not side.behind and _introduces(row, word, reading):
        others = islice(_in_sentence(row, side.at + 1, reading.start), REACH)
        yield from (Tie(at, TieReason.LISTED, weight) for at in others)
    else:
        yield from _shared(links, side, word, weight)


def _introduces(row: Row, word: Span, reading: Span) -> bool:
    """Whether a word is before the colon of a list: `votes: A 12, B 20`."""
    _, colon, behind = row.level.at(word.end, reading.start).rpartition(":")
    return bool(colon) and not is_blank(behind)


def _in_sentence(row: Row, first: int, place: int) -> Iterator[int]:
    """The readings of the sentence of a place, from one of them on."""
    for at in range(max(first, row.first_behind(row.sentence_start(place))), len(row.spans)):
        if not row.in_one_sentence(row.spans[at].start, place):
            return
        yield at


def _shared(links: Links, side: PlaceBeside, word: Span, weight: Weight) -> Iterator[Tie]:
    """The readings to which the words of another belong as well."""
    if links.differences[side.at]:
        return
    alone = is_local(links.row, word) or _says_of_what(links.row, word)
    yield from _forward(links, side.at, alone, weight)
    if side.behind and is_blank(links.row.level.at(links.row.spans[side.at].end, word.start)):
        yield from _counted_further(links, side.at, weight)
    if side.behind:
        yield from _backward(links, side.at, weight)


def _forward(links: Links, start: int, alone: bool, weight: Weight) -> Iterator[Tie]:
    for at in range(start + 1, len(links.row.spans)):
        _, link = links.before[at]
        if links.differences[at]:
            continue
        if link is Link.AGAIN:
            yield Tie(at, TieReason.AGAIN, weight)
        elif (link is Link.LISTED and links.shared[at]) or (link is Link.ELLIPSIS and not alone):
            yield Tie(at, TieReason.LISTED, weight)
        else:
            return


def _counted_further(links: Links, start: int, weight: Weight) -> Iterator[Tie]:
    """The readings that count more of the same: 86 flights on Tuesday, and about 40 more."""
    for at in range(start + 1, len(links.row.spans)):
        if links.before[at] == (start, Link.MORE):
            yield Tie(at, TieReason.LISTED, weight)


def _backward(links: Links, start: int, weight: Weight) -> Iterator[Tie]:
    at = start
    while at > 0:
        previous, link = links.before[at]
        if link is Link.AGAIN:
            yield Tie(previous, TieReason.AGAIN, weight)
        elif link is Link.LISTED and links.shared[at]:
            yield Tie(previous, TieReason.LISTED, weight)
        elif link is Link.ELLIPSIS:
            yield from _maybe(TieReason.TOPIC, previous)
        else:
            return
        at = previous


def _maybe(reason: TieReason, *readings: int) -> Iterator[Tie]:
    yield from (Tie(at, reason, Weight.MAYBE) for at in readings)
