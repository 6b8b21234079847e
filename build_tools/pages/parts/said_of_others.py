"""Statements on others in which an entity takes part, and statements attributed to it."""

from __future__ import annotations

from build_tools.grouped import grouped
from build_tools.model import Claim, Entity, EntityId, EntityValue
from build_tools.pages.parts.footnotes import cites
from build_tools.pages.parts.lists import events_of
from build_tools.pages.parts.page_context import Context, name
from build_tools.pages.parts.value_words import claimed, goes_unsaid, pointed, property_text
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup


def elsewhere(context: Context, entity: Entity) -> Markup:
    """Statements on others in which this entity takes part; the events are in its timeline."""
    found = [
        claim
        for claim in context.view.index.claims_naming.get(entity.id, ())
        if _has_a_part(claim, entity.id)
    ]
    events = set(events_of(context.view, entity.id))
    others = [claim for claim in found if claim.subject not in events]
    return _by_property(context, others)


def _has_a_part(claim: Claim, id: EntityId) -> bool:
    value = claim.value.id if isinstance(claim.value, EntityValue) else None
    return id in (value, claim.qualifiers.at, claim.qualifiers.since)


def in_their_name(context: Context, entity: Entity) -> Markup:
    """What articles credit to somebody, or to an outlet that they pass on."""
    found = context.view.index.claims_naming.get(entity.id, ())
    credited = [c for c in found if entity.id in (c.qualifiers.said_by, c.qualifiers.via)]
    return _by_property(context, credited)


def _by_property(context: Context, claims: list[Claim]) -> Markup:
    by_point = grouped(claims, lambda claim: (claim.property, claim.subject))
    items = [_of_other(context, found) for found in by_point.values()]
    return md.bullets(items)


def _of_other(context: Context, claims: tuple[Claim, ...]) -> Markup:
    first = claims[0]
    by_words = tuple(grouped(claims, lambda claim: claimed(context, claim)).items())
    told = md.join(context.some(by_words, lambda said: md.join([said[0], cites(said[1])])), md.text(" · "))
    subject = name(context, first.subject)
    if not goes_unsaid(context.view, first.subject, first.property):
        point = md.text(property_text(context.view, first.property))
        subject = context.fill("{subject}, {point}", subject=subject, point=point)
    return pointed(context, first.subject, subject, told)
