"""Places in a row: the tenth, 32nd place, third-largest."""

from __future__ import annotations

from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numeral import LAST_RANK, Numeral
from build_tools.values.grammar.tokens import TokenKind

TEN = 10


def ordinal_at(lexed: Lexed, at: int) -> Numeral | None:
    """The tenth, 32nd place: a rank. First to ninth are one only where the words rank something."""
    token, tokens = lexed.tokens[at], lexed.tokens
    if token.is_(TokenKind.ARABIC):
        ending = lexed.small[token.end : token.end + 2]
        if ending not in ("st", "nd", "rd", "th") or lexed.text[token.end + 2 : token.end + 3].isalnum():
            return None
        value, end, stop = token.words[0].number, token.end + 2, at + 1
    else:
        word = token.as_(TokenKind.ORDINAL)
        if not word:
            return None
        value, end, stop = word.number, token.end, at + 1
        if value < TEN and not _is_ranked(lexed, at) and not _tail(lexed, end):
            return None
    if lexed.small.startswith(" century", end) or value != int(value):
        return None
    if lexed.small.startswith(" place", end) and not lexed.small[end + 6 : end + 7].isalpha():
        end += 6
    unit = "rank"
    if tail := _tail(lexed, end):
        unit, end = LAST_RANK, end + len(tail)
    while stop < len(tokens) and tokens[stop].start < end:
        stop += 1
    return Numeral(token.start, end, value, unit=unit, first=at, stop=stop)


def _tail(lexed: Lexed, end: int) -> str:
    """The words that count it from the end: second to last."""
    return next((tail for tail in load_lexicon().lists["from_last"] if _closes(lexed, end, tail)), "")


def _closes(lexed: Lexed, end: int, tail: str) -> bool:
    return (
        lexed.small.startswith(tail, end) and not lexed.small[end + len(tail) : end + len(tail) + 1].isalpha()
    )


def _is_ranked(lexed: Lexed, at: int) -> bool:
    """Third-largest, finished second, fifth place; or the words are the whole text."""
    token, tokens = lexed.tokens[at], lexed.tokens
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and lexed.text[following.start : following.end] == "-" and at + 2 < len(tokens):
        following = tokens[at + 2]
    if following and following.is_(TokenKind.SUPERLATIVE) and following.start - token.end == 1:
        return True
    before = tokens[at - 1] if at else None
    if before and before.is_(TokenKind.RANKED) and token.start - before.end <= 2:
        return True
    return token.end - token.start == len(lexed.text.strip())
