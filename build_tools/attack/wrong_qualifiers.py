"""Wrong qualifiers: stance, modality, speaker, outlet."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.attack.scene import MOST, AttackedAnnotation, Target
from build_tools.attack.variants import Variant, own_qualifier, with_qualifier
from build_tools.language import Force, forces_in
from build_tools.model import ACTORS, EntityId, Kind, Modality, Stance, TermId, TextValue, Written
from build_tools.text.mentions import find_forms

HEDGES = frozenset({Force.PLAN, Force.SUPPOSITION, Force.HEARSAY})
WEAKER = {
    Modality.PLANNED: frozenset({Force.PLAN}),
    Modality.PREDICTED: frozenset({Force.PLAN, Force.SUPPOSITION}),
    Modality.RUMOURED: frozenset({Force.HEARSAY}),
}
OUTLETS = (Kind.ORGANISATION,)


def stance(scene: AttackedAnnotation) -> Iterator[Variant]:
    """What is affirmed denied, and what is denied affirmed."""
    for target in scene.targets:
        if target.claim.qualifiers.stance is Stance.AFFIRMS:
            yield from with_qualifier(target, "stance", [Stance.DENIES])
        elif own_qualifier(target, "stance"):
            yield from with_qualifier(target, "stance", [""])


def modality_dropped(scene: AttackedAnnotation) -> Iterator[Variant]:
    """What is planned, predicted or rumoured, asserted."""
    for target in scene.targets:
        if target.claim.qualifiers.modality is not Modality.ASSERTED and own_qualifier(target, "modality"):
            yield from with_qualifier(target, "modality", [""], _said_in_account(target, HEDGES))


def _said_in_account(target: Target, forces: frozenset[Force]) -> str:
    """Why a modality says nothing new of an account: its own words say it in each of its languages."""
    value = target.claim.value
    texts = (value.text.en, value.text.zh, value.text.every) if isinstance(value, TextValue) else ()
    hedged = [bool(forces_in(text) & forces) for text in texts if text]
    return "the account says it in its own words" if hedged and all(hedged) else ""


def modality_added(scene: AttackedAnnotation) -> Iterator[Variant]:
    """What is asserted, planned, predicted or rumoured."""
    for target in scene.targets:
        for weaker, forces in WEAKER.items() if target.claim.qualifiers.modality is Modality.ASSERTED else ():
            yield from with_qualifier(target, "modality", [weaker], _said_in_account(target, forces))


def said_by(scene: AttackedAnnotation) -> Iterator[Variant]:
    """A statement credited to another who is named there."""
    for target in scene.targets:
        speaker = own_qualifier(target, "said_by")
        if speaker:
            named = [*scene.others(speaker.text, scene.named_around, ACTORS), *_terms(target, speaker)]
            for other in scene.few(named, MOST, "said_by", target.name):
                yield from with_qualifier(target, "said_by", [other], _is_outlet(target, other))


def via(scene: AttackedAnnotation) -> Iterator[Variant]:
    """A report passed on from another outlet that is named there."""
    for target in scene.targets:
        outlet = own_qualifier(target, "via")
        if outlet:
            named = scene.others(outlet.text, scene.named_around, OUTLETS)
            yield from with_qualifier(target, "via", scene.few(named, MOST, "via", target.name))


def _is_outlet(target: Target, other: str) -> str:
    outlet = target.written.qualifiers.via
    return "it is the outlet of `via`" if outlet and outlet.text == other else ""


def _terms(target: Target, speaker: Written) -> list[TermId | EntityId]:
    """The unnamed speakers with a form in the text: insiders, analysts."""
    terms = target.scene.inputs.vocabulary.terms
    around = target.scene.passage.around
    spoken = {claim.qualifiers.said_by for claim in target.scene.article}
    return [
        id
        for id, term in terms.items()
        if id != speaker.text and id in spoken and find_forms(around, term.forms)
    ]
