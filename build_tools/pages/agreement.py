"""What several articles agree on, and what only one of them says: the index, and its lines."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.findings.agreements import NAME_ONLY, sort_of
from build_tools.grouped import grouped
from build_tools.model import Claim, Finding, SourceId, Stance, Statement
from build_tools.pages.attribution import short_name
from build_tools.pages.indexes import index_page, listing
from build_tools.pages.parts import cites, home_of
from build_tools.pages.sheet import Sheet
from build_tools.pages.subjects import section
from build_tools.pages.view import View
from build_tools.pages.words import (
    claimed,
    counted,
    period_text,
    point_text,
    pointed,
    shared_modality,
    stated,
)
from build_tools.website import markdown as md
from build_tools.website.addresses import AGREED
from build_tools.website.markdown import Markup
from build_tools.website.page import Page

SORTS = {
    0: ("Figures, dates and events", "agreed-figures"),
    1: ("What people and things are", "agreed-terms"),
    NAME_ONLY: ("Who did what with whom", "agreed-names"),
}


def agreement_index(view: View) -> Iterable[Page]:
    """What several articles agree on, what one origin tells through many, what one alone says."""
    sheet = Sheet(view, AGREED)
    findings = view.findings
    by_sort = grouped(findings.agreements, lambda said: sort_of(said.statement.value))
    shared = [_of_sort(sheet, sort, by_sort.get(sort, ())) for sort in SORTS]
    echoes = md.bullets([said_line(sheet, each) for each in findings.echoes])
    ordered = (each.id for each in view.index.sources if each.id in findings.alone)
    alone = [_alone(sheet, id, findings.alone[id]) for id in ordered]
    subjects = dict.fromkeys(view.label(each.subject) for each in findings.agreements)
    return [
        index_page(
            view,
            AGREED,
            "What they agree on",
            section(sheet, "Several articles say the same", "agreed", md.blocks(*shared)),
            section(sheet, "Several articles, and one origin", "echoes", echoes),
            section(sheet, "Only one article says this", "only", md.blocks(*alone)),
            described=listing(view, "What they agree on", subjects),
        )
    ]


def _of_sort(sheet: Sheet, sort: int, found: tuple[Finding, ...]) -> Markup:
    title, id = SORTS[sort]
    lines = md.bullets([said_line(sheet, each) for each in found])
    return md.blocks(sheet.heading(3, title, id), lines) if found else md.EMPTY


def _alone(sheet: Sheet, source: SourceId, found: tuple[Finding, ...]) -> Markup:
    head = sheet.headed([short_name(sheet, source), sheet.count("one point", "{n} points", len(found))])
    return md.details(head, md.bullets([said_line(sheet, each, alone=True) for each in found]), css="only")


def said_line(sheet: Sheet, said: Finding, alone: bool = False) -> Markup:
    """A statement in one line: of whom, what, how many say so and how weakly, or who where one alone does."""
    statement = said.statement
    first = statement.claims[0]
    by = short_name(sheet, first.citation.source) if alone else md.text(counted(sheet.view, said.count))
    by = by if alone or not said.weakest else sheet.several([by, _weakest(sheet, said.weakest)])
    point, told = sheet.link(home_of(sheet.view, first), md.text(_point(sheet, said))), _told(sheet, said)
    parts = (
        pointed(sheet, first.subject, point, md.strong(told)) if told else point,
        md.inline("span", by, class_="count"),
    )
    return md.join([md.join(parts, md.SPACE), cites(_shown(statement))])


def _weakest(sheet: Sheet, claim: Claim) -> Markup:
    """The wording that commits to least, and whose it is."""
    value, who = claimed(sheet, claim), short_name(sheet, claim.citation.source)
    if any(part.part in ("value", claim.property) for part in claim.inferred):
        return sheet.fill("inferred by us in {who}", who=who)
    return sheet.fill("weakest wording: {value} ({who})", value=md.unended(value), who=who)


def _is_plain_event(statement: Statement) -> bool:
    return statement.value is None and not shared_modality(statement.claims)


def _point(sheet: Sheet, said: Finding) -> str:
    if _is_plain_event(said.statement):
        return sheet.view.label(said.subject)
    return point_text(sheet.view, said.subject, said.property)


def _told(sheet: Sheet, said: Finding) -> Markup:
    statement = said.statement
    if _is_plain_event(statement) and statement.stance is Stance.AFFIRMS:
        return md.EMPTY
    return stated(sheet, statement, said.subject, period_text(sheet.view, statement.claims))


def _shown(statement: Statement) -> tuple[Claim, ...]:
    """The claims to cite in a line: the first of each article."""
    by_source = grouped(statement.claims, lambda claim: claim.citation.source)
    return tuple(claims[0] for claims in by_source.values())
