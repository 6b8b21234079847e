"""The page of an event: when, who, what sources say, and what came before and after."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import DateValue, EntityId, EntityValue, Event, Kind
from build_tools.pages.callouts import disputed
from build_tools.pages.comparing import comparisons
from build_tools.pages.lists import event_list, figure_list, groups_holding, in_time, taking_part, when
from build_tools.pages.parts import cites, finish
from build_tools.pages.people import elsewhere
from build_tools.pages.sheet import Sheet, name
from build_tools.pages.subjects import (
    answer,
    lead,
    page_of,
    remark,
    sayings,
    section,
    sheet_of,
    written_names,
)
from build_tools.pages.together import where_named
from build_tools.pages.view import View
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup
from build_tools.website.page import Page


def event_pages(view: View) -> Iterable[Page]:
    """A page for every event."""
    return (event_page(view, each) for each in view.of_kind(Kind.EVENT) if isinstance(each, Event))


def event_page(view: View, event: Event) -> Page:
    """When it was, who took part, what sources say of it, what it cost, what led to it."""
    sheet = sheet_of(view, event)
    groups = view.dossier.groups_of.get(event.id, ())
    dated = groups_holding(view, event.id, DateValue)
    took_part = groups_holding(view, event.id, EntityValue)
    rest = [each for each in groups if each not in dated and each not in took_part]
    return finish(
        sheet,
        page_of(view, event),
        lead(sheet, event) if event.summary else in_short(sheet, event),
        remark(sheet, event),
        section(sheet, "What is disputed", "disputed", disputed(sheet, event.id)),
        section(
            sheet, "When", "when", md.blocks(answer(sheet, dated), *(comparisons(sheet, d) for d in dated))
        ),
        section(sheet, "Who took part", "who", answer(sheet, took_part)),
        section(sheet, "What the articles say", "claims", sayings(sheet, rest)),
        section(sheet, "Figures", "figures", figure_list(sheet, view.figures_of.get(event.id, ()))),
        section(sheet, "Before and after", "order", order(sheet, event)),
        section(sheet, "In what is said of others", "elsewhere", elsewhere(sheet, event)),
        section(sheet, "Names, as each article writes them", "names", written_names(sheet, event)),
        section(sheet, "Where named", "mentions", where_named(sheet, event)),
    )


def in_short(sheet: Sheet, event: Event) -> Markup:
    """When it was and who took part, in a line."""
    found = taking_part(sheet.view, event.id)
    parts = sheet.view.index.parts_in
    people = sheet.some(found, lambda id: md.join([name(sheet, id), cites(parts.get((event.id, id), ()))]))
    return md.paragraph(sheet.headed([when(sheet, event.id), sheet.listed(people)]), css="lead")


def order(sheet: Sheet, event: Event) -> Markup:
    """The events that must come before and after it, with this one between them."""
    linked = sheet.view.findings.around.get(event.id, ())
    known: list[EntityId] = [id for id in linked if id in sheet.view.entities]
    return event_list(sheet, in_time(sheet.view, [*known, event.id])) if known else md.EMPTY
