"""The page of an event: when, who, what sources say, and what came before and after."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import DateValue, EntityId, EntityValue, Event, Kind
from build_tools.pages.parts.difference_words import comparisons
from build_tools.pages.parts.first_reports import first_reported
from build_tools.pages.parts.footnotes import cites
from build_tools.pages.parts.lists import (
    event_list,
    groups_holding,
    in_time,
    places_given,
    taking_part,
    when,
)
from build_tools.pages.parts.page_context import Context, name
from build_tools.pages.parts.said_of_others import elsewhere
from build_tools.pages.parts.sections import (
    answer,
    context_of,
    disputed_section,
    figures_section,
    finish_entity,
    lead,
    names_section,
    planned_entity,
    remark,
    section,
    statement_sections,
)
from build_tools.pages.parts.view import View
from build_tools.pages.parts.where_named import where_named
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup
from build_tools.website.page import Page, PlannedPage


def event_pages(view: View) -> Iterable[PlannedPage]:
    """A page for every event."""
    events = (each for each in view.of_kind(Kind.EVENT) if isinstance(each, Event))
    return (planned_entity(view, each, event_page) for each in events)


def event_page(view: View, event: Event) -> Page:
    """When it was, who took part, what sources say of it, what it cost, what led to it."""
    context = context_of(view, event)
    groups = view.dossier.groups_of.get(event.id, ())
    dated = groups_holding(view, event.id, DateValue)
    where = places_given(view, event.id)
    took_part = [each for each in groups_holding(view, event.id, EntityValue) if each not in where]
    rest = [each for each in groups if each not in (*dated, *where, *took_part)]
    return finish_entity(
        context,
        event,
        lead(context, event) if event.summary else in_short(context, event),
        first_reported(context, event.id),
        remark(context, event),
        disputed_section(context, event),
        section(
            context,
            "When",
            "when",
            md.blocks(answer(context, dated), *(comparisons(context, d) for d in dated)),
        ),
        section(context, "Where", "where", answer(context, where)),
        section(context, "Who took part", "who", answer(context, took_part)),
        section(context, "What the articles say", "claims", statement_sections(context, rest)),
        figures_section(context, event),
        section(context, "Before and after", "order", neighbouring_events(context, event)),
        section(context, "Mentioned under other entries", "elsewhere", elsewhere(context, event)),
        names_section(context, event),
        section(context, "Where named", "mentions", where_named(context, event)),
    )


def in_short(context: Context, event: Event) -> Markup:
    """When it was and who took part, in a line."""
    found = taking_part(context.view, event.id)
    parts = context.view.index.parts_in
    people = context.some(
        found, lambda id: md.join([name(context, id), cites(parts.get((event.id, id), ()))])
    )
    told = context.headed([when(context, event.id), context.listed(people)])
    return md.paragraph(Markup(told[:1].upper() + told[1:]), css="lead")


def neighbouring_events(context: Context, event: Event) -> Markup:
    """The events that must come before and after it, with this one between them."""
    linked = context.view.findings.around.get(event.id, ())
    known: list[EntityId] = [id for id in linked if id in context.view.entities]
    return event_list(context, in_time(context.view, [*known, event.id])) if known else md.EMPTY
