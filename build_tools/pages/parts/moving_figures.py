"""A figure that moves in time: the newest value with those before it, and its steps as a line."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from build_tools.model import Claim, Quantity, Series, SeriesFinding, SeriesStep
from build_tools.pages.parts.attribution import article, short_name
from build_tools.pages.parts.charts import Axis, axis_marks, axis_of, bar_of
from build_tools.pages.parts.footnotes import cites, home_of, raw
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.value_words import value_markup
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

FEW = 8  # earlier values that have room in a line


def newest_line(context: Context, found: SeriesFinding) -> Markup:
    """The newest value, as of when, and what it was before: `33 (as of 20 November 2031), was 24, 31`."""
    if not found.newest:
        return md.EMPTY
    newest = context.fill(
        "{values} ({time})",
        values=md.join([_value(context, step) for step in found.newest], context.say(" or ")),
        time=context.fill("as of {date}", date=_time(context, found.newest[-1])),
    )
    was = _was(context, found)
    return (
        context.phrases([newest, context.fill("was {values}", values=context.listed(was))]) if was else newest
    )


def _value(context: Context, step: SeriesStep) -> Markup:
    value = value_markup(context, step.value, step.claims[0].subject)
    return md.join([md.strong(value), cites(_first_of_each(step.claims))])


def _first_of_each(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The first claim of each article."""
    return tuple({claim.citation.source: claim for claim in reversed(claims)}.values())[::-1]


def _was(context: Context, found: SeriesFinding) -> list[Markup]:
    """The earlier values, oldest first, the last few of many; a value that stays is named once.

    The newest may only be told again, such as after an error that was taken back.
    """
    newest = {value_markup(context, step.value, step.claims[0].subject) for step in found.newest}
    values: list[Markup] = []
    for step in found.earlier:
        shown = value_markup(context, step.value, step.claims[0].subject)
        if not values or values[-1] != shown:
            values.append(shown)
    if values and values[-1] in newest:
        values.pop()
    return values[-FEW:]


def _time(context: Context, step: SeriesStep) -> Markup:
    """The time of a step, after a preposition."""
    return md.text(context.view.as_of(step.time))


def _short_time(context: Context, step: SeriesStep) -> Markup:
    """The time of a step in short: `19 Nov 04:40`."""
    when = step.time
    if when.earliest is None or when.earliest != when.latest:
        return md.text(context.edition.date(when))
    return md.text(context.edition.minute(when.earliest, when.clock.first if when.clock else None))


def step_chart(context: Context, found: SeriesFinding, title: str) -> Markup:
    """The steps, latest first, on one axis, each with its bounds; a line joins what was not taken back."""
    values = [step.value for step in found.steps if isinstance(step.value, Quantity)]
    axis = axis_of(values)
    if axis is None or len(found.steps) < 2:
        return md.EMPTY
    steps = range(len(found.steps) - 1, -1, -1)
    rows = [_row(context, found, at, axis) for at in steps]
    label = context.edition.say("Over time: {title}", title=title)
    content = md.blocks(*rows, axis_marks(context, axis, values[0]))
    return md.block("div", content, class_="chart steps", role="figure", aria_label=label)


def _row(context: Context, found: SeriesFinding, at: int, axis: Axis) -> Markup:
    step = found.steps[at]
    assert isinstance(step.value, Quantity)
    bar = bar_of(step.value, axis)
    place = f"--from:{axis.at(bar.start)};--to:{axis.at(bar.end)}"
    point = f";--at:{axis.at(bar.point)}" if bar.point is not None else ""
    drawn = md.inline("span", md.EMPTY, class_=f"bar {bar.css}", style=place + point)
    cells = (
        md.inline("span", _short_time(context, step), class_="who"),
        _line(found, at, axis),
        md.inline("span", drawn, class_="track", aria_hidden="true"),
        md.inline("span", _in_words(context, found, at), class_="value"),
    )
    css = "row denied" if step.withdrawn else "row lead" if at in found.lead else "row"
    return md.line("div", md.join(cells), class_=css)


def _line(found: SeriesFinding, at: int, axis: Axis) -> Markup:
    """The stretch of the line beside a row, and its step down to the row before."""
    held = [place for place, step in enumerate(found.steps) if not step.withdrawn]
    here = max((place for place in held if place <= at), default=None)
    if here is None:
        return md.EMPTY
    before = max((place for place in held if place < at), default=here)
    style = f"--line:{_at(found.steps[here], axis)};--next:{_at(found.steps[before], axis)}"
    return md.inline("span", md.EMPTY, class_="line", style=style, aria_hidden="true")


def _at(step: SeriesStep, axis: Axis) -> str:
    """Where the line passes: the number, or the nearest end of a bound."""
    value = step.value
    assert isinstance(value, Quantity)
    ends = (value.value, value.tight.low, value.tight.high)
    return axis.at(next((end for end in ends if end is not None), Decimal(0)))


def _in_words(context: Context, found: SeriesFinding, at: int) -> Markup:
    """The value, in the words of the first article, who gives it, and what more there is to say of it."""
    step = found.steps[at]
    assert isinstance(step.value, Quantity)
    value = md.strong(md.text(context.edition.quantity(step.value)))
    value = md.inline("del", value) if step.withdrawn else value
    given = _first_of_each(step.claims)
    who = context.some(
        given, lambda claim: context.link(home_of(context.view, claim), _who(context, claim)), 3
    )
    return context.phrases(
        [value, raw(context, given[0]), context.listed(who), *_remarks(context, found, at)]
    )


def _who(context: Context, claim: Claim) -> Markup:
    return short_name(context, claim.citation.source)


def _remarks(context: Context, found: SeriesFinding, at: int) -> list[Markup]:
    """That it was taken back, and by which article; that it may be an update; that its time is assumed."""
    step = found.steps[at]
    said = []
    if step.withdrawn:
        by = article(context, step.withdrawn[0].citation.source)
        said.append(context.fill("taken back in {article}", article=by))
    if step.updates:
        others = [value_markup(context, found.steps[one].value, found.figure) for one in step.updates]
        said.append(context.fill("may be an update of {values}", values=context.listed(others)))
    if step.assumed:
        said.append(context.say("time of publication"))
    return said


def steps_key(context: Context, found: SeriesFinding) -> Markup:
    """How the steps are read."""
    message = (
        "Latest first. The line joins what was said at each time; a bar is what the wording leaves open. "
        "A number that only grows is a tally: one that falls is a disagreement."
        if found.kind is Series.TALLY
        else "Latest first. The line joins what was said at each time; a bar is what the wording leaves open."
    )
    return md.paragraph(context.say(message), css="key")
