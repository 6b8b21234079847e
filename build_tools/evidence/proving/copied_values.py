"""A value that is copied out of the quote with words around it: another 3,500, 时速达104公里."""

from __future__ import annotations

import re

from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.language import find_cues
from build_tools.language.cue_kinds import NEGATIVE
from build_tools.model import DateValue, Quantity, Reading
from build_tools.text.letters import HAN_LETTER

CLAUSES = re.compile(r"[，；。;]|,\s")
MOST = {True: 6, False: 24}  # letters around a value, in Chinese and in other words


def copied_quantity(words: str, passage: Passage) -> Quantity | None:
    """The figure of the quote that is the only value in some of its words."""
    found = _only_value(words, passage)
    return found if isinstance(found, Quantity) else None


def copied_date(words: str, passage: Passage) -> DateValue | None:
    """The date of the quote that is the only value in some of its words."""
    found = _only_value(words, passage)
    return found if isinstance(found, DateValue) else None


def _only_value(words: str, passage: Passage) -> Reading | None:
    """The one reading of the quote in words copied from it, which neither cut it nor negate it."""
    if CLAUSES.search(words) or any(cue.force in NEGATIVE for cue in find_cues(words)):
        return None
    for place in passage.places((words,)):
        inside = [one for one in passage.values if one.span.touches([place])]
        if len(inside) == 1 and inside[0].span.is_within([place]) and _is_near(words, inside[0]):
            return inside[0]
    return None


def _is_near(words: str, value: Reading) -> bool:
    return len(words) - len(value.raw) <= MOST[bool(HAN_LETTER.search(words))]
