"""A verdict in words: how far two values are apart, as pieces that each edition puts in its own order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from build_tools.model import DateValue, Quantity, Stance, Value, Verdict
from build_tools.values import compare
from build_tools.values.printing import plain

TWICE = Decimal(2)
HUNDRED = Decimal(100)


class Gap(StrEnum):
    """What sets two values apart."""

    PERCENT = "percent"
    POINTS = "points"
    TIMES = "times"
    DAYS = "days"
    DENIED = "denied"
    UNIT = "unit"
    NO_UNIT = "no-unit"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Difference:
    """How two values stand, and how far apart they are; `amount` is in percent, points, times or days."""

    verdict: Verdict
    gap: Gap
    amount: Decimal | None = None


def difference(a: Value, b: Value) -> Difference:
    """How far two values are apart, measured from the smaller or the earlier one."""
    verdict = compare(a, b)
    match a, b:
        case Quantity(), Quantity() if verdict is Verdict.INCOMPARABLE:
            return Difference(verdict, Gap.UNIT if a.unit and b.unit else Gap.NO_UNIT)
        case Quantity(), Quantity() if verdict is Verdict.CONFLICT:
            return Difference(verdict, *_between_numbers(a, b))
        case DateValue(), DateValue() if verdict is Verdict.CONFLICT:
            return Difference(verdict, Gap.DAYS, _between_days(a, b))
        case _:
            return Difference(verdict, Gap.OTHER if verdict is Verdict.CONFLICT else Gap.NONE)


def denial(a: Stance, b: Stance) -> Difference | None:
    """One affirms and the other denies: that needs no measuring."""
    return Difference(Verdict.CONFLICT, Gap.DENIED) if a != b else None


def _between_numbers(a: Quantity, b: Quantity) -> tuple[Gap, Decimal | None]:
    low, high = sorted((_number(a), _number(b)))
    if a.unit == "%":
        return Gap.POINTS, high - low
    if low <= 0:
        return Gap.OTHER, None
    if high >= TWICE * low:
        return Gap.TIMES, _rounded(high / low)
    return Gap.PERCENT, _rounded((high - low) / low * HUNDRED)


def _number(quantity: Quantity) -> Decimal:
    """The number named, or the nearest end of what the words allow."""
    if quantity.value is not None:
        return quantity.value
    ends = [end for end in (quantity.tight.low, quantity.tight.high) if end is not None]
    return ends[0] if ends else Decimal(0)


def _rounded(number: Decimal) -> Decimal:
    """To two digits that count, and no finer than a tenth."""
    step = Decimal("0.1") if number < 10 else Decimal(1)
    return number.quantize(step, ROUND_HALF_UP)


def _between_days(a: DateValue, b: DateValue) -> Decimal | None:
    first, second = sorted((a, b), key=lambda one: one.earliest or date.min)
    if first.latest is None or second.earliest is None:
        return None
    return Decimal((second.earliest - first.latest).days)


ENGLISH = {
    Gap.PERCENT: "{first} and {second} differ by {amount} %; no rounding reconciles them",
    Gap.POINTS: "{first} and {second} differ by {amount} percentage points; no rounding reconciles them",
    Gap.TIMES: "one of {first} and {second} is {amount} times the other",
    Gap.DAYS: "{first} and {second} are {amount} days apart",
    Gap.DENIED: "one says {first}, the other denies it",
    Gap.UNIT: "{first} and {second} cannot be compared: they are in different units",
    Gap.NO_UNIT: "{first} and {second} cannot be compared: one gives no unit",
    Gap.OTHER: "{first} and {second} cannot both be right",
}
CHINESE = {
    Gap.PERCENT: "{first}与{second}相差{amount}%，四舍五入也无法调和",
    Gap.POINTS: "{first}与{second}相差{amount}个百分点，四舍五入也无法调和",
    Gap.TIMES: "{first}与{second}，一个是另一个的{amount}倍",
    Gap.DAYS: "{first}与{second}相隔{amount}天",
    Gap.DENIED: "一方说{first}，另一方否认",
    Gap.UNIT: "{first}与{second}单位不同，无法比较",
    Gap.NO_UNIT: "{first}与{second}有一个没有单位，无法比较",
    Gap.OTHER: "{first}与{second}不可能都对",
}
FITTING = {
    "en": {
        Verdict.AGREE: "{first} and {second} are the same",
        Verdict.ROUNDING: "{first} and {second} are the same when rounded",
        Verdict.WEAKER: "{first} and {second} fit; one is less precise",
    },
    "zh": {
        Verdict.AGREE: "{first}与{second}相同",
        Verdict.ROUNDING: "{first}与{second}取整后相同",
        Verdict.WEAKER: "{first}与{second}相容，其中一个不够精确",
    },
}


def say(found: Difference, first: str, second: str, language: str = "en") -> str:
    """A difference in a sentence; `first` and `second` are the values as the page shows them.

    >>> say(Difference(Verdict.CONFLICT, Gap.PERCENT, Decimal("3.5")), "143亿", "148亿")
    '143亿 and 148亿 differ by 3.5 %; no rounding reconciles them'
    """
    chinese = language.startswith("zh")
    if found.gap is Gap.NONE:
        pattern = FITTING["zh" if chinese else "en"].get(found.verdict, "")
    else:
        pattern = (CHINESE if chinese else ENGLISH)[found.gap]
    amount = plain(found.amount) or ""
    return pattern.format(first=first, second=second, amount=amount)
