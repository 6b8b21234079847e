"""A passage laid out: the rows of readings on its levels, the phrases they hang on, and where a word is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice, takewhile

from build_tools.binding.breaks import Strength, breaks_of
from build_tools.binding.cells import Row
from build_tools.binding.connecting_words import READING, Words, any_case, any_of, is_empty, names_a_time
from build_tools.binding.levels import blank_readings, levels_of
from build_tools.binding.links import Links
from build_tools.binding.ordering import Paired, paired
from build_tools.binding.ties import REACH, Tie, TieReason
from build_tools.model import Span

PART_INSIDE = rf"[,(]\s*(?:{any_of(Words.PART)}|{READING}+\s+{any_of(Words.WHOLE)})"
RELATIVE = rf"\s*{any_of(Words.WHO)}"


@dataclass(frozen=True, slots=True)
class Host:
    """A phrase, and the candidates that are of it: `Google (5.4% in 2024)`, `Roe, who got 1,014`."""

    span: Span
    ties: tuple[Tie, ...]


def hosts_of(rows: Sequence[tuple[Row, tuple[int, ...]]]) -> tuple[Host, ...]:
    """The hosts of a passage, in order; the first row is the text outside brackets."""
    found = [*_of_brackets(rows), *_of_clauses(*rows[0])]
    return tuple(sorted(found, key=lambda host: host.span.start))


def _of_brackets(rows: Sequence[tuple[Row, tuple[int, ...]]]) -> Iterator[Host]:
    """The hosts before brackets, unless the brackets hold a part of another number."""
    for row, candidates in rows[1:]:
        if not any_case(PART_INSIDE).match(row.level.text):
            reasons = (_reason(row, at) for at in range(len(candidates)))
            ties = (Tie(one, reason) for one, reason in zip(candidates, reasons, strict=True))
            yield Host(_phrase_before(rows[0][0], row.level.span.start, Strength.AND), tuple(ties))


def _of_clauses(row: Row, candidates: Sequence[int]) -> Iterator[Host]:
    for at, gap in enumerate(row.gaps):
        if gap.cuts and any_case(RELATIVE).match(row.level.at(gap.cuts[-1].end, gap.span.end)):
            span = _phrase_before(row, gap.cuts[-1].start, Strength.PREPOSITION)
            yield Host(span, (Tie(candidates[at + 1], TieReason.ASIDE),))


def _reason(row: Row, at: int) -> TieReason:
    own = row.text(row.before(at)) + row.text(row.behind(at))
    if is_empty(own):
        return TieReason.AGAIN
    return TieReason.ASIDE if any_case(rf"\s*,{RELATIVE}").match(row.level.text) else TieReason.BRACKETS


def _phrase_before(row: Row, end: int, least: Strength) -> Span:
    """The words before a place, back to a reading or a break of at least some strength."""
    before = row.first_behind(end)
    start = row.spans[before - 1].end if before else row.level.span.start
    parting = [one.end for one in row.within(start, end) if one.strength >= least]
    return Span(parting[-1] if parting else start, end)


BASE = rf"{any_of(Words.BASE)}\s*\Z"
NEAR = 24


@dataclass(frozen=True)
class Ranked:
    """A row, and which candidate each of its readings is."""

    row: Row
    candidates: tuple[int, ...]

    @cached_property
    def links(self) -> Links:
        """How its readings are linked."""
        return Links(self.row)

    @cached_property
    def pairs(self) -> tuple[Paired, ...]:
        """Its pairs of lists."""
        return paired(self.links)

    def pairs_near(self, word: Span) -> tuple[Paired, ...]:
        """The pairs of lists in the sentence of a word."""
        first = bisect_left(self.pairs, self.row.sentence_start(word.start), key=lambda one: one.mark.start)
        near = takewhile(lambda one: self.row.in_one_sentence(one.mark.start, word.start), self.pairs[first:])
        return tuple(near)


@dataclass(frozen=True)
class Layout:
    """The rows of a passage: what is outside brackets and asides, then each of these."""

    rows: tuple[Ranked, ...]
    candidates: tuple[Span, ...]

    def holding(self, word: Span) -> tuple[int, ...]:
        """The candidates of which a word is a part."""
        first = bisect_right(self._ordered, word.start, key=lambda at: self.candidates[at].start) - 1
        near = islice(self._ordered, max(first, 0), None)
        touched = takewhile(lambda at: self.candidates[at].start < word.end, near)
        return tuple(at for at in touched if self.candidates[at].touches([word]))

    def row_of(self, word: Span) -> Ranked:
        """The row on whose level a word stands."""
        at = bisect_right(self.rows, word.start, lo=1, key=lambda one: one.row.level.span.start) - 1
        inside = at > 0 and word.is_within([self.rows[at].row.level.span])
        return self.rows[at if inside else 0]

    def behind(self, word: Span) -> tuple[Ranked, ...]:
        """The brackets and asides behind a word, the nearest first."""
        first = bisect_left(self.rows, word.end, lo=1, key=lambda one: one.row.level.span.start)
        return self.rows[first : first + REACH]

    def of_phrase(self, word: Span) -> tuple[Tie, ...]:
        """The ties to the readings that hang on the phrase of a word: `Google (5.4% in 2024)`."""
        at = bisect_right(self._hosts, word.start, key=lambda host: host.span.end)
        near = at < len(self._hosts) and word.is_within([self._hosts[at].span])
        return self._hosts[at].ties if near else ()

    def sides(self, candidate: int) -> tuple[Span, ...]:
        """The clause of a candidate before it and behind it; nothing for the base of a rate."""
        if candidate not in self._places:
            return ()
        ranked, at = self._places[candidate]
        return ranked.row.before(at), ranked.row.behind(at)

    def clause(self, candidate: int, without: Sequence[Span]) -> str:
        """The words of a candidate's clause, some taken out; these are in order."""
        return " ".join(self._words(candidate, side, without) for side in self.sides(candidate))

    def _words(self, candidate: int, side: Span, without: Sequence[Span]) -> str:
        letters = list(self._places[candidate][0].row.text(side))
        first = bisect_left(without, side.start, key=lambda word: word.end)
        last = bisect_left(without, side.end, key=lambda word: word.start)
        for word in without[first:last]:
            for at in range(max(word.start, side.start), min(word.end, side.end)):
                letters[at - side.start] = " "
        return "".join(letters)

    @cached_property
    def _ordered(self) -> tuple[int, ...]:
        return tuple(sorted(range(len(self.candidates)), key=lambda at: self.candidates[at].start))

    @cached_property
    def _places(self) -> Mapping[int, tuple[Ranked, int]]:
        """Where each candidate is."""
        return {one: (ranked, at) for ranked in self.rows for at, one in enumerate(ranked.candidates)}

    @cached_property
    def restated(self) -> Mapping[int, tuple[int, ...]]:
        """For a candidate with brackets right behind it, the readings there whose words give only a time."""
        outer = self.rows[0]
        found: dict[int, tuple[int, ...]] = {}
        for inner in self.rows[1:]:
            start, text = inner.row.level.span.start, inner.row.level.text
            at = outer.row.first_behind(start) - 1
            near = at >= 0 and not outer.row.level.at(outer.row.spans[at].end, start).strip()
            if near and names_a_time(text) and is_empty(text):
                found[outer.candidates[at]] = inner.candidates
        return found

    @cached_property
    def _hosts(self) -> tuple[Host, ...]:
        return hosts_of([(one.row, one.candidates) for one in self.rows])


@lru_cache(maxsize=1024)
def lay_out(text: str, candidates: tuple[Span, ...]) -> Layout:
    """The rows of a passage, without the base of a rate (每10万人)."""
    order = sorted(range(len(candidates)), key=lambda at: candidates[at].start)
    blanked = blank_readings(text, [candidates[at] for at in order])
    kept = [at for at in order if not _is_base(blanked, candidates[at].start)]
    spans = [candidates[at] for at in kept]
    levels = levels_of(text, spans)
    rows = (Row(one, tuple(spans[at] for at in one.readings), breaks_of(text, one)) for one in levels)
    return Layout(
        tuple(
            Ranked(row, tuple(kept[at] for at in level.readings))
            for row, level in zip(rows, levels, strict=True)
        ),
        candidates,
    )


def _is_base(blanked: str, start: int) -> bool:
    return bool(any_case(BASE).search(blanked[max(start - NEAR, 0) : start]))
