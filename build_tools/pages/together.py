"""Who is named where: the articles' lines, and who else stands in the same sentences."""

from __future__ import annotations

from itertools import groupby

from build_tools.grouped import grouped
from build_tools.model import Anchored, Entity, EntityId, Kind, Mention, Source
from build_tools.pages.attribution import article
from build_tools.pages.network import Neighbour, network
from build_tools.pages.parts import quoted
from build_tools.pages.passages import annotated_in
from build_tools.pages.sheet import Sheet, name
from build_tools.pages.view import Passage, View, note_key
from build_tools.text.paragraphs import line_of
from build_tools.website import markdown as md
from build_tools.website.addresses import passage_address
from build_tools.website.markdown import Markup

PEOPLE_AND_THINGS = (Kind.PERSON, Kind.ORGANISATION, Kind.WORK)


def same_sentences(sheet: Sheet, entity: Entity) -> Markup:
    """Who else is in the annotated sentences that name an entity, the most frequent first."""
    view = sheet.view
    others = companions(view, entity.id)
    picture = network(sheet, entity.id, [Neighbour(id, len(found)) for id, found in others])
    frequent = sheet.listed(_often(sheet, id, len(found)) for id, found in others)
    lines: list[Markup] = []
    shown: set[Passage] = set()
    for id, found in others:
        new = next((passage for passage in found if passage not in shown), None)
        shown |= {new} if new else set()
        lines.append(_together(sheet, id, found, new))
    sentences = md.details(sheet.say("The sentences"), md.bullets(lines), css="sentences")
    return md.blocks(picture, frequent, sentences) if others else md.EMPTY


def _often(sheet: Sheet, id: EntityId, times: int) -> Markup:
    return md.join([name(sheet, id), md.text(f"\u00a0×{times}")])


def companions(view: View, middle: EntityId) -> list[tuple[EntityId, list[Passage]]]:
    """People, organisations and works in the same sentences, with the sentences."""
    shared: dict[EntityId, list[Passage]] = {}
    for passage in view.passages_naming.get(middle, ()):
        for other in view.named_in_passages[passage]:
            shared.setdefault(other, []).append(passage)
    others = [(id, found) for id, found in shared.items() if id != middle and _is_somebody(view, id)]
    return sorted(others, key=lambda pair: (-len(pair[1]), view.label(pair[0]), pair[0]))


def _is_somebody(view: View, id: EntityId) -> bool:
    entity = view.entities.get(id)
    return entity is not None and entity.kind in PEOPLE_AND_THINGS


def _together(sheet: Sheet, id: EntityId, passages: list[Passage], shown: Passage | None) -> Markup:
    """Who it is and how often; with a sentence, unless each has been shown with somebody else."""
    count = sheet.count("in one sentence", "in {n} sentences", len(passages))
    marks = md.join(md.footnote(note_key(*passage)) for passage in passages)
    head = md.join([name(sheet, id), md.SPACE, md.inline("span", count, class_="count"), marks])
    if shown is None:
        return head
    words = quoted(sheet, sheet.view.passages[shown])
    return md.join([head, md.inline("span", words, class_="sentence")], md.SPACE)


def where_named(sheet: Sheet, entity: Entity) -> Markup:
    """The lines of each article that name an entity; those that are annotated lead there."""
    found = grouped(sheet.view.mentions_of.get(entity.id, ()), lambda mention: mention.source)
    rows = [
        [article(sheet, source.id), md.text(str(len(each))), _lines(sheet, source, each)]
        for source in sheet.view.sources
        if (each := found.get(source.id))
    ]
    return md.table([sheet.say("Article"), sheet.say("Times"), sheet.say("Lines")], rows)


def _lines(sheet: Sheet, source: Source, mentions: tuple[Mention, ...]) -> Markup:
    known: dict[int, Anchored] = {}
    for found in annotated_in(sheet.view, source):
        known.setdefault(found.citation.line, found)
    lines = [line for line, _ in groupby(line_of(source.text, mention.span.start) for mention in mentions)]
    return sheet.listed([_line(sheet, source, line, known.get(line)) for line in lines])


def _line(sheet: Sheet, source: Source, line: int, found: Anchored | None) -> Markup:
    label = md.text(str(line))
    return sheet.link(passage_address(source.id, found.id), label) if found else label
