"""Parts of a whole: 四分之一, 百分之五, 三成, 打八折, 1/2, one in four."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from build_tools.model import Interval, Qualifier
from build_tools.values.chinese import ARABIC, DIGIT, PAIR, SPACE, both_ends, compact, worth
from build_tools.values.english import DIVISION, FINE, PLACE
from build_tools.values.numeral import ONE, Numeral

TENTHS = (
    f"(?P<tenths>{ARABIC}|{PAIR}|{DIGIT}(?:{SPACE}点{SPACE}{DIGIT})?|[半十]){SPACE}成"
    "(?!员(?!工)|[为功立长果本绩就都人年交分熟效品语像型因败色套群双片不])"
    f"(?:{SPACE}(?P<hundredths>(?:{DIGIT}|[1-9](?![0-9.,]))(?![十百千万年月天个%])|半(?!年|天)))?"
)
DISCOUNT = (
    f"(?:打{SPACE})?(?P<price>{ARABIC}|[0-9] [0-9]|{DIGIT}{SPACE}点{SPACE}{DIGIT}"
    f"|{DIGIT}(?:{SPACE}{DIGIT})?|半)"
    f"{SPACE}折(?![叠扣磨旧腾返射断线回损合算中])|打{SPACE}对{SPACE}折"
)
DENOMINATOR = f"[百千万](?:{SPACE}[百千万]){{0,3}}(?={SPACE}分{SPACE}之)"
OVER = re.compile(f"{SPACE}分{SPACE}之{SPACE}(?P<minus>负?)")
AND = re.compile(f"{SPACE}又{SPACE}")
IN = re.compile(" (?:in|out of) ")
AT_MOST_DIGITS = 4


def read_tenths(match: re.Match[str]) -> Numeral:
    """三成 is 30%, 七成六 76%, 三成半 35%."""
    if ends := both_ends(match["tenths"]):
        within = Interval(worth(compact(ends[0])) * 10, worth(compact(ends[1])) * 10)
        return Numeral(*match.span(), None, qualifier=Qualifier.RANGE, asserted=within, unit="%")
    tenths = Decimal("0.5") if match["tenths"] == "半" else worth(compact(match["tenths"]))
    more = match["hundredths"]
    hundredths = Decimal(5) if more == "半" else worth(compact(more)) if more else Decimal(0)
    place = ONE if more or tenths != int(tenths) else Decimal(10)
    return Numeral(*match.span(), tenths * 10 + hundredths, place, place, unit="%")


def read_discount(match: re.Match[str]) -> Numeral:
    """打八折 leaves 80%, 75折 75%, 对折 half."""
    price = match["price"]
    if price is None or price == "半":
        value = Decimal(50)
    else:
        value = worth(compact(price)) if "点" in price else Decimal(_digits(compact(price)))
        value = value * 10 if value < 10 else value
    return Numeral(*match.span(), value, unit="%", weak=value >= 100)


def _digits(price: str) -> str:
    return "".join(str(worth(one)) if one not in ".0123456789" else one for one in price)


def combine(numerals: Sequence[Numeral], text: str) -> Iterable[Numeral]:
    """The numerals, those that make one fraction together put into one; from the right, as 3又4分之1 asks.

    >>> from build_tools.values.numerals import lex
    >>> [(n.start, n.end, str(n.value)) for n in combine(tuple(lex("3又4分之1")), "3又4分之1")]
    [(0, 6, '3.25')]
    """
    done: list[Numeral] = []
    for numeral in reversed(numerals):
        joined = _joined(numeral, done[-1], text) if done and done[-1].start - numeral.end <= 12 else None
        if joined:
            done.pop()
        done.append(joined or numeral)
    return reversed(done)


def _joined(left: Numeral, right: Numeral, text: str) -> Numeral | None:
    if left.value is None or right.value is None:
        return _of_hundred(left, right, text)
    gap = text[left.end : right.start]
    if over := OVER.fullmatch(gap):
        return _fraction(left, replace(right, value=-right.value) if over["minus"] else right)
    if right.share and (AND.fullmatch(gap) or (gap == " " and text[left.end - 1].isdigit())):
        return replace(right, start=left.start, value=left.value + right.value)
    if gap == "/" and _is_slashed(left, right, text):
        return _share(left, right)
    return _one_in(left, right, gap, text)


def _of_hundred(left: Numeral, right: Numeral, text: str) -> Numeral | None:
    """百分之二三十: a range of percents."""
    if left.unit == "%" and left.value == 100 and OVER.fullmatch(text[left.end : right.start]):
        return replace(right, start=left.start, unit="%", weak=False)
    return None


def _fraction(below: Numeral, above: Numeral) -> Numeral | None:
    """四分之一 is a quarter, and 千分之二 is 0.2%."""
    if not below.value or above.value is None:
        return None
    if below.unit != "%":
        return _share(above, below, start=below.start, end=above.end)
    value = DIVISION.divide(above.value * 100, below.value)
    place = DIVISION.divide(above.place * 100, below.value)
    coarse = DIVISION.divide(above.coarse * 100, below.value)
    return replace(above, start=below.start, value=value, place=place, coarse=coarse, unit="%", weak=False)


def _share(above: Numeral, below: Numeral, start: int = -1, end: int = -1) -> Numeral | None:
    if not below.value or above.value is None:
        return None
    place = min(PLACE, DIVISION.divide(above.place, abs(below.value)))
    return Numeral(
        above.start if start < 0 else start,
        below.end if end < 0 else end,
        DIVISION.divide(above.value, below.value),
        place,
        max(place, DIVISION.divide(ONE, abs(below.value) * FINE)),
        share=True,
    )


def _is_slashed(above: Numeral, below: Numeral, text: str) -> bool:
    """1/2, and neither a date nor an address nor 24/7."""
    short = below.end - above.start <= AT_MOST_DIGITS + 2
    around = text[above.start - 1 : above.start] + text[below.end : below.end + 1]
    return short and text[above.start : below.end].replace("/", "").isdigit() and "/" not in around


def _is_no_year(written: str) -> bool:
    """10,000 or a million, where 2008 may be a year."""
    return not written.isdigit()


def _one_in(left: Numeral, right: Numeral, gap: str, text: str) -> Numeral | None:
    """One in four, 2 in 5: a small count among a larger one that ends there."""
    if not IN.fullmatch(gap) or left.value is None or right.value is None:
        return None
    counts = left.value == int(left.value) and right.value == int(right.value)
    if (
        not counts
        or not (right.value <= 100 or (left.value == 1 and _is_no_year(text[right.start : right.end])))
        or not left.value < right.value
        or left.scale > 1
        or re.match("[%-]| ?[$€£]", text[right.end :][:2])
    ):
        return None
    return _share(left, right, start=left.start, end=right.end)
