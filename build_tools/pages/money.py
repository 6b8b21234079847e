"""Money on one scale: every sum of the story, each a link; plans apart, sums without a currency aside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from build_tools.grouped import grouped
from build_tools.model import Claim, Interval, Money, Quantity, SumOfMoney
from build_tools.pages.parts.attribution import short_name
from build_tools.pages.parts.charts import Axis, Bar, bar_of
from build_tools.pages.parts.footnotes import cites, home_of
from build_tools.pages.parts.index_page import index_page
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.sections import section
from build_tools.pages.parts.value_words import period_text
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import MONEY
from build_tools.website.markdown import Markup
from build_tools.website.page import PlannedPage

MOST = 200  # rows that a chart has room for
HEADINGS = {
    Money.STATED: "Stated as fact",
    Money.PLANNED: "Planned, promised or predicted",
}


def money_page(view: View) -> Iterable[PlannedPage]:
    """Every sum of money, a scale for each currency; no page where no article gives one."""
    if view.findings.ways_in.sums:
        yield index_page(view, MONEY, "Money on one scale", _sums, listed=False)


def _sums(context: Context) -> Iterable[Markup]:
    found = context.view.findings.ways_in.sums
    given = [each for each in found if each.given is not Money.NO_CURRENCY]
    by_currency = grouped(given, _currency)
    lead = context.say(
        "Every sum of money in the articles on one scale, on which each step is ten times the one before."
    )
    bare = [each for each in found if each.given is Money.NO_CURRENCY]
    aside = context.some(bare, lambda each: money_row(context, None, each), MOST)
    yield md.paragraph(lead, css="lead")
    yield from (_charts(context, unit, some) for unit, some in by_currency.items())
    yield section(context, "No currency given", "no-currency", _chart(context, aside))


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


OPEN = Decimal("1.7")  # how many times its beginning an arrow ends at
FAR = 85  # percent of the scale: words that begin further on would run over its end


@dataclass(frozen=True, slots=True)
class Scale(Axis):
    """An axis on which each power of ten is as wide as the next; all of it is above zero."""

    def share(self, number: Decimal) -> Decimal:
        """How far along it a number stands, in percent.

        >>> int(Scale(Decimal(1), Decimal(10000)).share(Decimal(100)))
        50
        """
        low, high = self.low.log10(), self.high.log10()
        return (max(number, self.low).log10() - low) / (high - low) * 100


def money_scale(sums: Iterable[SumOfMoney]) -> Scale | None:
    """The whole powers of ten around all sums; nothing where no sum is above zero."""
    ends = [end for each in sums for end in _ends(each.claims[0]) if end > 0]
    if not ends:
        return None
    low, high = Decimal(10) ** min(ends).adjusted(), Decimal(10) ** (max(ends).adjusted() + 1)
    return Scale(low, high)


def _ends(claim: Claim) -> tuple[Decimal, ...]:
    value = claim.value
    given = (value.value, value.tight.low, value.tight.high) if isinstance(value, Quantity) else ()
    return tuple(end for end in given if end is not None)


def money_row(context: Context, scale: Scale | None, found: SumOfMoney) -> Markup:
    """What the sum is of, where it is on the scale, how much it is, and who gives it."""
    first = found.claims[0]
    assert isinstance(first.value, Quantity)
    label = md.text(context.view.label(found.figure))
    cells = (
        md.inline("span", context.link(home_of(context.view, first), label), class_="who"),
        _track(scale, first.value, str(found.given)) if scale else md.EMPTY,
        md.inline("span", _in_words(context, found, first.value), class_="value"),
    )
    return md.line("div", md.join(cells), class_="row")


def _track(scale: Scale, value: Quantity, how: str) -> Markup:
    bar = _shortened(bar_of(value, scale), scale)
    place = f"--from:{scale.at(bar.start)};--to:{scale.at(bar.end)}"
    point = f";--at:{scale.at(bar.point)}" if bar.point is not None else ""
    drawn = md.inline("span", md.EMPTY, class_=f"bar {bar.css} {how}", style=place + point)
    return md.inline("span", drawn, class_="track", aria_hidden="true")


def _shortened(bar: Bar, scale: Scale) -> Bar:
    """An open end as a short arrow: up to the end of a scale of tens it would hide all others."""
    if bar.css == "open-right":
        return replace(bar, end=min(bar.start * OPEN, scale.high))
    return replace(bar, start=max(bar.end / OPEN, scale.low)) if bar.css == "open-left" else bar


def _in_words(context: Context, found: SumOfMoney, value: Quantity) -> Markup:
    amount = md.inline("strong", md.text(context.edition.quantity(value)))
    who = context.listed(
        short_name(context, id) for id in dict.fromkeys(claim.citation.source for claim in found.claims)
    )
    by = md.inline("span", who, class_="count")
    period = md.text(period_text(context.view, found.claims))
    return md.join([context.phrases([amount, period]), md.SPACE, by, cites(found.claims)])


def money_ticks(context: Context, scale: Scale, unit: str) -> Markup:
    """The powers of ten along the scale; there is room for the words of every second."""
    low, high = scale.low.adjusted(), scale.high.adjusted()
    powers = (Decimal(10) ** power for power in range(low, high + 1))
    marks = (_mark(context, scale, each, unit if at % 2 == 0 else "") for at, each in enumerate(powers))
    return md.line("div", md.join(marks), class_="axis", aria_hidden="true")


def _mark(context: Context, scale: Scale, number: Decimal, unit: str) -> Markup:
    point = Interval(number, number)
    words = context.edition.quantity(Quantity(number, point, point, unit=unit)) if unit else ""
    css = "tick end" if scale.share(number) > FAR else "tick"
    return md.inline("span", md.text(words), class_=css, style=f"--at:{scale.at(number)}")
