"""Old addresses: an id that a file once had leads to where it is now."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from posixpath import relpath

from build_tools.model import Entity
from build_tools.pages.parts.page_context import Context, name
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import Address, entity_address, page_of_entity, url
from build_tools.website.page import Page, PlannedPage


def redirect_pages(view: View) -> Iterable[PlannedPage]:
    """A page for every id that an entity had before."""
    entities = sorted(view.entities.values(), key=lambda entity: entity.id)
    return (
        PlannedPage(_old_address(entity, was), partial(_redirect, view, entity, was))
        for entity in entities
        for was in entity.was
    )


def _old_address(entity: Entity, was: str) -> Address:
    return entity_address(entity.kind, was, entity.folder)


def _redirect(view: View, entity: Entity, was: str) -> Page:
    old, new = _old_address(entity, was), page_of_entity(entity)
    context = Context(view, old)
    moved = context.fill("This page has moved: {page}", page=name(context, entity.id))
    title = view.label(entity.id)
    return Page(
        address=old,
        title=title,
        body=md.blocks(md.heading(1, md.text(title)), moved),
        redirect=relpath(url(new), url(old)) + "/",
    )
