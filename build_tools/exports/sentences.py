"""How far two sides of a conflict are apart, as a sentence."""

from __future__ import annotations

from build_tools.model import Difference, Gap, Verdict
from build_tools.values.printing import plain

APART = {
    Gap.PERCENT: "{first} and {second} differ by {amount} %; no rounding reconciles them",
    Gap.POINTS: "{first} and {second} differ by {amount} percentage points; no rounding reconciles them",
    Gap.TIMES: "one of {first} and {second} is {amount} times the other",
    Gap.DAY: "{first} and {second} are a day apart",
    Gap.DAYS: "{first} and {second} are {amount} days apart",
    Gap.DENIED: "one says {first}, the other denies it",
    Gap.UNIT: "{first} and {second} cannot be compared: they are in different units",
    Gap.NO_UNIT: "{first} and {second} cannot be compared: one gives no unit",
    Gap.OTHER: "{first} and {second} differ",
}
FITTING = {
    Verdict.AGREE: "{first} and {second} are the same",
    Verdict.ROUNDING: "{first} and {second} are the same when rounded",
    Verdict.WEAKER: "{first} and {second} fit; one is less precise",
}


def say(found: Difference, first: str, second: str) -> str:
    """A difference in a sentence; `first` and `second` are what the two sides are called.

    >>> from decimal import Decimal
    >>> say(Difference(Verdict.CONFLICT, Gap.PERCENT, Decimal("3.5")), "143亿", "148亿")
    '143亿 and 148亿 differ by 3.5 %; no rounding reconciles them'
    """
    pattern = FITTING.get(found.verdict, "") if found.gap is Gap.NONE else APART[found.gap]
    return pattern.format(first=first, second=second, amount=plain(found.amount) or "")
