"""All figures: the disputed with their charts, then those of several articles, then the rest in a list."""

from __future__ import annotations

from collections.abc import Iterable

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
from build_tools.website.page import Page


def figure_index(view: View) -> Iterable[Page]:
    """The figures, sorted by how far the articles disagree."""
    address = index_of(Kind.FIGURE)
    context = Context(view, address)
    if not view.of_kind(Kind.FIGURE):
        return []
    found = grouped(view.of_kind(Kind.FIGURE), lambda figure: view.findings.figures[figure.id].given)
    disputed = [view.entities[id] for id in view.findings.disputed_figures]
    rest = (*found.get(Given.SINGLE, ()), *found.get(Given.UNGIVEN, ()))
    return [
        index_page(
            view,
            address,
            "Figures",
            section(
                context, "The articles disagree", "disputed", with_key(context, _charted(context, disputed))
            ),
            section(
                context,
                "Several articles, and no dispute",
                "shared",
                _charted(context, found.get(Given.SHARED, ())),
            ),
            section(context, "From one article", "single", figure_list(context, rest)),
            described=listing(
                view,
                "Figures",
                (view.label(each.id) for each in (*disputed, *found.get(Given.SHARED, ()), *rest)),
            ),
        )
    ]


def _charted(context: Context, figures: Iterable[Entity]) -> Markup:
    return md.blocks(*(_figure(context, each) for each in figures))


def _figure(context: Context, figure: Entity) -> Markup:
    claims = context.view.index.claims_on.get(figure.id, ())
    heading = md.heading(3, name(context, figure.id), f"f-{figure.id}")
    chart = charts(context, claims, context.view.label(figure.id))
    return md.blocks(heading, values(context, figure.id), chart)
