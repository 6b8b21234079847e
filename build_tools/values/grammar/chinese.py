"""The grammar of Chinese numerals, alone or with Arabic digits: 四十七亿八千余万, 2亿3千多万, 二三十."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from build_tools.model import Interval, Qualifier
from build_tools.values.grammar.characters import DIGITS, TWO
from build_tools.values.grammar.chinese_run import WIDEST, Run, gathered
from build_tools.values.grammar.chinese_worth import (
    BY_DIGITS,
    PARTS,
    TEN,
    ZERO,
    Part,
    closing_scale,
    with_pairs,
    worth_of,
    written_place,
)
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numeral import ONE, Numeral, coarse_place
from build_tools.values.grammar.tokens import TokenKind


def chinese_at(lexed: Lexed, at: int) -> Numeral | None:
    """The numeral that begins with this token, if one does.

    >>> from build_tools.values.grammar.lexer import lex
    >>> texts = ("四十七亿八千余万", "2亿3千多万", "两个亿", "百八十万")
    >>> found = [chinese_at(lex(text), 0) for text in texts]
    >>> [str(one.value) for one in found if one]
    ['4780000000', '230000000', '200000000', '1800000']
    """
    if plain := _alone(lexed, at):
        return plain
    run = gathered(lexed, at)
    if not run.parts:
        return None
    start = lexed.tokens[at].start
    if _is_by_digits(run.parts):
        return _positional(run, start, at)
    return _counted(run, lexed, at)


def _alone(lexed: Lexed, at: int) -> Numeral | None:
    """Arabic digits or one digit with no word of a numeral behind them, which most are."""
    token = lexed.tokens[at]
    arabic = token.words[0]
    if (arabic.kind is not TokenKind.ARABIC or "," in arabic.name) and (
        arabic.kind is not TokenKind.DIGIT or not arabic.number
    ):
        return None
    behind = lexed.tokens[at + 1] if at + 1 < len(lexed.tokens) else None
    if behind and behind.start - token.end <= WIDEST and not behind.kinds.isdisjoint(PARTS):
        return None
    if lexed.text.startswith(load_lexicon().lists["hundred_million_pieces"], token.end):
        return None
    if arabic.kind is TokenKind.DIGIT:
        return Numeral(token.start, token.end, arabic.number, weak=True, first=at, stop=at + 1)
    fraction = arabic.name.partition(".")[2]
    place = ONE.scaleb(-len(fraction)) if fraction else ONE
    coarse = coarse_place(arabic.number, place, bool(fraction))
    return Numeral(token.start, token.end, arabic.number, place, coarse, first=at, stop=at + 1)


def _is_by_digits(parts: Sequence[Part]) -> bool:
    digits = all(part.kind is TokenKind.DIGIT for part in parts) and TWO not in {part.text for part in parts}
    long = len(parts) >= BY_DIGITS or (len(parts) > 1 and parts[1].low == 0 and parts[0].low != 0)
    return digits and long


def _positional(run: Run, start: int, at: int) -> Numeral:
    value = Decimal("".join(str(part.low) for part in run.parts))
    return Numeral(start, run.end, value, coarse=coarse_place(value, ONE), weak=True, first=at, stop=run.stop)


def _counted(run: Run, lexed: Lexed, at: int) -> Numeral:
    start = lexed.tokens[at].start
    parts = with_pairs(run.parts)
    low, high = worth_of(parts, 0), worth_of(parts, 1)
    size = closing_scale(parts if not run.few else run.parts[run.before_few :])
    place, decimal = written_place(parts, size)
    basic = Numeral(
        start, run.end, low, place, coarse_place(low, place, decimal), size, run.more, first=at, stop=run.stop
    )
    if run.few is not None:
        return _few(basic, run, lexed)
    if low != high:
        within = Interval(low, high)
        return basic._replace(
            value=None, coarse=place, qualifier=Qualifier.RANGE, asserted=within, weak=len(run.parts) == 2
        )
    bare = run.parts[0].kind in (TokenKind.PLACE, TokenKind.SCALE) and run.parts[0].low > TEN
    return basic._replace(weak=_is_weak(run.parts), bare=bare)


def _is_weak(parts: Sequence[Part]) -> bool:
    text = "".join(part.text for part in parts)
    han = all(part.kind is not TokenKind.ARABIC for part in parts)
    if not han:
        return False
    bare = parts[0].kind is TokenKind.PLACE and parts[0].low > TEN and parts[-1].kind is TokenKind.DIGIT
    lists = load_lexicon().lists
    lone = len(text.removeprefix(DIGITS[0])) == 1 and text not in lists["zero_ten"]
    return lone or text in lists["maybe_number"] or bare


def _few(basic: Numeral, run: Run, lexed: Lexed) -> Numeral:
    """数百亿 is from 100 to 1000 亿, 十几万 between 100,000 and 200,000."""
    low = basic.value or ZERO
    if not run.few:
        within = Interval(low, low * TEN, high_open=True)
        return basic._replace(value=None, place=low, coarse=low, qualifier=Qualifier.SEVERAL, asserted=within)
    basic = _approximate_end(basic, lexed)
    step = run.few * _after_few(run)
    within = Interval(low, low + step, low_open=True, high_open=True)
    return basic._replace(qualifier=Qualifier.SEVERAL, asserted=within)


def _approximate_end(basic: Numeral, lexed: Lexed) -> Numeral:
    """十几二十人: the next ten is named too."""
    tokens, stop = lexed.tokens, basic.stop
    if stop + 1 >= len(tokens) or tokens[stop].start != basic.end or basic.scale != 1:
        return basic
    digit, ten = tokens[stop].as_(TokenKind.DIGIT), tokens[stop + 1].as_(TokenKind.PLACE)
    if not digit or not ten or ten.number != TEN or digit.number * TEN != (basic.value or ZERO) + TEN:
        return basic
    return basic._replace(end=tokens[stop + 1].end, stop=stop + 2)


def _after_few(run: Run) -> Decimal:
    """The scales that close the numeral count what is left open too."""
    return closing_scale(run.parts[run.before_few :])
