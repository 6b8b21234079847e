"""Events in the order of their days, and figures with their values, as other pages list them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_tools.model import (
    DateValue,
    Entity,
    EntityId,
    EntityValue,
    Kind,
    Quantity,
    Statement,
    StatementGroup,
    Value,
)
from build_tools.pages.parts.callouts import all_stated, doubt_mark
from build_tools.pages.parts.footnotes import cites
from build_tools.pages.parts.moving_figures import newest_line
from build_tools.pages.parts.page_context import Context, name
from build_tools.pages.parts.view import View
from build_tools.values.moments import minutes_asserted
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

END = 10**11  # minutes: after every day of the calendar


def groups_holding(view: View, id: EntityId, sort: type) -> tuple[StatementGroup, ...]:
    """The statement groups of a subject whose values are of a sort: its dates, its quantities."""
    found = view.dossier.groups_of.get(id, ())
    return tuple(each for each in found if isinstance(each.statements[0].value, sort))


def places_given(view: View, id: EntityId) -> tuple[StatementGroup, ...]:
    """The statement groups that say where an event was, all of whose values are places."""
    found = groups_holding(view, id, EntityValue)
    return tuple(each for each in found if all(_is_place(view, said.value) for said in each.statements))


def _is_place(view: View, value: Value | None) -> bool:
    return isinstance(value, EntityValue) and _is(view, value.id, Kind.PLACE)


def in_time(view: View, events: Iterable[EntityId]) -> tuple[EntityId, ...]:
    """Events, earliest first."""
    places = view.findings.places
    return tuple(sorted(set(events), key=lambda id: (places.get(id, len(places)), id)))


def when(context: Context, id: EntityId) -> Markup:
    """The dates that sources give an event, the most exact first."""
    dates = [
        all_stated(context, _exact_first(group)) for group in groups_holding(context.view, id, DateValue)
    ]
    return context.several(dates) or context.say("undated")


def _exact_first(group: StatementGroup) -> StatementGroup:
    return replace(group, statements=tuple(sorted(group.statements, key=_length)))


def _length(said: Statement) -> int:
    value = said.value
    minutes = minutes_asserted(value) if isinstance(value, DateValue) else None
    if not minutes or minutes.low is None or minutes.high is None:
        return END
    return int(minutes.high - minutes.low)


def events_of(view: View, id: EntityId) -> tuple[EntityId, ...]:
    """The events in which an entity takes part, as some source says."""
    claims = view.index.claims_naming.get(id, ())
    part = (c.subject for c in claims if isinstance(c.value, EntityValue) and c.value.id == id)
    return in_time(view, (each for each in part if _is(view, each, Kind.EVENT)))


def _is(view: View, id: EntityId, kind: Kind) -> bool:
    entity = view.entities.get(id)
    return entity is not None and entity.kind is kind


def event_list(context: Context, events: tuple[EntityId, ...], of: EntityId | None = None) -> Markup:
    """When and what, a row an event; with the footnotes that show the part of one who took part."""
    rows = [[when(context, id), marked_name(context, id, _part(context, id, of))] for id in events]
    return md.table([context.say("When"), context.say("What")], rows)


def marked_name(context: Context, id: EntityId, notes: Markup = md.EMPTY) -> Markup:
    """The name of an event, and whether the articles disagree about it."""
    return md.join([md.join([name(context, id), notes]), doubt_mark(context, id)], md.SPACE)


def _part(context: Context, event: EntityId, of: EntityId | None) -> Markup:
    return cites(context.view.index.parts_in.get((event, of), ())) if of else md.EMPTY


def figure_list(context: Context, figures: Iterable[Entity]) -> Markup:
    """What is measured, and every value that sources give."""
    rows = [[name(context, each.id), values(context, each.id)] for each in figures]
    return md.table([context.say("Figure"), context.say("Values")], rows)


def values(context: Context, id: EntityId) -> Markup:
    """Every value of a figure in a line."""
    moves = context.view.findings.series.get(id)
    if moves and len(moves.steps) > 1:
        return md.join([newest_line(context, moves), doubt_mark(context, id)], md.SPACE)
    found = [all_stated(context, group) for group in groups_holding(context.view, id, Quantity)]
    shown = context.several(found) or context.say("no article gives a value")
    return md.join([shown, doubt_mark(context, id)], md.SPACE)


def taking_part(view: View, id: EntityId) -> tuple[EntityId, ...]:
    """Who takes part in an event, as some source says."""
    claims = view.index.claims_on.get(id, ())
    named = {claim.value.id for claim in claims if isinstance(claim.value, EntityValue)}
    return tuple(sorted(each for each in named if not _is(view, each, Kind.PLACE)))
