"""What the articles say of one thing, a line a statement, and how much a theme holds."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.findings.same import by_setting
from build_tools.model import EntityValue, Statement, StatementGroup, TextValue, ThemeFinding
from build_tools.pages.parts.attribution import credited, short_name
from build_tools.pages.parts.footnotes import cites
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.value_words import goes_unsaid, period_text, property_text, stated
from build_tools.website import markdown as md
from build_tools.website.addresses import theme_address
from build_tools.website.markdown import Markup


def counts_of(context: Context, found: ThemeFinding) -> list[Markup]:
    """How much of a theme is known, disputed and doubtful."""
    counts = (
        ("{n} point agreed", "{n} points agreed", len(found.known)),
        ("{n} disputed", "{n} disputed", len(found.disputed)),
        ("{n} doubtful", "{n} doubtful", len(found.doubtful)),
    )
    return [context.count(one, many, n) for one, many, n in counts if n]


def theme_line(context: Context, found: ThemeFinding) -> Markup:
    """A theme, and how much is known, disputed and doubtful in it."""
    title = md.text(context.edition.words(found.theme.title))
    link = context.link(theme_address(found.theme.id), title)
    count = md.inline("span", context.phrases(counts_of(context, found)), class_="count")
    return md.join([md.strong(link), count], md.SPACE)


def statement_lines(context: Context, group: StatementGroup) -> Iterator[Markup]:
    """A line for each value, with the articles that give it; those who took part are in a row."""
    parts = [part for each in group.statements for part in by_setting(each)]
    if len(parts) > 1 and all(isinstance(each.value, EntityValue) for each in parts):
        yield _row(context, group, parts)
    else:
        yield from (_line(context, group, each) for each in parts)


def _row(context: Context, group: StatementGroup, parts: list[Statement]) -> Markup:
    values = [
        md.join([md.unended(stated(context, each, group.subject)), cites(each.claims)]) for each in parts
    ]
    return _pointed(context, group, context.listed(values))


def _line(context: Context, group: StatementGroup, said: Statement) -> Markup:
    time = "" if isinstance(said.value, TextValue) else period_text(context.view, said.claims)
    value = stated(context, said, group.subject, time)
    sources = dict.fromkeys(claim.citation.source for claim in said.claims)
    by = credited(context, said.claims[0]) if len(said.claims) == 1 else ()
    who = context.phrases([context.listed(short_name(context, each) for each in sources), *by])
    told = md.join([md.join([value, md.inline("span", who, class_="count")], md.SPACE), cites(said.claims)])
    return _pointed(context, group, told)


def _pointed(context: Context, group: StatementGroup, told: Markup) -> Markup:
    """A statement, with its subject and property in front where they are not obvious."""
    if group.property is None or goes_unsaid(context.view, group.subject, group.property):
        return told
    point = property_text(context.view, group.property)
    return context.headed([md.text(point[:1].upper() + point[1:]), told])
