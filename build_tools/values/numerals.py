"""One lexer for numerals: where the numbers stand in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from build_tools.model import Interval, Qualifier
from build_tools.values import chinese, english, shares
from build_tools.values.chinese import ARABIC, DIGIT, SPACE
from build_tools.values.english import SIZES_OF_MANY
from build_tools.values.numeral import ONE, Numeral, coarse_place
from build_tools.values.words import alternatives, load_words

WORDS = load_words()
SIZES = {**WORDS.suffixes, **WORDS.money_suffixes}
LONGEST = 60  # a longer run of digits is no figure
FEW = Interval(Decimal(2), Decimal(10), high_open=True)
MORE = re.compile(
    f"{SPACE}(?P<zero>零?){SPACE}(?P<word>[多余来几]){SPACE}"
    f"(?P<scale>[十百千]?{SPACE}(?:[万亿兆](?!瓦)){{1,3}}|[十百千](?!分))"
)


def find_numerals(text: str) -> Iterable[Numeral]:
    """The numerals of a text in ordinary digits, from left to right.

    >>> [(n.start, n.end, str(n.value)) for n in find_numerals("以143亿美元收购49%")]
    [(1, 5, '14300000000'), (9, 11, '49')]
    """
    return shares.combine(tuple(lex(text)), text)


def lex(text: str) -> Iterator[Numeral]:
    """The numerals before those that make a fraction together are one."""
    done = 0
    for trigger in TRIGGER.finditer(text):
        match = LEXER.match(text, trigger.start()) if trigger.start() >= done else None
        if not match:
            continue
        done = match.end()
        if done - match.start() <= LONGEST:
            numeral = MAKERS[match.lastgroup or ""](_of_kind(match, text))
            done = numeral.end
            yield numeral


def _of_kind(match: re.Match[str], text: str) -> re.Match[str]:
    """The match again, by its own pattern, with its named parts."""
    kind = match.lastgroup or ""
    return (KINDS[kind].match(text, match.start()) or match) if kind in KINDS else match


def read_chinese(match: re.Match[str]) -> Numeral:
    """A numeral of Chinese or Arabic digits, with what is left open in it: 十多万, 二三十."""
    run = chinese.compact(match[0])
    ends = chinese.both_ends(run)
    numeral = _between(match, *ends) if ends else _written(match, run)
    more = MORE.match(match.string, match.end())
    return _with_more(numeral, more) if more else numeral


def _written(match: re.Match[str], run: str) -> Numeral:
    value, place = chinese.worth(run), chinese.last_place(run)
    coarse = coarse_place(value, place, decimal="." in run or "点" in run)
    weak = len(run) == 1 and run in "一二三四五六七八九十"
    return Numeral(*match.span(), value, place, coarse, scale=_scale_of(run), weak=weak)


def _between(match: re.Match[str], first: str, second: str) -> Numeral:
    return Numeral(
        *match.span(),
        None,
        chinese.last_place(first),
        scale=_scale_of(first),
        qualifier=Qualifier.RANGE,
        asserted=Interval(chinese.worth(first), chinese.worth(second)),
        weak=len(first) == 1,
    )


def _with_more(numeral: Numeral, more: re.Match[str]) -> Numeral:
    """十多万 is over 100,000; 十几万 is between 100,000 and 200,000."""
    if numeral.value is None:
        return numeral
    size = chinese.worth(chinese.compact(more["scale"]))
    value, coarse = numeral.value * size, numeral.coarse * size
    wider = replace(numeral, end=more.end(), value=value, place=size, coarse=coarse, scale=size, weak=False)
    match more["word"]:
        case "几":
            step = size * 10 if more["zero"] else coarse
            within = Interval(value, value + step, low_open=True, high_open=True)
            return replace(wider, qualifier=Qualifier.SEVERAL, asserted=within)
        case "来":
            return replace(wider, qualifier=Qualifier.ABOUT)
        case _:
            return replace(wider, qualifier=Qualifier.OVER)


def read_dozens(match: re.Match[str]) -> Numeral:
    """十打 is 120."""
    value = chinese.worth(chinese.compact(match[0][:-1])) * 12
    return Numeral(*match.span(), value, coarse=coarse_place(value, ONE))


def read_several(match: re.Match[str]) -> Numeral:
    """数百亿 is from 100 to 1000 亿; 八位数 is from 10,000,000 to 100,000,000."""
    run = chinese.compact(match[0]).strip("几数若干以计")
    return _from_to_ten_times(match, chinese.worth(run), _scale_of(run))


def read_digit_count(match: re.Match[str]) -> Numeral:
    """八位数, eight-figure: from 10,000,000 to 100,000,000."""
    word = re.split("[ -]|位", match[0].lower())[0]
    count = WORDS.english.get(word) or int(chinese.worth(chinese.compact(word)))
    size = Decimal(10) ** (min(count, 40) - 1) if count else ONE
    return replace(_from_to_ten_times(match, size, ONE), weak=True)


def _from_to_ten_times(match: re.Match[str], size: Decimal, scale: Decimal) -> Numeral:
    within = Interval(size, size * 10, high_open=True)
    return Numeral(*match.span(), None, size, size, scale, Qualifier.SEVERAL, within)


def read_few(match: re.Match[str]) -> Numeral:
    """几个, 数月: from two to nine."""
    return Numeral(*match.span(), None, qualifier=Qualifier.SEVERAL, asserted=FEW, weak=True)


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


def read_bare(match: re.Match[str]) -> Numeral:
    """千亿, 百三; 万 alone, and 千万, which is also an adverb, only beside a unit."""
    run = chinese.compact(match[0])
    return replace(
        _written(match, run), weak=len(run) == 1 or run == "千万" or run[-1] in "一二三四五六七八九"
    )


def read_reached(match: re.Match[str]) -> Numeral:
    """上千亿, 过万: that much and more."""
    return replace(_written(match, chinese.compact(match[0])[1:]), qualifier=Qualifier.OVER, weak=True)


def read_denominator(match: re.Match[str]) -> Numeral:
    """The 百 of 百分之五: what follows it is a percentage."""
    return replace(_written(match, chinese.compact(match[0])), unit="%", weak=True)


def read_half(match: re.Match[str]) -> Numeral:
    """半 of something, 一半, 半百."""
    if match[0] == "半百":
        return Numeral(*match.span(), Decimal(50))
    weak = match[0] == "半"
    return Numeral(*match.span(), Decimal("0.5"), Decimal("0.01"), Decimal("0.1"), weak=weak, share=not weak)


def read_zero(match: re.Match[str]) -> Numeral:
    """零 beside a unit."""
    return Numeral(*match.span(), Decimal(0), weak=True)


def _scale_of(run: str) -> Decimal:
    trailing = chinese.TRAILING.search(run)
    return chinese.worth(trailing[0]) if trailing else ONE


def read_article(match: re.Match[str]) -> Numeral:
    """The `a` of `less than a year`; without a bound it is an article."""
    return Numeral(*match.span(), ONE, weak=True)


Maker = Callable[[re.Match[str]], Numeral]
TIME_UNITS = "year|month|week|day|decade|hour"
LARGE = rf"(?:(?: {{1,2}}|-)?{english.LARGE}\b)"
COUNTED = "个名位人家年月天日周次小种倍台款岁轮项分场级吉兆元美欧英港日百"
PATTERNS: tuple[tuple[str, str, Maker], ...] = (
    ("denominator", shares.DENOMINATOR, read_denominator),
    (
        "several",
        f"(?:[几数]|若干){SPACE}[十百千万亿兆](?:{SPACE}[百千万亿兆])*|数以[十百千万亿]{{1,3}}计",
        read_several,
    ),
    ("few", f"(?:[几数](?!位)|若干)(?={SPACE}[{COUNTED}])|几(?=位)", read_few),
    ("tenths", shares.TENTHS, shares.read_tenths),
    ("discount", shares.DISCOUNT, shares.read_discount),
    ("digit_count", "(?:十?[一二两三四五六七八九十]|[0-9]{1,2}) ?位数(?![据学字值码])", read_digit_count),
    ("figure_count", rf"(?i:\b(?:{english.ONES}|[0-9]) ?-?figures?)", read_digit_count),
    ("positional", chinese.POSITIONAL, read_positional),
    ("power", rf"{ARABIC}(?:\^[+-]{{0,2}}\d{{1,2}}|[eE][+-]?\d{{1,2}}(?![A-Za-z0-9]))", read_power),
    ("ordinal", rf"(?i:(?<![0-9.,A-Za-z]){english.ORDINAL})", english.read_ordinal),
    ("dozen", rf"(?i:\b{english.DOZEN})", english.read_dozen),
    ("scaled", rf"(?i:{ARABIC}{LARGE}{{1,2}})", read_scaled),
    ("suffixed", rf"{ARABIC} ?{alternatives(SIZES)}(?![A-Za-z0-9])", read_scaled),
    (
        "dozens",
        f"(?:{chinese.SECTION}){SPACE}打(?![击破造开算扫官折包电赢输了响过得下住入断到对])",
        read_dozens,
    ),
    ("half", "一半|半百|(?<!个)半(?=年|天|小时|个月|个小时|数)", read_half),
    ("chinese", f"{chinese.ZERO_POINT}|{chinese.WHOLE}", read_chinese),
    ("bare", f"{chinese.BARE}|[百千]{DIGIT}(?![{DIGIT[1:-1]}十百千万亿])", read_bare),
    ("reached", f"[上过破](?:[百千]{SPACE}[万亿兆]{{0,2}}|[万亿]{{1,2}})", read_reached),
    ("after_bound", f"(?<=[近逾超约之])(?:[百千万]|亿)(?![{DIGIT[1:-1]}])|[百千](?=[多余])", read_bare),
    ("zero", "零(?=[分度个次人])", read_zero),
    ("share_of", rf"(?i:\b{english.SHARE_OF})", english.read_share_of),
    ("many", rf"(?i:\b{english.MANY})", english.read_many),
    ("part", rf"(?i:\b{english.PART})", english.read_part),
    ("article", rf"(?i:\ban?(?= (?:{TIME_UNITS})\b))", read_article),
    ("english", rf"(?i:\b{english.WHOLE})", english.read_whole),
)
NAMED = re.compile(r"\(\?P<\w+>")
LEXER = re.compile("|".join(f"(?P<{name}>{NAMED.sub('(?:', pattern)})" for name, pattern, _ in PATTERNS))
KINDS = {name: re.compile(pattern) for name, pattern, _ in PATTERNS if NAMED.search(pattern)}
MAKERS = {name: make for name, _, make in PATTERNS}
ENGLISH_STARTS = [*WORDS.english, *WORDS.english_ordinals, *SIZES_OF_MANY, *WORDS.english_scales]
ENGLISH_STARTS += ["a", "an", "half", "several"]
TRIGGER = re.compile(
    "[0-9零一二两三四五六七八九十百千万亿半几数若上过破打]|[.](?=[0-9])"
    rf"|(?<![A-Za-z])(?i:{alternatives(ENGLISH_STARTS)})s?\b"
)
