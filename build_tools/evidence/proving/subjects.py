"""Proving the subject: who or what a claim is about must be named in the quote too."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.evidence.proving.context import ClaimContext
from build_tools.evidence.proving.passages import Passage
from build_tools.evidence.proving.wording import OR_INFERRED, listed, stands_in
from build_tools.model import Anchored, Entity, Figure, Kind, Written
from build_tools.problem import Origin, Problem, Severity

MEANS_HINT = "say under `means:` which word of the quote refers to it, or quote the words that name it"


def check_means(anchored: Anchored, passage: Passage) -> Iterator[Problem]:
    """Every word under `means:` stands in the quote."""
    for word, _ in anchored.annotation.means:
        if not stands_in(word.text, passage.words):
            message = f"`{word.text}` does not stand in the quote"
            hint = "`means:` says what a word of the quote refers to; write that word"
            yield Problem(word.origin, "means-not-in-quote", message, hint)


def check_subject(written: Written, context: ClaimContext) -> Iterator[Problem]:
    """The subject is named by one of its names, a figure by its words."""
    match context.subject:
        case Figure() as figure:
            yield from _check_figure(written, figure, context)
        case Entity(kind=Kind.QUESTION):
            return
        case Entity(kind=Kind.EVENT, aliases=()):
            return
        case Entity(id=id):
            if id not in context.passage.names:
                yield _not_named(written, id)


def _check_figure(written: Written, figure: Figure, context: ClaimContext) -> Iterator[Problem]:
    """What is measured stands in the quote, and nothing that it is not; and of whom."""
    if figure.id in context.passage.names:
        return
    if not context.inferred:
        yield from _check_words(written, figure, context.passage.words)
    measured = context.inputs.entities.get(figure.of) if figure.of else None
    if measured and not _may_stay_unnamed(measured) and measured.id not in context.passage.names:
        yield _not_named(written, measured.id)


def _may_stay_unnamed(measured: Entity) -> bool:
    return measured.kind in (Kind.FIGURE, Kind.QUESTION) or (
        measured.kind is Kind.EVENT and not measured.aliases
    )


def _check_words(written: Written, figure: Figure, words: str) -> Iterator[Problem]:
    wrong = [word for word in figure.not_words if stands_in(word, words)]
    if wrong:
        message = f"the quote speaks of {listed(wrong)}, which `{figure.id}` does not measure"
        hint = f"claim it of the figure that it measures, quote fewer words, {OR_INFERRED}"
        yield Problem(written.origin, "figure-not-in-quote", message, hint)
    elif figure.words and not any(stands_in(word, words) for word in figure.words):
        message = f"the quote does not say what is measured: {_none_of(figure)} in it"
        hint = f"quote the words that do, add them to `words:` of `{figure.id}`, {OR_INFERRED}"
        yield Problem(written.origin, "figure-not-in-quote", message, hint)


def _none_of(figure: Figure) -> str:
    words = ", ".join(figure.words)
    return f"none of {words} stands" if len(figure.words) > 1 else f"{words} does not stand"


def _not_named(written: Written, id: str) -> Problem:
    message = f"the quote does not name `{id}`"
    return Problem(written.origin, "subject-not-in-quote", message, MEANS_HINT, Severity.WARNING)


def not_near(origin: Origin, name: str) -> Problem:
    """The one whom a claim credits is not named where it is made."""
    message = f"neither the quote nor its paragraph names `{name}`"
    hint = "quote the words that credit the statement, or say under `means:` which word refers to them"
    return Problem(origin, "speaker-not-in-quote", message, hint, Severity.WARNING)
