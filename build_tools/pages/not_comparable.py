"""Not comparable: figures that a reader might set against each other, their values, and why one may not."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import EntityId, NotCompared
from build_tools.pages.parts.index_page import index_page
from build_tools.pages.parts.lists import values
from build_tools.pages.parts.page_context import Context, name, sentence
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import NOT_COMPARED
from build_tools.website.markdown import Markup
from build_tools.website.page import PlannedPage


def not_comparable(view: View) -> Iterable[PlannedPage]:
    """Each pair with its values and the reason; no page where editors keep none apart."""
    if view.findings.ways_in.not_compared:
        yield index_page(view, NOT_COMPARED, "Not comparable", _pairs, listed=False)


def _pairs(context: Context) -> Iterable[Markup]:
    lead = context.say("Figures that look alike and do not measure the same.")
    yield md.paragraph(lead, css="lead")
    yield from (_pair(context, each) for each in context.view.findings.ways_in.not_compared)


def _pair(context: Context, pair: NotCompared) -> Markup:
    sides = md.block("div", md.blocks(*(_side(context, id) for id in (pair.one, pair.other))), class_="pair")
    why = md.line("p", sentence(context, pair.why), class_="why")
    return md.block("div", md.blocks(sides, why), class_="apart", id=f"{pair.one}-{pair.other}")


def _side(context: Context, id: EntityId) -> Markup:
    head = md.line("p", name(context, id), class_="card-title")
    return md.block("div", md.blocks(head, md.line("p", values(context, id), class_="values")))
