"""How each disagreement came to be known: the articles in order, and what each made of the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from build_tools.grouped import grouped
from build_tools.model import (
    ConflictFinding,
    DateValue,
    History,
    HistoryStep,
    Move,
    Quantity,
    Rule,
    SideFinding,
    SourceId,
    Stance,
    Status,
    TermValue,
    Turn,
)
from build_tools.pages.parts.attribution import article, shared_credit, shared_speaker
from build_tools.pages.parts.callouts import conflict_title, side_text, status_mark
from build_tools.pages.parts.first_reports import FEW, MOST_TOLD, dated_article
from build_tools.pages.parts.footnotes import cites, finish
from build_tools.pages.parts.judgement import DECIDED
from build_tools.pages.parts.page_context import Context, link_names
from build_tools.pages.parts.value_words import MODALITIES, shared_modality, value_text
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import HISTORY, anchored_address, conflict_address
from build_tools.website.markdown import Markup
from build_tools.website.page import Page, PlannedPage

SAYS = {
    Move.FIRST: "first to say {side}",
    Move.PERHAPS_FIRST: "perhaps first to say {side}",
    Move.AGREES: "also says {side}",
    Move.MOVES_ON: "later says {side}",
    Move.PASSES_ON: "passes on {side} from {articles}",
    Move.REPLACES: "no longer says {side} (its publisher did, in {articles})",
    Move.TAKES_BACK: "takes back {side} (its publisher said so in {articles})",
}
ANSWERS = {
    Move.FIRST: "first to answer “{side}”",
    Move.PERHAPS_FIRST: "perhaps first to answer “{side}”",
    Move.AGREES: "also answers “{side}”",
    Move.PASSES_ON: "passes on the answer “{side}” from {articles}",
    Move.REPLACES: "no longer answers “{side}” (its publisher did, in {articles})",
    Move.TAKES_BACK: "takes back the answer “{side}” (its publisher gave it in {articles})",
}
REPORTS = {
    Move.FIRST: "first to report it",
    Move.PERHAPS_FIRST: "perhaps first to report it",
    Move.AGREES: "also reports it",
    Move.PASSES_ON: "passes it on from {articles}",
    Move.REPLACES: "no longer reports it (its publisher did, in {articles})",
    Move.TAKES_BACK: "takes it back (its publisher reported it in {articles})",
}
DENIES = {
    Move.FIRST: "first to deny {side}",
    Move.PERHAPS_FIRST: "perhaps first to deny {side}",
    Move.AGREES: "also denies {side}",
    Move.PASSES_ON: "passes on a denial of {side} from {articles}",
    Move.REPLACES: "no longer denies {side} (its publisher did, in {articles})",
}
TELLS_OF_DENIAL = {
    Move.FIRST: "first to report that {who} denies {side}",
    Move.PERHAPS_FIRST: "perhaps first to report that {who} denies {side}",
    Move.AGREES: "also reports that {who} denies {side}",
    Move.PASSES_ON: "passes on from {articles} that {who} denies {side}",
    Move.REPLACES: "no longer reports that {who} denies {side} (its publisher did, in {articles})",
}
TITLE = "How this came to be known"
LEAD = (
    "For each disagreement, the articles in the order in which they came out: who was first to say what, who "
    "repeated it or passed it on, and whose publisher later said otherwise."
)


def history_page(view: View) -> Iterable[PlannedPage]:
    """All disagreements as they came to be known; no page where there are none."""
    if view.findings.conflicts:
        yield PlannedPage(HISTORY, partial(_histories, view), view.edition.say("First reports"))


def _histories(view: View) -> Page:
    context = Context(view, HISTORY)
    told = list(zip(view.findings.conflicts, view.findings.histories, strict=True))
    page = Page(
        address=HISTORY,
        title=view.edition.say(TITLE),
        section=view.edition.say("First reports"),
        kind=view.edition.say("Index"),
    )
    shown = (_history(context, conflict, history) for conflict, history in told[:MOST_TOLD])
    left = len(told) - MOST_TOLD
    more = md.paragraph(context.say("and {n} more", n=left)) if left > 0 else md.EMPTY
    return finish(context, page, md.paragraph(context.say(LEAD), css="lead"), *shown, more)


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
        moves.append(_fitting(context, step))
    return context.headed([dated_article(context, step.source), context.several(moves)])


def _fitting(context: Context, step: HistoryStep) -> Markup:
    """What an article says that contradicts no side, or not all, such as a bound or a forecast."""
    given = [(one.value, one.subject) for one in step.fits if isinstance(one.value, Quantity | DateValue)]
    values = dict.fromkeys(value_text(context.view, *each) for each in given)
    if not values:
        return md.join([context.say("fits more than one side"), cites(step.fits)])
    told, how = context.listed(list(map(md.text, values))), shared_modality(step.fits)
    if how:
        told = context.fill("{value} ({how})", value=told, how=context.say(MODALITIES[how][0]))
    side = md.join([md.strong(told), cites(step.fits)])
    return context.fill("says {side}, which fits more than one side", side=side)


def _move(context: Context, conflict: ConflictFinding, turn: Turn) -> Markup:
    said = _said(context, conflict, turn)
    if turn.move not in (Move.FIRST, Move.PERHAPS_FIRST):
        return said
    denied = conflict.sides[turn.side].stance is Stance.DENIES
    by = md.EMPTY if denied else shared_credit(context, turn.claims)
    against = _articles(context, turn.against)
    other = context.fill("against {articles}", articles=against) if turn.against else md.EMPTY
    return context.phrases([said, by, other])


def _said(context: Context, conflict: ConflictFinding, turn: Turn) -> Markup:
    """What the article says, reports or denies, or whose denial it reports."""
    given, notes, of = conflict.sides[turn.side], cites(turn.claims), _articles(context, turn.of)
    itself = given.value is None and given.subject == conflict.subject
    denied = given.stance is Stance.DENIES
    if itself and not denied:
        how = shared_modality(given.claims)
        reported = context.fill(REPORTS[turn.move], articles=of)
        firmness = context.say(MODALITIES[how][0]) if how else md.EMPTY
        return md.join([context.phrases([reported, firmness]), notes])
    shown = [replace(each, side=replace(each.side, stance=Stance.AFFIRMS)) for each in _as_given(given, turn)]
    told = dict.fromkeys(side_text(context.view, each, conflict) for each in shown)
    words = _words(context, conflict, turn, list(told))
    side = md.join([context.say("it") if itself and denied else md.strong(words), notes])
    who = shared_speaker(context, turn.claims)
    answered = isinstance(given.value, TermValue) and conflict.rule is Rule.QUESTION
    moves = (TELLS_OF_DENIAL if who else DENIES) if denied else ANSWERS if answered else SAYS
    return context.fill(moves[turn.move], side=side, articles=of, who=md.strong(who))


def _words(context: Context, conflict: ConflictFinding, turn: Turn, told: list[str]) -> Markup:
    """The values of a side; the parts of a sum as they are added up."""
    given = conflict.sides[turn.side]
    if conflict.rule is Rule.SUM and turn.side and len(told) > 1:
        whole = side_text(context.view, given, conflict) if len(turn.claims) == len(given.claims) else ""
        return md.text(" = ".join(filter(None, (" + ".join(told), whole))))
    return context.listed([md.unended(link_names(context, each)) for each in told])


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
