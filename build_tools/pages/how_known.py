"""How each disagreement came to be known: the articles in order, and what each made of the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_tools.grouped import grouped
from build_tools.model import (
    ConflictFinding,
    DateValue,
    History,
    HistoryStep,
    Move,
    Quantity,
    SideFinding,
    SourceId,
    Stance,
    Status,
    Turn,
)
from build_tools.pages.parts.attribution import article, shared_credit
from build_tools.pages.parts.callouts import conflict_title, side_text, status_mark
from build_tools.pages.parts.first_reports import FEW, MOST_TOLD, dated_article
from build_tools.pages.parts.footnotes import cites, finish
from build_tools.pages.parts.judgement import DECIDED
from build_tools.pages.parts.page_context import Context, link_names
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import HISTORY, anchored_address, conflict_address
from build_tools.website.markdown import Markup
from build_tools.website.page import Page

MOVES = {
    Move.FIRST: "first to say: {side}",
    Move.PERHAPS_FIRST: "perhaps first to say: {side}",
    Move.AGREES: "says too: {side}",
    Move.PASSES_ON: "passes on from {articles}: {side}",
    Move.REPLACES: "no longer says: {side} (its publisher did, in {articles})",
}
TITLE = "How this came to be known"
LEAD = (
    "For each disagreement, the articles in the order in which they came out: who was first to say what, who "
    "repeated it or passed it on, and whose publisher later said otherwise."
)


def history_page(view: View) -> Iterable[Page]:
    """All disagreements as they came to be known; no page where there are none."""
    context = Context(view, HISTORY)
    told = list(zip(view.findings.conflicts, view.findings.histories, strict=True))
    if not told:
        return []
    page = Page(
        address=HISTORY,
        title=view.edition.say(TITLE),
        section=view.edition.say("First reports"),
        kind=view.edition.say("Index"),
    )
    shown = (_history(context, conflict, history) for conflict, history in told[:MOST_TOLD])
    left = len(told) - MOST_TOLD
    more = md.paragraph(context.say("and {n} more", n=left)) if left > 0 else md.EMPTY
    return [finish(context, page, md.paragraph(context.say(LEAD), css="lead"), *shown, more)]


def _history(context: Context, conflict: ConflictFinding, history: History) -> Markup:
    """A disagreement: what it is about, its state, the articles in order, the judgement."""
    id = conflict.question.id if conflict.question else conflict.id
    way = context.link(conflict_address(conflict), context.say("compare"))
    stages = [_stage(context, conflict, stage) for stage in history.stages]
    if history.undated:
        undated = context.say("Without a date, and perhaps before all others:")
        stages.append(_together(context, conflict, history.undated, undated))
    return md.blocks(
        md.heading(2, md.text(conflict_title(context.view, conflict)), id),
        md.paragraph(md.join([status_mark(context, conflict.status), way], md.SPACE)),
        md.bullets([*stages, _judged(context, conflict)]),
    )


def _stage(context: Context, conflict: ConflictFinding, steps: tuple[HistoryStep, ...]) -> Markup:
    if len(steps) == 1:
        return _step(context, conflict, steps[0])
    return _together(context, conflict, steps, context.say("In which order these came out is not known:"))


def _together(
    context: Context, conflict: ConflictFinding, steps: tuple[HistoryStep, ...], head: Markup
) -> Markup:
    lines = md.bullets(context.some(steps, lambda step: _step(context, conflict, step)))
    return Markup(f"{head}\n{lines}")


def _step(context: Context, conflict: ConflictFinding, step: HistoryStep) -> Markup:
    """An article, and what it does with each side."""
    moves = context.some(step.turns, lambda turn: _move(context, conflict, turn))
    if step.fits:
        moves.append(md.join([context.say("fits more than one side"), cites(step.fits)]))
    return context.headed([dated_article(context, step.source), context.several(moves)])


def _move(context: Context, conflict: ConflictFinding, turn: Turn) -> Markup:
    by = shared_credit(context, turn.claims)
    given = conflict.sides[turn.side]
    told = [side_text(context.view, each, conflict) for each in _as_given(given, turn)]
    words = context.listed([md.unended(link_names(context, each)) for each in dict.fromkeys(told)])
    if given.value is None and given.stance is Stance.DENIES and by:
        words, by = by, md.EMPTY  # who denies it, which says that it is denied
    side = md.join([md.strong(words), cites(turn.claims)])
    match turn.move:
        case Move.PASSES_ON | Move.REPLACES:
            return context.fill(MOVES[turn.move], side=side, articles=_articles(context, turn.of))
        case Move.AGREES:
            return context.fill(MOVES[turn.move], side=side)
        case _:
            said = context.fill(MOVES[turn.move], side=side)
            against = _articles(context, turn.against)
            other = context.fill("against {articles}", articles=against) if turn.against else md.EMPTY
            return context.phrases([said, by, other])


def _as_given(side: SideFinding, turn: Turn) -> list[SideFinding]:
    """A side with each number that the article itself gives, which may be an older step, or rounded."""
    if not isinstance(side.value, Quantity):
        return [side]
    by_value = grouped(turn.claims, lambda claim: claim.value)
    return [
        replace(side, side=replace(side.side, value=value, claims=claims))
        for value, claims in by_value.items()
    ]


def _articles(context: Context, ids: tuple[SourceId, ...]) -> Markup:
    return context.listed(context.some(ids, lambda id: article(context, id), FEW))


def _judged(context: Context, conflict: ConflictFinding) -> Markup:
    """When the editors judged it, last: they come after all articles that they had read."""
    question = conflict.question
    if question is None or not question.decided or conflict.status is Status.OPEN:
        return md.EMPTY
    day = context.edition.date(DateValue(question.decided, None, None))
    there = anchored_address(conflict_address(conflict), "judgement")
    return context.headed([md.text(day), context.link(there, context.say(DECIDED[conflict.status]))])
