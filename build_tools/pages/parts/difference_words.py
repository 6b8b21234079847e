"""How two values compare, in plain words."""

from __future__ import annotations

from build_tools.model import (
    Comparison,
    Difference,
    DifferenceKind,
    EntityId,
    Quantity,
    SideFinding,
    Statement,
    StatementGroup,
    Verdict,
)
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.value_words import is_money, shared_modality, stated
from build_tools.values.printing import plain_number
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

HOUR, DAY = 60, 24 * 60  # minutes
FITTING = {
    Verdict.AGREE: "{first} and {second}: the same.",
    Verdict.ROUNDING: "{first} and {second}: the same when rounded.",
    Verdict.WEAKER: "{first} and {second}: one is less precise, and fits.",
}
APART = {
    DifferenceKind.PERCENT: "{first} and {second} differ by {amount}%, more than rounding explains.",
    DifferenceKind.POINTS: "{first} and {second} differ by {amount} percentage points.",
    DifferenceKind.TIMES: "{first} and {second} differ by a factor of {amount}.",
    DifferenceKind.MINUTES: "{first} and {second} are {amount} apart.",
    DifferenceKind.DAY: "{first} and {second} are a day apart.",
    DifferenceKind.DAYS: "{first} and {second} are {amount} days apart.",
    DifferenceKind.DENIED: "One says: {first}. The other denies it.",
    DifferenceKind.ORDER: "{first} and {second} contradict the order of the events.",
    DifferenceKind.OTHER: "{first} and {second} differ.",
    DifferenceKind.UNIT: "{first} and {second} cannot be compared: they are in different units.",
    DifferenceKind.NO_UNIT: "{first} and {second} cannot be compared: no unit given.",
}
HAPPENED = "One says that it happened. The other denies it."
NO_CURRENCY = "{first} and {second} cannot be compared: no currency given."


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
    context: Context, found: str, first: Markup, second: Markup, difference: Difference
) -> Markup:
    """The sentence, with both values and how far they are apart."""
    amount = difference.amount
    number = md.text(plain_number(amount) or "")
    if difference.gap is DifferenceKind.MINUTES and amount is not None:
        number = lapse(context, int(amount))
    said = context.fill(found, first=md.strong(first), second=md.strong(second), amount=number)
    if not difference.zone_assumed:
        return said
    assumed = context.say("One of these times names no time zone: it is taken as of the place of the other.")
    return md.join([said, assumed], md.text(context.edition.marks.sentence))


def lapse(context: Context, minutes: int) -> Markup:
    """A length of time in hours and minutes, from two days on in days."""
    if minutes >= 2 * DAY:
        return context.count("one day", "{n} days", (minutes + DAY // 2) // DAY)
    hours, left = divmod(minutes, HOUR)
    parts = [context.count("one hour", "{n} hours", hours)] if hours else []
    if left or not hours:
        parts.append(context.count("one minute", "{n} minutes", left))
    return md.join(parts, md.text(context.edition.marks.sentence))


def comparisons(context: Context, group: StatementGroup) -> Markup:
    """How the values of a group compare, pair by pair."""
    found = context.view.findings.comparisons.get((group.subject, group.property), ())
    lines = [_in_words(context, group.subject, each) for each in found]
    return md.blocks(*(md.paragraph(line, css="compared") for line in lines))


def _in_words(context: Context, subject: EntityId, pair: Comparison) -> Markup:
    said = message(pair.difference, pair.one, pair.other)
    first, second = (stated(context, each, subject) for each in (pair.one, pair.other))
    return difference_words(context, said, first, second, pair.difference) if said else md.EMPTY
