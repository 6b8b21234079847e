"""How two values stand to each other, in plain words."""

from __future__ import annotations

from collections.abc import Set
from decimal import Decimal
from itertools import combinations

from build_tools.findings.differences import denial, value_difference
from build_tools.model import (
    ClaimId,
    DateValue,
    Difference,
    DifferenceKind,
    Quantity,
    SideFinding,
    Stance,
    Statement,
    StatementGroup,
    Verdict,
)
from build_tools.pages.parts.context import Context
from build_tools.pages.parts.view import View
from build_tools.pages.parts.words import is_money, period_text, shared_modality, stated
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

MOST = 6
FITTING = {
    Verdict.AGREE: "{first} and {second}: the same.",
    Verdict.ROUNDING: "{first} and {second}: the same when rounded.",
    Verdict.WEAKER: "{first} and {second}: one is less precise, and fits.",
}
APART = {
    DifferenceKind.PERCENT: "{first} and {second} differ by {amount}%, more than rounding explains.",
    DifferenceKind.POINTS: "{first} and {second} differ by {amount} percentage points.",
    DifferenceKind.TIMES: "Of {first} and {second} one is {amount} times the other.",
    DifferenceKind.DAY: "{first} and {second} are a day apart.",
    DifferenceKind.DAYS: "{first} and {second} are {amount} days apart.",
    DifferenceKind.DENIED: "One says: {first}. The other denies it.",
    DifferenceKind.OTHER: "{first} and {second} differ.",
    DifferenceKind.UNIT: "{first} and {second} cannot be compared: they are in different units.",
    DifferenceKind.NO_UNIT: "{first} and {second} cannot be compared: no unit given.",
}
HAPPENED = "One says that it happened. The other denies it."
NO_CURRENCY = "{first} and {second} cannot be compared: no currency given."


def measurable(one: Statement | SideFinding, other: Statement | SideFinding) -> bool:
    """Whether there is more to say of two values than that they are not the same."""
    figures = isinstance(one.value, Quantity) and isinstance(other.value, Quantity)
    dates = isinstance(one.value, DateValue) and isinstance(other.value, DateValue)
    return figures or dates or one.stance != other.stance


def compared(one: Statement | SideFinding, other: Statement | SideFinding) -> Difference:
    """How they stand, and how far apart they are."""
    denied = denial(one, other)
    if denied is None and one.value is not None and other.value is not None:
        return value_difference(one.value, other.value)
    return denied or Difference(Verdict.AGREE, DifferenceKind.NONE)


def message(found: Difference, one: Statement | SideFinding, other: Statement | SideFinding) -> str:
    """The sentence for it."""
    if found.gap is DifferenceKind.NO_UNIT and _is_money(one, other):
        return NO_CURRENCY
    if found.gap is DifferenceKind.DENIED and one.value is None and shared_modality(one.claims) is None:
        return HAPPENED
    return FITTING.get(found.verdict, "") if found.gap is DifferenceKind.NONE else APART[found.gap]


def _is_money(one: Statement | SideFinding, other: Statement | SideFinding) -> bool:
    values = [each.value for each in (one, other) if isinstance(each.value, Quantity)]
    return any(is_money(value) for value in values)


def difference_words(
    context: Context, found: str, first: Markup, second: Markup, amount: Decimal | None
) -> Markup:
    """The sentence, with both values and how far they are apart."""
    number = md.text(f"{amount:f}") if amount is not None else md.EMPTY
    return context.fill(found, first=md.strong(first), second=md.strong(second), amount=number)


def comparisons(context: Context, group: StatementGroup) -> Markup:
    """How the values of a group stand to each other, pair by pair, where they speak of one time."""
    if len(group.statements) > MOST:
        return md.EMPTY
    lines = [_pair(context, group, one, other) for one, other in combinations(group.statements, 2)]
    return md.blocks(*(md.paragraph(line, css="compared") for line in lines))


def opposed(view: View, one: Statement, other: Statement) -> bool:
    """Whether two values stand on sides of one disagreement: values of other times may well differ."""
    first, second = ({claim.id for claim in each.claims} for each in (one, other))
    for conflict in view.conflicts(one.claims[0].subject):
        on = [{at for at, side in enumerate(conflict.sides) if _holds(side, ids)} for ids in (first, second)]
        if all(on) and len(on[0] | on[1]) > 1:
            return True
    return False


def _holds(side: SideFinding, ids: Set[ClaimId]) -> bool:
    return any(claim.id in ids for claim in side.claims)


def _pair(context: Context, group: StatementGroup, one: Statement, other: Statement) -> Markup:
    times = [period_text(context.view, each.claims) for each in (one, other)]
    if not measurable(one, other) or (all(times) and times[0] != times[1]):
        return md.EMPTY
    one, other = sorted((one, other), key=lambda each: each.stance is Stance.DENIES)
    found = compared(one, other)
    if found.verdict is Verdict.CONFLICT and not opposed(context.view, one, other):
        return md.EMPTY
    said = message(found, one, other)
    first, second = (stated(context, each, group.subject) for each in (one, other))
    return difference_words(context, said, first, second, found.amount) if said else md.EMPTY
