"""Who was first to report something, and the way to how a disagreement came to be known."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import Claim, ConflictFinding, EntityId, NamedBy, SourceId
from build_tools.pages.parts.attribution import published, publisher, shared_credit, short_name
from build_tools.pages.parts.footnotes import cites
from build_tools.pages.parts.page_context import Context
from build_tools.website import markdown as md
from build_tools.website.addresses import history_address, source_address
from build_tools.website.markdown import Markup

MOST_TOLD = 100  # disagreements that the page has room for, the heaviest
FEW = 3  # articles that may all have been first, and are named


def first_reported(context: Context, id: EntityId) -> Markup:
    """Which article was first to report a figure or an event, or which may have been, where several do."""
    report = context.view.findings.first_reports.get(id)
    if report is None:
        return md.EMPTY
    if len(report.claims) > FEW:
        many = len(report.claims)
        return md.paragraph(context.say("Which of {n} articles reported this first is not known.", n=many))
    named = [_reporter(context, claims) for claims in report.claims]
    *others, last = named
    if not others:
        return md.paragraph(context.fill("First reported by {article}.", article=last))
    firsts = context.fill("{one} or {other}", one=context.listed(others), other=last)
    return md.paragraph(
        context.fill("First reported by {articles}; which came first is not known.", articles=firsts)
    )


def _reporter(context: Context, claims: tuple[Claim, ...]) -> Markup:
    """An article, its day, and whose report it passes on."""
    named = dated_article(context, claims[0].citation.source)
    by = shared_credit(context, claims)
    return md.join([context.phrases([named, by]), cites(claims[:1])])


def dated_article(context: Context, id: SourceId) -> Markup:
    """An article by its publisher and its day, in the time zone of the story, leading to its page."""
    source = context.view.dossier.inputs.sources[id]
    apart = context.view.findings.named_by[id] is NamedBy.WORDS
    by = short_name(context, id) if apart else publisher(context, id)
    local = replace(source, published=context.view.local(source.published))
    day = md.text(published(context.view, local))
    return context.fill("{value} ({how})", value=context.link(source_address(id), by), how=day)


def way_to_history(context: Context, conflict: ConflictFinding) -> Markup:
    """The way to who said what first, where the page has room for it."""
    if context.view.findings.place_of_conflict[conflict.id] >= MOST_TOLD:
        return md.EMPTY
    way = context.link(history_address(conflict), context.say("How this came to be known"))
    return md.paragraph(way, css="more")
