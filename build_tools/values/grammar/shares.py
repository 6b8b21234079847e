"""Parts of a whole: 四分之一, 百分之五, 三成, 打八折, 1/2, one in four."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from build_tools.model import Interval, Qualifier
from build_tools.values.grammar.characters import DIGITS, TWO
from build_tools.values.grammar.compiled import worded
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numeral import DIVISION, ONE, Numeral, share_of
from build_tools.values.grammar.tokens import TokenKind
from build_tools.values.word_tables import alternatives

TEN, HUNDRED = Decimal(10), Decimal(100)
SHORT = 6  # the longest 1/2
MOST_OVER = 32  # of 120/80, which is no part of anything, each number is larger
LASTING = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
STROKES = ("-", "—", "–")
FAR = 12


@cache
def _tenths() -> re.Pattern[str]:
    lists = load_lexicon().lists
    other = f"(?!{alternatives(lists['tenths_after_all'])}){alternatives(lists['not_after_tenths'])}"
    return re.compile(f"{worded.source('tenths')}(?!{other}){worded.source('tenths_more')}")


@cache
def _price() -> re.Pattern[str]:
    other = alternatives(load_lexicon().lists["not_after_discount"])
    return re.compile(f"{worded.source('price')}(?!{other})")


def tenths_at(lexed: Lexed, numeral: Numeral) -> Numeral | None:
    """三成 is 30%, 七成六 76%, 三成半 35%, 二三成 from 20 to 30."""
    if lexed.text[numeral.end : numeral.end + 1] not in (" ", *load_lexicon().lists["tenth_sign"]):
        return None
    found = _tenths().match(lexed.text, numeral.end)
    if not found:
        return None
    stop = _stop(lexed, numeral.stop, found.end())
    if numeral.asserted:
        low, high = (
            None if end is None else end * TEN for end in (numeral.asserted.low, numeral.asserted.high)
        )
        within = Interval(low, high)
        return Numeral(
            numeral.start,
            found.end(),
            None,
            TEN,
            TEN,
            qualifier=Qualifier.RANGE,
            asserted=within,
            unit="%",
            first=numeral.first,
            stop=stop,
        )
    if numeral.value is None or numeral.value > TEN:
        return None
    more = found["more"]
    hundredths = (
        Decimal(0) if not more else Decimal(5) if more in load_lexicon().lists["half_han"] else _digit(more)
    )
    place = (
        Decimal("0.1")
        if more and len(more) > 1
        else ONE
        if more or numeral.value != int(numeral.value)
        else TEN
    )
    value = numeral.value * TEN + hundredths
    return Numeral(numeral.start, found.end(), value, place, place, unit="%", first=numeral.first, stop=stop)


def _digit(word: str) -> Decimal:
    """一 is 1, 6 is 6, and the 82 of 2成82 is 8.2."""
    if word in DIGITS:
        return Decimal(DIGITS.index(word))
    return Decimal(word.replace(TWO, "2")) / (TEN if len(word) > 1 else ONE)


def _stop(lexed: Lexed, stop: int, end: int) -> int:
    while stop < len(lexed.tokens) and lexed.tokens[stop].start < end:
        stop += 1
    return stop


def discount_at(lexed: Lexed, at: int) -> Numeral | None:
    """打八折 leaves 80%, 75折 75%."""
    token = lexed.tokens[at]
    window = lexed.text[token.start : token.start + FAR]
    if not any(word in window for word in load_lexicon().lists["discount"]):
        return None
    found = _price().match(lexed.text, token.start)
    if not found:
        return None
    price = found["price"]
    digits = "".join(
        str(_digit(one)) if one in DIGITS or one == TWO else one
        for one in price.replace(load_lexicon().lists["point_han"][0], ".")
        if one != " "
    )
    lists = load_lexicon().lists
    value = Decimal(5) if price in lists["half_han"] else Decimal(digits)
    value = value * TEN if value < TEN else value
    start = token.start
    before = lexed.text[max(0, start - 2) : start].rstrip(" ")
    if before.endswith(lists["gives"]):
        start = max(0, start - 2) + len(before) - 1
    return Numeral(
        start,
        found.end(),
        value,
        unit="%",
        weak=value >= HUNDRED,
        first=at,
        stop=_stop(lexed, at + 1, found.end()),
    )


def combine_shares(numerals: Sequence[Numeral], lexed: Lexed) -> list[Numeral]:
    """The numerals, those that make one fraction together put into one; from the right, as 3又4分之1 asks."""
    done: list[Numeral] = []
    for numeral in reversed(numerals):
        near = done and done[-1].start - numeral.end <= FAR
        joined = _joined(numeral, done[-1], lexed) if near else None
        if joined:
            done.pop()
        done.append(joined or numeral)
    done.reverse()
    return done


def _joined(left: Numeral, right: Numeral, lexed: Lexed) -> Numeral | None:
    text = lexed.text
    gap = text[left.end : right.start]
    if (found := worded("part_of_whole").fullmatch(gap)) and left.value:
        return _fraction(left, -right.value if found["minus"] and right.value else right.value, right)
    if left.value is None or right.value is None:
        return None
    if gap and gap in load_lexicon().lists["short_share"] and _is_short_share(left, right, text):
        return _fraction(left, right.value, right)
    if right.share and (
        worded("and_part").fullmatch(gap)
        or (not gap.strip(" ") and gap and text[left.end - 1].isdigit())
        or (gap == "-" and _is_mixed(left, right, text))
    ):
        return right._replace(
            start=left.start, value=left.value + right.value, share=bool(gap.strip(" ")), first=left.first
        )
    if gap == "/" and _is_slashed(left, right, text) and right.value:
        return share_of(left, right.value, left.start, right.end)._replace(first=left.first, stop=right.stop)
    if (
        worded("one_in").fullmatch(gap)
        and _is_among(left, right, text)
        and not _is_lasting(left, right, gap, lexed)
    ):
        return share_of(left, right.value, left.start, right.end)._replace(first=left.first, stop=right.stop)
    return None


def _is_short_share(left: Numeral, right: Numeral, text: str) -> bool:
    """The 三分二 of Hong Kong; 三分二十秒 is a time."""
    lists, digits = load_lexicon().lists, (text[one.start : one.end] for one in (left, right))
    lone = all(len(one) == 1 and one in DIGITS for one in digits)
    less = left.value is not None and right.value is not None and right.value < left.value
    return lone and less and not text.startswith(lists["behind_minutes"], right.end)


def _is_mixed(left: Numeral, right: Numeral, text: str) -> bool:
    """6-1/2 cents."""
    return text[left.start : left.end].isdigit() and "/" in text[right.start : right.end]


def _fraction(below: Numeral, above: Decimal | None, right: Numeral) -> Numeral | None:
    """四分之一 is a quarter, 千分之二 is 0.2%, and 百分之二三十 a range."""
    assert below.value
    written = below.bare and below.value >= HUNDRED
    if above is None:
        return (
            right._replace(start=below.start, first=below.first, unit="%", weak=False)
            if below.value == HUNDRED
            else None
        )
    if not written:
        return (
            share_of(right._replace(value=above), below.value, below.start, right.end)._replace(
                first=below.first, stop=right.stop
            )
            if above
            else right._replace(start=below.start, first=below.first, share=True, weak=False)
        )
    value, place, coarse = (
        DIVISION.divide(number * HUNDRED, below.value) for number in (above, right.place, right.coarse)
    )
    return right._replace(
        start=below.start, value=value, place=place, coarse=coarse, unit="%", weak=False, first=below.first
    )


def _is_slashed(above: Numeral, below: Numeral, text: str) -> bool:
    """1/2, and neither a date nor an address nor 24/7."""
    written = text[above.start : below.end]
    around = text[above.start - 1 : above.start] + text[below.end : below.end + 1]
    apart = above.value is not None and below.value is not None and min(above.value, below.value) > MOST_OVER
    return len(written) <= SHORT and written.replace("/", "").isdigit() and "/" not in around and not apart


def _is_lasting(left: Numeral, right: Numeral, gap: str, lexed: Lexed) -> bool:
    """6-4, 6-2 in 83 minutes, two in 10 days: how long it took, or the end of a score."""
    if gap != " in ":
        return False
    behind = lexed.tokens[right.stop] if right.stop < len(lexed.tokens) else None
    unit = behind.as_(TokenKind.UNIT) if behind and behind.start - right.end <= 1 else None
    lasts = unit is not None and unit.name in LASTING
    return lasts or lexed.text[max(0, left.start - 1) : left.start] in STROKES


def _is_among(left: Numeral, right: Numeral, text: str) -> bool:
    """One in four, 2 in 5: a small count among a larger one that ends there."""
    if left.value is None or right.value is None:
        return False
    counts = left.value == int(left.value) and right.value == int(right.value)
    written = text[right.start : right.end]
    small = right.value <= 1000 and not (right.value > HUNDRED and written.isdigit() and left.value != 1)
    if not counts or not (small or (left.value == 1 and not written.isdigit())):
        return False
    if not left.value < right.value or left.scale > 1 or right.letter:
        return False
    return not text[right.end : right.end + 2].lstrip(" ").startswith(("%", "-", "$", "€", "£"))


__all__ = ["TokenKind", "combine_shares", "discount_at", "tenths_at"]
