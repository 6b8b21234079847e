"""How far two sides of a conflict are apart, as a sentence."""

from __future__ import annotations

from build_tools.model import Difference, DifferenceKind, Verdict
from build_tools.values.printing import plain_number

APART = {
    DifferenceKind.PERCENT: "{first} and {second} differ by {amount} %; no rounding reconciles them",
    DifferenceKind.POINTS: "{first} and {second} differ by {amount} percentage points; "
    "no rounding reconciles them",
    DifferenceKind.TIMES: "one of {first} and {second} is {amount} times the other",
    DifferenceKind.DAY: "{first} and {second} are a day apart",
    DifferenceKind.DAYS: "{first} and {second} are {amount} days apart",
    DifferenceKind.DENIED: "one says {first}, the other denies it",
    DifferenceKind.UNIT: "{first} and {second} cannot be compared: they are in different units",
    DifferenceKind.NO_UNIT: "{first} and {second} cannot be compared: one gives no unit",
    DifferenceKind.OTHER: "{first} and {second} differ",
}
FITTING = {
    Verdict.AGREE: "{first} and {second} are the same",
    Verdict.ROUNDING: "{first} and {second} are the same when rounded",
    Verdict.WEAKER: "{first} and {second} fit; one is less precise",
}


def say(found: Difference, first: str, second: str) -> str:
    """A difference in a sentence; `first` and `second` are what the two sides are called.

    >>> from decimal import Decimal
    >>> say(Difference(Verdict.CONFLICT, DifferenceKind.PERCENT, Decimal("3.5")), "143亿", "148亿")
    '143亿 and 148亿 differ by 3.5 %; no rounding reconciles them'
    """
    pattern = FITTING.get(found.verdict, "") if found.gap is DifferenceKind.NONE else APART[found.gap]
    return pattern.format(first=first, second=second, amount=plain_number(found.amount) or "")
