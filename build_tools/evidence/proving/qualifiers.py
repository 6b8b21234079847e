"""Proves qualifiers: time, place, speaker and modality of a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from build_tools.evidence.proving.bound_times import COMPARED, check_time
from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.names import prove_entity
from build_tools.evidence.proving.own_words import subject_words
from build_tools.evidence.proving.prove_dates import End, is_same_date, prove_date
from build_tools.evidence.proving.prove_speakers import prove_speakers
from build_tools.evidence.proving.times_beside import is_its_end, is_when_left
from build_tools.evidence.proving.unbound import no_time
from build_tools.language.given import is_compared_with
from build_tools.model import (
    DateValue,
    EntityId,
    EntityValue,
    How,
    Kind,
    Modality,
    Qualifiers,
    Quantity,
    Span,
    Stance,
    TermId,
    TextValue,
    Value,
    Written,
)
from build_tools.values import parse_sum, read_dates

DATES = {"period": None, "as_of": End.LAST, "from": End.FIRST, "until": End.LAST}


def prove_qualifiers(context: ClaimContext, value: Proof | None) -> tuple[Proof, ...]:
    """A proof for each qualifier that is written, and for the time that is assumed where none is."""
    found = [*_prove_dates(context, value), *_prove_place(context), *prove_speakers(context, value)]
    return tuple(found)


def _prove_dates(context: ClaimContext, value: Proof | None) -> Iterator[Proof]:
    given = context.written.qualifiers
    written = {"period": given.period, "as_of": given.as_of, "from": given.from_, "until": given.until}
    for part, end in DATES.items():
        text = written[part]
        if text is not None:
            proof = _bound(prove_date(text, context, part, end), text, value, context)
            yield _assumed(part) if part == "as_of" and _is_publication(proof, context) else proof
    if given.as_of is None and context.changes_with_time:
        yield _assumed("as_of")


def _bound(proof: Proof, written: Written, value: Proof | None, context: ClaimContext) -> Proof:
    """A proven time, checked against the other times of the sentence."""
    if proof.gaps or not isinstance(proof.value, DateValue):
        return proof
    if proof.part == "period" and proof.value.offset is not None:
        return replace(proof, gaps=(no_time(written, "counts from an event, and is no time by itself"),))
    if value and isinstance(value.value, Quantity) and _is_compared(proof.value, value.value, context):
        return replace(proof, gaps=(no_time(written, COMPARED),))
    if value and isinstance(value.value, TextValue) and _is_of_another(proof.value, value.value, context):
        return replace(proof, gaps=(no_time(written, "is not the time that the account names"),))
    if proof.part == "until" and _ends(proof.value, context):
        return proof
    return replace(proof, gaps=tuple(check_time(written, proof.value, value, context)))


def _ends(time: DateValue, context: ClaimContext) -> bool:
    """Whether the words beside a time say that the subject ends then, or that somebody leaves an office."""
    leaves = context.subject.kind is Kind.PERSON and is_when_left(time, context)
    return leaves or is_its_end(time, subject_words(context), context)


def _is_of_another(time: DateValue, account: TextValue, context: ClaimContext) -> bool:
    """Whether an account names its own times, and none of them meets the one that it is given."""
    texts = (account.text.en, account.text.zh, account.text.every)
    published = context.passage.article.source.published
    named = [one for text in texts if text for one in read_dates(text, published) if one.edtf]
    return bool(named) and not any(_meet(time, one) for one in named)


def _meet(one: DateValue, other: DateValue) -> bool:
    """Whether some day may be one of both."""
    starts = [each.earliest for each in (one, other) if each.earliest]
    ends = [each.latest for each in (one, other) if each.latest]
    return max(starts, default=date.min) <= min(ends, default=date.max)


def _is_compared(time: DateValue, value: Quantity, context: ClaimContext) -> bool:
    """Whether a figure is compared with another time: 营收12.52亿，还不如2022年同期."""
    reckoned = isinstance(context.written.value, Written) and parse_sum(context.written.value.text)
    if reckoned or not value.span.start < value.span.end <= time.span.start:
        return False
    between = context.passage.article.words(Span(value.span.end, time.span.start))
    return is_compared_with(between)


def _assumed(part: str) -> Proof:
    """A default that needs no words: a claim holds as of the publication of its article."""
    return Proof(part, how=How.ASSUMED)


def _is_publication(proof: Proof, context: ClaimContext) -> bool:
    """Whether a date that the quote does not give is that of the publication."""
    published = context.passage.article.source.published
    return bool(proof.gaps) and isinstance(proof.value, DateValue) and is_same_date(proof.value, published)


def _prove_place(context: ClaimContext) -> Iterator[Proof]:
    at = context.written.qualifiers.at
    if at is not None:
        yield prove_entity(at, context, "at")


def qualifiers_of(proofs: Iterable[Proof], context: ClaimContext) -> Qualifiers:
    """The qualifiers of a claim, out of the proofs of its parts."""
    given, values = context.written.qualifiers, {proof.part: proof.value for proof in proofs}
    at = values.get("at")
    return Qualifiers(
        period=_date(values.get("period")),
        as_of=_date(values.get("as_of")),
        at=at.id if isinstance(at, EntityValue) else None,
        from_=_date(values.get("from")),
        until=_date(values.get("until")),
        since=_entity(given.since, context),
        said_by=_speaker(given.said_by, context),
        via=_entity(given.via, context),
        stance=Stance(given.stance.text) if given.stance else Stance.AFFIRMS,
        modality=Modality(given.modality.text) if given.modality else Modality.ASSERTED,
        note=given.note,
        doubt=given.doubt,
    )


def _date(value: Value | None) -> DateValue | None:
    return value if isinstance(value, DateValue) else None


def _entity(written: Written | None, context: ClaimContext) -> EntityId | None:
    known = written is not None and written.text in context.inputs.entities
    return EntityId(written.text) if written and known else None


def _speaker(written: Written | None, context: ClaimContext) -> EntityId | TermId | None:
    if written and written.text in context.inputs.vocabulary.terms:
        return TermId(written.text)
    return _entity(written, context)
