"""Pages of the navigation: their frame, and the line of an article in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from build_tools.model import (
    Source,
)
from build_tools.pages.parts.attribution import own_title, publisher
from build_tools.pages.parts.footnotes import finish
from build_tools.pages.parts.page_context import Context, source_said, tagged
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import (
    CONFLICTS,
    Address,
    source_address,
)
from build_tools.website.editions import Said
from build_tools.website.markdown import Markup
from build_tools.website.page import Page, PlannedPage

FIRST = 6  # names that a description has room for


def undescribed(view: View) -> str:
    """No description: search engines show the first words of the page."""
    return ""


def index_page(
    view: View,
    address: Address,
    title: str | Said,
    content: Callable[[Context], Iterable[Markup]],
    described: Callable[[View], str] = undescribed,
    listed: bool = True,
) -> PlannedPage:
    """A page of the navigation, or one that home and the themes lead to (`listed` is false)."""
    said = title_words(view, title)
    section = said if listed else ""

    def make() -> Page:
        kind, words = view.edition.say("Index"), described(view)
        page = Page(address=address, title=said, section=section, kind=kind, description=words)
        context = Context(view, address)
        return finish(context, page, *content(context))

    return PlannedPage(address, make, section)


def title_words(view: View, title: str | Said) -> str:
    """A title in the words of the edition, or as the dossier gives it."""
    return title.text if isinstance(title, Said) else view.edition.say(title)


def listing(view: View, title: str | Said, names: Iterable[str]) -> str:
    """What an index without its own words holds: the first few of its entries, for those who seek it."""
    found = [md.text(each) for each in names]
    context = Context(view, CONFLICTS)
    shown = context.listed(found[:FIRST])
    shown = context.fill("{names} and others", names=shown) if len(found) > FIRST else shown
    return md.strip_markup(context.headed([md.text(title_words(view, title)), shown]))


def source_line(context: Context, index: int, *more: Markup) -> Markup:
    """An article's title, leading to its page, its publisher and what else, and the title it has there."""
    source = context.view.index.sources[index]
    title = tagged(context, source_said(context, source, source.title))
    link = context.link(source_address(source.id), title)
    by = md.inline("span", context.phrases([publisher(context, source.id), *more]), class_="byline")
    return md.inline("span", md.join([link, by, original(context, source)], md.SPACE), class_="article")


def original(context: Context, source: Source) -> Markup:
    """The title that an article has itself, where the page shows it in another language."""
    title, shown = own_title(source), source_said(context, source, source.title)
    if shown.lang == source.language or shown.text == title:
        return md.EMPTY
    return md.inline("cite", md.text(title), lang=source.language)
