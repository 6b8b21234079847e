"""The home page: the story, where the articles disagree and agree, and how to check us."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Kind, SeriesFinding
from build_tools.pages.parts.attribution import published
from build_tools.pages.parts.calendar import dates_of, rows
from build_tools.pages.parts.callouts import doubt_mark
from build_tools.pages.parts.cards import cards
from build_tools.pages.parts.finding_lines import said_line
from build_tools.pages.parts.footnotes import finish
from build_tools.pages.parts.index_page import source_line
from build_tools.pages.parts.known_then import cut_banner
from build_tools.pages.parts.lists import in_time
from build_tools.pages.parts.moving_figures import newest_line
from build_tools.pages.parts.other_ways import other_ways
from build_tools.pages.parts.page_context import Context, in_one_line, name, prose
from build_tools.pages.parts.page_footer import report_address
from build_tools.pages.parts.sections import section
from build_tools.pages.parts.theme_lines import theme_line
from build_tools.pages.parts.view import View
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
PEOPLE = 12


def home_page(view: View) -> Iterable[Page]:
    """The front door."""
    settings = view.dossier.inputs.settings
    context = Context(view, HOME)
    page = Page(
        address=HOME,
        title=view.edition.words(settings.title),
        description=view.edition.words(settings.description),
        section=view.edition.say("Home"),
        kind=view.edition.say("Index"),
        edit=settings.origin.path,
    )
    return [finish(context, page, *content(context))]


def content(context: Context) -> Iterable[Markup]:
    """What is on it, in order."""
    settings = context.view.dossier.inputs.settings
    told = md.blocks(*(prose(context, each) for each in settings.story))
    return (
        cut_banner(context),
        prose(context, settings.description, css="lead"),
        section(context, "The story", "story", told),
        section(context, "By theme", "themes", themes(context)),
        section(context, "Where they disagree", "disagree", disagreement_cards(context)),
        section(context, "Numbers that move", "moving", moving_numbers(context)),
        section(context, "What they agree on", "agree", agreed_points(context)),
        section(context, "Other ways to read it", "ways", other_ways(context)),
        section(context, "Only one article says this", "only", only(context)),
        section(context, "Timeline", "timeline", small_timeline(context)),
        section(context, "People", "people", people(context)),
        section(
            context, "The articles, and how much of each is annotated", "articles", articles_read(context)
        ),
        section(context, "How to check us", "check", how_to_check(context)),
    )


def more(context: Context, there: Address, message: str) -> Markup:
    """The way to the whole list."""
    return md.paragraph(context.link(there, context.say(message)), css="more")


def themes(context: Context) -> Markup:
    """The themes in their order, each with how much is known, disputed and doubtful."""
    found = context.view.findings.ways_in.themes
    return md.bullets([theme_line(context, each) for each in found])


def disagreement_cards(context: Context) -> Markup:
    """The heaviest disagreements, their values large."""
    found = context.view.findings.highlights.conflicts[:CARDS]
    return (
        md.blocks(cards(context, found), more(context, CONFLICTS, "All disagreements")) if found else md.EMPTY
    )


def moving_numbers(context: Context) -> Markup:
    """Of each figure that moved the newest value, and what it was before; those with the most steps first."""
    found = context.view.findings.highlights.moving[:LINES]
    lines = [_moved(context, each) for each in found]
    return md.block("div", md.bullets(lines), class_="moving") if lines else md.EMPTY


def _moved(context: Context, found: SeriesFinding) -> Markup:
    label = context.headed([name(context, found.figure), newest_line(context, found)])
    return md.join([label, doubt_mark(context, found.figure)], md.SPACE)


def agreed_points(context: Context) -> Markup:
    """What the articles agree on that the story is about."""
    found = context.view.findings.highlights.agreements[:LINES]
    shown = md.block("div", md.bullets([said_line(context, each) for each in found]), class_="agree")
    return md.blocks(shown, more(context, AGREED, "All that they agree on")) if found else md.EMPTY


def only(context: Context) -> Markup:
    """From each article, a figure and an event of which no other tells."""
    firsts = context.view.findings.highlights.alone
    shown = md.block(
        "div", md.bullets([said_line(context, each, alone=True) for each in firsts]), class_="only"
    )
    return md.blocks(shown, more(context, AGREED, "All that only one says")) if firsts else md.EMPTY


def small_timeline(context: Context) -> Markup:
    """The events that most is said about, in the order of their days."""
    view = context.view
    kept = [id for id in view.findings.highlights.events if dates_of(view, id)][:EVENTS]
    shown = rows(context, in_time(view, kept))
    return md.blocks(shown, more(context, TIMELINE, "The whole timeline")) if kept else md.EMPTY


def people(context: Context) -> Markup:
    """The people that most is said about."""
    view = context.view
    found = view.findings.foremost.get(Kind.PERSON, ())[:PEOPLE]
    dash = md.text("：" if context.edition.chinese else " — ")
    lines = [md.join([name(context, id), in_one_line(context, view.entities[id])], dash) for id in found]
    return (
        md.blocks(md.bullets(lines), more(context, index_of(Kind.PERSON), "All people"))
        if found
        else md.EMPTY
    )


def articles_read(context: Context) -> Markup:
    """Each article, and the share of it that is annotated."""
    lines = [_article(context, at) for at in range(len(context.view.index.sources))]
    return md.blocks(md.bullets(lines), more(context, COVERAGE, "How much is annotated"))


def _article(context: Context, at: int) -> Markup:
    source = context.view.index.sources[at]
    read = context.view.findings.shares[source.id]
    said = context.say("{n}% annotated", n=read.annotated)
    meter = md.inline("span", said, class_="meter", style=f"--share:{read.annotated}%")
    return md.join([source_line(context, at, md.text(published(context.view, source))), meter], md.SPACE)


def how_to_check(context: Context) -> Markup:
    """The path from a statement to the words, and to us."""
    report = report_address(
        context.view, context.edition.words(context.view.dossier.inputs.settings.title), HOME
    )
    items = [
        context.say("Every statement here has a footnote with the article's words and a link to them."),
        *([context.say("Translations are the editors'.")] if is_translated(context) else []),
        context.fill(
            "How each article is graded: {link}.", link=context.link(SOURCES, context.say("Articles"))
        ),
        context.fill("Who we are and how we work: {link}.", link=context.link(ABOUT, context.say("About"))),
    ]
    if context.view.site:
        items.append(context.fill("Get the data, one record a line: {files}.", files=data(context)))
    if report:
        way = md.link(report, context.say("report it"))
        items.append(context.fill("Found an error? Please {report}.", report=way))
    return md.bullets(items)


def is_translated(context: Context) -> bool:
    """Whether any article is in another language than English."""
    return any(source.language != "en" for source in context.view.dossier.inputs.sources.values())


def data(context: Context) -> Markup:
    """The files for other programs; they are above the editions, where the renderer cannot look."""
    labels = {
        "claims": "what is said",
        "conflicts": "where they disagree",
        "entities": "who and what is named",
    }
    files = [
        md.inline("a", context.say(label), href=data_url(context.here, name), type="application/jsonl")
        for name, label in labels.items()
    ]
    return context.listed(files)
