"""A passage as levels: brackets and asides are read apart from the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.binding.connecting_words import (
    HIDDEN,
    READING,
    Words,
    any_case,
    any_of,
    fold_places,
    is_blank,
)
from build_tools.model import Span

BRACKETS = {"(": ")", "[": "]", "【": "】", "〔": "〕"}
INNER = r"[^,;.。;\n()]*"
PART, WHO = any_of(Words.PART), any_of(Words.WHO)
OF_THEM = rf"{READING}+\s+{any_of(Words.WHOLE)}\s+{any_of(Words.THEM)}"
# English ones with both commas; of a Chinese one the second still parts two clauses.
ASIDES = (rf",\s+(?:{WHO}|{PART}|{OF_THEM}){INNER},", rf",{PART}{INNER}(?=,)")


@dataclass(frozen=True, slots=True)
class Level:
    """One level: its stretch, its text with readings and inner levels blanked out, the readings on it."""

    span: Span
    text: str
    readings: tuple[int, ...]
    flat: tuple[Span, ...] = ()  # brackets and asides on it in which no clause ends

    def at(self, start: int, end: int) -> str:
        """The text between two places of the passage."""
        return self.text[start - self.span.start : end - self.span.start]


def blank_readings(text: str, readings: Sequence[Span]) -> str:
    """The passage folded, a mark in place of every character of a reading."""
    pieces, done = [], 0
    folded = fold_places(text)
    for span in readings:
        pieces += [folded[done : span.start], READING * (span.end - span.start)]
        done = span.end
    return "".join([*pieces, folded[done:]])


def levels_of(text: str, readings: Sequence[Span]) -> tuple[Level, ...]:
    """The whole passage, then each enclosure that holds readings; `readings` are in order.

    A value alone in brackets belongs to the name before them, and is read where that stands.
    """
    blanked = blank_readings(text, readings)
    enclosures = _enclosures(blanked)
    within = [_held(enclosure, readings) for enclosure in enclosures]
    apart = [not _is_flat(blanked, one, held) for one, held in zip(enclosures, within, strict=True)]
    inner = [
        Level(span, blanked[span.start : span.end], held)
        for span, held, is_apart in zip(enclosures, within, apart, strict=True)
        if is_apart
    ]
    taken = frozenset(index for level in inner for index in level.readings)
    flat = tuple(span for span, is_apart in zip(enclosures, apart, strict=True) if not is_apart)
    own = tuple(index for index in range(len(readings)) if index not in taken)
    return (Level(Span(0, len(text)), _hide(blanked, inner), own, flat), *inner)


def _held(enclosure: Span, readings: Sequence[Span]) -> tuple[int, ...]:
    first = bisect_left(readings, enclosure.start, key=lambda span: span.start)
    last = bisect_left(readings, enclosure.end, key=lambda span: span.start)
    return tuple(index for index in range(first, last) if readings[index].end <= enclosure.end)


def _is_flat(blanked: str, enclosure: Span, held: tuple[int, ...]) -> bool:
    """Whether an enclosure is read with the text around it: it has no reading, or only one, behind a name."""
    if not held:
        return True
    alone = is_blank(blanked[enclosure.start : enclosure.end])
    return alone and len(held) == 1 and not blanked[: enclosure.start].rstrip().endswith(READING)


def _hide(blanked: str, inner: Sequence[Level]) -> str:
    pieces, done = [], 0
    for level in inner:
        pieces += [blanked[done : level.span.start], HIDDEN * len(level.text)]
        done = level.span.end
    return "".join([*pieces, blanked[done:]])


def _enclosures(blanked: str) -> list[Span]:
    """Brackets and asides, the outermost, in order."""
    kept: list[Span] = []
    for span in sorted([*_brackets(blanked), *_asides(blanked)], key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _brackets(blanked: str) -> Iterator[Span]:
    open_: list[tuple[str, int]] = []
    for at, character in enumerate(blanked):
        if character in BRACKETS:
            open_.append((BRACKETS[character], at))
        elif open_ and open_[-1][0] == character:
            yield Span(open_.pop()[1], at + 1)


def _asides(blanked: str) -> Iterator[Span]:
    """Between two commas: `, including three children,`, `,其中3人为儿童`."""
    for source in ASIDES:
        for match in any_case(source).finditer(blanked):
            yield Span(match.start(), match.end())
