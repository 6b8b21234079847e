"""Binding: a value, a role, a place belongs to this subject and not to its neighbour in the sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from build_tools.binding import (
    Binding,
    Wording,
    bind,
    binding_of,
)
from build_tools.evidence.proving.attributes import describes_another, is_standard_of
from build_tools.evidence.proving.claim_context import (
    ClaimContext,
    Proof,
    Sibling,
    separators_in_words,
)
from build_tools.evidence.proving.counted_rows import is_counted_in_row
from build_tools.evidence.proving.event_times import is_moved, is_put_off
from build_tools.evidence.proving.other_times import (
    is_joined_to,
    is_of_earlier,
    is_of_other,
    is_of_past_act,
    is_of_rank,
    is_of_report,
    is_right_behind,
    own_time,
)
from build_tools.evidence.proving.own_words import entity_words, spans_of_claim, subject_words
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.seasons import seasons_in
from build_tools.evidence.proving.stretches import Stretch, stretch_of
from build_tools.evidence.proving.times_beside import is_set_beside, is_when_counted_up_to
from build_tools.evidence.proving.unbound import (
    Candidates,
    no_longer,
    no_time,
    time_unbound,
    value_unbound,
    was_then,
)
from build_tools.language import dispatch_head
from build_tools.language.given import is_changed, is_time_of_saying
from build_tools.model import (
    DateValue,
    Figure,
    Quantity,
    Reading,
    Span,
    Written,
)
from build_tools.problem import Problem
from build_tools.text.folding import fold_plain
from build_tools.values import (
    is_degree_of,
    is_speed_of,
    may_be,
    may_be_unsaid,
    named_date,
    parse_date,
    same_unit,
)
from build_tools.values.intervals import contains
from build_tools.values.moments import minutes_asserted

NO_FIGURE = re.compile(r"[^\d\W]{0,6}\s?")
COUNTED = re.compile(r"(?:\s?[a-z]+){1,2}")  # flights, in 86 flights
OF_WHOLE = re.compile(r"(?<=\w) of the$", re.IGNORECASE)


def check_value(written: Written, found: Reading, context: ClaimContext) -> Iterator[Problem]:
    """A problem where the quote gives several values and the words of the subject do not bind this one."""
    part = stretch_of(context, found.span)
    if isinstance(found, DateValue) and is_moved(found, context.passage):
        return
    if isinstance(found, DateValue) and _is_old_time(found, context):
        yield no_time(written, "is the time from which it is moved")
        return
    if isinstance(found, Quantity) and (after := _changed_to(found, context)):
        yield no_longer(written, found, after)
        return
    if isinstance(found, Quantity) and (then := _is_former(found, context)):
        yield was_then(written, found, then)
    rivals = [one for one in _rivals(found, context) if one == found or not _holds(written, one, context)]
    if isinstance(found, DateValue) and len(rivals) > 1 and _is_past_act(found, context):
        yield no_time(written, "is when something was done with it before")
        return
    if part is None or len(rivals) < 2 or (isinstance(found, DateValue) and found.offset):
        return
    beside = context.passage.places((context.beside.text,)) if context.beside else ()
    apart = (one for one in rivals if one == found or not one.span.is_within(beside))
    starts = {one.span.start for one in rivals}
    candidates = part.own(_place(one, starts) for one in apart)
    (chosen,) = part.own([_place(found, starts)])
    if len(candidates) < 2 or chosen not in candidates:
        return
    asked = part.text, candidates.index(chosen), candidates, _wording(part, context)
    if binding_of(*asked) is Binding.BOUND:
        return
    among = Candidates(part.text, candidates, bind(*asked))
    if isinstance(found, DateValue) and is_set_beside(found, subject_words(context), context):
        return
    if is_counted_in_row(found, rivals, subject_words(context), context):
        return
    left = [words for words in among.rivals if not _is_claimed(words, context)]
    if left or _is_taken(found, context):
        yield value_unbound(written, found, among, context)


def _changed_to(found: Quantity, context: ClaimContext) -> Quantity | None:
    """The value to which a figure is planned to change, where the claim gives that from which it does."""
    given = context.written.qualifiers
    if given.modality is None or given.as_of is not None or given.period is not None:
        return None
    text, sentence = context.passage.article.source.text, context.passage.sentence
    behind = (one for one in _rivals(found, context) if one.span.start >= found.span.end)
    after = next(behind, None)
    if not isinstance(after, Quantity) or after.unit != found.unit:
        return None
    before, between = text[sentence.start : found.span.start], text[found.span.end : after.span.start]
    return after if is_changed(before, between) else None


def _is_former(found: Quantity, context: ClaimContext) -> DateValue | None:
    """The past time of a figure with which the present one is compared, where the claim gives no time."""
    given = context.written.qualifiers
    published = context.passage.article.source.published
    if given.as_of or given.period or given.from_ or given.until or given.stance:
        return None
    then = own_time(found, _around(found, context), context)
    ends = then and then.latest
    is_past = ends and published and published.earliest and ends < published.earliest
    return then if is_past and isinstance(context.subject, Figure) else None


def _place(one: Reading, starts: Collection[int]) -> Span:
    """Where a value is, without the words that lead to the next: "none" in "none of the 22"."""
    lead = OF_WHOLE.search(one.raw)
    if lead is None or one.span.end + 1 not in starts:
        return one.span
    return Span(one.span.start, one.span.end - len(lead[0]))


def _is_old_time(found: DateValue, context: ClaimContext) -> bool:
    """Whether an event stated as a fact is given the time that was only planned."""
    given = context.written.qualifiers
    if given.modality is not None or given.stance is not None:
        return False
    dates = (one for one in _around(found, context) if isinstance(one, DateValue))
    return is_put_off(found, dates, context.passage)


def check_time(
    written: Written, found: DateValue, value: Proof | None, context: ClaimContext
) -> Iterator[Problem]:
    """A time of a claim that the sentence gives to something else."""
    part = stretch_of(context, found.span)
    around = _around(found, context)
    dates = [one for one in around if isinstance(one, DateValue) and one.offset is None]
    alike = [
        one for one in dates if one == found or not (one.edtf is None and worded("hour_sign").search(one.raw))
    ]
    rivals = [one for one in alike if one == found or not is_of_report(one, context)]
    if is_of_report(found, context) and len(rivals) > 1:
        yield no_time(written, "is when this was reported")
        return
    if value and isinstance(value.value, Quantity):
        if is_joined_to(found, value.value, context):
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
    own = part.own(spans_of_claim(context, value)) if part else ()
    if part is None or found not in rivals or not own:
        return
    if _is_when_counted(found, context):
        rivals = [one for one in rivals if one == found or not _holds_time(one, found)]
    candidates = part.own(one.span for one in rivals)
    (chosen,) = part.own([found.span])
    asked = part.text, candidates.index(chosen), candidates, Wording(own)
    if len(candidates) < 2 or binding_of(*asked) is not Binding.ELSEWHERE:
        return
    among = Candidates(part.text, candidates, bind(*asked))
    if not among.has_again(found):
        yield time_unbound(written, found, among)


def _is_of_its_own_time(
    found: DateValue, value: Quantity, around: Sequence[Reading], context: ClaimContext
) -> bool:
    """Whether a figure that another is compared with has a date of its own, other than this one."""
    own = own_time(value, around, context)
    if own is None:
        return found.span.end <= value.span.start and is_of_earlier(value, around, context)
    one, other = named_date(own), named_date(found)
    return own != found and not (_holds_time(one, other) or _holds_time(other, one))


def _is_when_counted(found: DateValue, context: ClaimContext) -> bool:
    """Whether a figure moves, and the date says when its number was given: police said at 11 p.m."""
    sentence, words = context.passage.sentence, context.passage.article.words
    before = words(Span(sentence.start, max(sentence.start, found.span.start)))
    moves = isinstance(context.subject, Figure) and context.subject.series is not None
    return moves and is_time_of_saying(before)


def _holds_time(long: DateValue, short: DateValue) -> bool:
    """Whether a time lies within another: 11 p.m. within Thursday."""
    return contains(minutes_asserted(long), minutes_asserted(short))


def _is_claimed(words: str, context: ClaimContext) -> bool:
    """Whether some claim of the annotation has a rival as its value."""
    own = context.written.subject
    return any(
        _writes(one, words)
        and (
            one.subject.text != own.text
            or one.listed
            or one.qualifiers != separators_in_words(context.written)
        )
        for one in context.siblings
    )


def _is_taken(found: Reading, context: ClaimContext) -> bool:
    """Whether another subject has the same reading as its value."""
    return any(one.subject.text != context.subject.id and _writes(one, found.raw) for one in context.siblings)


def _writes(claim: Sibling, words: str) -> bool:
    """Whether a claim writes a reading, with or without what it counts, or a word that asserts nothing."""
    written, given = fold_plain(claim.words), fold_plain(words)
    if written.startswith(given) and COUNTED.fullmatch(written.removeprefix(given)):
        return True
    return written.endswith(given) and bool(NO_FIGURE.fullmatch(written.removesuffix(given)))


def _rivals(found: Reading, context: ClaimContext) -> Sequence[Reading]:
    """Every reading of the sentence that the subject could hold, the found one among them."""
    around = _around(found, context)
    match found:
        case Quantity():
            numbers = [one for one in around if isinstance(one, Quantity) and _could_be(one, found, context)]
            own = [one for one in numbers if one == found or not describes_another(one, context)]
            return [one for one in own if one == found or not is_standard_of(one, found, context)]
        case DateValue():
            times = [
                one for one in around if isinstance(one, DateValue) and (one.offset is None or one == found)
            ]
            other = [one for one in times if _is_past_act(one, context) or is_of_rank(one, context)]
            other += [one for one in times if is_when_counted_up_to(one, context)]
            return [one for one in times if one == found or one not in other]


def _is_past_act(time: DateValue, context: ClaimContext) -> bool:
    return is_of_past_act(time, subject_words(context), context)


def _holds(written: Written, one: Reading, context: ClaimContext) -> bool:
    """Whether a date as it is written holds another of the sentence too: two hours of one day."""
    day = parse_date(written.text, context.passage.article.source.published)
    if day is None or not isinstance(one, DateValue) or day.edtf is None or one.edtf is None:
        return False
    return one.edtf.startswith(day.edtf)


def _around(found: Reading, context: ClaimContext) -> list[Reading]:
    """The readings of the sentences of the quote, the found one as the quote gives it."""
    whole, article = context.passage.sentence, context.passage.article
    head = _dispatch_head(article.source.text, whole.start)
    given = article.values_in(whole.start, whole.end - whole.start)
    if isinstance(found, DateValue) and found.edtf is None and found.offset is None:
        given = (*given, *seasons_in(context.passage, whole))
    others = [one for one in given if not one.span.touches([found.span]) and one.span.start >= head]
    return sorted([*others, found], key=lambda one: one.span.start)


def _dispatch_head(text: str, place: int) -> int:
    """Where the paragraph around a place begins, behind the head of a dispatch: its day dates nothing."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", start)
    return start + dispatch_head(text[start : len(text) if end < 0 else end])


def _could_be(one: Quantity, found: Quantity, context: ClaimContext) -> bool:
    unit = context.unit or found.unit
    if one.unit is None and may_be_unsaid(unit):
        return not _is_of_place(one, found, context)
    if is_speed_of(one.unit, unit) or is_degree_of(one.unit, unit):
        return True
    return one.unit in (unit, found.unit) or same_unit(one, found) or may_be(one, unit)


def _is_of_place(one: Quantity, found: Quantity, context: ClaimContext) -> bool:
    """Whether a bare number only counts the places of what the found one counts: 41 people in three towns."""
    between = context.passage.article.source.text[found.span.end : max(found.span.end, one.span.start)]
    return found.unit is not None and bool(worded("in_places").fullmatch(between))


def _wording(part: Stretch, context: ClaimContext) -> Wording:
    subject, article = context.subject, context.passage.article
    if context.beside is not None:
        return Wording(part.own(context.passage.places((context.beside.text,))))
    of = subject.of if isinstance(subject, Figure) else None
    entities = context.inputs.entities
    measured = of is not None and entities[of].kind.is_plain
    strangers = (one.span for one in article.named_within([part.span]) if one.entity != of)
    return Wording(
        own=part.own(subject_words(context, part.span)),
        of=part.own(entity_words(context, of, part.span)) if of and measured else (),
        others=part.own(article.words_of_others(subject, part.span)),
        strangers=part.own(strangers) if measured else (),
    )
