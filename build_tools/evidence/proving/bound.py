"""Binding of values: a number or a date belongs to this subject and not to its neighbour in the sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from build_tools.binding import (
    Binding,
    Wording,
    bind,
    binding_of,
)
from build_tools.evidence.proving.attributes import (
    describes_another,
    is_other_measure,
    is_standard_of,
    is_whole_of,
    was_before,
)
from build_tools.evidence.proving.claim_context import (
    ClaimContext,
    Sibling,
    separators_in_words,
)
from build_tools.evidence.proving.counted_rows import is_counted_in_row
from build_tools.evidence.proving.event_times import is_as_planned, is_moved, is_put_off
from build_tools.evidence.proving.other_times import (
    is_of_other_clause,
    is_of_past_act,
    is_of_rank,
    own_time,
)
from build_tools.evidence.proving.own_words import entity_words, subject_words
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.stretches import Stretch, readings_around, stretch_of
from build_tools.evidence.proving.times_beside import (
    is_of_later_verb,
    is_set_beside,
    is_when_counted_up_to,
    points_back,
)
from build_tools.evidence.proving.unbound import (
    Candidates,
    beside_of_other,
    no_longer,
    no_time,
    value_unbound,
    was_then,
    without_its_time,
)
from build_tools.language.given import is_changed
from build_tools.model import (
    DateValue,
    Figure,
    Modality,
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
    parse_date,
    same_unit,
)

NO_FIGURE = re.compile(r"[^\d\W]{0,6}\s?")
COUNTED = re.compile(r"(?:\s?[a-z]+){1,2}")  # flights, in 86 flights
NEXT_TO = 4  # letters between a value and the words beside it: "12 of the 20 wounded"
OF_WHOLE = re.compile(r"(?<=\w) of the$", re.IGNORECASE)


def check_value(written: Written, found: Reading, context: ClaimContext) -> Iterator[Problem]:
    """A problem where the quote gives several values and the words of the subject do not bind this one."""
    part = stretch_of(context, found.span)
    if isinstance(found, DateValue) and (is_moved(found, context.passage) or _is_first_plan(found, context)):
        return
    if isinstance(found, DateValue) and _is_old_time(found, context):
        yield no_time(written, "is the time from which it is moved")
        return
    if isinstance(found, Quantity) and (after := _changed_to(found, context)):
        yield no_longer(written, found, after)
        return
    if isinstance(found, Quantity) and (then := _is_former(found, context)):
        yield was_then(written, found, then)
    elif isinstance(found, Quantity) and (now := _is_before_change(found, context)):
        yield without_its_time(written, found, now)
    rivals = [one for one in _rivals(found, context) if one == found or not _holds(written, one, context)]
    if isinstance(found, DateValue) and len(rivals) > 1 and _is_past_act(found, context):
        yield no_time(written, "is when something was done with it before")
        return
    if part is None or len(rivals) < 2 or (isinstance(found, DateValue) and found.offset):
        return
    beside = context.passage.places((context.beside.text,)) if context.beside else ()
    if other := _beside_another(found, rivals, beside):
        yield beside_of_other(written, found, other)
        return
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


def _is_first_plan(found: DateValue, context: ClaimContext) -> bool:
    """Whether what is planned is given the date for which it was first set."""
    modality = context.written.qualifiers.modality
    planned = modality is not None and modality.text == Modality.PLANNED
    return planned and is_as_planned(found, context.passage)


def _beside_another(found: Reading, rivals: Iterable[Reading], beside: Sequence[Span]) -> Reading | None:
    """A value that is itself in the words of `beside:`, where the claimed one is away from them."""
    around = Span(found.span.start - NEXT_TO, found.span.end + NEXT_TO)
    if around.touches(beside):
        return None
    return next((one for one in rivals if one != found and one.span.is_within(beside)), None)


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


def _is_before_change(found: Quantity, context: ClaimContext) -> Quantity | None:
    """The value of a figure, where a claim without a time gives the one that it had before: down from 55."""
    given, text = context.written.qualifiers, context.passage.article.source.text
    if given.as_of or given.period or given.from_ or given.until or given.stance or given.modality:
        return None
    if context.beside is not None or not isinstance(context.subject, Figure):
        return None
    earlier = [one for one in _rivals(found, context) if one.span.end <= found.span.start]
    now = earlier[-1] if earlier else None
    between = text[now.span.end : found.span.start] if now else ""
    came_from = worded("down_from").fullmatch(between)
    return now if isinstance(now, Quantity) and came_from and now.unit == found.unit else None


def _is_former(found: Quantity, context: ClaimContext) -> DateValue | None:
    """The past time of a figure with which the present one is compared, where the claim gives no time."""
    given = context.written.qualifiers
    published = context.passage.article.source.published
    if given.as_of or given.period or given.from_ or given.until or given.stance:
        return None
    then = own_time(found, readings_around(found, context), context)
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
    dates = (one for one in readings_around(found, context) if isinstance(one, DateValue))
    return is_put_off(found, dates, context.passage)


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
    around = readings_around(found, context)
    match found:
        case Quantity():
            numbers = [one for one in around if isinstance(one, Quantity) and _could_be(one, found, context)]
            own = [one for one in numbers if one == found or not describes_another(one, context)]
            own = [one for one in own if one == found or not is_other_measure(one, found, context)]
            own = [one for one in own if one == found or not is_standard_of(one, found, context)]
            past = [one for one in own if is_whole_of(one, found, context) or was_before(one, found, context)]
            return [one for one in own if one == found or one not in past]
        case DateValue():
            times = [
                one for one in around if isinstance(one, DateValue) and (one.offset is None or one == found)
            ]
            other = [one for one in times if _is_past_act(one, context) or is_of_rank(one, context)]
            other += [one for one in times if is_when_counted_up_to(one, context) or points_back(one)]
            other += [one for one in times if is_of_later_verb(one, found, context)]
            words = subject_words(context)
            other += [one for one in times if is_of_other_clause(one, found, words, context)]
            return [one for one in times if one == found or one not in other]


def _is_past_act(time: DateValue, context: ClaimContext) -> bool:
    return is_of_past_act(time, subject_words(context), context)


def _holds(written: Written, one: Reading, context: ClaimContext) -> bool:
    """Whether a date as it is written holds another of the sentence too: two hours of one day."""
    day = parse_date(written.text, context.passage.article.source.published)
    if day is None or not isinstance(one, DateValue) or day.edtf is None or one.edtf is None:
        return False
    return one.edtf.startswith(day.edtf)


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
