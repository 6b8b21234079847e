"""Variants that are also true: they say nothing about the check and are not counted."""

from __future__ import annotations

from dataclasses import replace

from build_tools.attack.scene import Target
from build_tools.evidence.proving.claim_context import type_of
from build_tools.evidence.proving.prove_quantities import with_unit
from build_tools.model import (
    Claim,
    DateValue,
    EntityId,
    EntityValue,
    Figure,
    Kind,
    LocalText,
    Modality,
    PropertyId,
    Qualifiers,
    Quantity,
    Stance,
    TermId,
    TermValue,
    TextValue,
    Value,
    ValueType,
    Verdict,
    Written,
    WrittenClaim,
    WrittenQualifiers,
)
from build_tools.values import compare, parse_date, parse_quantity

SAME = "it says the same"


def why_true(target: Target, changed: WrittenClaim) -> str:
    """Why a changed claim is true as well; nothing where it is not.

    It says the same as before; or another claim of the same words says it; or, of names and roles,
    another claim of the article.
    """
    meant = meaning(target, changed)
    if is_alike(meant, target.claim):
        return SAME
    others = [claim for claim in target.scene.beside if claim != target.claim]
    if found := next((claim for claim in others if is_alike(meant, claim)), None):
        return f"line {found.origin.line} claims it of the same words"
    return _said_elsewhere(target, meant)


def _said_elsewhere(target: Target, meant: Claim) -> str:
    """Names and roles hold for the whole article: who takes part, who holds an office and where."""
    named = isinstance(meant.value, EntityValue) and meant.subject == target.claim.subject
    held = isinstance(meant.value, TermValue) and target.subject.kind is not Kind.QUESTION
    if not (named or held) or _fact(meant) == _fact(target.claim):
        return ""
    found = next((claim for claim in target.scene.article if _is_fact(meant, claim)), None)
    return f"line {found.origin.line} claims it of the same article" if found else ""


def _is_fact(meant: Claim, claim: Claim) -> bool:
    """Whether a claim says it too, or says more: at which organisation an office is held."""
    firm = meant.qualifiers.modality == claim.qualifiers.modality
    said = claim if meant.qualifiers.at else replace(claim, qualifiers=replace(claim.qualifiers, at=None))
    return firm and _fact(meant) == _fact(said)


def _fact(claim: Claim) -> tuple[object, ...]:
    return claim.subject, claim.property, claim.value, claim.qualifiers.at, claim.qualifiers.stance


def is_alike(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same: subject, property, value and every qualifier."""
    if (one.subject, one.property) != (other.subject, other.property):
        return False
    return is_same_value(one.value, other.value) and _is_same_way(one.qualifiers, other.qualifiers)


def is_same_value(one: Value | None, other: Value | None) -> bool:
    """Whether two values are one: figures that agree and are as firm, the same days, the same name."""
    match one, other:
        case Quantity(), Quantity():
            return one.qualifier == other.qualifier and compare(one, other) is Verdict.AGREE
        case DateValue(), DateValue():
            return is_same_time(one, other)
        case _:
            return one == other


def is_same_time(one: DateValue | None, other: DateValue | None) -> bool:
    """Whether two dates are the same days, at the same hour if both have one, or count the same."""
    if one is None or other is None:
        return one is other
    if one.edtf is None or other.edtf is None:
        return one.edtf == other.edtf and (one.offset or one.raw) == (other.offset or other.raw)
    if one.clock and other.clock and one.clock != other.clock:
        return False
    return (one.earliest, one.latest) == (other.earliest, other.latest)


def _is_same_way(one: Qualifiers, other: Qualifiers) -> bool:
    pairs = zip(_times(one), _times(other), strict=True)
    return _standing(one) == _standing(other) and all(is_same_time(*pair) for pair in pairs)


def _times(one: Qualifiers) -> tuple[DateValue | None, ...]:
    return one.period, one.as_of, one.from_, one.until


def _standing(one: Qualifiers) -> tuple[object, ...]:
    return one.at, one.since, one.said_by, one.via, one.stance, one.modality


def meaning(target: Target, changed: WrittenClaim) -> Claim:
    """What a changed claim says: as the right one is proven, but for what is changed."""
    old = target.written
    value = target.claim.value if changed.value == old.value else meant_value(target, changed)
    return replace(
        target.claim,
        subject=EntityId(changed.subject.text),
        property=PropertyId(changed.property.text) if changed.property else None,
        value=value,
        qualifiers=_meant_qualifiers(target, changed.qualifiers),
    )


def meant_value(target: Target, changed: WrittenClaim) -> Value | None:
    """The value that is written."""
    match changed.value:
        case None:
            return None
        case LocalText() as text:
            return TextValue(text)
        case Written() as value:
            return _parsed(target, value, type_of(changed, target.scene.inputs))


def _parsed(target: Target, value: Written, type: ValueType | None) -> Value | None:
    if target.subject.kind is Kind.QUESTION or type is ValueType.TERM:
        return TermValue(TermId(value.text))
    match type:
        case ValueType.QUANTITY:
            found = parse_quantity(value.text)
            unit = target.subject.unit if isinstance(target.subject, Figure) else None
            return with_unit(found, unit) if found else None
        case ValueType.DATE:
            return date_of(target, value)
        case ValueType.ENTITY:
            return EntityValue(EntityId(value.text))
        case _:
            return TextValue(LocalText(every=value.text))


def date_of(target: Target, written: Written | None) -> DateValue | None:
    """A date as it is written, read against the day of publication."""
    published = target.scene.passage.article.source.published
    return parse_date(written.text, published) if written else None


def _meant_qualifiers(target: Target, changed: WrittenQualifiers) -> Qualifiers:
    old, kept = target.written.qualifiers, target.claim.qualifiers
    said_by, stance, modality = changed.said_by, changed.stance, changed.modality
    return replace(
        kept,
        period=kept.period if changed.period == old.period else date_of(target, changed.period),
        as_of=kept.as_of if changed.as_of == old.as_of else date_of(target, changed.as_of),
        from_=kept.from_ if changed.from_ == old.from_ else date_of(target, changed.from_),
        until=kept.until if changed.until == old.until else date_of(target, changed.until),
        at=EntityId(changed.at.text) if changed.at else None,
        since=EntityId(changed.since.text) if changed.since else None,
        said_by=EntityId(said_by.text) if said_by else None,
        via=EntityId(changed.via.text) if changed.via else None,
        stance=Stance(stance.text) if stance else Stance.AFFIRMS,
        modality=Modality(modality.text) if modality else Modality.ASSERTED,
    )
