"""Then and now: what earlier and later articles say of one thing, where both may be so."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.evidence.support import citations_of
from build_tools.model import LocalText, SourceId, ThenAndNow
from build_tools.pages.parts.attribution import published, short_name
from build_tools.pages.parts.index_page import index_page
from build_tools.pages.parts.page_context import Context, sentence
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import THEN_AND_NOW
from build_tools.website.markdown import Markup
from build_tools.website.page import PlannedPage


def then_and_now(view: View) -> Iterable[PlannedPage]:
    """Each thing with what was said of it earlier and later; no page where the editors list none."""
    if view.dossier.inputs.side_by_side.changes:
        yield index_page(view, THEN_AND_NOW, "Then and now", _changes, listed=False)


def _changes(context: Context) -> Iterable[Markup]:
    changes = context.view.dossier.inputs.side_by_side.changes
    lead = context.say(
        "What earlier and later articles say of one thing. Both may be true, each at its own time."
    )
    yield md.paragraph(lead, css="lead")
    yield from (_change(context, at, each) for at, each in enumerate(changes, 1))


def _change(context: Context, at: int, change: ThenAndNow) -> Markup:
    head = md.heading(2, md.text(context.edition.words(change.label)), f"change-{at}")
    cells = md.blocks(_cell(context, change.then), _cell(context, change.now))
    return md.blocks(head, md.block("div", cells, class_="compare two"))


def _cell(context: Context, text: LocalText) -> Markup:
    """The sentence under the articles that it cites, with their time."""
    cited = dict.fromkeys(SourceId(source) for source, _ in citations_of(text))
    sources = context.view.dossier.inputs.sources
    by = (
        context.phrases([short_name(context, id), md.text(published(context.view, sources[id]))])
        for id in cited
    )
    head = md.line("p", context.several(by), class_="compare-who")
    return md.block("div", md.blocks(head, md.line("p", sentence(context, text))), class_="compare-cell")
