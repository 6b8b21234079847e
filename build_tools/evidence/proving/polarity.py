"""Whether the sentence of a quote affirms, denies, plans or supposes what a claim says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_tools.evidence.proving.context import ClaimContext, Proof
from build_tools.evidence.proving.own_words import own_words, subject_words
from build_tools.evidence.proving.speakers import talk_around
from build_tools.evidence.proving.wording import or_accept
from build_tools.language import Cue, Force, governing
from build_tools.language.offices import takes_office
from build_tools.model import DateValue, Event, Modality, Question, Span, Stance, TermValue, TextValue
from build_tools.problem import Origin, Problem, Severity

BESIDE = re.compile(r"\s*|[,，、]\s*(?:(?:the|a|an|its|his|her|their)\s)?(?:\w+\s){0,2}", re.IGNORECASE)
APPOSITION = re.compile(r"[^,，]{0,20}[,，][^,，]*[,，]\s*")  # 50 jobs, most of them here, would go
NEGATIVE = frozenset({Force.NEGATION, Force.DENIAL})
ASKED = {
    Force.PLAN: Modality.PLANNED,
    Force.SUPPOSITION: Modality.PREDICTED,
    Force.HEARSAY: Modality.RUMOURED,
}
BEARING = {
    Modality.PLANNED: frozenset({Force.PLAN, Force.SUPPOSITION}),
    Modality.PREDICTED: frozenset({Force.PLAN, Force.SUPPOSITION}),
    Modality.RUMOURED: frozenset({Force.HEARSAY, Force.SUPPOSITION}),
}


@dataclass(frozen=True, slots=True)
class Governed:
    """The cues that govern what a claim rests on, each at its place in the article."""

    cues: tuple[Cue, ...]

    def of(self, *forces: Force) -> tuple[Cue, ...]:
        """Those with one of some forces."""
        return tuple(cue for cue in self.cues if cue.force in forces)


def prove_polarity(context: ClaimContext, value: Proof | None) -> tuple[Proof, ...]:
    """The stance and the modality of a claim, held against the whole sentence of its quote.

    An account carries its own; of it, only a negation that the quote leaves out is a gap. A title beside a
    name is neither denied nor planned.
    """
    if value is not None and isinstance(value.value, TextValue):
        outside = [cue for cue in _at_edges(context) if cue.force in NEGATIVE]
        cut = tuple(negation_cut(context, cue, ", and negate it in the account too") for cue in outside[:1])
        stance = Proof("stance", gaps=(*cut, *_check_denial(context, ())))
        return _said(context, stance, _prove_modality(context, ()))
    words = own_words(context, value)
    spans = [span for span in words if not _is_title(context, value, span)]
    governed = [_governed(context, span) for span in spans]
    stance = Proof("stance", gaps=(*_check_negation(context, governed), *_check_denial(context, words)))
    modal = [*_of_date(context, value)] or governed
    asked = _check_fact(context, modal) if _may_be_modal(context, value, spans) else ()
    modality = _prove_modality(context, words)
    return _said(context, stance, replace(modality, gaps=(*modality.gaps, *asked)))


def _said(context: ClaimContext, stance: Proof, modality: Proof) -> tuple[Proof, ...]:
    """The parts that the claim writes, and those at which the sentence says otherwise."""
    given = context.written.qualifiers
    pairs = ((given.stance, stance), (given.modality, modality))
    return tuple(proof for written, proof in pairs if written is not None or proof.gaps)


def _is_title(context: ClaimContext, value: Proof | None, span: Span) -> bool:
    """Whether a role is said of its holder by the way: beside the name, or in a clause that names another."""
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


def _at_edges(context: ClaimContext) -> Iterator[Cue]:
    """What governs the first or the last words of the quote from outside it."""
    spans = context.passage.citation.spans
    for edge in (Span(spans[0].start, spans[0].start + 1), Span(spans[-1].end - 1, spans[-1].end)):
        yield from (cue for cue in _governed(context, edge).cues if not cue.span.touches(spans))


def _of_date(context: ClaimContext, value: Proof | None) -> Iterator[Governed]:
    """What governs the day of an event: in "the talks will begin on Monday" it is not the talks."""
    day = value.value if value else None
    if isinstance(context.subject, Event) and isinstance(day, DateValue) and day.span.start < day.span.end:
        governed = _governed(context, day.span)
        if governed.of(*ASKED):
            yield governed


def _may_be_modal(context: ClaimContext, value: Proof | None, spans: Sequence[Span]) -> bool:
    """Whether a plan or a supposition can be about the claim.

    It cannot be about the answer to a question, whose forms hold the words that plan, nor about an office
    that nobody takes there.
    """
    if isinstance(context.subject, Question):
        return False
    if value is None or not isinstance(value.value, TermValue):
        return True
    return any(takes_office(context.passage.article.clause_around(span)) for span in spans)


def _governed(context: ClaimContext, span: Span) -> Governed:
    """What governs a stretch of the article, from outside it and outside figures and dates."""
    article = context.passage.article
    start, text, cues = article.sentence_cues(span)
    own = Span(span.start - start, span.end - start)
    values = article.values_in(start, len(text))
    readings = [Span(one.span.start - start, one.span.end - start) for one in values]
    free = [cue for cue in cues if not cue.span.is_within(readings) and not cue.span.touches([own])]
    around = [cue for cue in cues if own.is_within([cue.span]) and own != cue.span]  # rejected the charge
    return Governed(tuple(_placed(cue, start) for cue in (*governing(text, own, free), *around)))


def _placed(cue: Cue, start: int) -> Cue:
    return replace(cue, span=Span(cue.span.start + start, cue.span.end + start))


def _check_negation(context: ClaimContext, governed: Sequence[Governed]) -> Iterator[Problem]:
    """An affirmed claim is not negated wherever its words are; a denied one is in the quote itself."""
    negated = [_of_claim(one.of(*NEGATIVE), context) for one in governed]
    cues = [cue for found in negated for cue in found]
    inside = [cue for cue in cues if cue.span.is_within(context.passage.citation.spans)]
    if _denies(context):
        if cues and not inside:
            yield negation_cut(context, cues[0], "")
    elif negated and all(negated):
        if inside:
            yield claim_of_negation(context, inside[0])
        else:
            yield negation_cut(context, cues[0], ", and add `stance: denies`")


def _check_denial(context: ClaimContext, spans: Sequence[Span]) -> Iterator[Problem]:
    """A denied claim has a denial in its sentence, or a negation in the clause of its words.

    A negation of another clause may be of something else, and is a warning.
    """
    stance = context.written.qualifiers.stance
    cues = [cue for cue in _cues(context) if cue.force in NEGATIVE]
    if stance and _denies(context) and not any(_bears(cue, NEGATIVE, spans, context) for cue in cues):
        yield denial_not_in_quote(stance.origin, cues[0].raw if cues else "")


def _denies(context: ClaimContext) -> bool:
    stance = context.written.qualifiers.stance
    return stance is not None and stance.text == Stance.DENIES


def _cues(context: ClaimContext) -> tuple[Cue, ...]:
    """The cues of the sentences of the quote, but those inside its figures and dates."""
    readings = [one.span for one in context.passage.values]
    start = context.passage.article.sentence_cues(context.passage.sentence)[0]
    placed = (_placed(cue, start) for cue in context.passage.cues)
    return tuple(cue for cue in placed if not cue.span.is_within(readings))


def _bears(cue: Cue, forces: frozenset[Force], spans: Sequence[Span], context: ClaimContext) -> bool:
    """Whether a cue may be about the words of a claim.

    A verb of saying may be anywhere, a plan or a supposition before the words or in their clause, a negation
    in their clause.
    """
    if cue.force not in forces:
        return False
    if (
        not spans
        or cue.force in (Force.DENIAL, Force.HEARSAY)
        or context.passage.share_clause(cue.span, spans)
    ):
        return True
    words = context.passage.article.words
    return cue.force in ASKED and any(
        cue.span.end <= span.start or APPOSITION.fullmatch(words(Span(span.end, cue.span.start)))
        for span in spans
    )


def _prove_modality(context: ClaimContext, spans: Sequence[Span]) -> Proof:
    """A modality that is written has a word that bears it out."""
    given = context.written.qualifiers.modality
    if given is None or given.text == Modality.ASSERTED:
        return Proof("modality")
    modality = Modality(given.text)
    governing_ = [cue for span in spans for cue in _governed(context, span).cues]
    if any(cue.force in BEARING[modality] for cue in governing_):
        return Proof("modality")
    if any(_bears(cue, BEARING[modality], spans, context) for cue in _cues(context)):
        return Proof("modality")
    return Proof("modality", gaps=(modality_not_in_quote(given.origin, modality),))


def _of_claim(cues: Sequence[Cue], context: ClaimContext) -> tuple[Cue, ...]:
    """Those that are not the denial of somebody else than whom the claim credits."""
    said_by = context.written.qualifiers.said_by
    if said_by is None or not any(cue.force is Force.DENIAL for cue in cues):
        return tuple(cues)
    talk, start = talk_around(context), context.passage.article.setting(context.passage.citation).start
    return tuple(
        cue
        for cue in cues
        if cue.force is not Force.DENIAL or talk.may_deny(_placed(cue, -start), said_by.text)
    )


def _check_fact(context: ClaimContext, governed: Sequence[Governed]) -> Iterator[Problem]:
    """What is planned, supposed or hearsay is not claimed as a fact."""
    given = context.written.qualifiers
    modality = given.modality.text if given.modality else Modality.ASSERTED
    if modality != Modality.ASSERTED or _denies(context):
        return
    own = subject_words(context)
    asked = [[cue for cue in one.of(*ASKED) if not cue.span.touches(own)] for one in governed]
    credited = given.said_by is not None or given.via is not None
    left = [cue for cues in asked for cue in cues if not (cue.force is Force.HEARSAY and credited)]
    if asked and all(asked) and left:
        yield modality_not_said(context.written.subject.origin, left[0])


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
        return Problem(origin, "denial-not-in-quote", message, hint, Severity.WARNING)
    message = "the sentence has no word that denies this"
    hint = "delete `stance: denies`, or quote the words that deny it"
    return Problem(origin, "denial-not-in-quote", message, hint)


def modality_not_said(origin: Origin, cue: Cue) -> Problem:
    """A claim as of a fact on words that plan, suppose or pass on."""
    message = f"the sentence says `{cue.raw}`, the claim states a fact"
    credit = " or `said_by:` with the one who says it" if cue.force is Force.HEARSAY else ""
    hint = or_accept(f"add `modality: {ASKED[cue.force]}`{credit}", "it is a fact", "modality-not-said")
    return Problem(origin, "modality-not-said", message, hint, Severity.WARNING)


def modality_not_in_quote(origin: Origin, modality: Modality) -> Problem:
    """A modality that no word of the sentence bears out."""
    message = f"the sentence has no word that says this is {modality}"
    hint = "delete `modality:`, or quote the word that says so"
    return Problem(origin, "modality-not-in-quote", message, hint, Severity.WARNING)
