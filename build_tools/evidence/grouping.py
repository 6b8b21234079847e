"""Fold: all claims on one property of one subject, sorted by what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import replace

from build_tools.evidence.keys import claim_order, value_order
from build_tools.model import Claim, DateValue, EntityId, PropertyId, Quantity, Statement, StatementGroup
from build_tools.pausing import collector_paused


def fold(claims: Iterable[Claim]) -> tuple[StatementGroup, ...]:
    """One group for each property of each subject, one statement for each value; order never matters."""
    with collector_paused():
        found: dict[tuple[EntityId, PropertyId | None], list[Claim]] = defaultdict(list)
        for claim in claims:
            found[claim.subject, claim.property].append(claim)
        keys = sorted(found, key=lambda key: (key[0], key[1] or ""))
        return tuple(StatementGroup(*key, _statements(found[key])) for key in keys)


def _statements(claims: list[Claim]) -> tuple[Statement, ...]:
    if len(claims) == 1:
        return (Statement(claims[0].value, claims[0].qualifiers.stance, (claims[0],)),)
    same: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=claim_order):
        same[_likeness(claim)].append(claim)
    made = [Statement(alike[0].value, alike[0].qualifiers.stance, tuple(alike)) for alike in same.values()]
    return tuple(sorted(made, key=lambda statement: (value_order(statement.value), statement.stance)))


def _likeness(claim: Claim) -> Hashable:
    """What two claims of one statement share: an unresolved date is like no other but in its words."""
    value = claim.value
    match value:
        case Quantity(assumed=True):
            return replace(value, assumed=False), claim.qualifiers.stance
        case DateValue(edtf=None):
            return value, value.raw, claim.qualifiers.stance
        case _:
            return value, claim.qualifiers.stance
