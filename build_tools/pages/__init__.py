"""One file a kind of page: a page maker reads from top to bottom like the page it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from build_tools.model import Findings
from build_tools.pages.agreement_page import agreement_index
from build_tools.pages.conflict_page import conflict_pages
from build_tools.pages.credits import credits_page
from build_tools.pages.doubts import doubt_index
from build_tools.pages.entity_page import entity_pages
from build_tools.pages.event_page import event_pages
from build_tools.pages.figure_index import figure_index
from build_tools.pages.figure_page import figure_pages
from build_tools.pages.home import home_page
from build_tools.pages.how_known import history_page
from build_tools.pages.indexes import (
    conflict_index,
    coverage_index,
    entity_indexes,
    event_index,
    source_index,
)
from build_tools.pages.money import money_page
from build_tools.pages.not_comparable import not_comparable
from build_tools.pages.open_data import open_data_page
from build_tools.pages.parts.view import View
from build_tools.pages.redirects import redirect_pages
from build_tools.pages.side_by_side import side_by_side
from build_tools.pages.source_page import source_pages
from build_tools.pages.themes import theme_index, theme_pages
from build_tools.pages.then_and_now import then_and_now
from build_tools.pages.timeline import timeline_page
from build_tools.website.editions import Edition
from build_tools.website.open_files import DataFile
from build_tools.website.page import Page, PlannedPage

__all__ = ["PAGES", "make_pages", "plan_pages"]

PAGES: tuple[Callable[[View], Iterable[PlannedPage]], ...] = (
    home_page,
    theme_index,
    conflict_index,
    history_page,
    doubt_index,
    side_by_side,
    then_and_now,
    not_comparable,
    money_page,
    credits_page,
    timeline_page,
    entity_indexes,
    event_index,
    figure_index,
    agreement_index,
    source_index,
    coverage_index,
    open_data_page,
    entity_pages,
    event_pages,
    figure_pages,
    conflict_pages,
    source_pages,
    theme_pages,
    redirect_pages,
)


def make_pages(
    findings: Findings, edition: Edition, site: str = "", data: Sequence[DataFile] = ()
) -> tuple[Page, ...]:
    """Every page of an edition; those of the navigation come first, in its order.

    `site` is where all editions will be published; without it nothing is said of how to cite a page.
    `data` are the files beside the pages; without them no page leads to any.
    """
    return tuple(each.make() for each in plan_pages(View(findings, edition, site, tuple(data))))


def plan_pages(view: View) -> tuple[PlannedPage, ...]:
    """The same pages before they are made: any of them can be made without the others."""
    return tuple(chain.from_iterable(plan(view) for plan in PAGES))
