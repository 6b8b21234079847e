"""Numbers of dates in English words: the twenty-fifth, nineteen ninety-six, two thousand and fifteen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from build_tools.values.grammar.tokens import Token, TokenKind

THOUSAND, CENTURY = 1000, 100
JOINED = frozenset({"", " ", "-"})


class Number(NamedTuple):
    """What a run of tokens is worth, and how many they are; `nth` is a rank, `pair` two neighbours."""

    tokens: int
    value: int
    nth: bool = False
    pair: tuple[int, int] | None = None
    year: bool = False


def number_in_words(text: str, tokens: Sequence[Token], at: int) -> Number | None:
    """The number that begins at a token, as far as a day or a year goes."""
    first = _small(text, tokens, at)
    if first is None:
        return None
    after = at + first.tokens
    if first.nth or not _touch(text, tokens, after):
        return first
    if first.value == 2 and _value(tokens[after], TokenKind.LARGE) == THOUSAND:
        return _thousands(text, tokens, at, after)
    second = _small(text, tokens, after) if 15 <= first.value <= 20 else None
    if second and not second.nth and second.value >= 10:
        return Number(first.tokens + second.tokens, first.value * CENTURY + second.value, year=True)
    return first


def _thousands(text: str, tokens: Sequence[Token], at: int, after: int) -> Number:
    """Two thousand, two thousand and fifteen."""
    more = after + 1
    if _touch(text, tokens, more) and tokens[more].is_(TokenKind.AND):
        more += 1
    rest = _small(text, tokens, more) if _touch(text, tokens, more) else None
    if rest and not rest.nth:
        return Number(more + rest.tokens - at, 2 * THOUSAND + rest.value, year=True)
    return Number(after + 1 - at, 2 * THOUSAND)  # two thousand people are more common than the year


def _small(text: str, tokens: Sequence[Token], at: int) -> Number | None:
    """Below a hundred: five, fifteen, twenty, twenty-five, twenty-fifth."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    for kind, nth in ((TokenKind.ONE, False), (TokenKind.TEEN, False), (TokenKind.ORDINAL, True)):
        value = _value(token, kind)
        if value is not None and value < CENTURY:
            return Number(1, value, nth)
    tens = _value(token, TokenKind.TENS)
    if tens is None:
        return None
    more = at + 2 if text[token.end : token.end + 1] == "-" else at + 1
    if more < len(tokens) and tokens[more].start == token.end + 1:
        for kind, nth in ((TokenKind.ONE, False), (TokenKind.ORDINAL, True)):
            value = _value(tokens[more], kind)
            if value is not None and value < 10:
                return Number(more + 1 - at, tens + value, nth)
    return Number(1, tens)


def _value(token: Token, kind: TokenKind) -> int | None:
    word = token.as_(kind)
    return int(word.number) if word else None


def _touch(text: str, tokens: Sequence[Token], at: int) -> bool:
    return 0 < at < len(tokens) and text[tokens[at - 1].end : tokens[at].start] in JOINED
