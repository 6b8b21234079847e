"""Binding of times: the time of a claim belongs to it and not to something else in the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.binding import Binding, Wording, bind, binding_of
from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.other_times import (
    is_joined_to,
    is_of_earlier,
    is_of_other,
    is_of_other_clause,
    is_of_report,
    is_right_behind,
    own_time,
)
from build_tools.evidence.proving.own_words import spans_of_claim
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.stretches import readings_around, stretch_of
from build_tools.evidence.proving.unbound import Candidates, no_time, time_unbound
from build_tools.language.given import is_time_of_saying
from build_tools.language.tables import level_letters
from build_tools.model import DateValue, Figure, Quantity, Reading, Span, Written
from build_tools.problem import Problem
from build_tools.values import named_date
from build_tools.values.intervals import contains
from build_tools.values.moments import minutes_asserted

COMPARED = "is the time that this is compared with"


def check_time(
    written: Written, found: DateValue, value: Proof | None, context: ClaimContext
) -> Iterator[Problem]:
    """A time of a claim that the sentence gives to something else."""
    part = stretch_of(context, found.span)
    around = readings_around(found, context)
    dates = [one for one in around if isinstance(one, DateValue) and one.offset is None]
    alike = [
        one for one in dates if one == found or not (one.edtf is None and worded("hour_sign").search(one.raw))
    ]
    rivals = [one for one in alike if one == found or not is_of_report(one, context)]
    rivals = [one for one in rivals if one == found or not _is_compared_date(one, context)]
    if is_of_report(found, context) and len(rivals) > 1 and not _is_of_own_count(found, value, context):
        yield no_time(written, "is when this was reported")
        return
    if value and isinstance(value.value, Quantity):
        if is_joined_to(found, value.value, context):
            return
        if _is_compared_date(found, context) and len(rivals) > 1:
            yield no_time(written, COMPARED)
            return
        if is_right_behind(found, value.value, around, context):
            yield no_time(written, "is the time of the figure right before it")
            return
        if _is_of_its_own_time(found, value.value, around, context):
            yield no_time(written, "is not the time that is right beside the figure")
            return
        rivals = [
            one
            for one in rivals
            if one.span == found.span or not is_of_other(one, found, value.value, around, context)
        ]
    words = spans_of_claim(context, value)
    rivals = [one for one in rivals if one == found or not is_of_other_clause(one, found, words, context)]
    own = part.own(words) if part else ()
    if part is None or found not in rivals or not own:
        return
    if _is_when_counted(found, context):
        rivals = [one for one in rivals if one == found or not _holds_time(one, found)]
    if any(one.latest is None and one.earliest == found.earliest for one in rivals if one != found):
        return  # 5月10日 is also that of 自5月10日起
    candidates = part.own(one.span for one in rivals)
    (chosen,) = part.own([found.span])
    asked = part.text, candidates.index(chosen), candidates, Wording(own)
    if len(candidates) < 2 or binding_of(*asked) is not Binding.ELSEWHERE:
        return
    among = Candidates(part.text, candidates, bind(*asked))
    if not among.has_again(found):
        yield time_unbound(written, found, among)


def _is_compared_date(one: DateValue, context: ClaimContext) -> bool:
    """Whether a date is what another time is compared with: lower than the day before, 较前一日下跌."""
    article, sentence = context.passage.article, context.passage.sentence
    before = article.words(Span(sentence.start, max(sentence.start, one.span.start)))
    return bool(worded("than_date").search(level_letters(before)))


def _is_of_its_own_time(
    found: DateValue, value: Quantity, around: Sequence[Reading], context: ClaimContext
) -> bool:
    """Whether the sentence gives a figure another date than this one, because it compares two figures."""
    own = own_time(value, around, context)
    if own is None:
        return found.span.end <= value.span.start and is_of_earlier(value, around, context)
    one, other = named_date(own), named_date(found)
    return own != found and not (_holds_time(one, other) or _holds_time(other, one))


def _is_of_own_count(found: DateValue, value: Proof | None, context: ClaimContext) -> bool:
    """Whether a figure that moves is right behind the time of its count: 由昨日早晨通报的7人升至11人."""
    number = value.value if value else None
    if not isinstance(number, Quantity) or not _moves(context):
        return False
    between = context.passage.article.words(Span(found.span.end, max(found.span.end, number.span.start)))
    return bool(worded("counted_then").fullmatch(level_letters(between)))


def _moves(context: ClaimContext) -> bool:
    return isinstance(context.subject, Figure) and context.subject.series is not None


def _is_when_counted(found: DateValue, context: ClaimContext) -> bool:
    """Whether a figure moves, and the date says when its number was given: police said at 11 p.m."""
    sentence, words = context.passage.sentence, context.passage.article.words
    before = words(Span(sentence.start, max(sentence.start, found.span.start)))
    return _moves(context) and is_time_of_saying(before)


def _holds_time(long: DateValue, short: DateValue) -> bool:
    """Whether a time lies within another: 11 p.m. within Thursday."""
    return contains(minutes_asserted(long), minutes_asserted(short))
