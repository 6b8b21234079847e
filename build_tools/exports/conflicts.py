"""Every conflict, a line each: its sides, the claims on them, and what the editors say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, islice

from build_tools.exports.json_lines import Json, json_line, text
from build_tools.exports.sentences import say
from build_tools.exports.values import value_fields
from build_tools.findings.differences import denial, difference
from build_tools.model import ConflictFinding, Difference, Findings, Gap, Rule, Side, Verdict

MEASURED = (Rule.SINGLE_BEST_VALUE, Rule.SUM)
MOST_PAIRS = 1000


def export_conflicts(findings: Findings) -> Iterator[str]:
    """The conflicts by name, as JSON lines; what only seems to be one is not among them."""
    for found in sorted(findings.conflicts, key=lambda each: each.conflict.id):
        yield json_line(_record(found))


def _record(found: ConflictFinding) -> dict[str, Json]:
    conflict, question = found.conflict, found.conflict.question
    return {
        "id": conflict.id,
        "rule": conflict.rule,
        "question": question.id if question else None,
        "subject": conflict.subject,
        "property": conflict.property,
        "verdict": Verdict.CONFLICT,
        "in_words": _in_words(found),
        "status": conflict.status,
        "sides": [_side(*one) for one in zip(conflict.sides, found.labels, strict=True)],
        "fits_both": [claim.id for claim in conflict.fits_both],
        "silent": conflict.silent,
        "unseen": [claim.id for claim in conflict.unseen],
        "reason": text(question.reason) if question else None,
    }


def _in_words(found: ConflictFinding) -> str:
    """How far the two heaviest sides are apart that cannot both be right; who denies comes second."""
    named = sorted(zip(found.conflict.sides, found.labels, strict=True), key=lambda side: side[0].stance)
    told = (
        (_difference(one, other, found.conflict.rule), first if one.value else "it is so", second)
        for (one, first), (other, second) in islice(combinations(named, 2), MOST_PAIRS)
    )
    heaviest = next(told)
    apart = (each for each in chain((heaviest,), told) if each[0].verdict is Verdict.CONFLICT)
    return say(*next(apart, heaviest))


def _difference(one: Side, other: Side, rule: Rule) -> Difference:
    if told := denial(one, other):
        return told
    if one.value is None or other.value is None or rule not in MEASURED:
        return Difference(Verdict.CONFLICT, Gap.OTHER)
    return difference(one.value, other.value)


def _side(side: Side, label: str) -> dict[str, Json]:
    return {
        **value_fields(side.value),
        "label": label,
        "subject": side.subject,
        "stance": side.stance,
        "claims": [claim.id for claim in side.claims],
        "sources": side.sources,
        "witnesses": side.witnesses,
    }
