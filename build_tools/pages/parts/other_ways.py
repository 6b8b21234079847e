"""The ways in that are in no navigation: what there is of them, as a list."""

from __future__ import annotations

from build_tools.model import Credited
from build_tools.pages.parts.page_context import Context
from build_tools.website.addresses import (
    CREDITS,
    DOUBTS,
    MONEY,
    NOT_COMPARED,
    SIDE_BY_SIDE,
    THEN_AND_NOW,
)
from build_tools.website.markdown import Markup


def other_ways(context: Context) -> list[Markup]:
    """A link to each that has a page."""
    findings, compared = context.view.findings.ways_in, context.view.dossier.inputs.side_by_side
    sources = context.view.dossier.inputs.sources.values()
    credited = any(each.by.keys() - {Credited.NOBODY} for each in findings.credits)
    described = any(each.character or each.loaded for each in sources)
    ways = (
        (SIDE_BY_SIDE, "Side by side", bool(compared.points) or described),
        (THEN_AND_NOW, "Then and now", bool(compared.changes)),
        (DOUBTS, "Doubtful on its face", bool(findings.doubts)),
        (NOT_COMPARED, "Not comparable", bool(findings.not_compared)),
        (MONEY, "Money on one scale", bool(findings.sums)),
        (CREDITS, "Who is credited", credited),
    )
    return [context.link(there, context.say(title)) for there, title, is_there in ways if is_there]
