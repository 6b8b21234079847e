"""Chinese numerals, alone or with Arabic digits: what one looks like, and what it is worth."""

from __future__ import annotations

import re
from decimal import Decimal

from build_tools.values.words import load_words

WORDS = load_words()
DIGITS = "零一二三四五六七八九"
SECOND = {ord("两"): "二"}  # kept apart from 二 until it is counted: no decimal is written with 两
PLAIN = {
    ord(word): DIGITS[number]
    for word, number in {**WORDS.digits, **WORDS.formal_digits}.items()
    if word != "两"
}
PLAIN[ord("俩")] = "两"
PLAIN |= {ord("拾"): "十", ord("佰"): "百", ord("仟"): "千"}
AMBIGUOUS = "陆伍"  # also "land" and a surname: digits only beside other numerals
UNAMBIGUOUS = {code: plain for code, plain in PLAIN.items() if chr(code) not in AMBIGUOUS}
FORMAL = re.compile(
    rf"(?<=[十百千万亿零])[{AMBIGUOUS}]|[{AMBIGUOUS}](?= ?[拾佰仟])|[{AMBIGUOUS}](?= ?点 ?[{DIGITS}] ?[折成])"
)
SIZES = (
    *((scale, WORDS.scales[scale]) for scale in "兆亿万"),
    *((place, Decimal(WORDS.places[place])) for place in "千百十"),
)

SPACE = " {0,4}"
ARABIC = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"
    r"|(?<![\d.])\d{1,3}(?: \d{3})+(?= ?[\u4e00-\u9fff])"  # 6 500人
    rf"|\d{{1,3}},\d{{1,2}}(?={SPACE}[万亿兆])|\d+(?:\.\d+)?|(?<![\d.])\.\d+)"
)
DIGIT = "[一二两三四五六七八九]"
PAIR = "(?:一两|两三|一二|二三|三四|三五|四五|五六|六七|七八|八九)"  # 两三, 三五: from one to the other
ONE = f"(?:{PAIR}|{DIGIT}|{ARABIC})"
ZERO = f"(?:{SPACE}零)?{SPACE}"
UNITS = f"(?:{ZERO}{ONE})?"
TENS = f"(?:{ZERO}(?:{ONE}{SPACE})?十)?{UNITS}"
SECTION = (
    f"(?:{ONE}{SPACE}千(?:{ZERO}{ONE}{SPACE}百)?{TENS}|{ONE}{SPACE}百{TENS}|(?:{ONE}{SPACE})?十{UNITS}|{ONE})"
)
SCALE = f"[万亿兆](?!瓦|字节|赫)(?:{SPACE}[万亿兆](?!瓦|字节|赫)){{0,3}}"
POINT = f"(?:{SPACE}点{SPACE}[{DIGITS}](?:{SPACE}[{DIGITS}])*(?!{SPACE}[十百千分半刻]))"
SCALED = f"(?:{SPACE}{SCALE}(?:{ZERO}{SECTION})?)"
WHOLE = f"(?:零{SPACE})?{SECTION}(?:{POINT}(?:{SPACE}{SCALE})?|{SCALED}{{0,4}}{POINT}?)"
ZERO_POINT = f"零{POINT}(?:{SPACE}{SCALE})?"
POSITIONAL = f"[{DIGITS}]{{3,}}(?![十百千])|{DIGIT}零(?![{DIGITS}两十百千万亿])"
BARE = f"[百千](?:{SPACE}[万亿兆])+(?!瓦)|万{SPACE}亿|百十(?=[来多余]?[个名人位号])"
GROUPING = str.maketrans("", "", " ,")
TRAILING = re.compile("[万亿兆]+$")
ADJACENT = re.compile(f"({DIGIT})({DIGIT})")


def plain_digits(text: str) -> str:
    """The text with formal and second forms of Chinese digits as the ordinary ones, one for one.

    >>> plain_digits("两千肆佰陸拾".replace("陸", "陆"))
    '两千四百六十'
    """
    if any(character in text for character in AMBIGUOUS):
        text = FORMAL.sub(lambda match: "六" if match[0] == "陆" else "五", text)
    return text.translate(UNAMBIGUOUS)


def compact(run: str) -> str:
    """A run without spaces and grouping; a comma before fewer than three digits is a decimal one.

    >>> compact("1,430"), compact("7,1万"), compact("三 百 五")
    ('1430', '7.1万', '三百五')
    """
    run = re.sub(r"^(\d{1,3}),(\d{1,2})(?=\s*[万亿兆])", r"\1.\2", run)
    return run.translate(GROUPING).translate(SECOND)


def worth(run: str) -> Decimal:
    """What a compact run in ordinary digits is worth.

    >>> [str(worth(run)) for run in ("三百零二", "二千四百五", "7万5千4百", "一万五千亿", "四万万", "二点五")]
    ['302', '2450', '75400', '1500000000000', '400000000', '2.5']
    """
    if "点" in run:
        return _worth_of_decimal(run)
    for word, size in SIZES:
        left, found, right = run.rpartition(word)
        if found:
            count = left.lstrip("零")
            return (worth(count) if count else Decimal(1)) * size + _rest(right, size)
    return _digits(run)


def last_place(run: str) -> Decimal:
    """What one more in the last written digit would be worth: 143亿 is written in 亿.

    >>> str(last_place("143亿")), str(last_place("14.30亿")), str(last_place("三百"))
    ('100000000', '1000000.00', '1')
    """
    trailing = TRAILING.search(run)
    size = Decimal(1)
    for word in trailing[0] if trailing else "":
        size *= WORDS.scales[word]
    decimals = re.search(rf"[.点]([\d{DIGITS}]+)", run)
    return size.scaleb(-len(decimals[1])) if decimals else size


def scale_of(run: str) -> Decimal:
    """The size that a compact run ends in: 143亿 is counted in 亿.

    >>> str(scale_of("143亿")), str(scale_of("143"))
    ('100000000', '1')
    """
    trailing = TRAILING.search(run)
    return worth(trailing[0]) if trailing else Decimal(1)


def both_ends(run: str) -> tuple[str, str] | None:
    """The two numbers meant by neighbouring digits: 二三十 is 二十 to 三十.

    >>> both_ends("二三十"), both_ends("二十三")
    (('二十', '三十'), None)
    """
    if "点" in run or not ADJACENT.search(run):
        return None
    return ADJACENT.sub(r"\1", run, count=1), ADJACENT.sub(r"\2", run, count=1)


def _worth_of_decimal(run: str) -> Decimal:
    whole, _, rest = run.partition("点")
    scale = TRAILING.search(rest)
    digits = rest[: scale.start()] if scale else rest
    number = worth(whole) + Decimal(f"0.{_arabic(digits)}")
    return number * worth(scale[0]) if scale else number


def _rest(right: str, size: Decimal) -> Decimal:
    """What follows a place: 四百五 is 450, 四百零五 is 405."""
    if not right:
        return Decimal(0)
    if len(right) == 1 and right in DIGITS + "123456789" and size >= 100:
        return worth(right) * size / 10
    return worth(right.lstrip("零") or "零")


def _digits(run: str) -> Decimal:
    return Decimal(_arabic(run))


def _arabic(run: str) -> str:
    return "".join(str(DIGITS.index(one)) if one in DIGITS else one for one in run)
