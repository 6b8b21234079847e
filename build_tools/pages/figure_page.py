"""The page of a figure: what is agreed or disputed, a chart, and every article's own number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_tools.model import (
    Claim,
    ConflictFinding,
    Entity,
    Figure,
    Kind,
    Quantity,
    SeriesFinding,
    Stance,
    StatementGroup,
    Status,
)
from build_tools.pages.parts.attribution import qualifiers, short_name
from build_tools.pages.parts.callouts import callouts, disputed, facing
from build_tools.pages.parts.charts import charts, with_key
from build_tools.pages.parts.difference_words import comparisons
from build_tools.pages.parts.first_reports import first_reported
from build_tools.pages.parts.footnotes import cites, claim_mark, raw, ways
from build_tools.pages.parts.lists import figure_list, values
from build_tools.pages.parts.moving_figures import newest_line, step_chart, steps_key
from build_tools.pages.parts.page_context import Context, cards_of, name, prose, sentence
from build_tools.pages.parts.sections import (
    context_of,
    finish_entity,
    planned_entity,
    remark,
    section,
    statement_sections,
)
from build_tools.pages.parts.value_words import article_count, denied_value, value_markup
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup
from build_tools.website.page import Page, PlannedPage


def figure_pages(view: View) -> Iterable[PlannedPage]:
    """A page for every figure."""
    figures = (each for each in view.of_kind(Kind.FIGURE) if isinstance(each, Figure))
    return (planned_entity(view, each, figure_page) for each in figures)


def figure_page(view: View, figure: Figure) -> Page:
    """Agreed or disputed, the chart, what each article says, and what it must not be mixed up with."""
    context = context_of(view, figure)
    measured, told = _split(view.dossier.groups_of.get(figure.id, ()))
    claims = tuple(claim for each in measured for claim in each.claims)
    title = view.label(figure.id)
    others, note = unlike(context, figure), remark(context, figure)
    return finish_entity(
        context,
        figure,
        md.paragraph(agreed_or_disputed(context, figure, claims), css="lead"),
        prose(context, figure.summary),
        measures(context, figure),
        first_reported(context, figure.id),
        md.EMPTY if others else note,
        disputed(context, figure.id),
        md.blocks(*(callouts(context, figure.id, each.property) for each in measured)),
        pictured(context, figure, claims, title),
        section(context, "How the numbers compare", "compared", compare_all(context, measured)),
        section(
            context,
            "What each article says",
            "claims",
            claim_table(context, latest_first(context.view, figure, claims)),
        ),
        section(context, "What each article reports", "told", statement_sections(context, told)),
        section(context, "Not to be confused with", "unlike", md.blocks(others, note) if others else others),
        section(context, "What it is made of", "parts", figure_list(context, parts(view, figure))),
        section(context, "What it is part of", "whole", figure_list(context, wholes(view, figure))),
    )


def pictured(context: Context, figure: Figure, claims: tuple[Claim, ...], title: str) -> Markup:
    """The numbers side by side; of a figure that moves, its steps."""
    found = context.view.findings.series.get(figure.id)
    if found is None or not (drawn := step_chart(context, found, title)):
        drawn = with_key(context, charts(context, claims, title))
        return section(context, "The numbers side by side", "chart", drawn)
    return section(context, "How the number moved", "chart", md.blocks(drawn, steps_key(context, found)))


def _split(
    groups: tuple[StatementGroup, ...],
) -> tuple[list[StatementGroup], list[StatementGroup]]:
    measured = [each for each in groups if isinstance(each.statements[0].value, Quantity)]
    return measured, [each for each in groups if each not in measured]


def compare_all(context: Context, groups: list[StatementGroup]) -> Markup:
    """How the numbers compare, pair by pair."""
    return md.blocks(*(comparisons(context, each) for each in groups))


def agreed_or_disputed(context: Context, figure: Figure, claims: tuple[Claim, ...]) -> Markup:
    """In one line: whether the articles agree on a figure."""
    moves = context.view.findings.series.get(figure.id)
    articles = len({claim.citation.source for claim in claims})
    found = context.view.conflicts(figure.id)
    if not claims:
        return context.say("No article gives a value for this.")
    if moves and len(moves.steps) > 1:
        return _newest(context, moves, found)
    if found:
        facing_each = context.several(facing(context, each) for each in found)
        return context.fill("Disputed: {values}.", values=facing_each)
    if articles == 1:
        return context.fill("Only one article gives this: {values}.", values=values(context, figure.id))
    said = md.text(article_count(context.view, context.view.findings.figures[figure.id].count))
    return context.fill(
        "Not disputed ({articles}): {values}.", articles=said, values=values(context, figure.id)
    )


def _newest(context: Context, moves: SeriesFinding, found: Sequence[ConflictFinding]) -> Markup:
    """The newest value of a figure that moves, and what of it is disputed."""
    lead = context.fill("Newest: {value}.", value=newest_line(context, moves))
    left = [each for each in found if each.status is not Status.WITHDRAWN]
    facing_each = context.several(facing(context, each) for each in left)
    disputed_too = context.fill("Disputed: {values}.", values=facing_each) if left else md.EMPTY
    return context.sentences([lead, disputed_too])


def measures(context: Context, figure: Figure) -> Markup:
    """What the figure measures."""
    if figure.of is None:
        return md.EMPTY
    return md.paragraph(context.fill("Concerning: {subject}.", subject=name(context, figure.of)))


def latest_first(view: View, figure: Figure, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims on a figure that moves by their time, the latest first; any others as they are."""
    found = view.findings.series.get(figure.id)
    if found is None:
        return claims
    places = {claim.id: at for at, step in enumerate(found.steps) for claim in step.claims}
    return tuple(sorted(claims, key=lambda claim: -places.get(claim.id, -1)))


def claim_table(context: Context, claims: tuple[Claim, ...]) -> Markup:
    """A row a claim: who gives it, the number, their own words, on what terms, and where it is kept."""
    labels = ("Article", "Value", "In its own words", "Details")
    return cards_of(context, labels, [_row(context, claim) for claim in claims])


def _row(context: Context, claim: Claim) -> list[Markup]:
    value = value_markup(context, claim.value, claim.subject)
    if claim.qualifiers.stance is Stance.DENIES:
        value = denied_value(context, claim.value, value)
    return [
        short_name(context, claim.citation.source),
        md.join([claim_mark(claim, md.inline("strong", value)), cites([claim]), ways(context, claim)]),
        raw(context, claim),
        context.phrases(qualifiers(context, claim)),
    ]


def unlike(context: Context, figure: Figure) -> Markup:
    """Figures that are easily mixed up with this one, with their values."""
    known = context.view.entities
    both = context.view.findings.around.get(figure.id, ())
    listed = figure_list(context, [known[id] for id in sorted(both) if id in known])
    reasons = [sentence(context, why) for why in context.view.findings.ways_in.why_apart(figure.id)]
    return md.blocks(listed, md.bullets(reasons)) if listed else listed


def parts(view: View, figure: Figure) -> list[Entity]:
    """The figures that editors say add up to this one."""
    return [view.entities[id] for id in figure.sum_of if id in view.entities]


def wholes(view: View, figure: Figure) -> tuple[Entity, ...]:
    """The figures of which this one is a part."""
    return view.wholes_of.get(figure.id, ())
