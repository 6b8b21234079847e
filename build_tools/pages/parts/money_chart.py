"""A sum of money as a row on a scale of tens, in HTML and CSS like the other charts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from build_tools.model import Claim, Interval, Quantity, SumOfMoney
from build_tools.pages.parts.attribution import short_name
from build_tools.pages.parts.charts import Axis, Bar, bar_of
from build_tools.pages.parts.footnotes import cites, home_of
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.value_words import period_text
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

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
    """What the sum is of, where it stands on the scale, how much it is, and who gives it."""
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
