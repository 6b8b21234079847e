"""The page of a person, an organisation, a work, a place, or whatever else the dossier has a kind for."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Entity, Place
from build_tools.pages.parts.lists import event_list, events_of
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.place_outline import whereabouts
from build_tools.pages.parts.said_of_others import elsewhere, in_their_name
from build_tools.pages.parts.sections import (
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
from build_tools.pages.parts.where_named import same_sentences, where_named
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup
from build_tools.website.page import Page, PlannedPage


def entity_pages(view: View) -> Iterable[PlannedPage]:
    """A page for everybody and everything that has a name."""
    return (
        planned_entity(view, entity, entity_page) for own in view.kinds for entity in view.of_kind(own.kind)
    )


def where_it_is(context: Context, entity: Entity) -> Markup:
    """Where a place is, as the dossier tells; nothing of whatever is no place."""
    return whereabouts(context, entity) if isinstance(entity, Place) else md.EMPTY


def entity_page(view: View, entity: Entity) -> Page:
    """Summary, disputes, statements, timeline, figures, names, and who is in the same sentences."""
    context = context_of(view, entity)
    groups = view.dossier.groups_of.get(entity.id, ())
    return finish_entity(
        context,
        entity,
        lead(context, entity),
        remark(context, entity),
        section(context, "Where it is", "whereabouts", where_it_is(context, entity)),
        disputed_section(context, entity),
        section(context, "What the articles say", "claims", statement_sections(context, groups)),
        section(context, "Timeline", "timeline", event_list(context, events_of(view, entity.id), entity.id)),
        section(context, "Mentioned under other entries", "elsewhere", elsewhere(context, entity)),
        section(context, "Statements attributed to them", "quoted", in_their_name(context, entity)),
        figures_section(context, entity),
        names_section(context, entity),
        section(context, "In the same sentences", "together", same_sentences(context, entity)),
        section(context, "Where named", "mentions", where_named(context, entity)),
    )
