"""How an article was changed after it came out, and which of the words quoted here it lost."""

from __future__ import annotations

from build_tools.grouped import grouped
from build_tools.model import Claim, Source, Withdrawn
from build_tools.pages.parts.footnotes import day_of_version, gone, quoted
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.value_words import claimed, point_text, pointed
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup


def versions(context: Context, source: Source) -> Markup:
    """The days of its earlier texts, and what it no longer says; nothing where there are none."""
    if not source.versions:
        return md.EMPTY
    days = context.listed(md.text(day_of_version(context, version.day)) for version in source.versions)
    kept = context.fill(
        "The article was changed after it came out. The text of {date} is kept, too.", date=days
    )
    lost = context.view.dossier.withdrawn_of.get(source.id, ())
    if not lost:
        return md.blocks(kept, context.say("All words that are quoted here are still in it."))
    said = context.say("What follows it no longer says; no agreement and no disagreement here rests on it.")
    return md.blocks(context.sentences([kept, said]), md.bullets([_lost(context, one) for one in lost]))


def _lost(context: Context, one: Withdrawn) -> Markup:
    """The words, since when they are gone, and what was read out of them."""
    found, source = one.anchored, one.anchored.citation.source
    line = md.text(context.edition.say("line {n}", n=found.citation.line))
    named_anew = (source, found.id) in context.view.index.passages
    words = md.inline("span", quoted(context, found), id="" if named_anew else found.id)
    head = md.join([words, context.fill("({value})", value=line), gone(context, found)], md.SPACE)
    by_point = grouped(one.claims, lambda claim: (claim.subject, claim.property))
    return md.blocks(head, md.bullets([_read(context, same) for same in by_point.values()]))


def _read(context: Context, same: tuple[Claim, ...]) -> Markup:
    first = same[0]
    told = md.join((md.unended(claimed(context, each)) for each in same), md.text(" · "))
    return pointed(
        context, first.subject, md.text(point_text(context.view, first.subject, first.property)), told
    )
