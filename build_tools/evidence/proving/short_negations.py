"""Negations of which a text leaves the words out, or has them in another order than an account."""

from __future__ import annotations

import re

from build_tools.language import find_cues, reach_of
from build_tools.language.cue_kinds import NEGATIVE

ENDS = re.compile(r"\W*$")
WORD = re.compile(r"[a-z]+")


def negate_alike(quote: str, ours: str) -> bool:
    """Whether two English texts negate the same word, or the quote only says "it did not" of what it said.

    >>> negate_alike("money that it does not have", "It does not have the money")
    True
    >>> negate_alike("Whether it knew is open; it said it did not.", "It did not know of it.")
    True
    """
    return bool(_negated_words(quote) & _negated_words(ours)) or _says_it_did_not(quote, ours)


def _negated_words(text: str) -> frozenset[str]:
    """The English word right behind the only negation of a text: have, in "does not have it"."""
    all_ = find_cues(text)
    cues = [cue for cue in all_ if cue.force in NEGATIVE and reach_of(text, cue, all_)]
    behind = WORD.match(text[cues[0].span.end :].strip().lower()) if len(cues) == 1 else None
    return frozenset({behind[0]}) if behind else frozenset()


def _says_it_did_not(quote: str, ours: str) -> bool:
    short = any(cue.force in NEGATIVE and ENDS.match(quote, cue.span.end) for cue in find_cues(quote))
    return short and any(cue.force in NEGATIVE for cue in find_cues(ours))
