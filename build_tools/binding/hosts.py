"""The phrases on which readings hang that stand behind them, in brackets or in a clause with who or which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.binding.breaks import Strength
from build_tools.binding.cells import Row
from build_tools.binding.connecting_words import READING, Words, any_case, any_of, is_empty
from build_tools.binding.ties import Tie, TieReason
from build_tools.model import Span

PART_INSIDE = rf"[,(]\s*(?:{any_of(Words.PART)}|{READING}+\s+{any_of(Words.WHOLE)})"
RELATIVE = rf"\s*{any_of(Words.WHO)}"


@dataclass(frozen=True, slots=True)
class Host:
    """A phrase, and the candidates that are of it: `Google (5.4% in 2024)`, `Roe, who got 1,014`."""

    span: Span
    ties: tuple[Tie, ...]


def hosts_of(rows: Sequence[tuple[Row, tuple[int, ...]]]) -> tuple[Host, ...]:
    """Those of a passage, in order; the first row is what stands outside brackets."""
    found = [*_of_brackets(rows), *_of_clauses(*rows[0])]
    return tuple(sorted(found, key=lambda host: host.span.start))


def _of_brackets(rows: Sequence[tuple[Row, tuple[int, ...]]]) -> Iterator[Host]:
    """Those before brackets, unless these hold a part of another number."""
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
