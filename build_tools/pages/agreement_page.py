"""What several articles agree on, and what only one of them says: the index, and its lines."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.grouped import grouped
from build_tools.model import Finding, FindingSort, SourceId
from build_tools.pages.parts.attribution import short_name
from build_tools.pages.parts.finding_lines import agreed_line, alone_line
from build_tools.pages.parts.index_page import index_page, listing
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.sections import section
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import AGREED
from build_tools.website.markdown import Markup
from build_tools.website.page import PlannedPage

TITLE = "What they agree on"
SORTS = {
    FindingSort.MEASURE: ("Figures, dates and events", "agreed-figures"),
    FindingSort.OFFICE: ("What people and things are", "agreed-terms"),
    FindingSort.NAME: ("Who did what with whom", "agreed-names"),
}


def agreement_index(view: View) -> Iterable[PlannedPage]:
    """What several articles agree on, what one origin tells through many, what one alone says."""
    return [index_page(view, AGREED, TITLE, _agreed, _described)]


def _described(view: View) -> str:
    return listing(view, TITLE, dict.fromkeys(view.label(each.subject) for each in view.findings.agreements))


def _agreed(context: Context) -> Iterable[Markup]:
    findings = context.view.findings
    by_sort = grouped(findings.agreements, lambda said: said.sort)
    shared = [_of_sort(context, sort, by_sort.get(sort, ())) for sort in SORTS]
    echoes = md.bullets([agreed_line(context, each) for each in findings.echoes])
    ordered = (each.id for each in context.view.index.sources if each.id in findings.alone)
    alone = [_alone(context, id, findings.alone[id]) for id in ordered]
    yield section(context, "Several articles say the same", "agreed", md.blocks(*shared))
    yield section(context, "Several articles, and one origin", "echoes", echoes)
    yield section(context, "Only one article says this", "only", md.blocks(*alone))


def _of_sort(context: Context, sort: FindingSort, found: tuple[Finding, ...]) -> Markup:
    title, id = SORTS[sort]
    lines = md.bullets([agreed_line(context, each) for each in found])
    return md.blocks(context.heading(3, title, id), lines) if found else md.EMPTY


def _alone(context: Context, source: SourceId, found: tuple[Finding, ...]) -> Markup:
    head = context.headed([short_name(context, source), context.count("one point", "{n} points", len(found))])
    return md.details(head, md.bullets([alone_line(context, each) for each in found]), css="only")
