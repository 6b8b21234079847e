"""Proving qualifiers: when, where, by whom and how firmly a claim is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.evidence.proving.context import ClaimContext, Proof
from build_tools.evidence.proving.dates import End, prove_date
from build_tools.evidence.proving.names import is_speaker_near, prove_entity
from build_tools.evidence.proving.subjects import not_near
from build_tools.model import (
    DateValue,
    EntityId,
    EntityValue,
    Modality,
    Qualifiers,
    Stance,
    TermId,
    Written,
    WrittenQualifiers,
)
from build_tools.problem import Problem, Problems, Severity


@dataclass(frozen=True, slots=True)
class Times:
    """The four dates that a claim may carry."""

    period: DateValue | None
    as_of: DateValue | None
    from_: DateValue | None
    until: DateValue | None


def prove_qualifiers(given: WrittenQualifiers, context: ClaimContext) -> tuple[Qualifiers | None, Problems]:
    """The qualifiers as the quote bears them out; none where one of them is not in it."""
    times, undated = _times(given, context)
    at, elsewhere = _at(given.at, context)
    unnamed = tuple(_check_speakers(given, context))
    problems = (*undated, *elsewhere, *unnamed)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    return _qualifiers(given, times, at, context), problems


def _qualifiers(
    given: WrittenQualifiers, times: Times, at: EntityId | None, context: ClaimContext
) -> Qualifiers:
    return Qualifiers(
        period=times.period,
        as_of=times.as_of,
        at=at,
        from_=times.from_,
        until=times.until,
        since=_entity(given.since, context),
        said_by=_speaker(given.said_by, context),
        via=_entity(given.via, context),
        stance=Stance(given.stance.text) if given.stance else Stance.AFFIRMS,
        modality=Modality(given.modality.text) if given.modality else Modality.ASSERTED,
        inferred=given.inferred,
        note=given.note,
    )


def _times(given: WrittenQualifiers, context: ClaimContext) -> tuple[Times, Problems]:
    proofs = [
        _date(given.period, context),
        _date(given.as_of, context),
        _date(given.from_, context, End.FIRST),
        _date(given.until, context, End.LAST),
    ]
    period, as_of, from_, until = (value for value, _ in proofs)
    return Times(period, as_of, from_, until), tuple(problem for _, found in proofs for problem in found)


def _date(
    written: Written | None, context: ClaimContext, end: End | None = None
) -> tuple[DateValue | None, Problems]:
    proven, problems = prove_date(written, context, end) if written else (None, ())
    value = proven.value if proven else None
    return value if isinstance(value, DateValue) else None, problems


def _at(written: Written | None, context: ClaimContext) -> tuple[EntityId | None, Problems]:
    proof: Proof = prove_entity(written, context) if written else (None, ())
    proven, problems = proof
    value = proven.value if proven else None
    return value.id if isinstance(value, EntityValue) else None, problems


def _entity(written: Written | None, context: ClaimContext) -> EntityId | None:
    known = written is not None and written.text in context.inputs.entities
    return EntityId(written.text) if written and known else None


def _speaker(written: Written | None, context: ClaimContext) -> EntityId | TermId | None:
    if written and written.text in context.inputs.vocabulary.terms:
        return TermId(written.text)
    return _entity(written, context)


def _check_speakers(given: WrittenQualifiers, context: ClaimContext) -> Iterator[Problem]:
    """Whom the article credits is named where it says so; an outlet, anywhere in the article."""
    if given.said_by and not is_speaker_near(given.said_by, context):
        yield not_near(given.said_by.origin, given.said_by.text)
    if given.via and not _is_named_in_article(EntityId(given.via.text), context):
        message = f"the article does not name `{given.via.text}`"
        hint = "`via` is the outlet that the article says it relays; give it the alias that the article uses"
        yield Problem(given.via.origin, "outlet-not-in-source", message, hint, Severity.WARNING)


def _is_named_in_article(id: EntityId, context: ClaimContext) -> bool:
    passage = context.passage
    return id in passage.names or any(mention.entity == id for mention in passage.article.mentions)
