"""The grammar of English numerals: two hundred and five, one point five million, hundreds of thousands."""

from __future__ import annotations

import re
from decimal import Decimal

from build_tools.model import Interval, Qualifier
from build_tools.values.grammar.cardinals import (
    HUNDRED,
    MILLION,
    SMALL,
    TEN,
    TWENTY,
    Cardinal,
    behind_stroke,
    cardinal_at,
    joined_token,
    word_as,
)
from build_tools.values.grammar.english_parts import ONCE, fraction_of, mixed_number, one_over, part_at
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.numeral import (
    ONE,
    Numeral,
    coarse_place,
)
from build_tools.values.grammar.tokens import Token, TokenKind

ONLY = re.compile(r"(?<!the )\b(?:only|just) $")
COUNTED = frozenset(
    {
        TokenKind.ARABIC,
        TokenKind.LETTER,
        TokenKind.LARGE,
        TokenKind.UNIT,
        TokenKind.CURRENCY_AFTER,
        TokenKind.REPEATED,
    }
)
FEW = Interval(Decimal(2), Decimal(10), high_open=True)


def english_at(lexed: Lexed, at: int) -> Numeral | None:
    """The numeral that begins with this token, if one does.

    >>> from build_tools.values.grammar.lexer import lex
    >>> texts = ("two hundred and five", "three-quarters of a million", "a half-dozen")
    >>> [f"{one.value:.0f}" for text in texts if (one := english_at(lex(text), 0))]
    ['205', '750000', '6']
    """
    token = lexed.tokens[at]
    if (token.is_(TokenKind.MANY) or token.is_(TokenKind.SEVERAL)) and (many := _many(lexed, at)):
        return many
    if part := part_at(lexed, at):
        return part
    cardinal = cardinal_at(lexed, at)
    if cardinal is None:
        return _article(lexed, at)
    return _continued(lexed, at, cardinal)


def _article(lexed: Lexed, at: int) -> Numeral | None:
    """The `a` of `less than a year` and `an hour and a half`."""
    token, behind = lexed.tokens[at], joined_token(lexed, at + 1, frozenset({" "}))
    unit = behind.as_(TokenKind.UNIT) if behind else None
    article = token.as_(TokenKind.ARTICLE)
    if not article or article.name == "the" or not unit or _is_rate(lexed, at):
        return None
    if unit.name not in ONCE and not (unit.name == "second" and _is_bounded(lexed, at)):
        return None
    return Numeral(token.start, token.end, ONE, weak=True, first=at, stop=at + 1)


def _is_bounded(lexed: Lexed, at: int) -> bool:
    """The second of `less than a second`, where `a second` alone may be another one."""
    return at > 0 and lexed.tokens[at - 1].is_(TokenKind.BEFORE)


def _is_rate(lexed: Lexed, at: int) -> bool:
    """The year of $35m a year, the day of twice a day: by which the number before it counts."""
    before = lexed.tokens[at - 1] if at else None
    return (
        before is not None
        and before.end + 1 == lexed.tokens[at].start
        and not COUNTED.isdisjoint(before.kinds)
    )


def _continued(lexed: Lexed, at: int, cardinal: Cardinal) -> Numeral | None:
    """The cardinal with its decimals, its fraction, its dozen or its rank."""
    token, index = behind_stroke(lexed, cardinal.stop)
    spoken = _spoken(lexed, at, cardinal, index) if token and token.is_(TokenKind.POINT) else None
    if spoken:
        return spoken
    if dozen := word_as(token, TokenKind.DOZEN):
        return _of(lexed, at, cardinal.value * dozen.number, index + 1)
    if rank := _rank(lexed, at, cardinal, token, index):
        return rank
    if mixed := mixed_number(lexed, at, cardinal):
        return mixed
    if fraction := fraction_of(lexed, at, cardinal, index):
        return fraction
    if over := one_over(lexed, at, cardinal):
        return over
    if not cardinal.digits or cardinal.stop > at + 1:
        return _of(lexed, at, cardinal.value, cardinal.stop, cardinal.size, cardinal.digits)
    return None


def _rank(lexed: Lexed, at: int, cardinal: Cardinal, token: Token | None, index: int) -> Numeral | None:
    """Twenty-fifth, one hundred and twenty-first, three trillionth: a place in a row."""
    joined = index
    if token and token.is_(TokenKind.AND):
        token, joined = behind_stroke(lexed, index + 1)
    word = word_as(token, TokenKind.ORDINAL)
    if not token or not word or cardinal.digits or lexed.small[token.end : token.end + 1].isalpha():
        return None
    ones, tens = cardinal.value % TEN, cardinal.value % HUNDRED
    if word.number >= HUNDRED:
        value = cardinal.value * word.number if joined == index and cardinal.value > 1 else None
    elif word.number < TEN and tens >= TWENTY and not ones and joined == index:
        value = cardinal.value + word.number
    else:
        value = cardinal.value + word.number if not tens and cardinal.value >= HUNDRED else None
    if value is None:
        return None
    tokens = lexed.tokens
    return Numeral(tokens[at].start, token.end, value, unit="rank", first=at, stop=joined + 1)


def _of(lexed: Lexed, at: int, value: Decimal, stop: int, size: Decimal = ONE, digits: str = "") -> Numeral:
    """A numeral as fine as its digits would be."""
    tokens = lexed.tokens
    place, decimal = size if size >= MILLION else ONE, False
    if digits and stop == at + 2 and size > 1:
        fraction = digits.partition(".")[2]
        place, decimal = size.scaleb(-len(fraction)), bool(fraction)
    coarse = coarse_place(value, place, decimal)
    weak = (
        stop == at + 1
        and not _is_only(lexed, tokens[at].start, tokens[stop - 1].end)
        and lexed.small[tokens[at].start : tokens[at].end]
        in (
            "one",
            "zero",
            "nought",
            "naught",
        )
    )
    return Numeral(
        tokens[at].start, tokens[stop - 1].end, value, place, coarse, size, weak=weak, first=at, stop=stop
    )


def _is_only(lexed: Lexed, start: int, end: int) -> bool:
    """Only one of the 12: how many; but the only one of its kind."""
    return lexed.small[end : end + 4] in ("", " of ") and bool(ONLY.search(lexed.small, 0, start))


def _spoken(lexed: Lexed, at: int, cardinal: Cardinal, point: int) -> Numeral | None:
    """One point five, two hundred point seventy-one."""
    digits, index = "", point + 1
    while (word := word_as(joined_token(lexed, index), *SMALL)) and not (
        word.kind is TokenKind.TENS and digits
    ):
        digits += str(word.number)
        index += 1
        if word.kind is TokenKind.TENS:
            following, found = behind_stroke(lexed, index)
            if one := word_as(following, TokenKind.ONE):
                digits, index = str(word.number + one.number), found + 1
            break
    if not digits:
        return None
    value = cardinal.value + Decimal(f"0.{digits}")
    large = word_as(joined_token(lexed, index), TokenKind.LARGE)
    size, index = (large.number, index + 1) if large else (ONE, index)
    place = size.scaleb(-len(digits))
    tokens = lexed.tokens
    return Numeral(
        tokens[at].start, tokens[index - 1].end, value * size, place, place, size, first=at, stop=index
    )


def _many(lexed: Lexed, at: int) -> Numeral | None:
    """Hundreds of millions, several hundred, dozens of; a few, which needs a unit."""
    tokens = lexed.tokens
    start = tokens[at].start
    if many := word_as(tokens[at], TokenKind.MANY):
        of = word_as(joined_token(lexed, at + 1, frozenset({" of "})), TokenKind.MANY)
        stop = at + 2 if of else at + 1
        if lexed.small[max(0, start - 4) : start] in ("the ", "his "):
            return None
        size = many.number * (of.number if of else ONE)
        return _vague(start, tokens[stop - 1].end, size, at, stop)
    token, index = behind_stroke(lexed, at + 1)
    size_word = word_as(token, TokenKind.HUNDRED, TokenKind.LARGE, TokenKind.DOZEN)
    if size_word:
        return _vague(start, tokens[index].end, size_word.number, at, index + 1)
    unit = token.as_(TokenKind.UNIT) if token else None
    if lexed.small.startswith("multi", start) and (not unit or not unit.name.endswith("watt")):
        return None
    return Numeral(
        start,
        tokens[at].end,
        None,
        qualifier=Qualifier.SEVERAL,
        asserted=FEW,
        weak=True,
        first=at,
        stop=at + 1,
    )


def _vague(start: int, end: int, size: Decimal, at: int, stop: int) -> Numeral:
    within = Interval(size, size * TEN, high_open=True)
    return Numeral(start, end, None, size, size, size, Qualifier.SEVERAL, within, first=at, stop=stop)
