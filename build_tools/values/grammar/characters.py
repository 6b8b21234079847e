"""The characters of numbers, once: Han digits, places and scales, and a text in their plain forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from build_tools.text.folding import character_table
from build_tools.values.grammar.compiled import worded

DIGITS = "零一二三四五六七八九"
TWO = "两"
COUNTING = DIGITS[1:] + TWO
PLACES = "十百千廿卅卌"
SCALES = "万亿兆"
NUMERAL = DIGITS + TWO + PLACES + SCALES
BLANKS, DASHES = "\xa0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", "—―─"  # a stroke may be a minus
FORMAL = {"壹": "一", "贰": "二", "叁": "三", "肆": "四", "柒": "七", "捌": "八", "玖": "九", "俩": "两"}
FORMAL |= {"佰": "百", "仟": "千", "〇": "零", "○": "零", "弍": "二", "弎": "三"}
DOUBTFUL = {
    "陆": "六",
    "伍": "五",
    "参": "三",
    "拾": "十",
}  # also land, a surname and to take part: only beside numerals


@cache
def plain_characters() -> Mapping[int, str]:
    """Script, width, quotes and formal digits as the plain ones, one character for one."""
    table = {
        **character_table(),
        **dict.fromkeys(map(ord, DASHES), "—"),
        **dict.fromkeys(map(ord, BLANKS), " "),
    }
    plain = {ord(formal): digit for formal, digit in FORMAL.items()}
    return {code: one.translate(plain) for code, one in table.items()} | plain


def plain_text(given: str) -> str:
    """The text in plain characters; every place stays.

    >>> plain_text("參佰伍拾萬元,１４３億"), plain_text("參加"), plain_text("陸地")
    ('三百五十万元,143亿', '参加', '陆地')
    """
    text = _translated(given)
    if not DOUBTFUL.keys().isdisjoint(text):
        return worded("doubtful_digit").sub(lambda found: DOUBTFUL[found[0]], text)
    return text


def _translated(given: str) -> str:
    """By the table; where few characters change, one after the other is faster."""
    changed = _changing().intersection(given)
    if len(changed) > FEW:
        return given.translate(plain_characters())
    for one in changed:
        given = given.replace(one, plain_characters()[ord(one)])
    return given


@cache
def _changing() -> frozenset[str]:
    return frozenset(map(chr, plain_characters()))


def small_ascii_letters(text: str) -> str:
    """The text with ASCII letters small; every place stays."""
    small = text.lower()
    return small if len(small) == len(text) else text.translate(ASCII_SMALL)


FEW = 60
ASCII_SMALL = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
