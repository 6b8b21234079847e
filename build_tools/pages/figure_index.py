"""All figures: the disputed with their charts, then those of several articles, then the rest in a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from build_tools.grouped import grouped
from build_tools.model import Entity, Given, Kind
from build_tools.pages.parts.charts import charts, with_key
from build_tools.pages.parts.index_page import index_page, listing
from build_tools.pages.parts.lists import figure_list, values
from build_tools.pages.parts.page_context import Context, name
from build_tools.pages.parts.sections import section
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import index_of
from build_tools.website.markdown import Markup
from build_tools.website.page import PlannedPage


def figure_index(view: View) -> Iterable[PlannedPage]:
    """The figures, sorted by how far the articles disagree."""
    if view.of_kind(Kind.FIGURE):
        yield index_page(view, index_of(Kind.FIGURE), "Figures", _figures, _described)


def _sorted(view: View) -> tuple[Sequence[Entity], Sequence[Entity], Sequence[Entity]]:
    """Those on which articles disagree, those that several give, and the rest."""
    found = grouped(view.of_kind(Kind.FIGURE), lambda figure: view.findings.figures[figure.id].given)
    disputed = [view.entities[id] for id in view.findings.disputed_figures]
    rest = (*found.get(Given.SINGLE, ()), *found.get(Given.UNGIVEN, ()))
    return disputed, found.get(Given.SHARED, ()), rest


def _described(view: View) -> str:
    return listing(view, "Figures", (view.label(each.id) for each in chain(*_sorted(view))))


def _figures(context: Context) -> Iterable[Markup]:
    disputed, shared, rest = _sorted(context.view)
    charted = with_key(context, _charted(context, disputed))
    yield section(context, "The articles disagree", "disputed", charted)
    yield section(context, "Several articles, and no dispute", "shared", _charted(context, shared))
    yield section(context, "From one article", "single", figure_list(context, rest))


def _charted(context: Context, figures: Iterable[Entity]) -> Markup:
    return md.blocks(*(_figure(context, each) for each in figures))


def _figure(context: Context, figure: Entity) -> Markup:
    claims = context.view.index.claims_on.get(figure.id, ())
    heading = md.heading(3, name(context, figure.id), f"f-{figure.id}")
    chart = charts(context, claims, context.view.label(figure.id))
    return md.blocks(heading, values(context, figure.id), chart)
