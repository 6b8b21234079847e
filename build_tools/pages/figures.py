"""The page of a figure: what is agreed or disputed, a chart, and every article's own number."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import (
    Claim,
    Entity,
    Figure,
    Kind,
    Quantity,
    Stance,
    StatementGroup,
)
from build_tools.pages.attribution import qualifiers, short_name
from build_tools.pages.callouts import callouts, disputed, facing
from build_tools.pages.charts import charts, with_key
from build_tools.pages.comparing import comparisons
from build_tools.pages.lists import figure_list, values
from build_tools.pages.parts import cites, claim_mark, finish, raw, ways
from build_tools.pages.sheet import Sheet, cards_of, name, prose
from build_tools.pages.subjects import page_of, remark, sayings, section, sheet_of
from build_tools.pages.view import View
from build_tools.pages.words import counted, denied, value_markup
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup
from build_tools.website.page import Page


def figure_pages(view: View) -> Iterable[Page]:
    """A page for every figure."""
    return (figure_page(view, each) for each in view.of_kind(Kind.FIGURE) if isinstance(each, Figure))


def figure_page(view: View, figure: Figure) -> Page:
    """Agreed or disputed, the chart, what each article says, and what it must not be mixed up with."""
    sheet = sheet_of(view, figure)
    measured, told = _split(view.dossier.groups_of.get(figure.id, ()))
    claims = tuple(claim for each in measured for claim in each.claims)
    title = view.label(figure.id)
    others, note = unlike(sheet, figure), remark(sheet, figure)
    return finish(
        sheet,
        page_of(view, figure),
        md.paragraph(standing(sheet, figure, claims), css="lead"),
        prose(sheet, figure.summary),
        measures(sheet, figure),
        md.EMPTY if others else note,
        disputed(sheet, figure.id),
        md.blocks(*(callouts(sheet, figure.id, each.property) for each in measured)),
        section(sheet, "The numbers side by side", "chart", with_key(sheet, charts(sheet, claims, title))),
        section(sheet, "How the numbers compare", "compared", compare_all(sheet, measured)),
        section(sheet, "What each article says", "claims", claim_table(sheet, claims)),
        section(sheet, "What is told of it", "told", sayings(sheet, told)),
        section(sheet, "Not to be confused with", "unlike", md.blocks(others, note) if others else others),
        section(sheet, "What it is made of", "parts", figure_list(sheet, parts(view, figure))),
        section(sheet, "What it is part of", "whole", figure_list(sheet, wholes(view, figure))),
    )


def _split(
    groups: tuple[StatementGroup, ...],
) -> tuple[list[StatementGroup], list[StatementGroup]]:
    measured = [each for each in groups if isinstance(each.statements[0].value, Quantity)]
    return measured, [each for each in groups if each not in measured]


def compare_all(sheet: Sheet, groups: list[StatementGroup]) -> Markup:
    """How the numbers stand to each other, pair by pair."""
    return md.blocks(*(comparisons(sheet, each) for each in groups))


def standing(sheet: Sheet, figure: Figure, claims: tuple[Claim, ...]) -> Markup:
    """In one line: whether the articles agree on a figure."""
    articles = len({claim.citation.source for claim in claims})
    found = sheet.view.conflicts(figure.id)
    if not claims:
        return sheet.say("No article gives a value for this.")
    if found:
        facing_each = sheet.several(facing(sheet, each) for each in found)
        return sheet.fill("Disputed: {values}.", values=facing_each)
    if articles == 1:
        return sheet.fill("Only one article gives this: {values}.", values=values(sheet, figure.id))
    said = md.text(counted(sheet.view, sheet.view.count(claims)))
    return sheet.fill("Not disputed ({articles}): {values}.", articles=said, values=values(sheet, figure.id))


def measures(sheet: Sheet, figure: Figure) -> Markup:
    """Of whom or what the figure is."""
    if figure.of is None:
        return md.EMPTY
    return md.paragraph(sheet.fill("Concerning: {subject}.", subject=name(sheet, figure.of)))


def claim_table(sheet: Sheet, claims: tuple[Claim, ...]) -> Markup:
    """A row a claim: who gives it, the number, their own words, on what terms, and where it is kept."""
    labels = ("Article", "Value", "In its own words", "Details")
    return cards_of(sheet, labels, [_row(sheet, claim) for claim in claims])


def _row(sheet: Sheet, claim: Claim) -> list[Markup]:
    value = value_markup(sheet, claim.value, claim.subject)
    if claim.qualifiers.stance is Stance.DENIES:
        value = denied(sheet, claim.value, value)
    return [
        short_name(sheet, claim.citation.source),
        md.join([claim_mark(claim, md.inline("strong", value)), cites([claim]), ways(sheet, claim)]),
        raw(sheet, claim),
        sheet.phrases(qualifiers(sheet, claim)),
    ]


def unlike(sheet: Sheet, figure: Figure) -> Markup:
    """Figures that are easily mixed up with this one, with their values."""
    known = sheet.view.entities
    both = sheet.view.findings.around.get(figure.id, ())
    return figure_list(sheet, [known[id] for id in sorted(both) if id in known])


def parts(view: View, figure: Figure) -> list[Entity]:
    """The figures that editors say add up to this one."""
    return [view.entities[id] for id in figure.sum_of if id in view.entities]


def wholes(view: View, figure: Figure) -> tuple[Entity, ...]:
    """The figures of which this one is a part."""
    return view.wholes_of.get(figure.id, ())
