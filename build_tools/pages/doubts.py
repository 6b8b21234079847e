"""Doubtful on its face: the statements whose own words do not hold, article by article."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.grouped import grouped
from build_tools.model import Doubt, SourceId
from build_tools.pages.parts.attribution import article
from build_tools.pages.parts.footnotes import byline, quoted, whose
from build_tools.pages.parts.index_page import index_page
from build_tools.pages.parts.page_context import Context, name, sentence
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import DOUBTS, passage_address
from build_tools.website.markdown import Markup
from build_tools.website.page import PlannedPage


def doubt_index(view: View) -> Iterable[PlannedPage]:
    """Every doubtful statement with one remark; no page where editors doubt none."""
    if view.findings.ways_in.doubts:
        yield index_page(view, DOUBTS, "Doubtful on its face", _doubts)


def _doubts(context: Context) -> Iterable[Markup]:
    found = context.view.findings.ways_in.doubts
    lead = context.count(
        "One statement does not hold by its own words. The remark rests on that article alone.",
        "{n} statements do not hold by their own words. Each remark rests on that article alone.",
        len(found),
    )
    by_article = grouped(found, lambda each: each.passage.citation.source)
    parts = (_of_article(context, id, some) for id, some in by_article.items())
    whole = context.sentences([lead, whose(context, (each.passage for each in found))])
    return (md.paragraph(whole, css="lead"), *parts)


def _of_article(context: Context, id: SourceId, found: tuple[Doubt, ...]) -> Markup:
    head = md.heading(2, article(context, id), f"by-{id}")
    return md.blocks(head, *(_entry(context, each) for each in found))


def _entry(context: Context, doubt: Doubt) -> Markup:
    """The remark, the words that it is about, where they are, and what was read out of them."""
    found = doubt.passage
    source = context.view.dossier.inputs.sources[found.citation.source]
    why = md.line("p", md.strong(sentence(context, doubt.why)), class_="doubt-why")
    words = md.line("p", quoted(context, found), class_="evidence")
    way = context.link(passage_address(source.id, found.id), byline(context, source, found.citation.line))
    subjects = dict.fromkeys(claim.subject for claim in doubt.concerned or doubt.claims)
    about = context.listed(name(context, each) for each in subjects)
    read = context.fill("About: {subject}.", subject=about) if about else md.EMPTY
    by = [md.line("p", each, class_="by") for each in (way, read) if each]
    return md.block("div", md.blocks(why, words, *by), class_="doubtful", id=f"{source.id}-{doubt.id}")
