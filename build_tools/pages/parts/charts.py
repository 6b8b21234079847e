"""Pictures in HTML and CSS: a row a claim, one bar on an axis that all rows share, every value in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from build_tools.grouped import grouped
from build_tools.model import Claim, Interval, Modality, Qualifier, Quantity, Stance
from build_tools.pages.parts.attribution import in_brief, short_name
from build_tools.pages.parts.footnotes import home_of, raw
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.value_words import denied_value
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

MARGIN = Decimal("0.08")
TICKS = 4
FAR = 70  # percent of the axis: words that begin further on would run over its end
STEPS = tuple(Decimal(step) for step in (1, 2, 5, 10))


@dataclass(frozen=True, slots=True)
class Axis:
    """The stretch of numbers that a chart shows."""

    low: Decimal
    high: Decimal

    def share(self, number: Decimal) -> Decimal:
        """How far along it a number stands, in percent."""
        return (number - self.low) / (self.high - self.low) * 100

    def at(self, number: Decimal) -> str:
        """Where a number is, as CSS wants it.

        >>> Axis(Decimal(0), Decimal(8)).at(Decimal(1))
        '12.5%'
        """
        return f"{self.share(number).quantize(Decimal('0.1')).normalize():f}%"


@dataclass(frozen=True, slots=True)
class Bar:
    """What a row shows: from and to on the axis, the point itself, and what kind of bar it is."""

    start: Decimal
    end: Decimal
    point: Decimal | None
    css: str


def charts(context: Context, claims: Iterable[Claim], title: str) -> Markup:
    """A chart for each unit in which sources give a figure; numbers that are all the same need none."""
    measured = [claim for claim in claims if isinstance(claim.value, Quantity)]
    by_unit = grouped(measured, _unit)
    return md.blocks(*(_chart(context, found, title) for found in by_unit.values()))


def with_key(context: Context, drawn: Markup) -> Markup:
    """Charts, and how they are read; nothing where there are none."""
    if not drawn:
        return md.EMPTY
    said = context.say(
        "A mark is the number itself; a bar is what rounding or the wording leaves open; "
        "an arrow has no end. What is planned or predicted is hollow."
    )
    return md.blocks(drawn, md.paragraph(said, css="key"))


def _unit(claim: Claim) -> str:
    return claim.value.unit or "" if isinstance(claim.value, Quantity) else ""


def _chart(context: Context, claims: tuple[Claim, ...], title: str) -> Markup:
    values = [claim.value for claim in claims if isinstance(claim.value, Quantity)]
    axis = axis_of(values)
    if axis is None or len({(value.tight, value.qualifier) for value in values}) < 2:
        return md.EMPTY
    alike = grouped(sorted(claims, key=_order), lambda c: (c.citation.source, _in_words(context, c)))
    rows = [_row(context, axis, same[0]) for same in alike.values()]
    unit = values[0]
    label = context.edition.say("What each article gives: {title}", title=title)
    content = md.blocks(*rows, axis_marks(context, axis, unit))
    return md.block("div", content, class_="chart", role="figure", aria_label=label)


def _order(claim: Claim) -> tuple[str, Decimal, str]:
    """A series goes by its time, values of one time by their size."""
    value, when = claim.value, claim.qualifiers.period or claim.qualifiers.as_of
    least = _ends(value)[0] if isinstance(value, Quantity) and _ends(value) else Decimal(0)
    return (when.edtf or "" if when else ""), least, claim.id


def _ends(value: Quantity) -> tuple[Decimal, ...]:
    found = (value.tight.low, value.tight.high, value.loose.low, value.loose.high, value.value)
    return tuple(sorted(end for end in found if end is not None))


def axis_of(values: Iterable[Quantity]) -> Axis | None:
    """An axis on which all values have room, with a margin at both ends."""
    ends = [end for value in values for end in _ends(value)]
    if not ends:
        return None
    low, high = min(ends), max(ends)
    margin = (high - low) * MARGIN or abs(high) * MARGIN or Decimal(1)
    return Axis(low - margin, high + margin)


def bar_of(value: Quantity, axis: Axis) -> Bar:
    """The bar of a value: a point, what rounding allows, or a stretch that may be open at an end."""
    reach = value.loose if value.loose.low is not None or value.loose.high is not None else value.tight
    start = axis.low if reach.low is None else reach.low
    end = axis.high if reach.high is None else reach.high
    return Bar(start, end, _point(value), _shape(value, reach))


def _point(value: Quantity) -> Decimal | None:
    pointed = value.qualifier in (Qualifier.EXACT, Qualifier.ABOUT)
    return value.value if pointed else None


def _shape(value: Quantity, reach: Interval) -> str:
    if reach.low is None:
        return "open-left"
    if reach.high is None:
        return "open-right"
    if reach.low == reach.high:
        return "exact"
    return "rounded" if value.tight.low == value.tight.high or _point(value) is not None else "range"


def _row(context: Context, axis: Axis, claim: Claim) -> Markup:
    assert isinstance(claim.value, Quantity)
    bar = bar_of(claim.value, axis)
    how = _manner(claim)
    place = f"--from:{axis.at(bar.start)};--to:{axis.at(bar.end)}"
    point = f";--at:{axis.at(bar.point)}" if bar.point is not None else ""
    drawn = md.inline("span", md.EMPTY, class_=f"bar {bar.css} {how}".strip(), style=place + point)
    who = context.link(home_of(context.view, claim), short_name(context, claim.citation.source))
    cells = (
        md.inline("span", who, class_="who"),
        md.inline("span", drawn, class_="track", aria_hidden="true"),
        md.inline("span", _in_words(context, claim), class_="value"),
    )
    return md.line("div", md.join(cells), class_=f"row {how}".strip())


def _manner(claim: Claim) -> str:
    if claim.qualifiers.stance is Stance.DENIES:
        return "denied"
    modality = claim.qualifiers.modality
    return "" if modality is Modality.ASSERTED else str(modality)


def _in_words(context: Context, claim: Claim) -> Markup:
    assert isinstance(claim.value, Quantity)
    value = md.inline("strong", md.text(context.edition.quantity(claim.value)))
    shown = denied_value(context, claim.value, value) if _manner(claim) == "denied" else value
    return context.phrases([shown, raw(context, claim), *in_brief(context, claim)])


def axis_marks(context: Context, axis: Axis, unit: Quantity) -> Markup:
    """Round numbers below a chart, in the unit of its values."""
    marks = [_mark(context, axis, number, unit) for number in ticks(axis)]
    return md.line("div", md.join(marks), class_="axis", aria_hidden="true")


def _mark(context: Context, axis: Axis, number: Decimal, unit: Quantity) -> Markup:
    """A number on the axis; near its end the words are before the line."""
    css = "tick end" if axis.share(number) > FAR else "tick"
    return md.inline(
        "span", md.text(_tick(context, number, unit)), class_=css, style=f"--at:{axis.at(number)}"
    )


def _tick(context: Context, number: Decimal, unit: Quantity) -> str:
    point = Interval(number, number)
    return context.edition.quantity(Quantity(number, point, point, unit=unit.unit))


def ticks(axis: Axis) -> tuple[Decimal, ...]:
    """Round numbers along an axis, at most five.

    >>> [str(number) for number in ticks(Axis(Decimal(138), Decimal(152)))]
    ['140', '145', '150']
    """
    rough = (axis.high - axis.low) / TICKS
    power = Decimal(10) ** rough.adjusted()
    step = next(step * power for step in STEPS if step * power >= rough)
    first = -(-axis.low // step)
    marks = [step * (first + at) for at in range(TICKS + 1)]
    return tuple(mark for mark in marks if axis.low <= mark <= axis.high)
