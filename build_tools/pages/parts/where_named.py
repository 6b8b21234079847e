"""The lines of the articles that name an entity, and who else is in the same sentences."""

from __future__ import annotations

from itertools import groupby

from build_tools.grouped import grouped
from build_tools.model import Companion, Entity, Mention, Passage, SourceId
from build_tools.pages.parts.attribution import article
from build_tools.pages.parts.footnotes import quoted
from build_tools.pages.parts.page_context import Context, name
from build_tools.pages.parts.view import note_key
from build_tools.text.paragraphs import line_of
from build_tools.website import markdown as md
from build_tools.website.addresses import passage_address
from build_tools.website.markdown import Markup

MOST_OTHERS = 100
MOST_LINES = 200


def same_sentences(context: Context, entity: Entity) -> Markup:
    """Who else is in the annotated sentences that name an entity, the most frequent first."""
    others = context.view.findings.companions.get(entity.id, ())
    often = context.some(others, lambda other: _often(context, other), MOST_OTHERS)
    lines: list[Markup] = []
    shown: set[Passage] = set()
    for other in others[:MOST_OTHERS]:
        new = next((passage for passage in other.passages if passage not in shown), None)
        shown |= {new} if new else set()
        lines.append(_named_together(context, other, new))
    sentences = md.details(context.say("The sentences"), md.bullets(lines), css="sentences")
    return md.blocks(context.listed(often), sentences) if others else md.EMPTY


def _often(context: Context, other: Companion) -> Markup:
    return md.join([name(context, other.entity), md.text(f"\u00a0×{len(other.passages)}")])


def _named_together(context: Context, other: Companion, shown: Passage | None) -> Markup:
    """The name and how often; with one sentence, unless all were already shown for somebody else."""
    count = context.count("in one sentence", "in {n} sentences", len(other.passages))
    marks = md.join(md.footnote(note_key(*passage)) for passage in other.passages)
    head = md.join([name(context, other.entity), md.SPACE, md.inline("span", count, class_="count"), marks])
    if shown is None:
        return head
    words = quoted(context, context.view.index.passages[shown])
    return md.join([head, md.inline("span", words, class_="sentence")], md.SPACE)


def where_named(context: Context, entity: Entity) -> Markup:
    """The lines of each article that name an entity; those that are annotated lead there."""
    found = grouped(context.view.index.mentions_of.get(entity.id, ()), lambda mention: mention.source)
    ids = sorted(found, key=context.view.index.order_of_sources.__getitem__)
    rows = [
        [article(context, id), md.text(str(len(found[id]))), _lines(context, id, found[id])] for id in ids
    ]
    return md.table([context.say("Article"), context.say("Times"), context.say("Lines")], rows)


def _lines(context: Context, source: SourceId, mentions: tuple[Mention, ...]) -> Markup:
    text = context.view.dossier.inputs.sources[source].text
    lines = [line for line, _ in groupby(line_of(text, mention.span.start) for mention in mentions)]
    return context.listed(context.some(lines, lambda line: _line(context, source, line), MOST_LINES))


def _line(context: Context, source: SourceId, line: int) -> Markup:
    label, found = md.text(str(line)), context.view.index.first_in_line.get((source, line))
    return context.link(passage_address(source, found.id), label) if found else label
