"""One lexer for numerals: where the numbers stand in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from build_tools.values import chinese, english, shares, vague
from build_tools.values import numeral_kinds as kinds
from build_tools.values.chinese import ARABIC, DIGIT, SPACE
from build_tools.values.english import SIZES_OF_MANY
from build_tools.values.numeral import Numeral
from build_tools.values.words import EDGE, alternatives, load_words, starting

WORDS = load_words()
LONGEST = 120  # a longer run of digits is no figure


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


Maker = Callable[[re.Match[str]], Numeral]
TIME_UNITS = "year|month|fortnight|week|day|decade|hour|mile"
LARGE = rf"(?:(?: {{1,2}}|-)?{english.LARGE}{EDGE})"
COUNTED = "个名位人家年月天日周次小种倍台款岁轮项分场级吉兆元美欧英港日百"
BOUND = "(?<=[近逾超约之破过])|(?<=不[到足下止])|(?<=至少)"
NOT_NAMES = "(?!百[度货姓科胜]|千[问金禧]|万[达科豪])"  # 超百度
GOOD = "(?:(?<![最你更正恰友良美])好)"
MULTIPLE = rf"(?i:{alternatives(WORDS.multiples)})(?![A-Za-z]| (?:down|up|over|as|back){EDGE})"
PATTERNS: tuple[tuple[str, str, Maker], ...] = (
    ("denominator", shares.DENOMINATOR, kinds.read_denominator),
    (
        "several",
        f"(?:{GOOD}?[几数]|若干){SPACE}[十百千万亿兆](?:{SPACE}[百千万亿兆])*|数以[十百千万亿]{{1,3}}计",
        vague.read_several,
    ),
    (
        "few",
        f"(?:{GOOD}?[几数](?!位)|若干)(?={SPACE}[{COUNTED}])|{GOOD}?几(?=位)"
        rf"|多(?={SPACE}(?:[吉兆千]瓦|GW|MW))|(?i:{EDGE}multi-?(?=gigawatt|megawatt))",
        vague.read_few,
    ),
    ("tenths", shares.TENTHS, shares.read_tenths),
    ("discount", shares.DISCOUNT, shares.read_discount),
    ("digit_count", vague.DIGIT_COUNT, vague.read_digit_count),
    ("figure_count", vague.FIGURE_COUNT, vague.read_digit_count),
    ("positional", chinese.POSITIONAL, kinds.read_positional),
    ("power", rf"{ARABIC}(?:\^[+-]{{0,2}}\d{{1,2}}|[eE][+-]?\d{{1,2}}(?![A-Za-z0-9]))", kinds.read_power),
    ("ordinal", rf"(?i:(?<![0-9.,A-Za-z]){english.ORDINAL})", english.read_ordinal),
    ("dozen", rf"(?i:{EDGE}{english.DOZEN})", english.read_dozen),
    ("vulgar", rf"[0-9]{{0,3}}[½¼¾]{LARGE}?", kinds.read_vulgar),
    ("scaled", rf"(?i:{ARABIC}{LARGE}{{1,2}})", kinds.read_scaled),
    ("suffixed", rf"{ARABIC} ?{alternatives(kinds.SIZES)}(?![A-Za-z0-9])", kinds.read_scaled),
    (
        "dozens",
        f"(?:{chinese.SECTION}){SPACE}打(?![击破造开算扫官折包电赢输了响过得下住入断到对])",
        kinds.read_dozens,
    ),
    ("multiple", MULTIPLE, kinds.read_multiple),
    ("vague", alternatives(WORDS.vague), vague.read_vague),
    ("half_of_time", rf"(?i:{EDGE}half an?(?= (?:{TIME_UNITS}){EDGE}))", kinds.read_half),
    (
        "half",
        "一半|半百|(?<![超通不经])过半数?(?![百夜天年月])|半数(?![据字学])|(?<![个上下])半(?=年|天|小时|个月|个小时|数)"
        "|(?<=[近超])半(?![年天月个数夜小导决场岛山径价百])",
        kinds.read_half,
    ),
    ("chinese", f"{chinese.ZERO_POINT}|{chinese.WHOLE}", kinds.read_chinese),
    ("bare", f"{chinese.BARE}|[百千]{DIGIT}(?![{DIGIT[1:-1]}十百千万亿])", kinds.read_bare),
    (
        "reached",
        f"(?:上|(?<![突跌])破|(?<![超通经])过)(?:[百千]{SPACE}[万亿兆]{{0,2}}|[万亿]{{1,2}})",
        kinds.read_reached,
    ),
    (
        "after_bound",
        f"(?:{BOUND})(?:{NOT_NAMES}[百千万]|亿)(?![{DIGIT[1:-1]}])|[百千万](?=[多余])",
        kinds.read_bare,
    ),
    ("hundred_percent", "百分百", kinds.read_hundred_percent),
    ("zero", "零(?=[分度个次人])", kinds.read_zero),
    ("spoken_decimal", rf"(?i:{EDGE}{english.DECIMAL})", english.read_decimal),
    ("share_of", rf"(?i:{EDGE}{english.SHARE_OF})", english.read_share_of),
    ("many", rf"(?i:{EDGE}{english.MANY})", english.read_many),
    ("part", rf"(?i:{EDGE}{english.PART})", english.read_part),
    ("article", rf"(?i:{EDGE}an?(?= (?:{TIME_UNITS}){EDGE}))", english.read_article),
    ("english", rf"(?i:{EDGE}{english.WHOLE})", english.read_whole),
)
NAMED = re.compile(r"\(\?P<\w+>")
LEXER = re.compile("|".join(f"(?P<{name}>{NAMED.sub('(?:', pattern)})" for name, pattern, _ in PATTERNS))
KINDS = {name: re.compile(pattern) for name, pattern, _ in PATTERNS if NAMED.search(pattern)}
MAKERS = {name: make for name, _, make in PATTERNS}
ENGLISH_STARTS = [
    *WORDS.english,
    *WORDS.english_ordinals,
    *SIZES_OF_MANY,
    *WORDS.english_scales,
    *WORDS.multiples,
]
ENGLISH_STARTS = [word for word in ENGLISH_STARTS if word.isascii()]
ENGLISH_STARTS += ["a", "an", "half", "quarter", "several"]
HAN_STARTS = "零一两二三四五六七八九十百千万亿半几数好若上过破打翻"
TRIGGER = starting(
    (f"0-9½¼¾{HAN_STARTS}", f"[0-9½¼¾{HAN_STARTS}]"),
    (".", "[.](?=[0-9])"),
    ("多", "多(?= ?[吉兆千GM][瓦W])"),
    ("成", "成[百千]上"),
    ("减", "减半"),
    ("A-Za-z", rf"(?<![A-Za-z])(?i:multi|{alternatives(ENGLISH_STARTS)}s?{EDGE})"),
)
