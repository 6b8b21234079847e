"""Scope: the cues of a sentence that govern a stretch of it.

A negation or a modal word governs what follows it to the end of its clause, but not past the 的 of its
relative clause, nor what "who" or 透露 presupposes. A verb that takes a statement governs the statement, over
a quotation whole; where nothing follows, it governs the words before. A word inside a quotation governs
within it. Of two negations of which one governs the other neither is left.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.language.clauses import joined_sentences
from build_tools.language.cue_kinds import NEGATIVE, Cue
from build_tools.language.cues import find_cues
from build_tools.language.reach import reach_of
from build_tools.model import Span


def governing(text: str, target: Span, cues: Sequence[Cue] | None = None) -> tuple[Cue, ...]:
    """The cues outside a stretch of text that govern any of it, in the order of the text.

    >>> text = "Meta并未收购Scale，而是投资了它"
    >>> [cue.raw for cue in governing(text, Span(6, 8))], governing(text, Span(16, 18))
    (['并未'], ())
    """
    given = find_cues(text) if cues is None else tuple(cues)
    if not given:
        return ()
    around = [span for span in joined_sentences(text) if span.meets(target)]
    near = tuple(cue for cue in given if cue.span.is_within(around))
    found = [
        cue for cue in near if not cue.span.is_within([target]) and target.touches(reach_of(text, cue, near))
    ]
    return without_double_negatives(text, found, near)


def without_double_negatives(text: str, found: Sequence[Cue], cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The cues without each two negations of which one governs the other: 没有否认, not without."""
    cancelled: set[Cue] = set()
    negative = [cue for cue in found if cue.force in NEGATIVE]
    for at in range(len(negative) - 1, 0, -1):
        inner, outer = negative[at], negative[at - 1]
        if inner in cancelled or inner.raw.lower() in ("nor", "neither"):
            continue
        if _covers(text, outer, inner, cues) or _covers(text, inner, outer, cues):
            cancelled |= {inner, outer}
    return tuple(cue for cue in found if cue not in cancelled)


def _covers(text: str, outer: Cue, inner: Cue, cues: tuple[Cue, ...]) -> bool:
    return inner.span.is_within(reach_of(text, outer, cues))
