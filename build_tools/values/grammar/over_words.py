"""Finds "over" and 近 that are no bound of a number: took over 14 depots, $3 over four years, 近五年."""

from __future__ import annotations

import re
from functools import cache

from build_tools.values.grammar.compiled import worded
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.tokens import TokenKind


@cache
def taking() -> re.Pattern[str]:
    """A verb that "over" belongs to: handed over 12 prisoners, took over 14 depots."""
    lists = load_lexicon().lists
    always, of_things = "|".join(lists["with_over"]), "|".join(lists["with_over_things"])
    return re.compile(rf"\b(?:(?P<always>{always})|{of_things}) ?\Z")


def is_of_sum(text: str, at: int) -> bool:
    """Whether "over" before a place is of a thing of so much: resigned over a $75,000 gift."""
    return bool(worded("of_a_sum").match(text, at))


def is_since(text: str, at: int) -> bool:
    """Whether a length of time behind a place is counted from something: over four long years ago."""
    return bool(re.match(r" [\w.,-]+ \w+ (?:ago|old|earlier|later|after|before|now)\b", text[at : at + 40]))


@cache
def lasting_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """For over four years, where $300 million over four years is how long it takes."""
    return (
        re.compile(
            r"(?:^|[^a-z0-9% ]|\b(?:for|in|after|of|than|just|well|little|lasted|took|spent|was|been)) ?\Z"
        ),
        re.compile(r" (?:ago|old|earlier|later|after|before|now)"),
    )


FAR = 40
COUNTS = frozenset({TokenKind.ARABIC, TokenKind.LARGE, TokenKind.ONE, TokenKind.TENS, TokenKind.HUNDRED})
YEAR_DIGITS = 4


def is_difference(lexed: Lexed, at: int, end: int) -> bool:
    """140,000 more than three months before: by how much, and no bound of the months."""
    before, token = lexed.tokens[at - 1] if at else None, lexed.tokens[at]
    if before is None or lexed.text[before.end : token.start] != " " or COUNTS.isdisjoint(before.kinds):
        return False
    written = lexed.text[before.start : before.end]
    words = lexed.small[end : end + FAR].split(" ", 3)[1:3]
    ago = len(words) > 1 and words[1].rstrip(".,;:") in load_lexicon().lists["times_before"]
    return ago and not (written.isdigit() and len(written) == YEAR_DIGITS)
