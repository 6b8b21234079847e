"""Two texts of one language side by side: the runs of words that both have, and what is between them.

Names and numbers are aligned by their place, so that a copy that has another in it is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from typing import NamedTuple

from build_tools.evidence.proving.swaps import NamedText
from build_tools.model import EntityId, Quantity, Span, Spans
from build_tools.text.letters import HAN
from build_tools.text.word_stems import stem_of
from build_tools.values import read_quantities

WORDS = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:['’-][^\W_{HAN}]+)*|[,，;；.。:：!！?？]")
CLAUSE_END = frozenset(",;.。:!?")
NAME, NUMBER, NONE = "a name of ", "a number", "none"  # what names of one kind, and numbers, are the same by
SHARE, MOST = 0.6, 0.75  # of the words of an account that nearly copies its quote, in long runs or in short


class Slot(NamedTuple):
    """A word, a Han character, a name or a number of a text, and what it is the same by."""

    same: str
    span: Span
    name: EntityId | None = None
    number: Quantity | None = None


@dataclass(frozen=True, slots=True)
class SlotChange:
    """What a copy has in place of some words of its original.

    `words` counts the shared words that follow, `before` those that precede; `is_apart` where the original
    has the end of a clause between the two runs.
    """

    given: tuple[Slot, ...]
    told: tuple[Slot, ...]
    words: int = 0
    before: int = 0
    is_apart: bool = False

    @property
    def is_flanked(self) -> bool:
        """Whether the words around it are copied on both sides, or more of them on the one that there is."""
        return not self.is_apart and bool(min(self.before, self.words) or max(self.before, self.words) > 1)


def copied_runs(given: Sequence[Slot], told: Sequence[Slot], least: int) -> list[Match]:
    """The runs of slots that both have; nothing where the text is no copy."""
    matcher = SequenceMatcher(None, [one.same for one in given], [one.same for one in told], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    copied, longest = sum(block.size for block in blocks), max((block.size for block in blocks), default=0)
    share = SHARE if longest >= least else MOST
    return blocks if copied >= share * len(told) else []


def changes_between(
    blocks: Sequence[Match], given: Sequence[Slot], told: Sequence[Slot]
) -> Iterator[SlotChange]:
    """What is between the runs; of the original, what is in the clause of the run that follows."""
    at = since = before = 0
    for block in blocks:
        shared = count_words(told[block.b : block.b + block.size])
        gap = given[at : block.a]
        new, apart = tuple(told[since : block.b]), at > 0 and _has_end(gap)
        yield SlotChange(_last_clause(gap), new, shared, before, apart)
        at, since, before = block.a + block.size, block.b + block.size, shared
    if blocks:
        yield SlotChange(_first_clause(given[at:]), tuple(told[since:]), 0, before)


def _has_end(slots: Sequence[Slot]) -> bool:
    return any(one.same in CLAUSE_END for one in slots)


def _first_clause(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    ends = (at for at, one in enumerate(slots) if one.same in CLAUSE_END)
    return tuple(slots[: next(ends, len(slots))])


def _last_clause(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    return _first_clause(slots[::-1])[::-1]


def slots_of(naming: NamedText) -> list[Slot]:
    """The names, the numbers and all other words of a text in their order, and its marks."""
    names = [Slot(NAME + naming.kinds.get(id, ""), span, name=id) for span, id in naming.places]
    taken = [one.span for one in names]
    read = (one for one in read_quantities(naming.text) if one.value is not None)
    numbers = [
        Slot(NUMBER if one.value else NONE, one.span, number=one)
        for one in read
        if not one.span.touches(taken)
    ]
    held = Spans.of([*taken, *(one.span for one in numbers)])
    words = (Span(*found.span()) for found in WORDS.finditer(naming.text))
    free = (span for span in words if not held.meet(span))
    plain = (Slot(stem_of(naming.text[span.start : span.end]), span) for span in free)
    return sorted((*names, *numbers, *plain), key=lambda one: one.span.start)


def count_words(slots: Sequence[Slot]) -> int:
    """How many of some slots are neither names nor numbers nor marks."""
    return sum(not (one.name or one.number or one.same in CLAUSE_END) for one in slots)


def without_end_mark(slots: Sequence[Slot]) -> Sequence[Slot]:
    """Tokens without the mark that ends them."""
    return slots[:-1] if slots and slots[-1].same in CLAUSE_END else slots
