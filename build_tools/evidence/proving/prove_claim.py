"""Proving one claim: its subject, its value and its qualifiers, each in the words of the quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_tools.evidence.proving.accounts import prove_account
from build_tools.evidence.proving.claim_context import ClaimContext, Proof, siblings_of, type_of
from build_tools.evidence.proving.identity import claim_id
from build_tools.evidence.proving.names import prove_entity, prove_term
from build_tools.evidence.proving.parts import VALUE, Settled, settle_parts
from build_tools.evidence.proving.polarity import prove_polarity
from build_tools.evidence.proving.prove_dates import prove_date
from build_tools.evidence.proving.prove_quantities import prove_quantity
from build_tools.evidence.proving.prove_subjects import prove_subject
from build_tools.evidence.proving.qualifiers import prove_qualifiers, qualifiers_of
from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.evidence.proving.terms import prove_answer
from build_tools.evidence.proving.unread_languages import inferred_by_rule
from build_tools.model import (
    Anchored,
    Claim,
    ClaimId,
    EntityId,
    Inputs,
    LocalText,
    PropertyId,
    Question,
    Reason,
    TextValue,
    ValueType,
    Written,
    WrittenClaim,
)
from build_tools.problem import Problems


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim with the proof of its parts, what is wrong with it, and the reasons that served.

    There is no claim where its value cannot be read.
    """

    claim: Claim | None
    problems: Problems
    used: tuple[Reason, ...]


def prove_claim(written: WrittenClaim, anchored: Anchored, passage: Passage, inputs: Inputs) -> Claimed:
    """A claim with each part checked against quote and context."""
    subject = inputs.entities[EntityId(written.subject.text)]
    siblings = siblings_of(written, anchored.annotation.claims, inputs)
    context = ClaimContext(inputs, passage, subject, written, siblings)
    value = prove_value(context)
    own = (value,) if value else ()
    proofs: tuple[Proof, ...] = (
        prove_subject(context),
        *own,
        *prove_qualifiers(context, value),
        *prove_polarity(context, value),
    )
    if not passage.article.source.is_read:
        proofs = inferred_by_rule(proofs, context)
    settled = settle_parts(proofs, written, free=_is_free(value))
    unreadable = value is not None and value.value is None
    claim = None if unreadable else _claim(context, anchored, proofs, settled)
    return Claimed(claim, settled.problems, settled.used)


def _is_free(value: Proof | None) -> bool:
    """Whether the tool cannot see what a claim says: an account, or that something happened."""
    return value is None or isinstance(value.value, TextValue)


def _claim(context: ClaimContext, anchored: Anchored, proofs: Sequence[Proof], settled: Settled) -> Claim:
    written = context.written
    value = next((proof for proof in proofs if proof.part == VALUE), Proof(VALUE))
    claim = Claim(
        id=ClaimId(""),
        subject=EntityId(written.subject.text),
        property=PropertyId(written.property.text) if written.property else None,
        value=value.value,
        qualifiers=qualifiers_of(proofs, context),
        citation=anchored.citation,
        passage=anchored.id,
        translation=anchored.annotation.translation,
        raw=value.raw,
        proof=settled.proof,
        context=anchored.context,
        was=written.qualifiers.was,
        origin=written.origin,
    )
    return replace(claim, id=claim_id(claim))


def prove_value(context: ClaimContext) -> Proof | None:
    """The value by its type; a claim on the subject itself has none."""
    match context.written.value:
        case None:
            return None
        case LocalText() as account:
            return prove_account(account, context)
        case Written() as value:
            return _prove_written(value, type_of(context.written, context.inputs), context)


def _prove_written(value: Written, type: ValueType | None, context: ClaimContext) -> Proof | None:
    if isinstance(context.subject, Question):
        return prove_answer(value, context.subject, context)
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
            return None
