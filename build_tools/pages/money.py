"""Money on one scale: every sum of the story, each a link; what is planned apart, no currency aside."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.grouped import grouped
from build_tools.model import Money, Quantity, SumOfMoney
from build_tools.pages.parts.index_page import index_page
from build_tools.pages.parts.money_chart import Scale, money_row, money_scale, money_ticks
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.sections import section
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import MONEY
from build_tools.website.markdown import Markup
from build_tools.website.page import Page

MOST = 200  # rows that a chart has room for
HEADINGS = {
    Money.STATED: "Stated as fact",
    Money.PLANNED: "Planned, promised or predicted",
}


def money_page(view: View) -> Iterable[Page]:
    """Every sum of money, a scale for each currency; no page where no article gives one."""
    found = view.findings.ways_in.sums
    if not found:
        return []
    context = Context(view, MONEY)
    given = [each for each in found if each.given is not Money.NO_CURRENCY]
    by_currency = grouped(given, _currency)
    lead = context.say(
        "Every sum of money in the articles on one scale, on which each step is ten times the one before."
    )
    charts = (_charts(context, unit, some) for unit, some in by_currency.items())
    bare = [each for each in found if each.given is Money.NO_CURRENCY]
    aside = context.some(bare, lambda each: money_row(context, None, each), MOST)
    return [
        index_page(
            view,
            MONEY,
            "Money on one scale",
            md.paragraph(lead, css="lead"),
            *charts,
            section(context, "No currency given", "no-currency", _chart(context, aside)),
            listed=False,
        )
    ]


def _currency(found: SumOfMoney) -> str:
    value = found.claims[0].value
    return value.unit or "" if isinstance(value, Quantity) else ""


def _charts(context: Context, unit: str, found: tuple[SumOfMoney, ...]) -> Markup:
    """The sums in one currency, on one scale, those that are planned apart."""
    scale = money_scale(found)
    by_sort = grouped(found, lambda each: each.given)
    return md.blocks(*(_sort(context, unit, how, by_sort.get(how, ()), scale) for how in HEADINGS))


def _sort(
    context: Context, unit: str, how: Money, found: tuple[SumOfMoney, ...], scale: Scale | None
) -> Markup:
    rows = context.some(found, lambda each: money_row(context, scale, each), MOST)
    ticks = [money_ticks(context, scale, unit)] if scale else []
    return section(context, HEADINGS[how], f"{how}-{unit.lower()}", _chart(context, rows, ticks))


def _chart(context: Context, rows: list[Markup], ticks: Iterable[Markup] = ()) -> Markup:
    if not rows:
        return md.EMPTY
    label = context.edition.say("Sums of money, the smallest first")
    return md.block("div", md.blocks(*rows, *ticks), class_="chart money", role="figure", aria_label=label)
