"""The page of a person, an organisation, or a work."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import NAMED_KINDS, Entity
from build_tools.pages.parts.callouts import disputed
from build_tools.pages.parts.footnotes import finish
from build_tools.pages.parts.lists import event_list, events_of, figure_list
from build_tools.pages.parts.said_of_others import elsewhere, in_their_name
from build_tools.pages.parts.sections import (
    context_of,
    entity_frame,
    lead,
    remark,
    section,
    statement_sections,
    written_names,
)
from build_tools.pages.parts.view import View
from build_tools.pages.parts.where_named import same_sentences, where_named
from build_tools.website.page import Page


def entity_pages(view: View) -> Iterable[Page]:
    """A page for every person, organisation and work."""
    return (entity_page(view, entity) for kind in NAMED_KINDS for entity in view.of_kind(kind))


def entity_page(view: View, entity: Entity) -> Page:
    """Who it is, what is disputed, what sources say, when, how much, how it is named, and with whom."""
    context = context_of(view, entity)
    groups = view.dossier.groups_of.get(entity.id, ())
    return finish(
        context,
        entity_frame(view, entity),
        lead(context, entity),
        remark(context, entity),
        section(context, "What is disputed", "disputed", disputed(context, entity.id)),
        section(context, "What the articles say", "claims", statement_sections(context, groups)),
        section(context, "Timeline", "timeline", event_list(context, events_of(view, entity.id), entity.id)),
        section(context, "Mentioned under other entries", "elsewhere", elsewhere(context, entity)),
        section(context, "Statements attributed to them", "quoted", in_their_name(context, entity)),
        section(context, "Figures", "figures", figure_list(context, view.figures_of.get(entity.id, ()))),
        section(context, "Names, as each article writes them", "names", written_names(context, entity)),
        section(context, "In the same sentences", "together", same_sentences(context, entity)),
        section(context, "Where named", "mentions", where_named(context, entity)),
    )
