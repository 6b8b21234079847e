"""Numbers that are a word or end in one: 一半, 翻倍, 八位数, nine-figure, 十打, 2½."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache

from build_tools.model import Interval, Qualifier
from build_tools.values.grammar.compiled import worded
from build_tools.values.grammar.english_parts import HALVED
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numeral import ONE, Numeral, coarse_place
from build_tools.values.grammar.ranks import last_at, ordinal_at
from build_tools.values.grammar.run_times import ages_at
from build_tools.values.grammar.shares import discount_at, tenths_at
from build_tools.values.grammar.tokens import Token, TokenKind, Word
from build_tools.values.word_tables import alternatives

TEN, HALF = Decimal(10), Decimal("0.5")
MOST_DIGITS = 40
BOUNDS_OF_HALF = ("over", "at_most")


def vulgar_at(lexed: Lexed, at: int) -> Numeral | None:
    """2½, 1¾ million, 10 1/2 is made of two numerals."""
    index, whole = at, Decimal(0)
    token = lexed.tokens[at]
    if arabic := token.as_(TokenKind.ARABIC):
        index += 1
        whole = arabic.number
        if index >= len(lexed.tokens) or lexed.tokens[index].start - token.end > 1:
            return None
    sign = lexed.tokens[index].as_(TokenKind.VULGAR)
    if not sign or whole != int(whole):
        return None
    end, stop, size = lexed.tokens[index].end, index + 1, ONE
    following = lexed.tokens[stop] if stop < len(lexed.tokens) else None
    large = following.as_(TokenKind.LARGE) if following and following.start - end <= 1 else None
    if large and following:
        end, stop, size = following.end, stop + 1, large.number
    value = (whole + Decimal(str(round(unicodedata.numeric(sign.name), 15)))) * size
    return Numeral(token.start, end, value, size / 100, size / 20, size, first=at, stop=stop)


@cache
def _counts_of_digits() -> re.Pattern[str]:
    lists = load_lexicon().lists
    return re.compile(f" ?{alternatives(lists['digits_word'])}(?!{alternatives(lists['not_after_digits'])})")


def count_of_digits(lexed: Lexed, numeral: Numeral) -> Numeral | None:
    """八位数, and the upper end of 七到九位数: so many digits long."""
    if numeral.value is None or lexed.text[numeral.end : numeral.end + 1] not in (
        " ",
        *load_lexicon().lists["place_word"],
    ):
        return None
    found = _counts_of_digits().match(lexed.text, numeral.end)
    if not found or not 0 < numeral.value <= MOST_DIGITS or numeral.value != int(numeral.value):
        return None
    return _of_digits(lexed, numeral, int(numeral.value), found.end(), weak=False)


def figures_at(lexed: Lexed, at: int) -> Numeral | None:
    """Nine-figure, eight figures."""
    token = lexed.tokens[at]
    word = token.as_(TokenKind.ONE) or token.as_(TokenKind.ARABIC)
    if not word or not 0 < word.number <= MOST_DIGITS or word.number != int(word.number):
        return None
    rest = lexed.small[token.end : token.end + 9]
    for written in (" figures", " figure", "-figures", "-figure"):
        if rest.startswith(written) and not rest[len(written) :].isalpha():
            numeral = Numeral(token.start, token.end, word.number, first=at, stop=at + 1)
            return _of_digits(lexed, numeral, int(word.number), token.end + len(written), written[0] == " ")
    return None


def _of_digits(lexed: Lexed, numeral: Numeral, count: int, end: int, weak: bool) -> Numeral:
    low, stop = TEN ** (count - 1), numeral.stop
    while stop < len(lexed.tokens) and lexed.tokens[stop].start < end:
        stop += 1
    within = Interval(low, low * TEN, high_open=True)
    return numeral._replace(
        end=end,
        stop=stop,
        value=None,
        place=low,
        coarse=low,
        asserted=within,
        weak=weak,
        qualifier=Qualifier.SEVERAL,
        unit="digits",
    )


def in_dozens(lexed: Lexed, numeral: Numeral) -> Numeral | None:
    """十打 is 120."""
    text = lexed.text
    if not text.startswith(load_lexicon().lists["gives"], numeral.end) or numeral.value is None:
        return None
    if text[numeral.end + 1 : numeral.end + 2] in load_lexicon().lists["not_after_dozen"]:
        return None
    value = numeral.value * 12
    return numeral._replace(end=numeral.end + 1, value=value, coarse=coarse_place(value, ONE), weak=False)


def few_at(lexed: Lexed, at: int) -> Numeral | None:
    """几, 数 and 若干 beside a unit: from two to nine."""
    token = lexed.tokens[at]
    if not token.is_(TokenKind.FEW):
        return None
    following = lexed.tokens[at + 1] if at + 1 < len(lexed.tokens) else None
    unit = (
        following
        and following.start - token.end <= 1
        and (following.is_(TokenKind.UNIT) or following.is_(TokenKind.CURRENCY_AFTER))
    )
    if not unit and not lexed.text.startswith(load_lexicon().lists["month_sign_han"], token.end):
        return None
    return _several(token, at)


def _several(token: Token, at: int) -> Numeral:
    """From two to nine."""
    few = Interval(Decimal(2), TEN, high_open=True)
    return Numeral(
        token.start,
        token.end,
        None,
        qualifier=Qualifier.SEVERAL,
        asserted=few,
        weak=True,
        first=at,
        stop=at + 1,
    )


def word_number_at(lexed: Lexed, at: int) -> Numeral | None:
    token = lexed.tokens[at]
    for word in token.words:
        match word.kind:
            case TokenKind.VULGAR:
                return vulgar_at(lexed, at)
            case TokenKind.MORE:
                return _several_of_power(lexed, at, token)
            case TokenKind.MULTIPLE:
                return _multiple(lexed, at, token, word)
            case TokenKind.LAST_RANK:
                return last_at(lexed, at, word)
            case TokenKind.REPEATED:
                return _repeated(lexed, at, token, word)
            case TokenKind.VAGUE:
                lists = load_lexicon().lists
                high = word.number * (100 if word.name in lists["wide_vague"] else 10)
                high = high * 1000 if word.name in lists["widest_vague"] else high
                within = Interval(word.number, high, high_open=True)
                return Numeral(
                    token.start,
                    token.end,
                    None,
                    word.number,
                    word.number,
                    word.number,
                    Qualifier.SEVERAL,
                    within,
                    first=at,
                    stop=at + 1,
                )
            case TokenKind.HALF:
                return _half(lexed, at, token, word)
            case TokenKind.ALL:
                start = token.start - int(lexed.text.endswith(load_lexicon().lists["gives"], 0, token.start))
                return Numeral(start, token.end, word.number, unit="%", first=at, stop=at + 1)
            case TokenKind.ZERO:
                unit = word.name or None
                return Numeral(token.start, token.end, Decimal(0), unit=unit or "-", first=at, stop=at + 1)
            case TokenKind.BEFORE:
                return ages_at(lexed, at)
            case TokenKind.PAIR:
                return _pair(lexed, at, token, word)
            case TokenKind.ORDINAL:
                return ordinal_at(lexed, at)
    return None


def _several_of_power(lexed: Lexed, at: int, token: Token) -> Numeral | None:
    """多兆瓦: several."""
    behind = lexed.tokens[at + 1] if at + 1 < len(lexed.tokens) else None
    unit = behind.as_(TokenKind.UNIT) if behind and behind.start == token.end else None
    if (
        not unit
        or not unit.name.endswith("watt")
        or lexed.text[token.start] not in load_lexicon().lists["more_many"]
    ):
        return None
    return _several(token, at)


def _multiple(lexed: Lexed, at: int, token: Token, word: Word) -> Numeral | None:
    """翻倍, doubled; but not doubled down on."""
    rest = lexed.small[token.end : token.end + 6]
    if rest.startswith((" down", " up", " over", " as ", " back")) and token.is_(TokenKind.MULTIPLE):
        return None
    return Numeral(token.start, token.end, word.number, unit="times", first=at, stop=at + 1)


def _repeated(lexed: Lexed, at: int, token: Token, word: Word) -> Numeral | None:
    """Warned twice; twice as many, more than twice the limit: of a size, and not how often."""
    compared = lexed.small.startswith(load_lexicon().lists["multiplied"], token.end) and not _opens_clause(
        lexed, token
    )
    written = lexed.small[token.start : token.end]
    if written in load_lexicon().lists["only_multiples"] and not (compared and _is_multiple(lexed, token)):
        return None
    unit = "times" if compared else "count"
    return Numeral(token.start, token.end, word.number, unit=unit, first=at, stop=at + 1)


def _is_multiple(lexed: Lexed, token: Token) -> bool:
    """Double the number, but not to double their money and no double of his."""
    return not lexed.small.endswith(load_lexicon().lists["no_multiple_after"], 0, token.start)


def _opens_clause(lexed: Lexed, token: Token) -> bool:
    """Whether what follows is a clause of its own: at least twice the alarm failed."""
    head = lexed.small[: token.start].rpartition(".")[2]
    opens, clause = worded("opens_count").fullmatch(head), worded("own_clause")
    return bool(opens and clause.match(lexed.small, token.end)) and not any(
        lexed.small.startswith(f" the {word}", token.end) for word in load_lexicon().lists["compared_sizes"]
    )


def _pair(lexed: Lexed, at: int, token: Token, word: Word) -> Numeral | None:
    """Both men; but both people and animals are none that are counted."""
    behind = lexed.tokens[at + 1] if at + 1 < len(lexed.tokens) else None
    if not behind or not behind.is_(TokenKind.UNIT) or lexed.small.startswith(" and ", behind.end):
        return None
    return Numeral(token.start, token.end, word.number, weak=True, first=at, stop=at + 1)


def _is_of_measure(lexed: Lexed, at: int) -> bool:
    """半米, 半公斤, 半吨: half of a measure, whose word ends there; 半斤八两 is a saying."""
    behind = lexed.tokens[at + 1] if at + 1 < len(lexed.tokens) else None
    unit = behind.as_(TokenKind.UNIT) if behind and behind.start == lexed.tokens[at].end else None
    row = load_lexicon().units.get(unit.name) if unit else None
    return row is not None and row.of in HALVED and not _is_saying(lexed.text, lexed.tokens[at].start)


def _is_saying(text: str, start: int) -> bool:
    return text.startswith(load_lexicon().lists["halves_of_sayings"], start)


def _half(lexed: Lexed, at: int, token: Token, word: Word) -> Numeral | None:
    """半 of a unit, 一半, 过半, 近半, 半百."""
    basic = Numeral(token.start, token.end, HALF, Decimal("0.01"), Decimal("0.1"), first=at, stop=at + 1)
    if discount := discount_at(lexed, at):
        return discount
    lists = load_lexicon().lists
    if lexed.text.startswith(lists["tenth_sign"], token.end) and (tenth := tenths_at(lexed, basic)):
        return tenth
    if word.name == "fifty":
        return basic._replace(value=Decimal(50), place=ONE, coarse=TEN)
    if word.name == "part":
        return basic._replace(share=True)
    if word.name in BOUNDS_OF_HALF:
        return basic._replace(qualifier=Qualifier(word.name), share=True)
    if lexed.text.startswith(lists["halved"], token.end) or _is_of_measure(lexed, at):
        return basic._replace(weak=True)
    before = lexed.text[token.start - 1 : token.start] if token.start else ""
    if before in lists["half_bounds"] and lexed.text[token.end : token.end + 1] not in lists["no_half_of"]:
        return basic._replace(share=True)
    return None
