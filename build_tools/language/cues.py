"""Cues: the words of a text that deny, plan, suppose, pass on or say something."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from build_tools.language.cue_kinds import Cue
from build_tools.language.sentence_patterns import worded
from build_tools.language.tables import CuePart, level_letters, load_cues
from build_tools.language.telling_apart import is_cue
from build_tools.model import Span
from build_tools.text.folding import fold_small
from build_tools.text.form_search import FoundForm, longest, occurrences


@lru_cache(maxsize=1024)
def find_cues(text: str) -> tuple[Cue, ...]:
    """Every cue of a text, in its order; of two that overlap the first, or else the longest.

    >>> [f"{cue.raw} {cue.force}" for cue in find_cues("Meta並未證實，不僅如此，將於明年收購")]
    ['並未 negation', '證實 speech', '將 plan']
    >>> [f"{cue.raw} {cue.force}" for cue in find_cues("任可否认公司收到报告, 法院可否认定")]
    ['否认 denial', '可否 supposition', '认定 speech']
    >>> [f"{cue.raw} {cue.force}" for cue in find_cues("It won’t close in May, but it may")]
    ['wo plan', 'n’t negation', 'may supposition']
    """
    leveled = level_letters(text)
    split = {one.span() for one in worded("whether_of_denial").finditer(leveled)}
    forms = occurrences(load_cues().forms, text, fold_small(text))
    found = [one for one in forms if (one.start, one.end) not in split]
    return tuple(cue for one in longest(found) for cue in _cues_of(text, leveled, one))


def _cues_of(text: str, leveled: str, found: FoundForm) -> Iterator[Cue]:
    """The cues that one word holds: one, two, or none where it is another word there."""
    for part in load_cues().rows[found.form]:
        span = _span_of(part, leveled, found)
        if is_cue(text, leveled, span, part):
            yield Cue(part.force, span, text[span.start : span.end], part.reach)


def _span_of(part: CuePart, leveled: str, found: FoundForm) -> Span:
    start = leveled.find(part.letters, found.start, found.end) if part.letters else -1
    return Span(start, start + len(part.letters)) if start >= 0 else Span(found.start, found.end)
