"""The articles side by side: what each says on every point, then what kind of article each is."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import ComparedPoint, LocalText, Source, SourceId
from build_tools.pages.parts.attribution import article, published
from build_tools.pages.parts.character import character
from build_tools.pages.parts.footnotes import with_folded_footnotes
from build_tools.pages.parts.index_page import index_page
from build_tools.pages.parts.page_context import Context, sentence
from build_tools.pages.parts.sections import section
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import SIDE_BY_SIDE
from build_tools.website.markdown import Markup
from build_tools.website.page import PlannedPage


def side_by_side(view: View) -> Iterable[PlannedPage]:
    """A row a point, a cell an article; no page where the editors compare nothing."""
    if view.dossier.inputs.side_by_side.points or _with_character(view):
        yield index_page(view, SIDE_BY_SIDE, "Side by side", _content)


def _with_character(view: View) -> list[Source]:
    """The articles of which editors say what kind they are."""
    return [each for each in view.index.sources if each.character or each.loaded]


def _content(context: Context) -> Iterable[Markup]:
    return with_folded_footnotes(context, *_compared(context))


def _compared(context: Context) -> Iterable[Markup]:
    points = context.view.dossier.inputs.side_by_side.points
    lead = context.say("What each article says on the same points. Every sentence leads to its words.")
    own = md.blocks(*(_article(context, each) for each in _with_character(context.view)))
    yield md.paragraph(lead, css="lead")
    yield from (_point(context, at, point) for at, point in enumerate(points, 1))
    yield section(context, "What kind of article each is", "characters", own)


def _point(context: Context, at: int, point: ComparedPoint) -> Markup:
    """The articles on one point, oldest first; one that says nothing keeps its place."""
    said = {cell.source: cell.text for cell in point.cells}
    compared = context.view.dossier.inputs.side_by_side.points
    shown = {cell.source for each in compared for cell in each.cells}
    cells = (
        _cell(context, each.id, said.get(each.id)) for each in context.view.index.sources if each.id in shown
    )
    head = md.heading(2, md.text(context.edition.words(point.label)), f"point-{at}")
    return md.blocks(head, md.block("div", md.blocks(*cells), class_="compare"))


def _cell(context: Context, id: SourceId, text: LocalText | None) -> Markup:
    head = md.line("p", article(context, id), class_="compare-who")
    silent = md.line("p", context.say("nothing on this"), class_="count")
    told = md.line("p", sentence(context, text)) if text else silent
    return md.block("div", md.blocks(head, told), class_="compare-cell")


def _article(context: Context, source: Source) -> Markup:
    when = md.inline("span", md.text(published(context.view, source)), class_="count")
    head = md.heading(3, md.join([article(context, source.id), when], md.SPACE), f"is-{source.id}")
    return md.blocks(head, character(context, source))
