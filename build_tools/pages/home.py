"""The home page: the story, where the articles disagree and agree, and how to check us."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.findings.agreements import substantial
from build_tools.findings.weight import varied
from build_tools.model import Kind
from build_tools.pages.agreement import said_line
from build_tools.pages.attribution import published
from build_tools.pages.cards import cards
from build_tools.pages.foot import report_address
from build_tools.pages.indexes import source_line
from build_tools.pages.parts import finish
from build_tools.pages.sheet import Sheet, in_one_line, name, prose
from build_tools.pages.subjects import section
from build_tools.pages.timeline import all_events, dates_of, rows
from build_tools.pages.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import (
    ABOUT,
    AGREED,
    CONFLICTS,
    COVERAGE,
    HOME,
    SOURCES,
    TIMELINE,
    Address,
    data_url,
    index_of,
)
from build_tools.website.markdown import Markup
from build_tools.website.page import Page

CARDS = 6
LINES = 8
EVENTS = 12
OF_EACH = 2
PEOPLE = 12


def home_page(view: View) -> Iterable[Page]:
    """The front door."""
    settings = view.dossier.inputs.settings
    sheet = Sheet(view, HOME)
    page = Page(
        address=HOME,
        title=view.edition.words(settings.title),
        description=view.edition.words(settings.description),
        section=view.edition.say("Home"),
        kind=view.edition.say("Index"),
        edit=settings.origin.path,
    )
    return [finish(sheet, page, *content(sheet))]


def content(sheet: Sheet) -> Iterable[Markup]:
    """What stands on it, in order."""
    settings = sheet.view.dossier.inputs.settings
    told = md.blocks(*(prose(sheet, each) for each in settings.story))
    return (
        prose(sheet, settings.description, css="lead"),
        section(sheet, "The story", "story", told),
        section(sheet, "Where they disagree", "disagree", disagreements(sheet)),
        section(sheet, "What they agree on", "agree", agreements(sheet)),
        section(sheet, "Only one article says this", "only", only(sheet)),
        section(sheet, "Timeline", "timeline", small_timeline(sheet)),
        section(sheet, "People", "people", people(sheet)),
        section(sheet, "The articles, and how much of each is read", "articles", articles(sheet)),
        section(sheet, "How to check us", "check", how_to_check(sheet)),
    )


def more(sheet: Sheet, there: Address, message: str) -> Markup:
    """The way to the whole list."""
    return md.paragraph(sheet.link(there, sheet.say(message)), css="more")


def disagreements(sheet: Sheet) -> Markup:
    """The heaviest disagreements, their values large."""
    found = varied(sheet.view.findings.conflicts)[:CARDS]
    return md.blocks(cards(sheet, found), more(sheet, CONFLICTS, "All disagreements")) if found else md.EMPTY


def agreements(sheet: Sheet) -> Markup:
    """What the articles agree on that the story is about."""
    found = substantial(sheet.view.findings.agreements, OF_EACH)[:LINES]
    shown = md.block("div", md.bullets([said_line(sheet, each) for each in found]), class_="agree")
    return md.blocks(shown, more(sheet, AGREED, "All that they agree on")) if found else md.EMPTY


def only(sheet: Sheet) -> Markup:
    """From each article, a figure and an event of which no other tells."""
    firsts = sheet.view.findings.notable
    shown = md.block(
        "div", md.bullets([said_line(sheet, each, alone=True) for each in firsts]), class_="only"
    )
    return md.blocks(shown, more(sheet, AGREED, "All that only one says")) if firsts else md.EMPTY


def small_timeline(sheet: Sheet) -> Markup:
    """The events that most is said about, in the order of their days."""
    view = sheet.view
    dated = [id for id in all_events(view) if dates_of(view, id)]
    kept = set(sorted(dated, key=lambda id: (-len(view.index.claims_on.get(id, ())), id))[:EVENTS])
    shown = rows(sheet, tuple(id for id in dated if id in kept))
    return md.blocks(shown, more(sheet, TIMELINE, "The whole timeline")) if kept else md.EMPTY


def people(sheet: Sheet) -> Markup:
    """The people of whom most is said."""
    view = sheet.view
    found = sorted(view.of_kind(Kind.PERSON), key=lambda each: -view.index.things_said(each.id))[:PEOPLE]
    dash = md.text("：" if sheet.edition.chinese else " — ")
    lines = [md.join([name(sheet, each.id), in_one_line(sheet, each)], dash) for each in found]
    return (
        md.blocks(md.bullets(lines), more(sheet, index_of(Kind.PERSON), "All people")) if found else md.EMPTY
    )


def articles(sheet: Sheet) -> Markup:
    """Each article, and the share of it that is annotated."""
    lines = [_article(sheet, at) for at in range(len(sheet.view.index.sources))]
    return md.blocks(md.bullets(lines), more(sheet, COVERAGE, "How much is read"))


def _article(sheet: Sheet, at: int) -> Markup:
    source = sheet.view.index.sources[at]
    read = sheet.view.findings.shares[source.id]
    said = sheet.say("{n}% annotated", n=read.annotated)
    meter = md.inline("span", said, class_="meter", style=f"--share:{read.annotated}%")
    return md.join([source_line(sheet, at, md.text(published(sheet.view, source))), meter], md.SPACE)


def how_to_check(sheet: Sheet) -> Markup:
    """The path from a statement to the words, and to us."""
    report = report_address(sheet.view, sheet.edition.words(sheet.view.dossier.inputs.settings.title), HOME)
    items = [
        sheet.say(
            "Everything said here has a footnote: it shows the article's words and leads to where they stand."
        ),
        *([sheet.say("Translations are the editors'.")] if is_translated(sheet) else []),
        sheet.fill("How each article is graded: {link}.", link=sheet.link(SOURCES, sheet.say("Articles"))),
        sheet.fill("Who we are and how we work: {link}.", link=sheet.link(ABOUT, sheet.say("About"))),
    ]
    if sheet.view.site:
        items.append(sheet.fill("Get the data, a line a record: {files}.", files=data(sheet)))
    if report:
        way = md.link(report, sheet.say("report it"))
        items.append(sheet.fill("Found an error? Please {report}.", report=way))
    return md.bullets(items)


def is_translated(sheet: Sheet) -> bool:
    """Whether any article is in another language than English."""
    return any(source.language != "en" for source in sheet.view.dossier.inputs.sources.values())


def data(sheet: Sheet) -> Markup:
    """The files for other programs; they stand above the editions, where the renderer cannot look."""
    labels = {
        "claims": "what is said",
        "conflicts": "where they disagree",
        "entities": "who and what is named",
    }
    files = [
        md.inline("a", sheet.say(label), href=data_url(sheet.here, name), type="application/jsonl")
        for name, label in labels.items()
    ]
    return sheet.listed(files)
