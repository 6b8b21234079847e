"""Finds the numbers of a text: every grammar of numerals, tried at every token that may begin one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from build_tools.model import COUNTED_THINGS, Qualifier
from build_tools.text.letters import HAN
from build_tools.values.grammar.characters import COUNTING
from build_tools.values.grammar.chinese import chinese_at
from build_tools.values.grammar.english import english_at
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numeral import ONE, Numeral, coarse_place, times
from build_tools.values.grammar.ranks import ordinal_at
from build_tools.values.grammar.run_times import height_at, run_time_at
from build_tools.values.grammar.shares import discount_at, tenths_at
from build_tools.values.grammar.tokens import Token, TokenKind, Word
from build_tools.values.grammar.wordy import (
    count_of_digits,
    few_at,
    figures_at,
    in_dozens,
    vulgar_at,
    word_number_at,
)

FEET = ("-", "'", '"', "’", "f", " ")
UNSURE = frozenset("mbt")  # small letters that may be a unit: 10m, 3t
CLOSE, FAR = 4, 7
SHORT = 8  # before 一次: 至今只召开过
POWER = ("^", "e", "E", " ", "x", "X", "×", "*")
ENDINGS, FIGURES = ("st", "nd", "rd", "th", "ST", "ND", "RD", "TH"), (" f", "-f")
ENGLISH_BEHIND = frozenset({
    TokenKind.LARGE, TokenKind.HUNDRED, TokenKind.AND, TokenKind.PART, TokenKind.POINT, TokenKind.DOZEN,
    TokenKind.LETTER, TokenKind.VULGAR, TokenKind.MINUS,
    TokenKind.TENS, TokenKind.TEEN, TokenKind.ONE, TokenKind.ORDINAL, TokenKind.BEFORE,
})  # fmt: skip
ARTICLE_OF = COUNTED_THINGS | {""}
CLOSED = tuple(",。;、!?)")
HAN_STARTS = frozenset({TokenKind.ARABIC, TokenKind.DIGIT, TokenKind.PLACE, TokenKind.SCALE, TokenKind.FEW})
ENGLISH_STARTS = frozenset(
    {
        TokenKind.ONE,
        TokenKind.TEEN,
        TokenKind.TENS,
        TokenKind.HUNDRED,
        TokenKind.ARTICLE,
        TokenKind.MANY,
        TokenKind.SEVERAL,
        TokenKind.PART,
    }
)
OTHERS = frozenset({
    TokenKind.MORE, TokenKind.VULGAR, TokenKind.MULTIPLE, TokenKind.REPEATED, TokenKind.LAST_RANK,
    TokenKind.VAGUE, TokenKind.HALF, TokenKind.ALL, TokenKind.ZERO, TokenKind.ORDINAL, TokenKind.PAIR,
    TokenKind.BEFORE,
})  # fmt: skip
STARTS = HAN_STARTS | ENGLISH_STARTS | OTHERS


def find_numerals(lexed: Lexed) -> list[Numeral]:
    """The numerals of a text, from left to right.

    >>> from build_tools.values.grammar.lexer import lex
    >>> [(n.start, n.end, str(n.value)) for n in find_numerals(lex("以143亿美元收购49%"))]
    [(1, 5, '14300000000'), (9, 11, '49')]
    """
    return list(_numerals(lexed))


def _numerals(lexed: Lexed) -> Iterator[Numeral]:
    index, tokens, count = 0, lexed.tokens, len(lexed.tokens)
    while index < count:
        found = None
        for word in () if STARTS.isdisjoint(tokens[index].kinds) else tokens[index].words:
            if word.kind in STARTS:
                skip = word.kind is TokenKind.DIGIT and _is_inside_word(lexed, index)
                found = None if skip else _numeral_at(lexed, index)
                break
        if found:
            yield found
            index = found.stop
        else:
            index += 1


def _is_inside_word(lexed: Lexed, at: int) -> bool:
    """一样, 统一, 一个: a lone digit inside a word, or an article, which most are."""
    token, tokens, text = lexed.tokens[at], lexed.tokens, lexed.text
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.words[0].number == 0 and _is_link(lexed, at):
        return True
    if behind and behind.start - token.end <= CLOSE:
        return behind.start == token.end and _is_article(lexed, at, behind)
    following, lists = text[token.end : token.end + 1], load_lexicon().lists
    return (
        following.isalnum()
        and following not in lists["joins_digit"]
        and following not in lists["ranked_largest"]
        and (not token.start or text[token.start - 1] not in lists["lone_before"])
    )


def _is_link(lexed: Lexed, at: int) -> bool:
    """The 零 of 三年零四个月."""
    tokens, token = lexed.tokens, lexed.tokens[at]
    if not at or at + 1 == len(tokens):
        return False
    before, behind = tokens[at - 1], tokens[at + 1]
    touches = before.end == token.start and behind.start == token.end
    return (
        touches
        and before.is_(TokenKind.UNIT)
        and (behind.is_(TokenKind.DIGIT) or behind.is_(TokenKind.ARABIC))
    )


def _is_article(lexed: Lexed, at: int, behind: Token) -> bool:
    """一个, 一位 with nothing before it that counts, and nothing behind it that joins."""
    tokens, text, start = lexed.tokens, lexed.text, lexed.tokens[at].start
    if (
        text[start] not in load_lexicon().lists["one_sign"]
        or behind.words[0].kind is not TokenKind.UNIT
        or behind.words[0].name not in ARTICLE_OF
    ):
        return False
    lists = load_lexicon().lists
    if text.startswith(lists["one_person"], start):
        return False
    if behind.words[0].name == "count" and is_only_one(text, start):
        return False
    if len(behind.words) > 1 or not start or not text[start - 1].isalpha():
        return False
    if text[start - 1] in lists["lone_before"]:
        return False
    if at and start - tokens[at - 1].end <= CLOSE and not tokens[at - 1].is_(TokenKind.UNIT):
        return False
    if text[behind.end : behind.end + 1] in CLOSED and text.startswith(lists["one_counted"], start):
        return False
    return behind.end < len(text) and text[behind.end] not in lists["no_article"]


def is_only_one(text: str, at: int) -> bool:
    """Whether 一次 there is the one time of 只有一次警报, 仅召开过一次会议."""
    only = "|".join(load_lexicon().lists["only_one"])
    return bool(re.search(f"(?:{only})[{HAN}]{{0,4}}$", text[max(0, at - SHORT) : at]))


def _numeral_at(lexed: Lexed, at: int) -> Numeral | None:
    for word in lexed.tokens[at].words:
        if word.kind in HAN_STARTS:
            return _written_at(lexed, at)
        if word.kind in ENGLISH_STARTS:
            return figures_at(lexed, at) or english_at(lexed, at) or ordinal_at(lexed, at)
    return word_number_at(lexed, at)


def _written_at(lexed: Lexed, at: int) -> Numeral | None:
    """Arabic digits and Han numerals, with what may follow them: million, k, 成, 折, 位数, ^5."""
    token = lexed.tokens[at]
    arabic = token.as_(TokenKind.ARABIC)
    if arabic and (found := _arabic(lexed, at, token, arabic)):
        return found
    if found := discount_at(lexed, at):
        return found
    numeral = chinese_at(lexed, at)
    if numeral is None:
        return few_at(lexed, at)
    found = count_of_digits(lexed, numeral) or tenths_at(lexed, numeral) or in_dozens(lexed, numeral)
    return found or _vouched(lexed, numeral)


def _arabic(lexed: Lexed, at: int, token: Token, arabic: Word) -> Numeral | None:
    """Digits with English words or letters after them."""
    behind = lexed.tokens[at + 1] if at + 1 < len(lexed.tokens) else None
    following = lexed.text[token.end : token.end + 2]
    if following[:1] == ":" and (run := run_time_at(lexed, at)):
        return run
    if following[:1] in FEET and (height := height_at(lexed, at)):
        return height
    if following[:1] in POWER and (power := _power(lexed, at, token, arabic)):
        return power
    if following in ENDINGS and (ordinal := ordinal_at(lexed, at)):
        return ordinal
    if not behind or behind.start - token.end > FAR or ENGLISH_BEHIND.isdisjoint(behind.kinds):
        return figures_at(lexed, at) if following in FIGURES else None
    if english := english_at(lexed, at):
        return english
    return vulgar_at(lexed, at) or _lettered(lexed, at, token, arabic) or figures_at(lexed, at)


@cache
def _powers() -> re.Pattern[str]:
    return re.compile(
        r"(?: ?[xX×*] ?10)?\^([+-]{0,2}[0-9]{1,2})(?![0-9])|[eE]([+-]?[0-9]{1,2})(?![A-Za-z0-9])"
    )


def _power(lexed: Lexed, at: int, token: Token, arabic: Word) -> Numeral | None:
    """2^5, 2e5, 1.3x10^6."""
    following = lexed.text[token.end : token.end + 1]
    found = _powers().match(lexed.text, token.end) if following in "^eE xX×*" and following else None
    if not found:
        return None
    raised = found[1] if found[1] is not None else found[2]
    exponent = int(raised.lstrip("+-")) * (
        -1 if raised.startswith("-") and not raised.startswith("--") else 1
    )
    by_ten = found[2] is not None or "10^" in found[0]
    value = (
        arabic.number.scaleb(exponent)
        if by_ten
        else (arabic.number**exponent if arabic.number else Decimal(0))
    )
    stop = next(
        (i for i in range(at, len(lexed.tokens)) if lexed.tokens[i].start >= found.end()), len(lexed.tokens)
    )
    place = abs(value) / 100 if value else ONE
    return Numeral(token.start, found.end(), value, place, place, first=at, stop=stop)


def _lettered(lexed: Lexed, at: int, token: Token, arabic: Word) -> Numeral | None:
    """14.3bn, 40k, 10m: a letter that may be a unit is kept until its neighbours are seen."""
    following = lexed.tokens[at + 1] if at + 1 < len(lexed.tokens) else None
    letter = following.as_(TokenKind.LETTER) if following and following.start - token.end <= 1 else None
    if not following or not letter or lexed.text[token.end : following.start].strip(" "):
        return None
    digits = _plain(lexed, at, token, arabic)
    written = lexed.text[following.start : following.end]
    if written in UNSURE or written == "mm" or (following.is_(TokenKind.UNIT) and written != "MM"):
        return digits._replace(letter=written)
    return times(digits, letter.number)._replace(end=following.end, stop=at + 2, letter="")


def _plain(lexed: Lexed, at: int, token: Token, arabic: Word) -> Numeral:
    fraction = arabic.name.rpartition(".")[2] if "." in arabic.name else ""
    place = ONE.scaleb(-len(fraction))
    coarse = coarse_place(arabic.number, place, bool(fraction))
    return Numeral(token.start, token.end, arabic.number, place, coarse, first=at, stop=at + 1)


def _vouched(lexed: Lexed, numeral: Numeral) -> Numeral | None:
    """A bare 百, 千, 万 or 亿 is a number after a bound or before 多, 余: 近百人, 万余名, 上千亿."""
    text, written, lists = lexed.text, lexed.text[numeral.start : numeral.end], load_lexicon().lists
    if written[0] not in lists["bare_sizes"]:
        return numeral
    if text[numeral.end : numeral.end + 5].replace(" ", "").startswith(lists["share_sign"]):
        return numeral
    before = text[numeral.start - 1 : numeral.start] if numeral.start else ""
    if (
        before
        and before in lists["reached"]
        and text[max(0, numeral.start - 2) : numeral.start - 1] not in lists["not_reached"]
    ):
        weak = written[-1] not in lists["huge_sizes"] and text[numeral.end : numeral.end + 1].isalnum()
        return numeral._replace(start=numeral.start - 1, qualifier=Qualifier.OVER, weak=weak)
    if written in lists["no_number"]:
        return None  # by no means, where 四万万 is a number
    if len(written) > 1 and (written[1] in lists["scale_signs"] or len(written) > 2):
        led = text.endswith(lists["bare_bounds"], 0, numeral.start)
        return numeral._replace(weak=numeral.weak and not led)  # 负债逾千万
    if text.startswith(lists["not_names"], numeral.start):
        return None
    if len(written) == 2:
        return numeral._replace(weak=True) if written[1] in COUNTING else numeral
    bound = text.endswith(lists["bare_bounds"], 0, numeral.start)
    return numeral._replace(weak=True) if bound or text.startswith(lists["more_signs"], numeral.end) else None
