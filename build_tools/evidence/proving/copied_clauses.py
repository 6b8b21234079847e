"""Whether an account is clauses of its quote as they are."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.evidence.proving.proof_patterns import worded
from build_tools.language import Force, find_cues, governing
from build_tools.model import Span
from build_tools.text.folding import fold_plain

SUBJECT = 2  # spaces within the subject of a text
PREDICATE = 4  # spaces within what it copies
CLAUSE_ENDS = re.compile(r"\s*[.。!?;,:](?:\s+|(?![0-9]))")


@lru_cache(maxsize=256)
def is_copied(quote: str, ours: str) -> bool:
    """Whether our text copies whole clauses of the quote, or copies them behind a subject that we add.

    >>> is_copied("他称，没有接到预警，但侯某否认", "没有接到预警。"), is_copied("他没有接到预警", "接到预警")
    (True, False)
    >>> is_copied("局长在会上说，船上无人受伤，酒驾已排除", "局长说，船上无人受伤")
    True
    >>> is_copied("He was not sorry and might stay had he not lost", "Li might stay had he not lost.")
    True
    """
    theirs, own = (CLAUSE_ENDS.sub("|", fold_plain(one)).strip("| ") for one in (quote, ours))
    before, found, _ = f"{theirs}|".partition(f"{own}|")
    whole = bool(found) and not find_cues(before.rpartition("|")[2])
    return whole or _is_copied_predicate(quote, ours.strip(" .")) or _is_copied_saying(quote, ours)


def _is_copied_saying(quote: str, ours: str) -> bool:
    """Whether our text is a name, a verb of saying and then clauses of a quote as they are."""
    spoken, _, said = fold_plain(ours).partition(",")
    last = next((cue for cue in reversed(find_cues(spoken)) if cue.span.end == len(spoken)), None)
    return bool(said) and last is not None and last.force is Force.SPEECH and is_copied(quote, said)


def _is_copied_predicate(quote: str, ours: str) -> bool:
    """Whether a quote has all but the first words of an English text, and nothing else there governs them."""
    for lead in re.finditer(r"\s", ours):
        rest = ours[lead.end() :]
        if ours[: lead.start()].count(" ") > SUBJECT or rest.count(" ") < PREDICATE:
            return False
        at = quote.find(f" {rest}") + 1
        behind = quote[at + len(rest) :]
        if at and not behind[:1].isalnum() and not worded("exception").match(behind):
            run = Span(at, at + len(rest))
            first = Span(at, at + len(rest.split()[0]))
            return all(cue.span.is_within([run]) for cue in governing(quote, first))
    return False
