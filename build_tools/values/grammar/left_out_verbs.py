"""Names beside numbers that count for them, in clauses that leave out the verb."""

from __future__ import annotations

import re

from build_tools.values.grammar.compiled import pattern

# The Front 45 seats, the League 38.
LIST_OF_NAMES = (
    r"\b[Tt]he [A-Z][A-Za-z]* [0-9][0-9,.]*(?: [a-z]+)?"
    r"(?:, |,? and |; )(?:and )?the (?:[A-Z][A-Za-z]* ){1,2}\Z"
)
# Renewal took 66 of the 150 seats, and the Front 45.
GAPPED = (
    r"[a-z] [0-9][0-9,.]*[^0-9A-Za-z.;][^.;]*(?:, (?:and |while |but )?(?:the )?|,? and the )[A-Z][a-z]+ \Z"
)
ENDS_CLAUSE = r"(?: each)?(?:[.;,](?![0-9])|$)"


def leaves_out_verb(text: str, start: int, end: int) -> bool:
    """Whether a number behind a name is what the name has: the Front 45 seats, the League 38.

    >>> text = "Renewal took 66 seats, and the Front 45."
    >>> leaves_out_verb(text, 37, 39), leaves_out_verb("the Boeing 737", 11, 14)
    (True, False)
    """
    if pattern(LIST_OF_NAMES).search(text[max(0, start - 60) : start]):
        return True
    ends = pattern(ENDS_CLAUSE, re.MULTILINE).match(text, end)
    return bool(ends and pattern(GAPPED).search(text[max(0, start - 120) : start]))
