"""What later articles overtake: a plan that changed or came true, an early denial, a former holder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product

import yaml

from build_tools.data_files import read_data
from build_tools.evidence.disagreements import Apart
from build_tools.evidence.positions import Position
from build_tools.evidence.stepping import Step, steps_of
from build_tools.evidence.stepping.passing_on import same_origin
from build_tools.model import Claim, ClaimId, DateValue, Inputs, Interval, Modality, Stance, Verdict
from build_tools.text.folding import fold_plain
from build_tools.values import compare
from build_tools.values.moments import in_greenwich
from build_tools.values.zones import zone_named

AHEAD = (Modality.PLANNED, Modality.PREDICTED)
CHANGED, CAME, LEFT, NOT = "changed", "came", "left", "not"


def plans_apart(claims: Iterable[Claim], inputs: Inputs) -> Apart:
    """Whether two positions are a plan and what took its place, in every pair of their claims."""
    step_of = _steps(claims, inputs)

    def apart(one: Position, other: Position) -> bool:
        pairs = product(one.claims, other.claims)
        return all(_is_replaced(step_of[a.id], step_of[b.id], inputs) for a, b in pairs)

    return apart


def plans_overtaken(claims: Iterable[Claim], inputs: Inputs) -> frozenset[ClaimId]:
    """The plans that a later claim on the same thing took the place of."""
    steps = tuple(_steps(claims, inputs).values())
    pairs = ((one, other) for one in steps if _is_plan(one, inputs) for other in steps if one is not other)
    return frozenset(one.claim.id for one, other in pairs if _takes_its_place(other, one, inputs))


def plans_changed(claims: Iterable[Claim], inputs: Inputs) -> frozenset[ClaimId]:
    """The claims called plans whose place a later claim of another value took."""
    steps = tuple(_steps(claims, inputs).values())
    plans = [step for step in steps if step.claim.qualifiers.modality in AHEAD]
    return frozenset(
        plan.claim.id
        for plan in plans
        if any(_takes_its_place(other, plan, inputs) and _is_other(plan, other) for other in steps)
    )


def _is_other(one: Step, other: Step) -> bool:
    a, b = one.claim.value, other.claim.value
    return a is not None and b is not None and compare(a, b) is Verdict.CONFLICT


def _steps(claims: Iterable[Claim], inputs: Inputs) -> Mapping[ClaimId, Step]:
    return {step.claim.id: step for step in steps_of(claims, inputs)}


def _is_replaced(one: Step, other: Step, inputs: Inputs) -> bool:
    return _takes_its_place(other, one, inputs) or _takes_its_place(one, other, inputs)


def _takes_its_place(new: Step, old: Step, inputs: Inputs) -> bool:
    """Whether a claim is what became of a plan: any later one on a day, its giver's on the rest."""
    if not _is_plan(old, inputs) or new.claim.qualifiers.stance is not old.claim.qualifiers.stance:
        return False
    of_day = isinstance(old.claim.value, DateValue)
    if not of_day and not (_is_plan(new, inputs) and same_origin(new.claim, old.claim, inputs)):
        return False
    if old.is_before(new):
        return True
    changed = _says(new.claim, CHANGED) or _says(old.claim, CHANGED)
    return changed and not new.is_before(old) and not _of_two_speakers(new.claim, old.claim)


def _of_two_speakers(one: Claim, other: Claim) -> bool:
    a, b = one.qualifiers.said_by, other.qualifiers.said_by
    return a is not None and b is not None and a != b


def _is_plan(step: Step, inputs: Inputs) -> bool:
    """Whether a claim tells of what is to come: by its modality, or as its day was still to come."""
    claim = step.claim
    if claim.qualifiers.modality in AHEAD:
        return True
    source = inputs.sources.get(claim.citation.source)
    out = source.published.latest if source else None
    day = claim.value.earliest if isinstance(claim.value, DateValue) else None
    return out is not None and day is not None and day > out


def still_disputed(claims: Iterable[Claim], inputs: Inputs) -> tuple[Claim, ...]:
    """The claims on whether an event happened, without those that say that it did so after all denials."""
    given = tuple(claims)
    denials = [step for step in steps_of(given, inputs) if step.claim.qualifiers.stance is Stance.DENIES]
    if any(step.claim.qualifiers.modality in AHEAD for step in denials):
        return given
    return tuple(claim for claim in given if not _came_later(claim, given, denials, inputs))


def _came_later(claim: Claim, claims: Iterable[Claim], denials: Iterable[Step], inputs: Inputs) -> bool:
    """Whether a claim tells of an event that its article dates after each of the denials."""
    said = claim.qualifiers
    if said.stance is Stance.DENIES or said.modality in AHEAD:
        return False
    if isinstance(claim.value, DateValue):
        dates = [claim]
    else:
        dates = [
            one
            for one in claims
            if one.citation.source == claim.citation.source and isinstance(one.value, DateValue)
        ]
    begun = [_minutes(one, inputs).low for one in dates]
    ends = [step.within.high for step in denials]
    return bool(begun) and all(
        first is not None and end is not None and end < first for first in begun for end in ends
    )


def _minutes(claim: Claim, inputs: Inputs) -> Interval:
    source = inputs.sources.get(claim.citation.source)
    if not isinstance(claim.value, DateValue):
        return Interval(None, None)
    return in_greenwich(claim.value, zone_named((source and source.published.zone) or ""))


def holders_apart(claims: Iterable[Claim], inputs: Inputs) -> Apart:
    """Whether two holders of a post are said to have followed each other."""
    step_of = _steps(claims, inputs)

    def apart(one: Position, other: Position) -> bool:
        pairs = product(one.claims, other.claims)
        return all(_succeeded(step_of[a.id], step_of[b.id]) for a, b in pairs)

    return apart


def _succeeded(one: Step, other: Step) -> bool:
    if any(_says(each.claim, LEFT) and not _says(each.claim, NOT) for each in (one, other)):
        return True
    if other.is_before(one):
        one, other = other, one
    return not other.is_before(one) and _says(other.claim, CAME) and not _says(one.claim, CAME)


def _says(claim: Claim, what: str) -> bool:
    return _cue(what).search(fold_plain("".join(claim.citation.quote)).casefold()) is not None


@cache
def _cue(what: str) -> re.Pattern[str]:
    words: dict[str, dict[str, list[str]]] = yaml.load(
        read_data(__package__, "overtaking.yaml"), yaml.CBaseLoader
    )
    english = (rf"\b{re.escape(each)}\b" for each in words[what]["en"])
    return re.compile("|".join((*english, *map(re.escape, words[what]["zh"]))))
