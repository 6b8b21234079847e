"""The words of a quote that a claim rests on: its value, its role, what happened."""

from __future__ import annotations

from build_tools.evidence.proving.article_readings import ArticleReadings
from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.shared_words import words_in_both
from build_tools.language import Force, clauses
from build_tools.model import (
    DateValue,
    EntityId,
    EntityValue,
    Event,
    Figure,
    LocalText,
    Quantity,
    Span,
    TermValue,
    TextValue,
    Written,
)
from build_tools.text.folding import fold_plain
from build_tools.values import parse_sum

TITLE = 3  # words of a title before a name
MARKS = " .,;。，；”’\"'"


def spans_of_claim(context: ClaimContext, value: Proof | None) -> tuple[Span, ...]:
    """Where in the article the claim is made, as far as words can show it.

    Nothing for what one entity is to another: a maker, a part. Of a sum all operands, of an account the words
    that it has from the quote.
    """
    match value.value if value else None:
        case TextValue(text=text):
            return _words_of_account(text, context)
        case Quantity() if operands := _operands(context):
            return operands
        case Quantity(span=span) | DateValue(span=span) if span.start < span.end and not _is_of_event(
            context
        ):
            return (span,)
        case TermValue() if value and value.raw:
            return context.passage.places((value.raw,))
        case EntityValue() if not _is_of_event(context):
            return ()
        case EntityValue(id=id):
            return _beside_party(id, context)
        case DateValue(span=span) if is_contrasted(context.passage.article, span):
            return (span,)
        case _:
            return _verbs(context)


def _words_of_account(account: LocalText, context: ClaimContext) -> tuple[Span, ...]:
    passage = context.passage
    texts = (text for text in (account.en, account.zh, account.every) if text)
    return passage.places(word for text in texts for word in words_in_both(passage.text, text))


def _operands(context: ClaimContext) -> tuple[Span, ...]:
    """The figures of the quote out of which a value is reckoned."""
    written = context.written.value
    sum_ = parse_sum(written.text) if isinstance(written, Written) else None
    operands = {fold_plain(one) for one in sum_.operands} if sum_ else set()
    return tuple(one.span for one in context.passage.quantities if fold_plain(one.raw) in operands)


def _verbs(context: ClaimContext) -> tuple[Span, ...]:
    """The words of an event; its names, and what means it, only where the quote has none of them."""
    subject = context.subject
    own = context.passage.places(subject.words) if isinstance(subject, Event | Figure) else ()
    return own or subject_words(context)


def _beside_party(id: EntityId, context: ClaimContext) -> tuple[Span, ...]:
    """The words of an event in the clause that names somebody who takes part; all where there are none.

    Where a clause only sets them against another, "not Wang" or 而不是王, it is their name.
    """
    passage, verbs = context.passage, _verbs(context)
    party = [one.span for one in passage.mentions if one.entity == id]
    near = tuple(verb for verb in verbs if party and passage.share_clause(verb, party))
    return near or tuple(name for name in party if is_contrasted(passage.article, name)) or verbs


def is_contrasted(article: ArticleReadings, name: Span) -> bool:
    """Whether a clause is nothing but a negation and a name or a date: and not by Harrow, 而不是王."""
    start, text, cues = article.sentence_cues(name)
    negations = [cue.span for cue in cues if cue.force is Force.NEGATION]
    if not negations:
        return False
    own = Span(name.start - start, name.end - start)
    around = next((one for one in clauses(text) if own.is_within([one])), own)
    lead = next((one for one in negations if one.is_within([around])), own)
    before, behind = text[around.start : lead.start], text[own.end : around.end].strip(MARKS)
    titled = len(text[lead.end : own.start].split()) <= TITLE
    alone = worded("words_joined").fullmatch(before.strip(MARKS)) and (
        not behind or worded("as_said").fullmatch(behind)
    )
    return lead.end <= own.start and titled and bool(alone)


def _is_of_event(context: ClaimContext) -> bool:
    return isinstance(context.subject, Event)


def subject_words(context: ClaimContext, within: Span | None = None) -> tuple[Span, ...]:
    """Where the quote, or a stretch around it, has the words of an event or a figure, or its names."""
    subject, passage = context.subject, context.passage
    words = subject.words if isinstance(subject, Event | Figure) else ()
    meant = tuple(word for word, entity in passage.means if entity == subject.id)
    forms = (*words, *(name.text for name in subject.aliases))
    if within is None:
        return passage.places((*forms, *meant))
    return (*passage.article.places(tuple(dict.fromkeys(forms)), within), *passage.places(meant))


def entity_words(context: ClaimContext, id: EntityId, within: Span) -> tuple[Span, ...]:
    """Where a stretch names an entity, or the quote has a word that means it."""
    passage = context.passage
    named = tuple(one.span for one in passage.article.named_within([within]) if one.entity == id)
    return (*named, *passage.places(word for word, entity in passage.means if entity == id))
