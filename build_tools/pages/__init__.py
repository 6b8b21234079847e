"""One file a kind of page: a page maker reads from top to bottom like the page it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from build_tools.model import Findings
from build_tools.pages.agreement_page import agreement_index
from build_tools.pages.conflict_page import conflict_pages
from build_tools.pages.entity_page import entity_pages
from build_tools.pages.event_page import event_pages
from build_tools.pages.figure_index import figure_index
from build_tools.pages.figure_page import figure_pages
from build_tools.pages.home import home_page
from build_tools.pages.indexes import (
    conflict_index,
    coverage_index,
    entity_indexes,
    event_index,
    source_index,
)
from build_tools.pages.parts.view import View
from build_tools.pages.redirects import redirect_pages
from build_tools.pages.source_page import source_pages
from build_tools.pages.timeline import timeline_page
from build_tools.website.editions import Edition
from build_tools.website.page import Page

__all__ = ["PAGES", "make_pages"]

PAGES: tuple[Callable[[View], Iterable[Page]], ...] = (
    home_page,
    conflict_index,
    timeline_page,
    entity_indexes,
    event_index,
    figure_index,
    agreement_index,
    source_index,
    coverage_index,
    entity_pages,
    event_pages,
    figure_pages,
    conflict_pages,
    source_pages,
    redirect_pages,
)


def make_pages(findings: Findings, edition: Edition, site: str = "") -> tuple[Page, ...]:
    """Every page of an edition; those of the navigation come first, in its order.

    `site` is where all editions will be published; without it nothing is said of how to cite a page.
    """
    view = View(findings, edition, site)
    return tuple(chain.from_iterable(make(view) for make in PAGES))
