"""Proving one claim: its subject, its value and its qualifiers, each in the words of the quote."""

from __future__ import annotations

from dataclasses import replace

from build_tools.evidence.proving.accounts import prove_account
from build_tools.evidence.proving.context import ClaimContext, Proof, Proven
from build_tools.evidence.proving.dates import prove_date
from build_tools.evidence.proving.identity import claim_id
from build_tools.evidence.proving.names import prove_entity, prove_term
from build_tools.evidence.proving.passages import Passage
from build_tools.evidence.proving.qualifiers import prove_qualifiers
from build_tools.evidence.proving.quantities import prove_quantity
from build_tools.evidence.proving.subjects import check_subject
from build_tools.model import (
    Anchored,
    Claim,
    ClaimId,
    EntityId,
    Inputs,
    Kind,
    LocalText,
    PropertyId,
    Qualifiers,
    TermId,
    TermValue,
    ValueType,
    Written,
    WrittenClaim,
)
from build_tools.problem import Problem, Problems, Severity

NOTHING = Proven(None, "")


def prove_claim(
    written: WrittenClaim, anchored: Anchored, passage: Passage, inputs: Inputs
) -> tuple[Claim | None, Problems]:
    """A claim as the quote bears it out; none where something in it is not in the quote."""
    subject = inputs.entities[EntityId(written.subject.text)]
    context = ClaimContext(inputs, passage, subject, bool(written.qualifiers.inferred))
    unnamed = tuple(check_subject(written.subject, context))
    proven, wrong = prove_value(written, context)
    qualifiers, unqualified = prove_qualifiers(written.qualifiers, context)
    problems = (*unnamed, *wrong, *unqualified)
    if proven is None or qualifiers is None or any(map(_fails, problems)):
        return None, problems
    return _claim(written, anchored, proven, qualifiers), problems


def _fails(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


def _claim(written: WrittenClaim, anchored: Anchored, proven: Proven, qualifiers: Qualifiers) -> Claim:
    claim = Claim(
        id=ClaimId(""),
        subject=EntityId(written.subject.text),
        property=PropertyId(written.property.text) if written.property else None,
        value=proven.value,
        qualifiers=qualifiers,
        citation=anchored.citation,
        passage=anchored.id,
        translation=anchored.annotation.translation,
        raw=proven.raw,
        origin=written.origin,
    )
    return replace(claim, id=claim_id(claim))


def prove_value(written: WrittenClaim, context: ClaimContext) -> Proof:
    """The value by its type; a claim on the subject itself has none."""
    match written.value:
        case None:
            return NOTHING, ()
        case LocalText() as account:
            return prove_account(account, context)
        case Written() as value:
            return _prove_written(value, _type(written.property, context), context)


def _type(property: Written | None, context: ClaimContext) -> ValueType | None:
    known = context.inputs.vocabulary.properties.get(PropertyId(property.text)) if property else None
    return known.type if known else None


def _prove_written(value: Written, type: ValueType | None, context: ClaimContext) -> Proof:
    if context.subject.kind is Kind.QUESTION:
        return Proven(TermValue(TermId(value.text)), ""), ()
    match type:
        case ValueType.QUANTITY:
            return prove_quantity(value, context)
        case ValueType.DATE:
            return prove_date(value, context)
        case ValueType.TERM:
            return prove_term(value, context)
        case ValueType.ENTITY:
            return prove_entity(value, context)
        case ValueType.TEXT:
            return prove_account(LocalText(every=value.text, origin=value.origin), context)
        case None:
            return None, ()
