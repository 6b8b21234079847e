"""Every conflict, a line each: its sides, how far they are apart, and what the editors say."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.exports.given_data import GivenData
from build_tools.exports.json_lines import Json, Record, local_text
from build_tools.exports.value_fields import value_fields
from build_tools.model import ConflictFinding, Difference, DifferenceKind, SideFinding, Verdict
from build_tools.values.printing import plain_number

APART = {
    DifferenceKind.PERCENT: "{first} and {second} differ by {amount} %; no rounding reconciles them",
    DifferenceKind.POINTS: "{first} and {second} differ by {amount} percentage points; "
    "no rounding reconciles them",
    DifferenceKind.TIMES: "{first} and {second} differ by a factor of {amount}",
    DifferenceKind.MINUTES: "{first} and {second} are {amount} minutes apart",
    DifferenceKind.DAY: "{first} and {second} are a day apart",
    DifferenceKind.DAYS: "{first} and {second} are {amount} days apart",
    DifferenceKind.DENIED: "one says {first}, the other denies it",
    DifferenceKind.UNIT: "{first} and {second} cannot be compared: they are in different units",
    DifferenceKind.NO_UNIT: "{first} and {second} cannot be compared: one gives no unit",
    DifferenceKind.ORDER: "{first} and {second} contradict the order of the events",
    DifferenceKind.OTHER: "{first} and {second} differ",
}
FITTING = {
    Verdict.AGREE: "{first} and {second} are the same",
    Verdict.ROUNDING: "{first} and {second} are the same when rounded",
    Verdict.WEAKER: "{first} and {second} fit; one is less precise",
}
ZONE_ASSUMED = "one names no time zone and is taken as of the place of the other"


def say(found: Difference, first: str, second: str) -> str:
    """A difference in a sentence; `first` and `second` are what the two sides are called.

    >>> from decimal import Decimal
    >>> say(Difference(Verdict.CONFLICT, DifferenceKind.PERCENT, Decimal("3.5")), "143亿", "148亿")
    '143亿 and 148亿 differ by 3.5 %; no rounding reconciles them'
    """
    pattern = FITTING.get(found.verdict, "") if found.gap is DifferenceKind.NONE else APART[found.gap]
    said = pattern.format(first=first, second=second, amount=plain_number(found.amount) or "")
    return f"{said}; {ZONE_ASSUMED}" if found.zone_assumed else said


def export_conflicts(given: GivenData) -> Iterator[Record]:
    """The conflicts by name; what only seems to be one is not among them."""
    return map(_record, sorted(given.findings.conflicts, key=lambda each: each.id))


def _record(found: ConflictFinding) -> dict[str, Json]:
    question, named = found.question, [side.label for side in found.sides]
    return {
        "id": found.id,
        "rule": found.rule,
        "question": question.id if question else None,
        "subject": found.subject,
        "property": found.property,
        "verdict": Verdict.CONFLICT,
        "in_words": _in_words(found),
        "status": found.status,
        "upholds": None if found.upheld is None else named[found.upheld],
        "sides": [_side(one) for one in found.sides],
        "clashes": [
            [found.sides[each.first].label, found.sides[each.second].label] for each in found.clashes
        ],
        "fits_both": [claim.id for claim in found.fits_both],
        "gives_both": found.both,
        "silent": found.silent,
        "unread": found.unread,
        "unseen": [claim.id for claim in found.unseen],
        "reason": local_text(question.reason) if question else None,
    }


def _in_words(found: ConflictFinding) -> str:
    """How far apart the two heaviest sides that clash are; a denial comes second."""
    clash = found.clashes[0]
    first, second = found.sides[clash.first], found.sides[clash.second]
    return say(clash.difference, first.label if first.value else "it is so", second.label)


def _side(found: SideFinding) -> dict[str, Json]:
    side = found.side
    return {
        **value_fields(side.value),
        "label": found.label,
        "subject": side.subject,
        "stance": side.stance,
        "claims": [claim.id for claim in side.claims],
        "sources": side.sources,
        "articles": found.count.articles,
        "publishers": found.count.publishers,
        "witnesses": found.count.independent,
    }
