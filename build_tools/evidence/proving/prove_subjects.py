"""Proving the subject: who or what a claim is about must be named in the quote too."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.meaning import backwards
from build_tools.evidence.proving.parts import SUBJECT
from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.evidence.proving.wording import OR_INFERRED, listed
from build_tools.model import Entity, Event, Figure, Kind, Span, Written
from build_tools.problem import Origin, Problem, Severity
from build_tools.text.mentions import find_forms, those_in

MEANS_HINT = (
    "say under `means:` which word refers to it, quote the words that name it, "
    "or add the sentence that does under `context:`"
)


def prove_subject(context: ClaimContext) -> Proof:
    """The subject is named in quote or context by one of its names, a figure or an event by its words."""
    return Proof(SUBJECT, gaps=tuple(_gaps(context.written.subject, context)))


def _gaps(written: Written, context: ClaimContext) -> Iterator[Problem]:
    match context.subject:
        case Figure() as figure:
            yield from _check_figure(written, figure, context)
        case Entity(kind=Kind.QUESTION):
            return
        case Event() as event if event.words and event.id not in context.passage.all_names:
            if not _says(event.words, context.passage):
                yield event_not_in_quote(written, event)
        case Event(aliases=()):
            return
        case Entity(id=id):
            if id not in context.passage.all_names:
                yield _not_named(written, id)


def _check_figure(written: Written, figure: Figure, context: ClaimContext) -> Iterator[Problem]:
    """Problems of a figure: none of its `words` is in the quote, one of its `not_words` is, or no owner."""
    if figure.id in context.passage.all_names:
        return
    yield from _check_words(written, figure, context.passage)
    measured = context.inputs.entities.get(figure.of) if figure.of else None
    if measured is None or _may_stay_unnamed(measured) or measured.id in context.passage.all_names:
        return
    if not (figure.words and _is_last_named(measured, context)):
        yield _not_named(written, measured.id)


def _is_last_named(measured: Entity, context: ClaimContext) -> bool:
    """Whether the nearest of its kind that the article names up to the quote's end is this one alone."""
    passage, entities = context.passage, context.inputs.entities
    end = Span(passage.citation.end, passage.citation.end)
    for sentence in backwards(passage, end, lines_back=0):
        named = {one.entity for one in passage.article.named_within([sentence])}
        if alike := {id for id in named if entities[id].kind is measured.kind}:
            return alike == {measured.id}
    return False


def _may_stay_unnamed(measured: Entity) -> bool:
    return measured.kind in (Kind.FIGURE, Kind.QUESTION) or (
        measured.kind is Kind.EVENT and not measured.aliases
    )


def _check_words(written: Written, figure: Figure, passage: Passage) -> Iterator[Problem]:
    if wrong := those_in(passage.words, figure.not_words):
        message = f"the quote speaks of {listed(wrong)}, which `{figure.id}` does not measure"
        hint = f"claim it of the figure that it measures, quote fewer words, {OR_INFERRED}"
        yield Problem(written.origin, "figure-not-in-quote", message, hint)
    elif figure.words and not _says(figure.words, passage):
        message = f"the quote does not say what is measured: {_none_of(figure)} in it"
        hint = f"quote the words that do, add them to `words:` of `{figure.id}`, {OR_INFERRED}"
        yield Problem(written.origin, "figure-not-in-quote", message, hint)


def _says(words: tuple[str, ...], passage: Passage) -> bool:
    """Whether quote or context holds one of the words."""
    return any(find_forms(text, words) for text in (passage.words, *passage.context_words))


def _none_of(figure: Figure) -> str:
    words = ", ".join(figure.words)
    return f"none of {words} is" if len(figure.words) > 1 else f"{words} is not"


def event_not_in_quote(written: Written, event: Event) -> Problem:
    """An event of which the quote has no word."""
    message = f"the quote has no word of `{event.id}`"
    words = f"its words: {listed(event.words, most=6)}"
    hint = f"{words}; quote one of them, add the quote's word to `words:` of `{event.id}`, {OR_INFERRED}"
    return Problem(written.origin, "event-not-in-quote", message, hint)


def _not_named(written: Written, id: str) -> Problem:
    message = f"the quote does not name `{id}`"
    return Problem(written.origin, "subject-not-in-quote", message, MEANS_HINT, Severity.WARNING)


def not_near(origin: Origin, name: str) -> Problem:
    """The speaker of a claim is not named where it is made."""
    message = f"neither the quote nor its paragraph names `{name}`"
    hint = "quote the words that credit the statement, or say under `means:` which word refers to them"
    return Problem(origin, "speaker-not-in-quote", message, hint, Severity.WARNING)
