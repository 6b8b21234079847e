"""Checks modality: a plan, a supposition or hearsay is not claimed as a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.event_times import is_as_planned
from build_tools.evidence.proving.governed import Governed, bears, governed_by, may_govern, sentence_cues
from build_tools.evidence.proving.own_words import subject_words
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.shared_words import hedged_words
from build_tools.evidence.proving.wording import or_accept
from build_tools.language import Cue, Force, forces_in
from build_tools.language.given import (
    comes_into_force,
    is_defined,
    is_done,
    is_estimate,
    is_given,
    is_leak,
    is_of_whole,
    is_passed_on,
    is_permitted,
    is_start,
    is_supposed,
    takes_part,
)
from build_tools.language.offices import is_done_by_order, is_still_to_be, takes_office, tells_of_plan
from build_tools.language.senses import language_of
from build_tools.language.subject_of_saying import has_verb
from build_tools.language.tables import level_letters
from build_tools.model import (
    DateValue,
    Event,
    Figure,
    Kind,
    LocalText,
    Modality,
    Quantity,
    Question,
    Span,
    Stance,
    TermValue,
    TextValue,
)
from build_tools.problem import Origin, Problem, Severity
from build_tools.values import gives_year

ASKED = {
    Force.PLAN: Modality.PLANNED,
    Force.SUPPOSITION: Modality.PREDICTED,
    Force.HEARSAY: Modality.RUMOURED,
}
HALF_A_YEAR = timedelta(days=183)
BEARING = {
    Modality.PLANNED: frozenset({Force.PLAN, Force.SUPPOSITION}),
    Modality.PREDICTED: frozenset({Force.PLAN, Force.SUPPOSITION}),
    Modality.RUMOURED: frozenset({Force.HEARSAY, Force.SUPPOSITION}),
}


def prove_modality(context: ClaimContext, value: Proof | None, spans: Sequence[Span]) -> Proof:
    """A written modality needs a word that shows it, in the quote or in the account itself."""
    given = context.written.qualifiers.modality
    if given is None or given.text == Modality.ASSERTED:
        return Proof("modality")
    modality = Modality(given.text)
    texts = _of_quote(value.value.text, context) if value and isinstance(value.value, TextValue) else ()
    if texts and not any(_is_borne(text, modality, context) for text in texts):
        return Proof("modality", gaps=(modality_not_in_quote(given.origin, modality),))
    governing_ = [cue for span in spans for cue in governed_by(context, span).cues]
    if any(cue.force in BEARING[modality] for cue in governing_):
        return Proof("modality")
    if any(bears(cue, BEARING[modality], spans, context) for cue in sentence_cues(context)):
        return Proof("modality")
    denied = given_stance(context) == Stance.DENIES and any(
        cue.force in BEARING[modality] for cue in sentence_cues(context)
    )
    before = _before((*spans, *_day_of(value)), context)
    clauses_ = "".join(context.passage.article.clause_around(span) for span in spans)
    of_all = given_stance(context) == Stance.DENIES
    told = context.passage.article.words(context.passage.sentence) if of_all else before
    sentence = context.passage.article.words(context.passage.sentence)
    ahead = is_still_to_be(before + clauses_) or bool(worded("on_condition").search(level_letters(sentence)))
    planned = modality is Modality.PLANNED and (
        ahead or tells_of_plan(told) or _lies_ahead(value, spans, context)
    )
    estimated = modality is Modality.PREDICTED and (
        is_estimate(f"{before}{value.raw if value else ''}") or is_supposed(before + clauses_)
    )
    leaked = is_leak(sentence) or is_passed_on(before)
    if denied or planned or estimated or (modality is Modality.RUMOURED and leaked):
        return Proof("modality")
    return Proof("modality", gaps=(modality_not_in_quote(given.origin, modality),))


def _of_quote(account: LocalText, context: ClaimContext) -> tuple[str, ...]:
    """The texts of an account if one is in the language of the quote, so that their words can be compared."""
    texts = tuple(text for text in (account.en, account.zh, account.every) if text)
    own = language_of(context.passage.text)
    return texts if any(language_of(text) == own for text in texts) else ()


def _is_borne(text: str, modality: Modality, context: ClaimContext) -> bool:
    """Whether the account's own words, or the quote's words on the same thing, show the modality."""
    if forces_in(text) & BEARING[modality] or (modality is Modality.PLANNED and is_still_to_be(text)):
        return True
    return bool(hedged_words(context.passage.text, text, BEARING[modality]))


def _day_of(value: Proof | None) -> tuple[Span, ...]:
    """The place of a date that is the value; nothing of any other."""
    return (value.value.span,) if value and isinstance(value.value, DateValue) else ()


def _lies_ahead(value: Proof | None, spans: Sequence[Span], context: ClaimContext) -> bool:
    """Whether a claim is of a day to come, or to come as first planned: 化验结果明日公布, 原定9日.

    A clause without a day is of that of the clause before it: 自6月1日起限水，百万用户受影响.
    """
    passage = context.passage
    if value is not None and isinstance(value.value, DateValue):
        return comes_later(value.value, context) or is_as_planned(value.value, passage)
    days = [one for one in passage.dates if passage.share_clause(one.span, spans)]
    start = min((span.start for span in spans), default=passage.sentence.end)
    earlier = [one for one in passage.dates if one.span.end <= start]
    return any(comes_later(one, context) for one in days or earlier[-1:])


def comes_later(day: DateValue, context: ClaimContext) -> bool:
    """Whether a day is later than the publication of its article."""
    published = context.passage.article.source.published
    begins = day.earliest or day.latest
    return bool(published and published.latest and begins and begins > published.latest)


def _before(spans: Sequence[Span], context: ClaimContext) -> str:
    """The sentence of the quote up to the words of the claim."""
    sentence = context.passage.sentence
    end = max((span.start for span in spans), default=sentence.end)
    return context.passage.article.words(Span(sentence.start, max(sentence.start, end)))


def given_stance(context: ClaimContext) -> str:
    """The stance that a claim writes."""
    stance = context.written.qualifiers.stance
    return stance.text if stance else Stance.AFFIRMS


def check_fact(context: ClaimContext, governed: Sequence[Governed], value: Proof | None) -> Iterator[Problem]:
    """What is planned, supposed or hearsay is not claimed as a fact."""
    given = context.written.qualifiers
    modality = given.modality.text if given.modality else Modality.ASSERTED
    if modality != Modality.ASSERTED or given_stance(context) == Stance.DENIES:
        return
    own = subject_words(context)
    asked = [[cue for cue in one.of(*ASKED) if _asks(cue, one, own, context)] for one in governed]
    credited = given.said_by is not None or given.via is not None
    left = [cue for cues in asked for cue in cues if not (credited and _is_said(cue))]
    if asked and all(asked) and left:
        yield modality_not_said(context.written.subject.origin, left[0])
    elif isinstance(context.subject, Event) and (day := _day_ahead(context, value)):
        yield still_ahead(context.written.subject.origin, day)


def _is_said(cue: Cue) -> bool:
    """Whether a word only passes on what the one who is credited says, or estimates to be so."""
    return cue.force is Force.HEARSAY or bool(worded("estimates").fullmatch(level_letters(cue.raw)))


def _day_ahead(context: ClaimContext, value: Proof | None) -> str:
    """The words of the date that an event is claimed to have, if it begins after the publication.

    A rule that was made is a fact before it is in force: the fares apply from 1 August.
    """
    day = value.value if value and not value.gaps else None
    if not isinstance(day, DateValue) or not comes_later(day, context) or not _is_of_known_year(day, context):
        return ""
    passage = context.passage
    return "" if comes_into_force(passage.article.words(passage.sentence)) else day.raw


def _is_of_known_year(day: DateValue, context: ClaimContext) -> bool:
    """Whether the year of a date is said, or the day so near that no other year is likely."""
    published = context.passage.article.source.published
    if gives_year(day) or day.earliest is None or published is None or published.latest is None:
        return day.earliest is not None and gives_year(day)
    return day.earliest - published.latest < HALF_A_YEAR


def _asks(cue: Cue, governed: Governed, own: Sequence[Span], context: ClaimContext) -> bool:
    """Whether a cue is about the claim: outside its words, and these not taken as given behind it.

    "Donors pledged the sum at a conference" does not plan the conference, nor "will cut some of its 40 jobs"
    the 40.
    """
    words, sentence = context.passage.article.words, context.passage.sentence
    between = words(Span(cue.span.end, max(cue.span.end, governed.span.start)))
    if cue.span.touches(own) or is_given(between) or is_done(between) or _refuses(cue, context):
        return False
    rest = words(Span(cue.span.end, max(cue.span.end, sentence.end)))
    if worded("kept_on").match(level_letters(between)) or is_done_by_order(cue.raw, rest):
        return False
    behind = words(Span(governed.span.end, max(governed.span.end, sentence.end)))
    before = words(Span(sentence.start, max(sentence.start, cue.span.start)))
    earlier = words(Span(sentence.start, max(sentence.start, governed.span.start)))
    given = is_of_whole(earlier) or is_defined(behind) or is_start(between, behind)
    given = given or bool(worded("was_told_to").search(level_letters(before)))
    return not (given or takes_part(behind) or is_permitted(before, cue.raw))


def _refuses(cue: Cue, context: ClaimContext) -> bool:
    """Whether a word tells that somebody does not talk, what is imposed, or what had been proposed."""
    passage = context.passage
    words = passage.article.words(Span(cue.span.start, passage.sentence.end))
    before = passage.article.words(Span(passage.sentence.start, max(passage.sentence.start, cue.span.start)))
    made = worded("had").search(before) and cue.raw.lower() == "proposed"
    return bool(made or worded("would_not_say").match(words) or worded("must_pay").match(words))


def of_date(context: ClaimContext, value: Proof | None, words: Sequence[Span]) -> Iterator[Governed]:
    """What governs the day of an event: in "the talks will begin on Monday" it is not the talks."""
    day = value.value if value else None
    if isinstance(context.subject, Event) and isinstance(day, DateValue) and day.span.start < day.span.end:
        governed = governed_by(context, day.span)
        verbs = [Governed(span, ()) for span in words if span != day.span]
        if any(_asks(cue, verb, (), context) for cue in governed.of(*ASKED) for verb in verbs or [governed]):
            yield governed


def of_figure(context: ClaimContext, value: Proof | None, words: Sequence[Span]) -> Iterator[Governed]:
    """What governs the words of a figure beside its value, where the value is their subject or object.

    In "210,000 passengers will be affected" and "plans to ground all nine jets" it is not the number.
    """
    number = value.value if value else None
    if not isinstance(context.subject, Figure) or not isinstance(number, Quantity):
        return
    if not may_govern(context, number.span, ASKED):
        return
    sentence, passage_words = context.passage.sentence, context.passage.article.words
    before, behind = Span(sentence.start, number.span.start), Span(number.span.end, sentence.end)
    if is_of_whole(passage_words(before)) or is_defined(passage_words(behind)):
        return
    for word in words:
        if not word.touches([number.span]) and context.passage.share_clause(number.span, [word]):
            cues = (cue for cue in governed_by(context, word).of(*ASKED) if cue.span.end <= word.start)
            cues = (cue for cue in cues if not is_given(passage_words(_between(cue, number))))
            if found := tuple(cue for cue in cues if _is_its_verb(number.span, cue, word, context)):
                yield Governed(word, found)


def _between(cue: Cue, number: Quantity) -> Span:
    """What is between a cue and a figure behind it."""
    return Span(cue.span.end, max(cue.span.end, number.span.start))


def _is_its_verb(number: Span, cue: Cue, verb: Span, context: ClaimContext) -> bool:
    """Whether an English verb behind a cue has the number for its object, or right before the cue."""
    between = context.passage.article.words(Span(number.end, max(number.end, cue.span.start)))
    before = number.end <= cue.span.start and not has_verb(between) and " and " not in between
    return cue.raw.isascii() and (before or verb.end <= number.start)


def may_be_modal(context: ClaimContext, value: Proof | None, spans: Sequence[Span]) -> bool:
    """Whether a plan or a supposition can be about the claim.

    It cannot be about the answer to a question, whose forms hold the words that plan, nor about an office
    that nobody takes there.
    """
    if isinstance(context.subject, Question):
        return False
    if context.subject.kind is not Kind.PERSON or value is None or not isinstance(value.value, TermValue):
        return True
    return any(takes_office(context.passage.article.clause_around(span)) for span in spans)


def modality_not_said(origin: Origin, cue: Cue) -> Problem:
    """A claim as of a fact on words that plan, suppose or pass on."""
    message = f"the sentence says `{cue.raw}`, the claim states a fact"
    credit = " or `said_by:` with the one who says it" if cue.force is Force.HEARSAY else ""
    hint = or_accept(f"add `modality: {ASKED[cue.force]}`{credit}", "it is a fact", "modality-not-said")
    return Problem(origin, "modality-not-said", message, hint, Severity.WARNING)


def still_ahead(origin: Origin, day: str) -> Problem:
    """An event stated as a fact that comes only after its article."""
    message = f"{day} is after the article came out, the claim states a fact"
    hint = or_accept("add `modality: planned` or `predicted`", "it is a fact", "modality-not-said")
    return Problem(origin, "modality-not-said", message, hint, Severity.WARNING)


def modality_not_in_quote(origin: Origin, modality: Modality) -> Problem:
    """A modality that no word of the sentence bears out."""
    message = f"the sentence has no word that says this is {modality}"
    hint = "delete `modality:`, or quote the word that says so"
    return Problem(origin, "modality-not-in-quote", message, hint, Severity.WARNING)
