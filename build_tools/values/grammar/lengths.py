"""Whether a number counts periods: three consecutive quarters, the past three quarters."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon

PARTS_OF_YEAR = 3
NEAR = 16
OF_SOMETHING = (" of the ", " of a", " of its ", " of their ")


@cache
def words_between() -> frozenset[str]:
    """What may be between a number and its unit: three consecutive quarters."""
    return frozenset(f" {word} " for word in load_lexicon().lists["between_unit"])


def are_of_year(lexed: Lexed, start: int, end: int, above: Decimal) -> bool:
    """Two quarters of growth, the past three quarters: a time; three quarters of the votes is a share."""
    words, rest = lexed.small[max(0, start - NEAR) : start].split(), lexed.small[end : end + NEAR]
    if words and words[-1] in load_lexicon().lists["which_times"]:
        return True
    return above != PARTS_OF_YEAR and not rest.startswith(OF_SOMETHING)
