"""Ranges whose ends share a size that only the last one names: 三到五千人, two to three hundred."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from build_tools.values.grammar.characters import DIGITS, TWO
from build_tools.values.grammar.chinese_worth import HUNDRED, TEN
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numeral import Numeral, times
from build_tools.values.grammar.phrases import Phrase
from build_tools.values.grammar.tokens import TokenKind
from build_tools.values.word_tables import alternatives


@cache
def _led() -> re.Pattern[str]:
    """A lone digit with words of size behind it: 5千万, 四百, three hundred thousand, two dozen."""
    lexicon = load_lexicon()
    sizes = alternatives([*lexicon.of(TokenKind.PLACE), *lexicon.of(TokenKind.SCALE)])
    large = [*lexicon.of(TokenKind.HUNDRED), *lexicon.of(TokenKind.LARGE), *lexicon.of(TokenKind.DOZEN)]
    ones = alternatives([*lexicon.of(TokenKind.ONE)])
    han = f"(?P<han>[1-9{DIGITS[1:]}{TWO}]) ?{sizes}+"
    return re.compile(f"{han}|(?i:(?P<one>[1-9]|{ones})(?:[ -]{alternatives(large)})+)")


def with_size_of(first: Phrase, last: Phrase, text: str, least: Decimal = HUNDRED) -> Phrase:
    """The first end, counted in the size of the last where it is one digit: the 三 of 三到五千.

    一到二十 is from one on: what is below `least` is not shared.
    """
    low, high = first.numeral, last.numeral
    if low.value is None or high.value is None or first.measured or low.scale != 1 or low.asserted:
        return first
    led = _led().fullmatch(text, high.start, high.end)
    digit = _worth(led) if led else None
    if digit is None or not 1 <= low.value < digit or low.value != int(low.value):
        return first
    size = high.value / digit
    least = least if led and led["han"] else TEN
    return first._replace(numeral=times(low, size)) if size >= least else first


def _worth(led: re.Match[str]) -> Decimal:
    if led["han"]:
        return Decimal(int(led["han"]) if led["han"].isdigit() else max(2, DIGITS.find(led["han"])))
    word = led["one"].lower()
    return Decimal(word) if word.isdigit() else load_lexicon().of(TokenKind.ONE)[word].number


def are_neighbours(first: Numeral, last: Numeral) -> bool:
    """5 or 6, 2、3个, 三、四十万: one more of the size that both are counted in."""
    step = first.scale if first.scale > 1 else Decimal(1)
    return first.value is not None and last.value == first.value + step
