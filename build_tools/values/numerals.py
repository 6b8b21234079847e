"""One lexer for numerals: where the numbers stand in a text, and how finely they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from build_tools.model import Interval, Qualifier
from build_tools.values import chinese, english
from build_tools.values.words import alternatives, load_words

WORDS = load_words()
SPACE = chinese.SPACE
SIZES = {**WORDS.suffixes, **WORDS.money_suffixes}
LONGEST = 60  # a longer run of digits is no figure


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: `place` is the worth of its last digit, `coarse` of its last but zeros."""

    start: int
    end: int
    value: Decimal | None
    place: Decimal = Decimal(1)
    coarse: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)
    qualifier: Qualifier = Qualifier.EXACT
    asserted: Interval | None = None
    weak: bool = False
    unit: str | None = None


SUFFIX = rf"(?: ?{alternatives(SIZES)}(?![A-Za-z0-9]))"
LARGE = rf"(?:(?: {{1,2}}|-)?{english.LARGE}\b)"
MEASURED = f"(?={SPACE}[^\\W\\d_])"
PATTERNS = (
    ("denominator", f"[百千万]{{1,4}}(?={SPACE}分{SPACE}之)"),
    ("several", f"(?:[几数]|若干){SPACE}[十百千万亿兆](?:{SPACE}[百千万亿兆])*"),
    ("few", f"(?:[几数]|若干)(?={SPACE}[个名位人家年月天日周次小种倍台款岁轮项分场级吉兆元美百度])"),
    ("positional", chinese.POSITIONAL),
    ("power", rf"{chinese.ARABIC}(?:\^[+-]{{0,2}}\d{{1,2}}|[eE][+-]?\d{{1,2}}(?![A-Za-z0-9]))"),
    ("english_scaled", rf"{chinese.ARABIC}{LARGE}{{1,2}}"),
    ("suffixed", f"{chinese.ARABIC}{SUFFIX}"),
    ("chinese", f"{chinese.ZERO_POINT}|{chinese.WHOLE}"),
    ("bare", chinese.BARE),
    ("zero", "零(?=[分度个次])"),
    ("half", "一半|半(?=百|成|折|年|天|小时|个月|个小时|数)"),
    ("part_of", rf"(?i:\b{english.PART_OF})"),
    ("dozen", rf"(?i:\b{english.DOZEN})"),
    ("part", rf"(?i:\b{english.PART})(?!-?(?:time|life|year|party))"),
    ("english", rf"(?i:\b{english.WHOLE})"),
)
LEXER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in PATTERNS))
MORE = re.compile(
    f"{SPACE}零?{SPACE}(?P<word>[多余来几]){SPACE}(?P<scale>[十百千]?{SPACE}(?:[万亿兆](?!瓦)){{1,3}}|[十百千](?!分))"
)


def find_numerals(text: str) -> Iterator[Numeral]:
    """The numerals of a text in ordinary digits, from left to right.

    >>> [(n.start, n.end, str(n.value)) for n in find_numerals("以143亿美元收购49%")]
    [(1, 5, '14300000000'), (9, 11, '49')]
    """
    done = 0
    for match in LEXER.finditer(text):
        if done <= match.start() and match.end() - match.start() <= LONGEST:
            numeral = KINDS[match.lastgroup or ""](match, text)
            done = numeral.end
            yield numeral


def _chinese(match: re.Match[str], text: str) -> Numeral:
    run = chinese.compact(match[0])
    ends = chinese.both_ends(run)
    numeral = _between(match, *ends) if ends else _written(match, run)
    more = MORE.match(text, match.end()) if run[-1] not in "点" else None
    return _with_more(numeral, more) if more else numeral


def _written(match: re.Match[str], run: str) -> Numeral:
    value = chinese.worth(run)
    place = chinese.last_place(run)
    return Numeral(
        match.start(),
        match.end(),
        value,
        place,
        coarse_place(value, place, decimal="." in run or "点" in run),
        scale=_scale_of(run),
        weak=len(run) == 1 and run in "一二三四五六七八九十",
    )


def _between(match: re.Match[str], first: str, second: str) -> Numeral:
    low, high = chinese.worth(first), chinese.worth(second)
    return Numeral(
        match.start(),
        match.end(),
        None,
        chinese.last_place(first),
        scale=_scale_of(first),
        qualifier=Qualifier.RANGE,
        asserted=Interval(low, high),
        weak=len(first) == 1,
    )


def _with_more(numeral: Numeral, more: re.Match[str]) -> Numeral:
    """十多万 is over 100,000; 十几万 is between 100,000 and 200,000."""
    size = chinese.worth(chinese.compact(more["scale"]))
    if numeral.value is None:
        return numeral
    value = numeral.value * size
    wider = replace(
        numeral,
        end=more.end(),
        value=value,
        place=size,
        coarse=coarse_place(value, size),
        scale=size,
        weak=False,
    )
    match more["word"]:
        case "几":
            return replace(
                wider,
                qualifier=Qualifier.SEVERAL,
                asserted=Interval(value, value + numeral.coarse * size, True, True),
            )
        case "来":
            return replace(wider, qualifier=Qualifier.ABOUT)
        case _:
            return replace(wider, qualifier=Qualifier.OVER)


def _several(match: re.Match[str], text: str) -> Numeral:
    """数百亿 is from 100 to 1000 亿."""
    run = chinese.compact(match[0]).lstrip("几数若干")
    size = chinese.worth(run)
    return Numeral(
        match.start(),
        match.end(),
        None,
        size,
        size,
        scale=_scale_of(run),
        qualifier=Qualifier.SEVERAL,
        asserted=Interval(size, size * 10, high_open=True),
    )


def _few(match: re.Match[str], text: str) -> Numeral:
    asserted = Interval(Decimal(2), Decimal(10), high_open=True)
    return Numeral(
        match.start(), match.end(), None, qualifier=Qualifier.SEVERAL, asserted=asserted, weak=True
    )


def _positional(match: re.Match[str], text: str) -> Numeral:
    value = chinese.worth(match[0])
    return Numeral(match.start(), match.end(), value, coarse=coarse_place(value, Decimal(1)), weak=True)


def _power(match: re.Match[str], text: str) -> Numeral:
    base, power = re.split(r"\^|[eE]", match[0], maxsplit=1)
    exponent = int(power.replace("--", "-").replace("+-", "-").lstrip("+"))
    number = Decimal(chinese.compact(base))
    value = number**exponent if "^" in match[0] else number.scaleb(exponent)
    place = Decimal(1).scaleb(value.as_tuple().exponent) if value else Decimal(1)  # type: ignore[arg-type]
    return Numeral(match.start(), match.end(), value, place, place)


def _english_scaled(match: re.Match[str], text: str) -> Numeral:
    digits = re.match(r"[\d,.]+", match[0])
    size = Decimal(1)
    for word in re.findall("[a-z]+", match[0].lower()):
        size *= WORDS.english_scales[word]
    return _scaled(match, digits[0] if digits else "0", size)


def _suffixed(match: re.Match[str], text: str) -> Numeral:
    digits = match[0].rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ")
    word = match[0][len(digits) :].strip()
    return _scaled(match, digits, SIZES[word])


def _scaled(match: re.Match[str], digits: str, size: Decimal) -> Numeral:
    run = chinese.compact(digits)
    value, place = Decimal(run) * size, chinese.last_place(run) * size
    coarse = coarse_place(value, place, decimal="." in run)
    return Numeral(match.start(), match.end(), value, place, coarse, scale=size)


def _bare(match: re.Match[str], text: str) -> Numeral:
    return replace(_written(match, chinese.compact(match[0])), weak=match[0] == "千万")


def _denominator(match: re.Match[str], text: str) -> Numeral:
    return replace(_written(match, chinese.compact(match[0])), unit="%")


def _half(match: re.Match[str], text: str) -> Numeral:
    weak = match[0] == "半"
    return Numeral(match.start(), match.end(), Decimal("0.5"), Decimal("0.01"), Decimal("0.1"), weak=weak)


def _zero(match: re.Match[str], text: str) -> Numeral:
    return Numeral(match.start(), match.end(), Decimal(0))


def _english(match: re.Match[str], text: str) -> Numeral:
    value = english.worth(match[0])
    sizes = [size for word, size in WORDS.english_scales.items() if match[0].lower().endswith(word)]
    place = sizes[0] if sizes and sizes[0] >= 10**6 else Decimal(1)
    weak = match[0].lower() == "one"
    return Numeral(
        match.start(), match.end(), value, place, coarse_place(value, place), scale=place, weak=weak
    )


def _part(match: re.Match[str], text: str) -> Numeral:
    return replace(
        _part_of(match, text), weak=" " not in match[0] and "-" not in match[0] and match[0] != "half"
    )


def _part_of(match: re.Match[str], text: str) -> Numeral:
    """Half a million, three quarters, one and a half billion."""
    words = re.findall("[a-z]+", match[0].lower())
    sizes = [WORDS.english_scales[word] for word in words if word in WORDS.english_scales]
    at = next(n for n, word in enumerate(words) if word in WORDS.english_fractions)
    whole, _, _ = match[0].lower().partition(" and ") if "and" in words else ("", "", "")
    over = words[at - 1] if at else "one"
    share = Decimal(WORDS.english.get(over, 1)) / WORDS.english_fractions[words[at]]
    size = sizes[0] if sizes else Decimal(1)
    value = (english.worth(whole) + share) * size
    return Numeral(match.start(), match.end(), value, size / 100, size / 10, scale=size)


def coarse_place(value: Decimal, place: Decimal, decimal: bool = False) -> Decimal:
    """The worth of the last digit that is not zero; written decimals count, zeros and all.

    >>> str(coarse_place(Decimal(600), Decimal(1)))
    '1E+2'
    """
    if decimal or not value:
        return place
    return place.scaleb(_zeros(int(value / place)))


def _zeros(number: int) -> int:
    digits = str(abs(number))
    return len(digits) - len(digits.rstrip("0"))


def _scale_of(run: str) -> Decimal:
    trailing = chinese.TRAILING.search(run)
    return chinese.worth(trailing[0]) if trailing else Decimal(1)


KINDS: dict[str, Callable[[re.Match[str], str], Numeral]] = {
    "denominator": _denominator,
    "several": _several,
    "few": _few,
    "positional": _positional,
    "power": _power,
    "english_scaled": _english_scaled,
    "suffixed": _suffixed,
    "chinese": _chinese,
    "bare": _bare,
    "zero": _zero,
    "half": _half,
    "part_of": _part_of,
    "dozen": _english,
    "part": _part,
    "english": _english,
}
