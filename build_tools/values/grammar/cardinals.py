"""Whole numbers in English words, alone or after digits: 4 thousand 3 hundred and 21."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.numeral import (
    ONE,
)
from build_tools.values.grammar.tokens import Token, TokenKind, Word

ZERO, TEN, TWENTY, HUNDRED, THOUSAND = map(Decimal, (0, 10, 20, 100, 1000))
MILLION = Decimal(10**6)
INFINITY = Decimal("Infinity")
SMALL = (TokenKind.ONE, TokenKind.TEEN, TokenKind.TENS)
MEASURES = frozenset({TokenKind.UNIT, TokenKind.SMALL_MONEY, TokenKind.CURRENCY_AFTER})
LINKS = frozenset({" ", "-", "  ", "   ", " - "})


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A whole number in words, as far as it goes."""

    value: Decimal
    stop: int
    size: Decimal = ONE  # of the words that close it
    digits: str = ""


def joined_token(lexed: Lexed, index: int, links: frozenset[str] = LINKS) -> Token | None:
    """The token at an index, where only a space or a stroke parts it from the one before."""
    tokens = lexed.tokens
    if index >= len(tokens):
        return None
    if not index:
        return tokens[index]
    gap = lexed.text[tokens[index - 1].end : tokens[index].start]
    return tokens[index] if not gap or gap in links else None


def behind_stroke(lexed: Lexed, index: int) -> tuple[Token | None, int]:
    """The token at an index or, where that is a lone stroke, the one behind it."""
    token = joined_token(lexed, index)
    if token and lexed.text[token.start : token.end] == "-":
        return joined_token(lexed, index + 1), index + 1
    return token, index


def word_as(token: Token | None, *kinds: TokenKind) -> Word | None:
    if token is None:
        return None
    return next((word for word in token.words if word.kind in kinds), None)


@dataclass(slots=True)
class Count:
    """A whole number as far as it is read; what is next must be below `room`."""

    index: int
    total: Decimal = ZERO
    group: Decimal = ZERO
    large: Decimal = INFINITY  # the least of the large words so far
    room: Decimal = INFINITY
    size: Decimal = ONE
    digits: str = ""
    seen: bool = False
    hundred: bool = False
    sum_of_money: bool = False  # its currency stands before it


def cardinal_at(lexed: Lexed, at: int) -> Cardinal | None:
    """Number words, or digits with number words after them: 4 thousand 3 hundred and 21."""
    led = lexed.tokens[at - 1] if at else None
    touches = led is not None and led.is_(TokenKind.CURRENCY_BEFORE) and lexed.tokens[at].start - led.end <= 1
    count = Count(at, sum_of_money=touches)
    while _goes_on(lexed, at, count):
        count.seen = True
    if not count.seen:
        return None
    size = count.size if count.size >= THOUSAND else ONE
    return Cardinal(count.total + count.group, count.index, size, digits=count.digits)


def _goes_on(lexed: Lexed, at: int, count: Count) -> bool:
    """Whether the next word belongs to the number; if so it is counted."""
    token, found = behind_stroke(lexed, count.index) if count.seen else (lexed.tokens[at], at)
    word = word_as(token, *SMALL, TokenKind.ARABIC, TokenKind.HUNDRED, TokenKind.LARGE, TokenKind.ARTICLE)
    joined = False
    if count.seen and token and (word is None or word.kind is TokenKind.ARTICLE):
        further = _after_and(lexed, found) if count.room >= HUNDRED else None
        if further is None:
            return False
        (token, found), joined = further, True
        word = word_as(token, *SMALL, TokenKind.ARABIC)
    if token is None or word is None:
        return False
    match word.kind:
        case TokenKind.ARTICLE:
            return _article(lexed, found, word, count)
        case TokenKind.HUNDRED:
            return _hundred(lexed, at, found, count)
        case TokenKind.LARGE:
            return _large(lexed, at, found, word, count)
        case _:
            return _small(lexed, found, word, count, joined)


def _article(lexed: Lexed, found: int, word: Word, count: Count) -> bool:
    if count.seen or not _counts(lexed, found, word):
        return False
    count.group, count.room, count.index = ONE, ZERO, found + 1
    return True


def _small(lexed: Lexed, found: int, word: Word, count: Count, joined: bool) -> bool:
    arabic = word.kind is TokenKind.ARABIC
    if arabic and count.seen and ((not joined and not _is_spaced(lexed, found)) or word.number % 1):
        return False
    if count.digits and not arabic and not joined and not _is_multiplied(lexed, found):
        return False  # €12 million two days earlier
    if not _fits(word, count.room, count.seen) or (
        joined and (_is_other_number(lexed, found, word, count.room) or _is_other_amount(lexed, found, count))
    ):
        return False
    count.group += word.number
    count.room = TEN if word.kind is TokenKind.TENS else ZERO
    count.digits = word.name if arabic and not count.seen else count.digits
    count.size, count.index = ONE, found + 1
    return True


def _is_other_amount(lexed: Lexed, found: int, count: Count) -> bool:
    """HK$1 million and three years, 2 million and 30 cars: what has its own unit is another amount."""
    if count.size < THOUSAND or not (count.digits or count.sum_of_money):
        return False
    token = lexed.tokens[found]
    behind = behind_stroke(lexed, found + 1)[0]
    counted = behind is not None and not behind.kinds.isdisjoint(MEASURES)
    return counted or (count.sum_of_money and lexed.small[token.end : token.end + 2].strip(" -").isalpha())


def _is_multiplied(lexed: Lexed, found: int) -> bool:
    """Whether a number word is followed by a hundred or more: 4 thousand three hundred."""
    behind = (joined_token(lexed, index) for index in range(found + 1, found + 3))
    return any(word_as(token, TokenKind.HUNDRED, TokenKind.LARGE) for token in behind)


def _hundred(lexed: Lexed, at: int, found: int, count: Count) -> bool:
    if (count.seen and count.group >= HUNDRED and not count.digits) or count.hundred:
        return False
    if not count.seen and not _bare(lexed, at):
        return False
    count.group, count.room, count.hundred = (count.group or ONE) * HUNDRED, HUNDRED, True
    count.size, count.index = HUNDRED, found + 1
    return True


def _large(lexed: Lexed, at: int, found: int, word: Word, count: Count) -> bool:
    if (not count.seen and not _bare(lexed, at)) or (word.number >= count.large and count.group):
        return False
    if count.group or not count.total:
        count.total, count.size = count.total + (count.group or ONE) * word.number, word.number
    elif word.number < count.size:
        return False
    else:
        count.total, count.size = count.total * word.number, count.size * word.number
    count.large, count.group, count.room = min(word.number, count.large), ZERO, word.number
    count.hundred, count.index = False, found + 1
    return True


def _is_spaced(lexed: Lexed, index: int) -> bool:
    return lexed.text[lexed.tokens[index - 1].end : lexed.tokens[index].start] == " "


def _after_and(lexed: Lexed, index: int) -> tuple[Token, int] | None:
    """What is after `and` or a comma with `and`."""
    token = joined_token(lexed, index, LINKS | {", "})
    if not token or not token.is_(TokenKind.AND):
        return None
    following = joined_token(lexed, index + 1)
    return (following, index + 1) if following else None


def _counts(lexed: Lexed, at: int, word: Word) -> bool:
    """Whether `a` is the one of a hundred, a million."""
    following = joined_token(lexed, at + 1)
    return word.name != "the" and word_as(following, TokenKind.HUNDRED, TokenKind.LARGE) is not None


def _bare(lexed: Lexed, at: int) -> bool:
    """Hundred thousand dollars; million alone is no number, nor is hundred."""
    token, following = lexed.tokens[at], joined_token(lexed, at + 1)
    singular = not lexed.small[token.start : token.end].endswith("s")
    return singular and word_as(following, TokenKind.LARGE) is not None and token.is_(TokenKind.HUNDRED)


def _fits(word: Word, room: Decimal, seen: bool) -> bool:
    return not seen or (room > word.number and not (room == TEN and word.kind is not TokenKind.ONE))


def _is_other_number(lexed: Lexed, index: int, word: Word, room: Decimal) -> bool:
    """3 hundred and 2 hundred, one million and two billion: what follows `and` is counted by itself."""
    following = word_as(behind_stroke(lexed, index + 1)[0], TokenKind.HUNDRED, TokenKind.LARGE)
    if word.kind is TokenKind.TENS and following is None:
        after = behind_stroke(lexed, index + 1)
        following = word_as(after[0], TokenKind.ONE) and word_as(
            behind_stroke(lexed, after[1] + 1)[0], TokenKind.HUNDRED, TokenKind.LARGE
        )
    if following is None:
        part = word_as(behind_stroke(lexed, index + 1)[0], TokenKind.PART)
        return word.number == 0 or (part is not None and word.kind is TokenKind.ONE)
    if following.kind is TokenKind.LARGE and room == HUNDRED:
        return False  # two hundred and two thousand
    return word.number * following.number >= room
