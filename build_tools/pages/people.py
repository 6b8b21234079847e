"""The page of a person, an organisation, or a work."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.grouped import grouped
from build_tools.model import Claim, Conflict, Entity, EntityId, EntityValue, Kind
from build_tools.pages.callouts import asked, conflict_title
from build_tools.pages.lists import event_list, events_of, figure_list
from build_tools.pages.parts import cites, finish
from build_tools.pages.sheet import Sheet, name
from build_tools.pages.subjects import lead, page_of, remark, sayings, section, sheet_of, written_names
from build_tools.pages.together import same_sentences, where_named
from build_tools.pages.view import View
from build_tools.pages.words import claimed, goes_unsaid, pointed, property_text
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup
from build_tools.website.name_links import find_names
from build_tools.website.page import Page

KINDS = (Kind.PERSON, Kind.ORGANISATION, Kind.WORK)


def entity_pages(view: View) -> Iterable[Page]:
    """A page for every person, organisation and work."""
    return (entity_page(view, entity) for kind in KINDS for entity in view.of_kind(kind))


def entity_page(view: View, entity: Entity) -> Page:
    """Who it is, how it is named, what sources say, when, how much, and with whom."""
    sheet = sheet_of(view, entity)
    around = [id for id in events_of(view, entity.id) if _is_asked_of(view, id, entity)]
    groups = view.dossier.groups_of.get(entity.id, ())
    return finish(
        sheet,
        page_of(view, entity),
        lead(sheet, entity),
        asked(sheet, [entity.id, *around]),
        remark(sheet, entity),
        section(sheet, "Names, as each article writes them", "names", written_names(sheet, entity)),
        section(sheet, "What the articles say", "claims", sayings(sheet, groups)),
        section(sheet, "In what is said of others", "elsewhere", elsewhere(sheet, entity)),
        section(sheet, "What is reported in their name", "quoted", in_their_name(sheet, entity)),
        section(sheet, "Timeline", "timeline", event_list(sheet, events_of(view, entity.id), entity.id)),
        section(sheet, "Figures", "figures", figure_list(sheet, view.figures_of.get(entity.id, ()))),
        section(sheet, "In the same sentences", "together", same_sentences(sheet, entity)),
        section(sheet, "Where named", "mentions", where_named(sheet, entity)),
    )


def _is_asked_of(view: View, event: EntityId, entity: Entity) -> bool:
    """Whether a question about an event names somebody who took part."""
    return any(entity.id in _named_in_title(view, each) for each in view.asked(event))


def _named_in_title(view: View, conflict: Conflict) -> frozenset[EntityId]:
    if conflict.id not in view.named_in_titles:
        found = find_names(conflict_title(view, conflict), view.names)
        view.named_in_titles[conflict.id] = frozenset(name.entity for name in found)
    return view.named_in_titles[conflict.id]


def elsewhere(sheet: Sheet, entity: Entity) -> Markup:
    """What is said of others with a part for this one, but for the events of its timeline."""
    found = [claim for claim in sheet.view.claims_naming.get(entity.id, ()) if _has_a_part(claim, entity.id)]
    events = set(events_of(sheet.view, entity.id))
    others = [claim for claim in found if claim.subject not in events]
    return _by_property(sheet, others)


def _has_a_part(claim: Claim, id: EntityId) -> bool:
    value = claim.value.id if isinstance(claim.value, EntityValue) else None
    return id in (value, claim.qualifiers.at, claim.qualifiers.since)


def in_their_name(sheet: Sheet, entity: Entity) -> Markup:
    """What articles credit to somebody, or to an outlet that they pass on."""
    found = sheet.view.claims_naming.get(entity.id, ())
    credited = [c for c in found if entity.id in (c.qualifiers.said_by, c.qualifiers.via)]
    return _by_property(sheet, credited)


def _by_property(sheet: Sheet, claims: list[Claim]) -> Markup:
    by_point = grouped(claims, lambda claim: (claim.property, claim.subject))
    items = [_of_other(sheet, found) for found in by_point.values()]
    return md.bullets(items)


def _of_other(sheet: Sheet, claims: tuple[Claim, ...]) -> Markup:
    first = claims[0]
    by_words = tuple(grouped(claims, lambda claim: claimed(sheet, claim)).items())
    told = md.join(sheet.some(by_words, lambda said: md.join([said[0], cites(said[1])])), md.text(" · "))
    subject = name(sheet, first.subject)
    if not goes_unsaid(sheet.view, first.subject, first.property):
        point = md.text(property_text(sheet.view, first.property))
        subject = sheet.fill("{subject}, {point}", subject=subject, point=point)
    return pointed(sheet, first.subject, subject, told)
