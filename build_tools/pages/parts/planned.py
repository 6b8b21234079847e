"""Pages that can be made: what must be known of each before any is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from build_tools.model import Entity
from build_tools.pages.parts.view import View
from build_tools.website.addresses import Address, page_of_entity
from build_tools.website.page import Page

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page by what makes it; address, title in the navigation and file are those of the page made."""

    address: Address
    make: Callable[[], Page]
    section: str = ""
    edit: str = ""


def planned_entity(view: View, entity: E, make: Callable[[View, E], Page]) -> PlannedPage:
    """The page of an entity."""
    return PlannedPage(page_of_entity(entity), partial(make, view, entity), edit=entity.origin.path)
