"""What one or several articles say, in a line."""

from __future__ import annotations

from build_tools.grouped import grouped
from build_tools.model import Claim, Finding, Stance, Statement
from build_tools.pages.parts.attribution import short_name
from build_tools.pages.parts.footnotes import cites, home_of
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.value_words import (
    article_count,
    claimed,
    period_text,
    point_text,
    pointed,
    shared_modality,
    stated,
)
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup


def agreed_line(context: Context, said: Finding) -> Markup:
    """What several articles say, in one line: subject, value, number of articles, weakest wording."""
    by = md.text(article_count(context.view, said.count))
    return _line(
        context, said, context.several([by, _weakest(context, said.weakest)]) if said.weakest else by
    )


def counted_line(context: Context, said: Finding) -> Markup:
    """The same without the weakest wording."""
    return _line(context, said, md.text(article_count(context.view, said.count)))


def alone_line(context: Context, said: Finding) -> Markup:
    """What only one article says, in one line, with the article."""
    return _line(context, said, short_name(context, said.statement.claims[0].citation.source))


def _line(context: Context, said: Finding, by: Markup) -> Markup:
    statement = said.statement
    first = statement.claims[0]
    point, told = (
        context.link(home_of(context.view, first), md.text(_point(context, said))),
        _told(context, said),
    )
    parts = (
        pointed(context, first.subject, point, md.strong(told)) if told else point,
        md.inline("span", by, class_="count"),
    )
    return md.join([md.join(parts, md.SPACE), cites(_shown(statement))])


def _weakest(context: Context, claim: Claim) -> Markup:
    """The wording that commits to least, and whose it is."""
    value, who = claimed(context, claim), short_name(context, claim.citation.source)
    if any(part.part in ("value", claim.property) for part in claim.inferred):
        return context.fill("inferred by us in {who}", who=who)
    return context.fill("weakest wording, in {who}: {value}", value=md.unended(value), who=who)


def _is_plain_event(statement: Statement) -> bool:
    return statement.value is None and not shared_modality(statement.claims)


def _point(context: Context, said: Finding) -> str:
    if _is_plain_event(said.statement):
        return context.view.label(said.subject)
    return point_text(context.view, said.subject, said.property)


def _told(context: Context, said: Finding) -> Markup:
    statement = said.statement
    if _is_plain_event(statement) and statement.stance is Stance.AFFIRMS:
        return md.EMPTY
    return stated(context, statement, said.subject, period_text(context.view, statement.claims))


def _shown(statement: Statement) -> tuple[Claim, ...]:
    """The claims to cite in a line: the first of each article."""
    by_source = grouped(statement.claims, lambda claim: claim.citation.source)
    return tuple(claims[0] for claims in by_source.values())
