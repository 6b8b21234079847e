"""Who is named where: the articles' lines, and who else stands in the same sentences."""

from __future__ import annotations

from itertools import groupby

from build_tools.grouped import grouped
from build_tools.model import Entity, EntityId, Kind, Mention, Passage, SourceId
from build_tools.pages.parts.attribution import article
from build_tools.pages.parts.footnotes import quoted
from build_tools.pages.parts.page_context import Context, name
from build_tools.pages.parts.view import View, note_key
from build_tools.text.paragraphs import line_of
from build_tools.website import markdown as md
from build_tools.website.addresses import passage_address
from build_tools.website.markdown import Markup

MOST_OTHERS = 100
MOST_NAMED = 200
MOST_LINES = 200
PEOPLE_AND_THINGS = (Kind.PERSON, Kind.ORGANISATION, Kind.WORK)


def same_sentences(context: Context, entity: Entity) -> Markup:
    """Who else is in the annotated sentences that name an entity, the most frequent first."""
    view = context.view
    others = companions(view, entity.id)
    often = context.some(others, lambda other: _often(context, other[0], len(other[1])), MOST_OTHERS)
    lines: list[Markup] = []
    shown: set[Passage] = set()
    for id, found in others[:MOST_OTHERS]:
        new = next((passage for passage in found if passage not in shown), None)
        shown |= {new} if new else set()
        lines.append(_together(context, id, found, new))
    sentences = md.details(context.say("The sentences"), md.bullets(lines), css="sentences")
    return md.blocks(context.listed(often), sentences) if others else md.EMPTY


def _often(context: Context, id: EntityId, times: int) -> Markup:
    return md.join([name(context, id), md.text(f"\u00a0×{times}")])


def companions(view: View, middle: EntityId) -> list[tuple[EntityId, list[Passage]]]:
    """People, organisations and works in the same sentences, with the sentences."""
    shared: dict[EntityId, list[Passage]] = {}
    for passage in view.index.passages_naming.get(middle, ()):
        for other in view.index.named_in_passages[passage][:MOST_NAMED]:
            shared.setdefault(other, []).append(passage)
    others = [(id, found) for id, found in shared.items() if id != middle and _is_somebody(view, id)]
    return sorted(others, key=lambda pair: (-len(pair[1]), view.label(pair[0]), pair[0]))


def _is_somebody(view: View, id: EntityId) -> bool:
    entity = view.entities.get(id)
    return entity is not None and entity.kind in PEOPLE_AND_THINGS


def _together(context: Context, id: EntityId, passages: list[Passage], shown: Passage | None) -> Markup:
    """Who it is and how often; with a sentence, unless each has been shown with somebody else."""
    count = context.count("in one sentence", "in {n} sentences", len(passages))
    marks = md.join(md.footnote(note_key(*passage)) for passage in passages)
    head = md.join([name(context, id), md.SPACE, md.inline("span", count, class_="count"), marks])
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
