"""What later articles overtake: a plan, a forecast, an early denial, a former holder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from itertools import product

import yaml

from build_tools.data_files import read_data
from build_tools.evidence.disagreements import Apart
from build_tools.evidence.positions import Position
from build_tools.evidence.stepping import Step, in_part_of_day, steps_of
from build_tools.evidence.stepping.passing_on import same_origin
from build_tools.language.tables import level_letters
from build_tools.model import COMPATIBLE, Claim, ClaimId, DateValue, Inputs, Modality, Stance, Verdict
from build_tools.values import compare
from build_tools.values.moments import in_greenwich
from build_tools.values.zones import zone_named

AHEAD = (Modality.PLANNED, Modality.PREDICTED)
CHANGED, CAME, LEFT, NOT, RENEWED = "changed", "came", "left", "not", "renewed"
SO_FAR, UP_TO, ESTIMATED, WILL = "so far", "up to", "estimated", "will"


def plans_apart(claims: Iterable[Claim], inputs: Inputs) -> Apart:
    """Whether two positions are a plan and what took its place, in every pair of their claims."""
    given = tuple(claims)
    step_of, told = _steps(given, inputs), _told_on(given, inputs)

    def apart(one: Position, other: Position) -> bool:
        pairs = [(step_of[a.id], step_of[b.id]) for a, b in product(one.claims, other.claims)]
        if any(_holds_to(a, b, told) or _holds_to(b, a, told) for a, b in pairs):
            return False
        return all(_is_replaced(a, b, inputs) for a, b in pairs)

    return apart


def _told_on(claims: Iterable[Claim], inputs: Inputs) -> tuple[Step, ...]:
    """The plans that a speaker gives, each at the time at which its own article does."""
    said = [one for one in claims if one.qualifiers.said_by and one.qualifiers.modality in AHEAD]
    return tuple(step for one in said for step in steps_of([one], inputs))


def _holds_to(step: Step, other: Step, told: Iterable[Step]) -> bool:
    """Whether a speaker repeats a plan after another speaker gave a new one."""
    said, value = step.claim.qualifiers, step.claim.value
    both_ahead = {said.modality, other.claim.qualifiers.modality}.issubset(AHEAD)
    if value is None or not both_ahead or not _of_two_speakers(step.claim, other.claim):
        return False
    own = [one for one in told if one.claim.qualifiers.said_by == said.said_by]
    alike = [one for one in own if one.claim.value and compare(one.claim.value, value) in COMPATIBLE]
    early = any(one.is_before(other) for one in alike)
    return early and any(other.is_before(one) for one in alike)


def plans_overtaken(claims: Iterable[Claim], inputs: Inputs) -> frozenset[ClaimId]:
    """The plans that a later claim on the same thing took the place of."""
    steps = tuple(_steps(claims, inputs).values())
    pairs = ((one, other) for one in steps if _is_plan(one, inputs) for other in steps if one is not other)
    return frozenset(one.claim.id for one, other in pairs if _takes_its_place(other, one, inputs))


def plans_changed(claims: Iterable[Claim], inputs: Inputs) -> frozenset[ClaimId]:
    """The claims called plans of which, as a later claim says, something else became; not forecasts."""
    steps = tuple(_steps(claims, inputs).values())
    plans = [step for step in steps if step.claim.qualifiers.modality in AHEAD]
    return frozenset(plan.claim.id for plan in plans if any(_changes(other, plan, inputs) for other in steps))


def _changes(new: Step, plan: Step, inputs: Inputs) -> bool:
    measured = _is_outcome(new, plan) and not isinstance(plan.claim.value, DateValue)
    return not measured and _takes_its_place(new, plan, inputs) and _is_other(plan, new)


def _is_other(one: Step, other: Step) -> bool:
    a, b = one.claim.value, other.claim.value
    return a is not None and b is not None and compare(a, b) is Verdict.CONFLICT


def _steps(claims: Iterable[Claim], inputs: Inputs) -> Mapping[ClaimId, Step]:
    return {step.claim.id: step for step in steps_of(claims, inputs)}


def _is_replaced(one: Step, other: Step, inputs: Inputs) -> bool:
    return _takes_its_place(other, one, inputs) or _takes_its_place(one, other, inputs)


def _takes_its_place(new: Step, old: Step, inputs: Inputs) -> bool:
    """Whether a claim is what became of a plan: any later one on a day, its giver's on the rest.

    What was forecast gives way to the fact; a sum that was planned is compared with the one that was paid.
    """
    if not _is_plan(old, inputs) or new.claim.qualifiers.stance is not old.claim.qualifiers.stance:
        return False
    of_day, came = isinstance(old.claim.value, DateValue), _is_outcome(new, old)
    if not (of_day or came or (_is_plan(new, inputs) and same_origin(new.claim, old.claim, inputs))):
        return False
    if old.is_before(new) or (came and new.claim.citation.source == old.claim.citation.source):
        return True
    changed = _says(new.claim, CHANGED) or _says(old.claim, CHANGED)
    return changed and not new.is_before(old) and not _of_two_speakers(new.claim, old.claim)


def _is_outcome(new: Step, old: Step) -> bool:
    """Whether a claim is of a fact, and the other a forecast of it; an estimate of what is so is none."""
    forecast, fact = old.claim.qualifiers.modality, new.claim.qualifiers.modality
    if forecast is not Modality.PREDICTED or fact is not Modality.ASSERTED:
        return False
    return not _says(old.claim, ESTIMATED) or _says(old.claim, WILL)


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
    """Whether a claim tells of an event that its article dates after each of the denials.

    An article without a date for it is itself the date where all denials only say: not so far.
    """
    said = claim.qualifiers
    if said.stance is Stance.DENIES or said.modality in AHEAD:
        return False
    dates = [
        one
        for one in ([claim] if isinstance(claim.value, DateValue) else claims)
        if one.citation.source == claim.citation.source and isinstance(one.value, DateValue)
    ]
    begun = [_begins(one, inputs) for one in dates]
    if not begun and all(_is_so_far(step) for step in denials):
        begun = [step.within.low for step in steps_of([claim], inputs)]
    ends = [step.within.high for step in denials]
    return bool(begun) and all(
        first is not None and end is not None and end < first for first in begun for end in ends
    )


def _is_so_far(denial: Step) -> bool:
    """Whether a denial holds only up to now, or up to a time that it names: had not asked by noon."""
    if _says(denial.claim, SO_FAR):
        return True
    words, up_to = _words(denial.claim), denial.claim.qualifiers.as_of
    time = re.escape(level_letters(up_to.raw)) if up_to else ""
    return bool(time) and re.search(rf"(?:{_cue(UP_TO).pattern})\s?(?:{time})", words) is not None


def _begins(claim: Claim, inputs: Inputs) -> Decimal | None:
    """The first minute of the day that a claim gives, or of the part of a day."""
    source = inputs.sources.get(claim.citation.source)
    if not isinstance(claim.value, DateValue):
        return None
    minutes = in_greenwich(claim.value, zone_named((source and source.published.zone) or ""))
    return in_part_of_day(claim.value, minutes).low


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
    came = [_says(each.claim, CAME) for each in (one, other)]
    former, successor = (one, other) if came[1] else (other, one)
    return came[0] is not came[1] and not successor.is_before(former)


def is_renewed(claim: Claim) -> bool:
    """Whether a quote tells of a post that somebody had before."""
    return _says(claim, RENEWED)


def _says(claim: Claim, what: str) -> bool:
    return _cue(what).search(_words(claim)) is not None


def _words(claim: Claim) -> str:
    return level_letters("".join(claim.citation.quote))


@cache
def _cue(what: str) -> re.Pattern[str]:
    words: dict[str, dict[str, list[str]]] = yaml.load(
        read_data(__package__, "overtaking.yaml"), yaml.CBaseLoader
    )
    english = (rf"\b{re.escape(each)}\b" for each in words[what]["en"])
    return re.compile("|".join((*english, *map(re.escape, words[what]["zh"]))))
