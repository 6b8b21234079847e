"""Corrections: a value that its givers took back, and what they gave in its place."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.evidence.disagreements import Apart, never
from build_tools.evidence.positions import Position
from build_tools.evidence.stepping import is_outlet, withdrawals
from build_tools.model import Claim, EntityId, Inputs, Stance


def corrections_apart(claims: Iterable[Claim], inputs: Inputs) -> Apart:
    """Whether of two positions one was taken back, and the other is what those who did so say instead."""
    given = tuple(claims)
    denials = [claim for claim in given if claim.qualifiers.stance is Stance.DENIES]
    if not denials:
        return never

    def gave_way(old: Position, new: Position) -> bool:
        if old.stance is Stance.DENIES:
            return False
        corrected = withdrawals(old.claims, [one for one in denials if _corrects(one, old, inputs)], inputs)
        articles = {denial.citation.source for denial in corrected}
        return not articles.isdisjoint(claim.citation.source for claim in new.claims)

    def apart(one: Position, other: Position) -> bool:
        return gave_way(one, other) or gave_way(other, one)

    return apart


def _corrects(denial: Claim, old: Position, inputs: Inputs) -> bool:
    """Whether another article denies a value in its own name, or as the one who gave it."""
    if denial.citation.source in old.sources:
        return False
    by, source = denial.qualifiers.said_by, inputs.sources.get(denial.citation.source)
    speaker = inputs.entities.get(EntityId(by)) if by else None
    own = by is None or (speaker is not None and source is not None and is_outlet(speaker, source))
    return own or any(claim.qualifiers.said_by == by for claim in old.claims)
