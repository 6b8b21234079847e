"""Counts that are an interval by themselves: 数百亿, 几个, 八位数, nine-figure, 成千上万."""

from __future__ import annotations

import re
from decimal import Decimal

from build_tools.model import Interval, Qualifier
from build_tools.values import chinese
from build_tools.values.english import ONES
from build_tools.values.numeral import ONE, Numeral
from build_tools.values.words import EDGE, load_words

WORDS = load_words()
FEW = Interval(Decimal(2), Decimal(10), high_open=True)
MOST_DIGITS = 40
COUNT, FIGURES = "(?:十?[一二两三四五六七八九十]|[0-9]{1,2})", f"(?:{ONES}|[0-9])"
DIGIT_COUNT = (
    f"(?:(?P<least>{COUNT}) ?(?:位数)? ?[到至~—-] ?)?(?P<most>{COUNT}) ?位数(?!的?[据学字值码密编验])"
)
FIGURE_COUNT = (
    rf"(?i:{EDGE}(?:(?P<least>{FIGURES})(?: ?-?figures?|-)?(?: (?:to|and|or) |-))?"
    rf"(?P<most>{FIGURES}) ?-?figures?)"
)


def read_several(match: re.Match[str]) -> Numeral:
    """数百亿 is from 100 to 1000 亿."""
    run = chinese.compact(match[0]).strip("好几数若干以计")
    size = chinese.worth(run)
    within = Interval(size, size * 10, high_open=True)
    return _vague(match, within, chinese.scale_of(run))


def read_digit_count(match: re.Match[str]) -> Numeral:
    """八位数, eight-figure: from 10,000,000 to 100,000,000; 七到九位数 from 1,000,000 to 1,000,000,000."""
    most = _count(match["most"])
    least = min(_count(match["least"]), most) if match["least"] else most
    low, high = Decimal(10) ** max(least - 1, 0), Decimal(10) ** most
    said = Qualifier.RANGE if least < most else Qualifier.SEVERAL
    weak = not match[0].endswith(("位数", "-figure"))
    return _vague(match, Interval(low, high, high_open=True), ONE, said, weak)


def _count(word: str) -> int:
    count = WORDS.english.get(word.lower()) or int(chinese.worth(chinese.compact(word)))
    return min(count, MOST_DIGITS)


def read_few(match: re.Match[str]) -> Numeral:
    """几个, 数月: from two to nine."""
    return Numeral(*match.span(), None, qualifier=Qualifier.SEVERAL, asserted=FEW, weak=True)


def read_vague(match: re.Match[str]) -> Numeral:
    """成千上万: thousands, and tens of thousands."""
    low, high = map(Decimal, WORDS.vague[match[0]])
    return _vague(match, Interval(low, high, high_open=True), low)


def _vague(
    match: re.Match[str],
    within: Interval,
    scale: Decimal,
    said: Qualifier = Qualifier.SEVERAL,
    weak: bool = False,
) -> Numeral:
    """A numeral as fine as its lower end, which is never open."""
    size = within.low or ONE
    return Numeral(*match.span(), None, size, size, scale, said, within, weak)
