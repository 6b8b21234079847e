"""The ways in: what there is of each kind, where the articles disagree, how much of each is read."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import (
    Entity,
    Kind,
    Source,
    Status,
)
from build_tools.pages.attribution import is_untitled, own_title, published, publisher
from build_tools.pages.cards import cards
from build_tools.pages.lists import marked_name, when
from build_tools.pages.parts import finish
from build_tools.pages.sheet import Sheet, cards_of, in_one_line, name, source_said, tagged
from build_tools.pages.subjects import section
from build_tools.pages.timeline import all_events
from build_tools.pages.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import (
    CONFLICTS,
    COVERAGE,
    SOURCES,
    Address,
    conflict_address,
    entity_address,
    index_of,
    source_address,
)
from build_tools.website.markdown import Markup
from build_tools.website.page import Page

NAMED = {
    Kind.PERSON: "People",
    Kind.ORGANISATION: "Organisations",
    Kind.WORK: "Works and products",
}
UNTITLED = (
    "A title in brackets is not the article's own: it came without one, and its first words stand for it."
)
FIRST = 6  # names that a description has room for
HEADINGS = {
    Status.OPEN: "Open",
    Status.EXPLAINED: "Explained",
    Status.RESOLVED: "Resolved",
    Status.CHANGED: "Changed",
}


def index_page(view: View, address: Address, title: str, *content: Markup, described: str = "") -> Page:
    """A page of the navigation."""
    said = view.edition.say(title)
    kind = view.edition.say("Index")
    page = Page(address=address, title=said, section=said, kind=kind, description=described)
    return finish(Sheet(view, address), page, *content)


def listing(view: View, title: str, names: Iterable[str]) -> str:
    """What an index without words of its own holds: the first few of its entries, for those who seek it."""
    found = [md.text(each) for each in names]
    sheet = Sheet(view, CONFLICTS)
    shown = sheet.listed(found[:FIRST])
    shown = sheet.fill("{names} and others", names=shown) if len(found) > FIRST else shown
    return md.plain(sheet.headed([sheet.say(title), shown]))


def conflict_index(view: View) -> Iterable[Page]:
    """All disagreements, by their state and their weight; questions on which none was found, last."""
    sheet = Sheet(view, CONFLICTS)
    found = view.findings.conflicts
    groups = [(status, [each for each in found if each.status is status]) for status in HEADINGS]
    parts = [
        section(sheet, HEADINGS[status], str(status), cards(sheet, some, with_status=False))
        for status, some in groups
    ]
    lead = sheet.say("No disagreement has been found.")
    if found:
        lead = sheet.count(
            "The articles disagree on one point.", "The articles disagree on {n} points.", len(found)
        )
    undisputed = md.bullets([name(sheet, each.id) for each in view.undisputed])
    quiet = section(sheet, "Asked, and not disputed", "quiet", undisputed)
    return [index_page(view, CONFLICTS, "Where they disagree", md.paragraph(lead, css="lead"), *parts, quiet)]


def entity_indexes(view: View) -> Iterable[Page]:
    """Everybody and everything named: people, organisations, works; none of a kind has no page."""
    for kind, title in NAMED.items():
        if not view.of_kind(kind):
            continue
        sheet = Sheet(view, index_of(kind))
        rows = [_entity_row(sheet, entity) for entity in view.of_kind(kind)]
        labels = ("Name", "In one line", "Things said")
        described = listing(view, title, _foremost(view, kind))
        yield index_page(
            view, index_of(kind), title, cards_of(sheet, labels, rows, plain=2), described=described
        )


def _foremost(view: View, kind: Kind) -> list[str]:
    found = sorted(view.of_kind(kind), key=lambda each: -view.index.things_said(each.id))
    return [view.label(each.id) for each in found]


def _entity_row(sheet: Sheet, entity: Entity) -> list[Markup]:
    named = md.join([name(sheet, entity.id), _disputed(sheet, entity)], md.SPACE)
    return [named, in_one_line(sheet, entity), md.text(str(sheet.view.index.things_said(entity.id)))]


def _disputed(sheet: Sheet, entity: Entity) -> Markup:
    found = sheet.view.conflicts(entity.id)
    if not found:
        return md.EMPTY
    there = conflict_address(found[0]) if len(found) == 1 else entity_address(entity.kind, entity.id)
    return sheet.link(there, sheet.say("sources disagree"), css="disputed")


def event_index(view: View) -> Iterable[Page]:
    """All events, earliest first, with their dates as the articles give them."""
    address = index_of(Kind.EVENT)
    sheet = Sheet(view, address)
    if not view.of_kind(Kind.EVENT):
        return []
    rows = [
        [when(sheet, id), marked_name(sheet, id), in_one_line(sheet, view.entities[id])]
        for id in all_events(view)
    ]
    labels: tuple[str, ...] = ("When", "What", "In one line")
    if not any(summary for _, _, summary in rows):
        labels, rows = labels[:2], [row[:2] for row in rows]
    table = md.table([sheet.say(each) for each in labels], rows)
    described = listing(view, "Events", (view.label(id) for id in all_events(view)))
    return [index_page(view, address, "Events", table, described=described)]


def source_index(view: View) -> Iterable[Page]:
    """All articles: who published them, when, and how much of each is read."""
    sheet = Sheet(view, SOURCES)
    labels = ("Article", "Published", "Annotated", "Things said")
    rows = [
        [
            source_line(sheet, index),
            md.text(published(view, source)),
            sheet.say("{n}%", n=view.findings.shares[source.id].annotated),
            md.text(str(len(view.index.claims_in.get(source.id, ())))),
        ]
        for index, source in enumerate(view.index.sources)
    ]
    untitled = any(is_untitled(source) for source in view.index.sources)
    note = md.paragraph(sheet.say(UNTITLED), css="byline") if untitled else md.EMPTY
    described = listing(view, "Articles", (view.edition.words(each.publisher) for each in view.index.sources))
    return [index_page(view, SOURCES, "Articles", cards_of(sheet, labels, rows), note, described=described)]


def source_line(sheet: Sheet, index: int, *more: Markup) -> Markup:
    """An article's title, leading to its page, its publisher and what else, and the title it has there."""
    source = sheet.view.index.sources[index]
    title = tagged(sheet, source_said(sheet, source, source.title))
    link = sheet.link(source_address(source.id), title)
    by = md.inline("span", sheet.phrases([publisher(sheet, source.id), *more]), class_="byline")
    return md.inline("span", md.join([link, by, original(sheet, source)], md.SPACE), class_="article")


def original(sheet: Sheet, source: Source) -> Markup:
    """The title that an article has itself, where the page shows it in another language."""
    title, shown = own_title(source), source_said(sheet, source, source.title)
    if shown.lang == source.language or shown.text == title:
        return md.EMPTY
    return md.inline("cite", md.text(title), lang=source.language)


def coverage(view: View) -> Iterable[Page]:
    """How much of each article is annotated and published, and what was made of it."""
    sheet = Sheet(view, COVERAGE)
    labels = ("Article", "Paragraphs annotated", "Text annotated", "Text published here", "Things said")
    rows = [_coverage_row(sheet, index) for index in range(len(view.index.sources))]
    lead = md.paragraph(sheet.say("How much of each article has been read closely."), css="lead")
    return [index_page(view, COVERAGE, "How much is read", lead, cards_of(sheet, labels, rows))]


def _coverage_row(sheet: Sheet, index: int) -> list[Markup]:
    source = sheet.view.index.sources[index]
    read = sheet.view.findings.shares[source.id]
    claims = sheet.view.index.claims_in.get(source.id, ())
    return [
        source_line(sheet, index),
        sheet.say("{n} of {all}", n=sum(read.marked), all=len(read.marked)),
        sheet.say("{n}%", n=read.annotated),
        sheet.say("{n}%", n=read.published),
        md.text(str(len(claims))),
    ]
