"""A page before it is written: its title, its address, its content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from build_tools.website.addresses import Address
from build_tools.website.markdown import EMPTY, Markup, blocks, front_matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of one edition.

    `lang` is the title's language where it is not the edition's; `kind` the word that search shows
    beside it; `names` what else it is found by; `section` its title in the navigation, of index
    pages only; `edit` the file it comes from; `dated` the day of the judgement on it; `redirect` where
    an old address now leads, relative to the page as published; `linked_data` what the page is on, as
    JSON-LD that is safe in a script.
    """

    address: Address
    title: str
    lang: str = ""
    body: Markup = EMPTY
    description: str = ""
    kind: str = ""
    names: tuple[str, ...] = ()
    section: str = ""
    edit: str = ""
    dated: str = ""
    redirect: str = ""
    linked_data: str = ""


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page by what makes it; address, title in the navigation and file are those of the page made."""

    address: Address
    make: Callable[[], Page]
    section: str = ""
    edit: str = ""


def document(page: Page) -> str:
    """The page as its Markdown file holds it."""
    fields = {"title": page.title, "description": page.description, "redirect": page.redirect}
    front = front_matter(fields, {"linked_data": page.linked_data})
    return blocks(front, page.body) + "\n"


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page as its Markdown file holds it, and what the navigation and the search show of it.

    `leads_away` says that it is an old address, from which a reader is led elsewhere.
    """

    address: Address
    title: str
    section: str
    kind: str
    names: tuple[str, ...]
    leads_away: bool
    content: bytes


def as_written(page: Page) -> WrittenPage:
    """A page as it is written."""
    content, leads_away = document(page).encode(), bool(page.redirect)
    return WrittenPage(page.address, page.title, page.section, page.kind, page.names, leads_away, content)
