"""What each kind of numeral is worth, and how finely it is written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal

from build_tools.model import Interval, Qualifier
from build_tools.values import chinese
from build_tools.values.chinese import SPACE
from build_tools.values.numeral import ONE, Numeral, coarse_place, times
from build_tools.values.words import load_words

WORDS = load_words()
SIZES = {**WORDS.suffixes, **WORDS.money_suffixes}
DIGITS = tuple("一二三四五六七八九")
LARGE = "(?:[万亿兆](?!瓦))"
MORE = re.compile(
    f"{SPACE}(?P<word>[多余来]){SPACE}(?P<scale>[十百千]?{SPACE}{LARGE}{{1,3}}|[十百千](?!分))"
    f"|{SPACE}(?P<zero>零?){SPACE}几{SPACE}(?:(?P<place>[十百千])(?!分))?{SPACE}(?P<large>{LARGE}{{0,3}})"
    "(?:[二三四五六七八九]十(?=[个名人位年天岁]))?(?![乎何率])"
)


def read_chinese(match: re.Match[str]) -> Numeral:
    """A numeral of Chinese or Arabic digits, with what is left open in it: 十多万, 二三十."""
    run = chinese.compact(match[0])
    ends = chinese.both_ends(run)
    numeral = _between(match, *ends) if ends else _written(match, run)
    more = MORE.match(match.string, match.end())
    if not more or numeral.value is None:
        return numeral
    return _with_more(numeral, more) if more["word"] else _with_few(numeral, more)


def _written(match: re.Match[str], run: str) -> Numeral:
    value, place = chinese.worth(run), chinese.last_place(run)
    coarse = coarse_place(value, place, decimal="." in run or "点" in run)
    weak = run.removeprefix("零") in DIGITS or run == "十"
    return Numeral(*match.span(), value, place, coarse, scale=chinese.scale_of(run), weak=weak)


def _between(match: re.Match[str], first: str, second: str) -> Numeral:
    return Numeral(
        *match.span(),
        None,
        chinese.last_place(first),
        scale=chinese.scale_of(first),
        qualifier=Qualifier.RANGE,
        asserted=Interval(chinese.worth(first), chinese.worth(second)),
        weak=len(first) == 1,
    )


def _with_more(numeral: Numeral, more: re.Match[str]) -> Numeral:
    """十多万 is over 100,000, 十来万 about as much."""
    qualifier = Qualifier.ABOUT if more["word"] == "来" else Qualifier.OVER
    wider = times(numeral, chinese.worth(chinese.compact(more["scale"])))
    return replace(wider, end=more.end(), qualifier=qualifier)


def _with_few(numeral: Numeral, more: re.Match[str]) -> Numeral:
    """十几万 is between 100,000 and 200,000, 三百几十 between 300 and 400, 一亿几千万 over 100 million."""
    place, large = _size_of(more["place"]), _size_of(more["large"])
    if place >= numeral.coarse:
        place, large = ONE, place * large
    counted = place > 1 or bool(more["zero"])
    if numeral.coarse == 1 and large == 1 and not counted:
        return numeral
    wider = times(numeral, ONE if numeral.scale > place * large else large)
    assert wider.value is not None
    step = place * large * 10 if counted else wider.coarse
    within = Interval(wider.value, wider.value + step, low_open=True, high_open=True)
    return replace(wider, end=more.end(), qualifier=Qualifier.SEVERAL, asserted=within)


def _size_of(word: str | None) -> Decimal:
    return chinese.worth(chinese.compact(word)) if word else ONE


def read_dozens(match: re.Match[str]) -> Numeral:
    """十打 is 120."""
    value = chinese.worth(chinese.compact(match[0][:-1])) * 12
    return Numeral(*match.span(), value, coarse=coarse_place(value, ONE))


def read_positional(match: re.Match[str]) -> Numeral:
    """二零二五: digit by digit."""
    value = chinese.worth(chinese.compact(match[0]))
    return Numeral(*match.span(), value, coarse=coarse_place(value, ONE), weak=True)


def read_power(match: re.Match[str]) -> Numeral:
    """2^5, 2e5."""
    base, power = re.split(r"\^|[eE]", match[0], maxsplit=1)
    number, exponent = Decimal(chinese.compact(base)), int(power.lstrip("+-"))
    exponent = -exponent if power.startswith("-") and not power.startswith("--") else exponent
    raised = number**exponent if number and "^" in match[0] else number
    value = raised if "^" in match[0] else number.scaleb(exponent)
    place = value / 100 if value else ONE
    return Numeral(*match.span(), value, place, place)


def read_scaled(match: re.Match[str]) -> Numeral:
    """14.3 billion, 14.3bn, 40k."""
    found = re.match(r"[\d,.]+", match[0])
    digits = found[0] if found else "0"
    size = ONE
    for word in re.findall("[A-Za-z]+", match[0][len(digits) :]):
        size *= SIZES.get(word) or WORDS.english_scales[word.lower()]
    run = chinese.compact(digits)
    value, place = Decimal(run) * size, chinese.last_place(run) * size
    coarse = coarse_place(value, place, decimal="." in run)
    weak = match[0][-1] in "mbt"
    return Numeral(*match.span(), value, place, coarse, scale=size, weak=weak)


def read_vulgar(match: re.Match[str]) -> Numeral:
    """2½, ¾, 1¼ million."""
    found = re.match(r"([0-9]*)([½¼¾])[ -]*([a-z]*)", match[0], re.IGNORECASE)
    assert found
    size = WORDS.english_scales.get(found[3].lower(), ONE)
    value = (Decimal(found[1] or 0) + Decimal(str(unicodedata.numeric(found[2])))) * size
    return Numeral(*match.span(), value, size / 100, size / 20, scale=size)


def read_bare(match: re.Match[str]) -> Numeral:
    """千亿, 百三; 万 alone, and 千万, which is also an adverb, only beside a unit."""
    run = chinese.compact(match[0])
    return replace(
        _written(match, run), weak=len(run) == 1 or run == "千万" or run[-1] in "一二三四五六七八九"
    )


def read_reached(match: re.Match[str]) -> Numeral:
    """上千亿, 过亿: that much and more; 上千 and the like only beside a unit."""
    run = chinese.compact(match[0])[1:]
    return replace(_written(match, run), qualifier=Qualifier.OVER, weak=run[-1] not in "亿兆")


def read_denominator(match: re.Match[str]) -> Numeral:
    """The 百 of 百分之五: what follows it is a percentage."""
    return replace(_written(match, chinese.compact(match[0])), unit="%", weak=True)


def read_hundred_percent(match: re.Match[str]) -> Numeral:
    """百分百: all of it."""
    return Numeral(*match.span(), Decimal(100), unit="%")


def read_half(match: re.Match[str]) -> Numeral:
    """半 of something, half a year, 一半, 近半, 过半, 半百."""
    if match[0] == "半百":
        return Numeral(*match.span(), Decimal(50))
    bound = match.string[match.start() - 1 : match.start()] in ("近", "超")
    weak = (match[0] == "半" and not bound) or match[0].isascii()
    qualifier = Qualifier.OVER if match[0].startswith("过") else Qualifier.EXACT
    half = Numeral(*match.span(), Decimal("0.5"), Decimal("0.01"), Decimal("0.1"), qualifier=qualifier)
    return replace(half, weak=weak, share=not weak)


def read_multiple(match: re.Match[str]) -> Numeral:
    """翻倍, doubled, threefold."""
    return Numeral(*match.span(), WORDS.multiples[match[0].lower()], unit="times")


def read_zero(match: re.Match[str]) -> Numeral:
    """零 beside a unit."""
    return Numeral(*match.span(), Decimal(0), weak=True)
