"""All events in the order of their days: a list on a phone, a picture of the same on a wide screen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from build_tools.model import EntityId
from build_tools.pages.parts.calendar import all_events, bare, dates_of, hours_of, rows
from build_tools.pages.parts.footnotes import finish
from build_tools.pages.parts.lists import taking_part
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.sections import section
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import TIMELINE
from build_tools.website.markdown import Markup
from build_tools.website.page import Page, PlannedPage


def timeline_page(view: View) -> Iterable[PlannedPage]:
    """The timeline."""
    return [PlannedPage(TIMELINE, partial(_timeline, view), view.edition.say("Timeline"))]


def _timeline(view: View) -> Page:
    context = Context(view, TIMELINE)
    page = Page(
        address=TIMELINE,
        title=view.edition.say("Timeline"),
        section=view.edition.say("Timeline"),
        kind=view.edition.say("Index"),
    )
    lead = context.say(
        "Every event by its time, to the minute where an article gives it; one dated only by its month "
        "follows the days in it, one without a date what it is said to come after. "
        "A bar is as long as what the articles leave open; an arrow points to what lies outside the picture."
    )
    events = all_events(view)
    dated = tuple(id for id in events if dates_of(view, id) or _is_linked(view, id))
    others = dict.fromkeys(events).keys() - set(dated)
    undated = section(
        context, "Without a date", "undated", bare(context, [id for id in events if id in others])
    )
    return finish(
        context,
        page,
        md.paragraph(lead, css="lead"),
        choice(context, events),
        rows(context, dated),
        hour_by_hour(context, dated),
        undated,
    )


def _is_linked(view: View, id: EntityId) -> bool:
    """Whether an event without a date is said to come after or before one with a date."""
    linked = view.findings.around.get(id, ())
    return any(dates_of(view, other) for other in linked)


def hour_by_hour(context: Context, events: tuple[EntityId, ...]) -> Markup:
    """The days that hold several events of known hours, opened into their hours."""
    runs = hours_of(context.view, events)
    return section(
        context, "Hour by hour", "hours", md.blocks(*(rows(context, run, again=True) for run in runs))
    )


def choice(context: Context, events: tuple[EntityId, ...]) -> Markup:
    """A menu that filters the events by entity; hidden where scripts do not run."""
    view = context.view
    found = {who for id in events for who in taking_part(view, id)}
    everybody = md.inline("option", context.say("everybody"), value="")
    people = sorted(found, key=lambda id: (view.label(id).casefold(), id))
    options = [md.inline("option", md.text(view.label(id)), value=id) for id in people]
    select = md.inline("select", md.join([everybody, *options]), class_="filter")
    label = md.inline("label", md.join([context.say("Who or what"), select], md.SPACE))
    return md.bare_line("p", label, class_="filters", hidden="hidden") if found else md.EMPTY
