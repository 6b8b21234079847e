"""The page of a person, an organisation, or a work."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Claim, Entity, Kind
from build_tools.pages.lists import event_list, events_of, figure_list, figures_of
from build_tools.pages.page import Page
from build_tools.pages.parts import finish, retold
from build_tools.pages.sheet import Sheet, name
from build_tools.pages.subjects import lead, page_of, sayings, section, sheet_of, written_names
from build_tools.pages.together import same_sentences, where_named
from build_tools.pages.view import View, grouped
from build_tools.pages.words import claimed, property_text
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

KINDS = (Kind.PERSON, Kind.ORGANISATION, Kind.WORK)


def people(view: View) -> Iterable[Page]:
    """A page for every person, organisation and work."""
    return (entity_page(view, entity) for kind in KINDS for entity in view.of_kind(kind))


def entity_page(view: View, entity: Entity) -> Page:
    """Who it is, how it is named, what sources say, when, how much, and with whom."""
    sheet = sheet_of(view, entity)
    groups = view.dossier.groups_of.get(entity.id, ())
    return finish(
        sheet,
        page_of(view, entity),
        lead(sheet, entity),
        section(sheet, "Names, as each article writes them", "names", written_names(sheet, entity)),
        section(sheet, "What the articles say", "claims", sayings(sheet, groups)),
        section(sheet, "In what they say of others", "elsewhere", elsewhere(sheet, entity)),
        section(sheet, "Timeline", "timeline", event_list(sheet, events_of(view, entity.id))),
        section(sheet, "Figures", "figures", figure_list(sheet, figures_of(view, entity.id))),
        section(sheet, "In the same sentences", "together", same_sentences(sheet, entity)),
        section(sheet, "Where named", "mentions", where_named(sheet, entity)),
    )


def elsewhere(sheet: Sheet, entity: Entity) -> Markup:
    """Claims on something else in which the entity has a part."""
    found = sheet.view.claims_naming.get(entity.id, ())
    by_point = grouped(found, lambda claim: (claim.subject, claim.property))
    return md.bullets([_point(sheet, claims) for claims in by_point.values()])


def _point(sheet: Sheet, claims: tuple[Claim, ...]) -> Markup:
    first = claims[0]
    point = md.text(property_text(sheet.view, first.subject, first.property))
    head = sheet.fill("{subject}: {point}", subject=name(sheet, first.subject), point=point)
    return Markup(f"{head}\n{md.bullets([_told(sheet, claim) for claim in claims])}")


def _told(sheet: Sheet, claim: Claim) -> Markup:
    value = claimed(sheet, claim)
    return sheet.fill("{value} — {claim}", value=value, claim=retold(sheet, claim))
