"""The words beside a numeral, as two patterns: what follows it and, read backwards, what stands before."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_tools.text.runs import BEFORE_TO
from build_tools.values.words import EDGE, alternatives, load_words

WORDS = load_words()


def _whole(words: Iterable[str]) -> str:
    """The words, a Latin one only where no letter follows it."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:(?i:{'|'.join(map(_spaced, ordered))})(?:(?<![A-Za-z])|(?![A-Za-z0-9])))"


def _spaced(word: str) -> str:
    """A Chinese word of three characters or more may be set with spaces: 个 百分 点."""
    return " {0,4}".join(word) if len(word) > 2 and not word.isascii() else re.escape(word)


def _backwards(words: Iterable[str]) -> str:
    """The words for a search from the numeral to the left, a Latin one only where it is whole."""
    latin = [word[::-1] for word in words if word[0].isascii() and word[0].isalpha()]
    other = [word[::-1] for word in words if not (word[0].isascii() and word[0].isalpha())]
    return f"(?:(?i:{alternatives(latin)})(?![A-Za-z])|{alternatives(other)})"


# 元宇宙, 3块月饼: the word goes on.
NOT_MONEY = "(?:(?<![元圆块])|(?![宇旦件素首气老帅凶勋音月桌头]))"
# 十四五期间, 404页面, 八位数年薪, 六位数密码: so does the counting word.
NOT_COUNTED = "(?!(?<=期)间|(?<=页)面|(?<=年)薪|(?<=位)数的?[密编验值])"
# 4年多次重组: 多 belongs to what follows.
NOT_MORE = "(?<!个)多(?![次位名个家种元数样年项方国亿万])|余(?![下额地生])"
LATE_SIZE = rf"(?i: (?:thousand|million|billion|trillion){EDGE})"  # 75 USD million
HALF = "(?P<half>半(?![夜导径价数截])(?P<halved>(?<=个半)(?:小时|钟头|月))?)?"
# An hour and a half.
PART_MORE = (
    rf"(?:(?<=[a-z]) and (?P<part>(?i:a half|a quarter|three[ -]quarters)){EDGE}(?! (?:of|dozen){EDGE}))?"
)
MONTHS = "(?<=数)月(?![薪饼球亮])"  # 数月, but 三月 is a date
UNIT = (
    rf"(?:(?:of|in) )?(?P<unit>{_whole(WORDS.units_after)}|{MONTHS}){NOT_MONEY}{NOT_COUNTED}"
    rf"(?!(?<=[$€£¥])[0-9])(?P<size>{LATE_SIZE})?"
)
POST = _whole(word for word in WORDS.after if word not in "多余+")
# 10元不到, but in 10,不到一年 and in `5000 or less than 6000` the words belong to the next number.
NOT_NEXT = "(?!(?<=不到)[0-9一二两三四五六七八九十半])(?!(?<=[a-z]) (?:than|(?:to )?[0-9]))"
AFTER = re.compile(
    rf"(?P<more> {{0,2}}(?:多|余(?![下额地生])|来(?=[个名人位岁年天])|\+(?! ?\d)))?"
    rf"(?: {{0,4}}{UNIT}{PART_MORE})?{HALF}(?P<late>{NOT_MORE})?(?: {{0,2}}(?P<post>{POST}){NOT_NEXT})?"
)
MONEY = _backwards(WORDS.units_before)
FILL = '(?:[了有为是达在到"]|a |na |eht | ){0,3}'
# A stroke before a figure is a minus, but not after a number, a date, a letter or a bracket: 18-34岁, GPT-5.
MINUS = rf"-(?=[^-—)\]{BEFORE_TO}])"
BEFORE = re.compile(
    rf"(?P<rank> ?第| [.](?i:on)(?![A-Za-z]))?(?P<sign>{MINUS}|负|下零| sunim| evitagen)?"
    rf"(?: {{0,3}}(?P<money>{MONEY}))?(?P<minus>{MINUS})?"
    rf"(?:{FILL}(?P<word>{_backwards([*WORDS.before, *WORDS.precisely, '比'])}))?"
    rf"(?: {{0,2}}(?P<far_money>{MONEY}))?"
)
