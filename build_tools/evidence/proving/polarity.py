"""Whether the sentence of a quote affirms, denies, plans or supposes what a claim says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.governed import (
    Governed,
    bears,
    cue_in_article,
    governed_by,
    is_time,
    may_govern,
    negates_nothing,
    sentence_cues,
)
from build_tools.evidence.proving.modality import check_fact, may_be_modal, of_date, of_figure, prove_modality
from build_tools.evidence.proving.own_words import spans_of_claim, subject_words
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.shared_words import hedged_words
from build_tools.evidence.proving.talk import talk_around
from build_tools.evidence.proving.wording import or_accept
from build_tools.language import Cue, Force, forces_in
from build_tools.language.cue_kinds import NEGATIVE
from build_tools.language.given import calls_off, is_done, is_length_of_time, is_passed_on
from build_tools.language.senses import Say, language_of, words_say
from build_tools.language.tables import level_letters
from build_tools.model import DateValue, Modality, Quantity, Question, Span, Stance, TermValue, TextValue
from build_tools.problem import Origin, Problem, Severity

CHARGE = 2  # letters behind a number of charges
BESIDE = re.compile(
    r"\s*|\s(?:of|at|for)\s[^,;.]{1,40},\s*|[,，、]\s*(?:(?:the|a|an|its|his|her|their)\s)?(?:[\w'’]+\s){0,2}",
    re.IGNORECASE,
)


def prove_polarity(context: ClaimContext, value: Proof | None) -> tuple[Proof, ...]:
    """The stance and the modality of a claim, held against the whole sentence of its quote.

    An account carries its own; of it, only a negation that the quote leaves out is a gap. A title beside a
    name is neither denied nor planned.
    """
    if value is not None and isinstance(value.value, TextValue):
        outside = list(_negating_edges(context))
        cut = tuple(negation_cut(context, cue, ", and negate it in the account too") for cue in outside[:1])
        own = _check_own_denial(context, value.value)
        stance = Proof("stance", gaps=(*cut, *(own or _check_denial(context, ()))))
        return _said(context, stance, prove_modality(context, value, ()))
    words = spans_of_claim(context, value)
    spans = [span for span in words if not _is_title(context, value, span)]
    governed = [governed_by(context, span) for span in spans]
    stance = Proof(
        "stance", gaps=(*_check_negation(context, governed, value), *_check_denial(context, words))
    )
    verbs = subject_words(context)
    modal = [*of_date(context, value, verbs)] or [*of_figure(context, value, verbs)] or governed
    asked = check_fact(context, modal, value) if may_be_modal(context, value, spans) else ()
    modality = prove_modality(context, value, words)
    if gaps := tuple(asked):
        modality = replace(modality, gaps=(*modality.gaps, *gaps))
    return _said(context, stance, modality)


def _said(context: ClaimContext, stance: Proof, modality: Proof) -> tuple[Proof, ...]:
    """The parts that the claim writes, and those at which the sentence says otherwise."""
    given = context.written.qualifiers
    pairs = ((given.stance, stance), (given.modality, modality))
    return tuple(proof for written, proof in pairs if written is not None or proof.gaps)


def _is_title(context: ClaimContext, value: Proof | None, span: Span) -> bool:
    """Whether a role is only mentioned: beside the name, or in a clause about somebody else."""
    if isinstance(context.subject, Question) or not isinstance(value and value.value, TermValue):
        return False
    passage, entities = context.passage, context.inputs.entities
    holder = [one.span for one in passage.mentions if one.entity == context.subject.id]
    gaps = (passage.article.words(Span(min(span.end, one.end), max(span.start, one.start))) for one in holder)
    if any(BESIDE.fullmatch(gap) for gap in gaps):
        return True
    others = [one.span for one in passage.mentions if entities[one.entity].kind is context.subject.kind]
    here = passage.share_clause(span, holder)
    return bool(holder) and not here and passage.share_clause(span, others)


def _negating_edges(context: ClaimContext) -> Iterator[Cue]:
    """What negates the first or the last words of the quote from outside it."""
    spans = context.passage.citation.spans
    for edge in (Span(spans[0].start, spans[0].start + 1), Span(spans[-1].end - 1, spans[-1].end)):
        if may_govern(context, edge, NEGATIVE):
            cues = governed_by(context, edge).of(*NEGATIVE)
            yield from (cue for cue in cues if not cue.span.touches(spans))


def _check_negation(
    context: ClaimContext, governed: Sequence[Governed], value: Proof | None
) -> Iterator[Problem]:
    """An affirmed claim is not negated wherever its words are; a denied one is in the quote itself.

    A figure or date in a phrase of what is negated may hold all the same, which is a warning.
    """
    free = [Governed(one.span, _not_done(one, context)) for one in governed]
    negated = [_of_claim(one.of(*NEGATIVE), context) for one in free if not _is_told(one, context)]
    cues = [cue for found in negated for cue in found]
    inside = [cue for cue in cues if cue.span.is_within(context.passage.citation.spans)]
    if _denies(context):
        if cues and not inside:
            yield negation_cut(context, cues[0], "")
    elif negated and all(negated):
        if inside:
            found = claim_of_negation(context, inside[0])
            if not _is_in_phrase(inside, governed, value, context):
                yield found
            elif not (_is_of_known_thing(value, context) or _leave_undone(inside)):
                yield replace(found, severity=Severity.WARNING)
        else:
            yield negation_cut(context, cues[0], ", and add `stance: denies`")


def _is_in_phrase(
    cues: Sequence[Cue], governed: Sequence[Governed], value: Proof | None, context: ClaimContext
) -> bool:
    """Whether a figure or date is only part of what is negated: no fault in the fleet of 14 ferries."""
    if not isinstance(value and value.value, Quantity | DateValue):
        return False
    starts = [one.span.start for one in governed]
    gaps = [
        [Span(cue.span.end, start) for start in starts if cue.span.end <= start]
        for cue in dict.fromkeys(cues)
    ]
    words = context.passage.article.words
    return all(each and all(words_say(words(gap), Say.INSIDE) for gap in each) for each in gaps)


def _is_of_known_thing(value: Proof | None, context: ClaimContext) -> bool:
    """Whether a figure only says of what one speaks: would not confirm that the fine of €5 was paid."""
    number = value.value if value else None
    if not isinstance(number, Quantity):
        return False
    before = context.passage.article.words(Span(context.passage.sentence.start, number.span.start))
    return bool(worded("that_the_of").search(before))


def _leave_undone(cues: Sequence[Cue]) -> bool:
    """Whether verbs only leave undone what is done with a thing: refuses to bear any of the cost of £5."""
    return all(worded("leaves_undone").fullmatch(cue.raw.lower()) for cue in cues)


def _not_done(governed: Governed, context: ClaimContext) -> tuple[Cue, ...]:
    """The cues but those of what was done before, 没有要求退还已支付的1亿元, and of how long it was not."""
    words, at = context.passage.article.words, governed.span.start
    between = {cue: words(Span(cue.span.end, max(cue.span.end, at))) for cue in governed.cues}
    lasts = is_time(context) and any(one.span == governed.span for one in context.passage.quantities)
    named = words(Span(at, min(governed.span.end + CHARGE, context.passage.sentence.end)))
    brought = bool(worded("charges").search(level_letters(named)))  # 否认五项控罪
    return tuple(
        cue
        for cue, gap in between.items()
        if not (is_done(gap) or (lasts and is_length_of_time(gap)))
        and not (brought and cue.force is Force.DENIAL)
    )


def _is_told(governed: Governed, context: ClaimContext) -> bool:
    """Whether words are a rumour both in the claim and in the article, even if somebody denies it there."""
    modality = context.written.qualifiers.modality
    rumoured = modality is not None and modality.text == Modality.RUMOURED
    if not rumoured or governed.of(Force.NEGATION):
        return False
    sentence, words = context.passage.sentence, context.passage.article.words
    before = words(Span(sentence.start, max(sentence.start, governed.span.start)))
    return bool(governed.of(Force.HEARSAY)) or is_passed_on(before)


def _check_denial(context: ClaimContext, spans: Sequence[Span]) -> Iterator[Problem]:
    """A denied claim has a denial in its sentence, or a negation in the clause of its words.

    A negation of another clause may be of something else, and is a warning.
    """
    stance = context.written.qualifiers.stance
    if stance is None or not _denies(context):
        return
    found = (cue for cue in sentence_cues(context) if cue.force in NEGATIVE)
    cues = [cue for cue in found if not negates_nothing(cue, context)]
    if any(calls_off(clause) for clause in _clauses_of(spans, context)):
        return
    if not any(bears(cue, NEGATIVE, spans, context) for cue in cues):
        yield denial_not_in_quote(stance.origin, cues[0].raw if cues else "")


def _clauses_of(spans: Sequence[Span], context: ClaimContext) -> Iterator[str]:
    """The clauses of some words, and what follows them in the sentence; all of it where there are none."""
    sentence, words = context.passage.sentence, context.passage.article.words
    yield from (context.passage.article.clause_around(span) for span in spans)
    yield words(Span(max((span.end for span in spans), default=sentence.start), sentence.end))


def _check_own_denial(context: ClaimContext, account: TextValue) -> tuple[Problem, ...]:
    """An account that is denied does not itself deny, and says what the quote has under a negation."""
    stance = context.written.qualifiers.stance
    texts = [text for text in (account.text.en, account.text.zh, account.text.every) if text]
    if stance is None or not _denies(context):
        return ()
    alike = [text for text in texts if language_of(text) == language_of(context.passage.text)]
    denied = [hedged_words(context.passage.text, text, NEGATIVE) for text in alike]
    if any(forces_in(text) & NEGATIVE for text in texts) or (alike and not any(denied)):
        return (denial_not_in_quote(stance.origin, ""),)
    return ()


def _denies(context: ClaimContext) -> bool:
    stance = context.written.qualifiers.stance
    return stance is not None and stance.text == Stance.DENIES


def _of_claim(cues: Sequence[Cue], context: ClaimContext) -> tuple[Cue, ...]:
    """Those that are not a denial by another speaker than the claim credits."""
    said_by = context.written.qualifiers.said_by
    if said_by is not None and talk_around(context).has_other_figure(said_by.text, context):
        return ()
    if said_by is None or not any(cue.force is Force.DENIAL for cue in cues):
        return tuple(cues)
    talk, start = talk_around(context), context.passage.article.setting(context.passage.citation).start
    return tuple(
        cue
        for cue in cues
        if cue.force is not Force.DENIAL or talk.may_deny(cue_in_article(cue, -start), said_by.text)
    )


def negation_cut(context: ClaimContext, cue: Cue, then: str) -> Problem:
    """A negation that governs the quoted words and is left out of the quote."""
    message = f"the quote leaves out `{cue.raw}`, with which the sentence negates it"
    hint = f"quote the whole sentence{then}"
    return Problem(context.written.origin, "negation-cut", message, hint)


def claim_of_negation(context: ClaimContext, cue: Cue) -> Problem:
    """An affirmed claim on words that the quote negates."""
    message = f"the quote negates this: `{cue.raw}`"
    hint = or_accept("add `stance: denies`", "the quote does affirm it", "claim-of-negation")
    return Problem(context.written.origin, "claim-of-negation", message, hint)


def denial_not_in_quote(origin: Origin, other: str) -> Problem:
    """A denial on words that nothing negates; `other` is a negation of another clause."""
    if other:
        message = f"`{other}` is in another clause than the words that it should deny"
        hint = or_accept("delete `stance: denies`", f"`{other}` does deny them", "denial-not-in-quote")
        return Problem(origin, "denial-not-in-quote", message, hint)
    message = "the sentence has no word that denies this"
    hint = "delete `stance: denies`, or quote the words that deny it"
    return Problem(origin, "denial-not-in-quote", message, hint)
