"""The home page: the story, where the articles disagree and agree, and the ways to all the rest."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from build_tools.model import Kind, SeriesFinding
from build_tools.pages.parts.calendar import dates_of
from build_tools.pages.parts.callouts import doubt_mark
from build_tools.pages.parts.cards import cards
from build_tools.pages.parts.finding_lines import counted_line
from build_tools.pages.parts.footnotes import finish, with_folded_footnotes
from build_tools.pages.parts.known_then import cut_banner
from build_tools.pages.parts.moving_figures import newest_line
from build_tools.pages.parts.other_ways import other_ways
from build_tools.pages.parts.page_context import Context, name, prose
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
    OPEN_DATA,
    SOURCES,
    TIMELINE,
    Address,
    index_of,
)
from build_tools.website.markdown import Markup
from build_tools.website.page import Page, PlannedPage

CARDS = 6
LINES = 6


def home_page(view: View) -> Iterable[PlannedPage]:
    """The front door."""
    settings = view.dossier.inputs.settings
    section, make = view.edition.say("Home"), partial(_home, view)
    return [PlannedPage(HOME, make, section, settings.origin.path)]


def _home(view: View) -> Page:
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
    return finish(context, page, *content(context))


def content(context: Context) -> Iterable[Markup]:
    """What happened, what is disputed, what is agreed; the rest behind links."""
    settings = context.view.dossier.inputs.settings
    told = md.blocks(*(prose(context, each) for each in settings.story))
    shown = (
        cut_banner(context),
        prose(context, settings.description, css="lead"),
        section(context, "The story", "story", told),
        section(context, "Where they disagree", "disagree", disagreement_cards(context)),
        section(context, "Numbers that move", "moving", moving_numbers(context)),
        section(context, "What they agree on", "agree", agreed_points(context)),
        section(context, "By theme", "themes", themes(context)),
        section(context, "Other ways to read it", "ways", links_to_the_rest(context)),
        md.details(context.say("How to check us"), how_to_check(context), css="more-below"),
    )
    return with_folded_footnotes(context, *shown)


def more(context: Context, there: Address, message: str) -> Markup:
    """The way to the whole list."""
    return md.paragraph(context.link(there, context.say(message)), css="more")


def themes(context: Context) -> Markup:
    """The themes in their order, each with how much is known, disputed and doubtful."""
    found = context.view.findings.ways_in.themes
    lines = md.bullets([theme_line(context, each) for each in found])
    return md.block("div", lines, class_="ways-in") if found else md.EMPTY


def links_to_the_rest(context: Context) -> Markup:
    """Everything else there is, as links."""
    return md.block("div", md.bullets([*other_ways(context), *list_links(context)]), class_="ways-in")


def list_links(context: Context) -> Iterable[Markup]:
    """The lists of what there is: of what one article alone says, of events, of people, of articles."""
    view = context.view
    found = (
        (Address(f"{AGREED}#only"), "Only one article says this", bool(view.findings.alone)),
        (TIMELINE, "Timeline", any(dates_of(view, id) for id in view.findings.events)),
        (index_of(Kind.PERSON), "People", bool(view.of_kind(Kind.PERSON))),
        (SOURCES, "Articles", True),
        (COVERAGE, "How much is annotated", True),
    )
    return [context.link(there, context.say(title)) for there, title, is_there in found if is_there]


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
    shown = md.block("div", md.bullets([counted_line(context, each) for each in found]), class_="agree")
    return md.blocks(shown, more(context, AGREED, "All that they agree on")) if found else md.EMPTY


def how_to_check(context: Context) -> Markup:
    """The path from a statement to the words, and to us."""
    report = report_address(
        context.view, context.edition.words(context.view.dossier.inputs.settings.title), HOME
    )
    items = [
        context.say("Every statement here has a footnote with the article's words and a link to them."),
        *([context.say("Translations are the editors'.")] if context.view.is_translated else []),
        context.fill(
            "How each article is graded: {link}.", link=context.link(SOURCES, context.say("Articles"))
        ),
        context.fill("Who we are and how we work: {link}.", link=context.link(ABOUT, context.say("About"))),
    ]
    if context.view.data:
        way = context.link(OPEN_DATA, context.say("Open data"))
        items.append(context.fill("Take all of it as data: {link}.", link=way))
    if report:
        way = md.link(report, context.say("report it"))
        items.append(context.fill("Found an error? Please {report}.", report=way))
    return md.bullets(items)
