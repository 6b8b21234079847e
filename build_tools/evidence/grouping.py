"""Fold: all claims on one property of one subject, grouped by value."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace

from build_tools.evidence.keys import claim_order, value_order
from build_tools.grouped import grouped
from build_tools.model import Claim, Clock, DateValue, Quantity, Statement, StatementGroup
from build_tools.values.moments import in_greenwich, offset_of
from build_tools.values.zones import local_time


def fold_claims(claims: Iterable[Claim], zone: str | None = None) -> tuple[StatementGroup, ...]:
    """One group for each property of each subject, one statement for each value; order never matters.

    "Local time" is time of the `zone` of the story.
    """
    found = grouped(claims, lambda claim: (claim.subject, claim.property))
    keys = sorted(found, key=lambda key: (key[0], key[1] or ""))
    return tuple(StatementGroup(*key, _statements(found[key], zone or "")) for key in keys)


def _statements(claims: tuple[Claim, ...], zone: str) -> tuple[Statement, ...]:
    if len(claims) == 1:
        return (Statement(claims[0].value, claims[0].qualifiers.stance, claims),)
    same = grouped(sorted(claims, key=claim_order), lambda claim: _likeness(claim, zone))
    made = [Statement(alike[0].value, alike[0].qualifiers.stance, alike) for alike in same.values()]
    return tuple(sorted(made, key=lambda statement: (value_order(statement.value), statement.stance)))


def _likeness(claim: Claim, zone: str) -> Hashable:
    """What two claims of one statement share: an unresolved date equals only one in the same words.

    A day that is named and the same day counted from another are one, and so is one instant in two zones.
    """
    value = local_time(claim.value, zone) if isinstance(claim.value, DateValue) else claim.value
    match value:
        case Quantity(assumed=True):
            return replace(value, assumed=False), claim.qualifiers.stance
        case DateValue(edtf=None):
            return value, value.raw, claim.qualifiers.stance
        case DateValue(clock=Clock(about=about)) if offset_of(value) is not None:
            return in_greenwich(value, None), about, claim.qualifiers.stance
        case DateValue(edtf=edtf, clock=clock):
            return edtf, value.earliest, value.latest, clock, claim.qualifiers.stance
        case _:
            return value, claim.qualifiers.stance
