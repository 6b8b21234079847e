"""The ways in: what there is of each kind, where the articles disagree, how much of each is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from build_tools.model import (
    SHIPPED,
    Entity,
    EntityId,
    Kind,
    PlainKind,
    Status,
)
from build_tools.pages.parts.attribution import is_untitled, published
from build_tools.pages.parts.calendar import all_events
from build_tools.pages.parts.cards import cards
from build_tools.pages.parts.index_page import index_page, listing, source_line
from build_tools.pages.parts.lists import marked_name, when
from build_tools.pages.parts.page_context import Context, cards_of, in_one_line, name, source_said
from build_tools.pages.parts.sections import section
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import (
    CONFLICTS,
    COVERAGE,
    SOURCES,
    conflict_address,
    index_of,
    page_of_entity,
)
from build_tools.website.markdown import Markup
from build_tools.website.page import PlannedPage

FEW = 4  # rows that are not worth folding
Row = list[Markup]
UNTITLED = (
    "A title in brackets is not the article's own: "
    "the article came without one, so its first words are shown."
)
HEADINGS = {
    Status.OPEN: "Open",
    Status.EXPLAINED: "Explained",
    Status.RESOLVED: "Resolved",
    Status.CHANGED: "Changed",
    Status.WITHDRAWN: "Taken back",
}


def conflict_index(view: View) -> Iterable[PlannedPage]:
    """All disagreements, by their state and their weight; questions on which none was found, last."""
    return [index_page(view, CONFLICTS, "Where they disagree", _conflicts)]


def _conflicts(context: Context) -> Iterable[Markup]:
    view = context.view
    found = view.findings.conflicts
    groups = [(status, [each for each in found if each.status is status]) for status in HEADINGS]
    parts = [
        section(context, HEADINGS[status], str(status), cards(context, some, with_status=False))
        for status, some in groups
    ]
    lead = context.say("No disagreement has been found.")
    if found:
        lead = context.count(
            "The articles disagree on one point.", "The articles disagree on {n} points.", len(found)
        )
    undisputed = md.bullets([name(context, each.id) for each in view.undisputed])
    quiet = section(context, "Asked, and not disputed", "quiet", undisputed)
    return (md.paragraph(lead, css="lead"), *parts, quiet)


def entity_indexes(view: View) -> Iterable[PlannedPage]:
    """Everybody and everything named, by kind: people, organisations, …; none of a kind has no page."""
    return (_entity_index(view, kind) for kind in view.kinds if view.of_kind(kind.kind))


def _entity_index(view: View, kind: PlainKind) -> PlannedPage:
    title = kind.plural.en if kind in SHIPPED else view.edition.prose(kind.plural)

    def content(context: Context) -> Iterable[Markup]:
        rows = {entity.id: _entity_row(context, entity) for entity in view.of_kind(kind.kind)}
        return _folded(context, rows, _entity_table)

    def described(view: View) -> str:
        return listing(view, title, _foremost(view, kind.kind))

    return index_page(view, index_of(kind.kind, kind.folder), title, content, described)


def _folded(
    context: Context, rows: Mapping[EntityId, Row], table: Callable[[Context, list[Row]], Markup]
) -> tuple[Markup, ...]:
    """All rows; where many are of what is named in passing, these are folded below the others."""
    passing = [id for id in rows if id in context.view.findings.in_passing]
    if len(passing) < FEW or len(passing) == len(rows):
        return (table(context, list(rows.values())),)
    rest = table(context, [rows[id] for id in passing])
    more = context.say("and {n} more, named in passing", n=len(passing))
    shown = [row for id, row in rows.items() if id not in context.view.findings.in_passing]
    return (table(context, shown), md.details(more, rest, css="more-below"))


def _entity_table(context: Context, rows: list[Row]) -> Markup:
    return cards_of(context, ("Name", "In one line", "Things said"), rows, plain=2)


def _foremost(view: View, kind: Kind) -> list[str]:
    return [view.label(id) for id in view.findings.foremost[kind]]


def _entity_row(context: Context, entity: Entity) -> list[Markup]:
    named = md.join([name(context, entity.id), _disputed(context, entity)], md.SPACE)
    return [named, in_one_line(context, entity), md.text(str(context.view.index.things_said(entity.id)))]


def _disputed(context: Context, entity: Entity) -> Markup:
    found = context.view.conflicts(entity.id)
    if not found:
        return md.EMPTY
    there = conflict_address(found[0]) if len(found) == 1 else page_of_entity(entity)
    return context.link(there, context.say("sources disagree"), css="disputed")


def event_index(view: View) -> Iterable[PlannedPage]:
    """All events, earliest first, with their dates as the articles give them."""
    if view.of_kind(Kind.EVENT):
        yield index_page(view, index_of(Kind.EVENT), "Events", _events, _first_events)


def _first_events(view: View) -> str:
    return listing(view, "Events", (view.label(id) for id in all_events(view)))


def _events(context: Context) -> Iterable[Markup]:
    view = context.view
    rows = {
        id: [when(context, id), marked_name(context, id), in_one_line(context, view.entities[id])]
        for id in all_events(view)
    }
    return _folded(context, rows, _event_table)


def _event_table(context: Context, rows: list[Row]) -> Markup:
    labels: tuple[str, ...] = ("When", "What", "In one line")
    if not any(summary for _, _, summary in rows):
        labels, rows = labels[:2], [row[:2] for row in rows]
    return md.table([context.say(each) for each in labels], rows)


def source_index(view: View) -> Iterable[PlannedPage]:
    """All articles: who published them, when, and how much of each is read."""
    return [index_page(view, SOURCES, "Articles", _articles, _publishers)]


def _publishers(view: View) -> str:
    context = Context(view, SOURCES)
    publishers = (source_said(context, each, each.publisher).text for each in view.index.sources)
    return listing(view, "Articles", publishers)


def _articles(context: Context) -> Iterable[Markup]:
    view = context.view
    labels = ("Article", "Published", "Annotated", "Things said")
    rows = [
        [
            source_line(context, index),
            md.text(published(view, source)),
            context.say("{n}%", n=view.findings.shares[source.id].annotated),
            md.text(str(len(view.index.claims_in.get(source.id, ())))),
        ]
        for index, source in enumerate(view.index.sources)
    ]
    untitled = any(is_untitled(source) for source in view.index.sources)
    note = md.paragraph(context.say(UNTITLED), css="byline") if untitled else md.EMPTY
    return (cards_of(context, labels, rows), note)


def coverage_index(view: View) -> Iterable[PlannedPage]:
    """How much of each article is annotated and published, and what was made of it."""
    return [index_page(view, COVERAGE, "How much is annotated", _coverage)]


def _coverage(context: Context) -> Iterable[Markup]:
    labels = (
        "Article",
        "Paragraphs annotated",
        "Text annotated",
        "Text published here",
        "Things said",
        "Annotations read by a person",
    )
    rows = [_coverage_row(context, index) for index in range(len(context.view.index.sources))]
    lead = md.paragraph(context.say("How much of each article has been read closely."), css="lead")
    return (lead, cards_of(context, labels, rows))


def _coverage_row(context: Context, index: int) -> list[Markup]:
    source = context.view.index.sources[index]
    read = context.view.findings.shares[source.id]
    claims = context.view.index.claims_in.get(source.id, ())
    return [
        source_line(context, index),
        context.say("{n} of {all}", n=sum(read.marked), all=len(read.marked)),
        context.say("{n}%", n=read.annotated),
        context.say("{n}%", n=read.published),
        md.text(str(len(claims))),
        context.say("{n} of {all}", n=read.readers.read, all=read.readers.annotations),
    ]
