"""Reads pages as a browser would: rendered, with their links, places and words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import dirname, join, normpath

import markdown as python_markdown

from build_tools.findings import survey
from build_tools.model import Dossier
from build_tools.pages import make_pages
from build_tools.website.addresses import Address, url
from build_tools.website.editions import EDITIONS
from build_tools.website.page import Page

EXTENSIONS = ["admonition", "footnotes", "tables", "attr_list", "md_in_html", "toc"]
VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


def pages_of(given: Dossier, edition: str = "en") -> tuple[Page, ...]:
    """The pages of a dossier in one edition."""
    return make_pages(survey(given), EDITIONS[edition])


@dataclass
class Seen(HTMLParser):
    """A page as it is shown."""

    tags: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        for key, value in attrs:
            self.attributes.add(key)
            if key == "id":
                self.ids.append(value or "")
            if key == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(self.words)


def see(page: Page) -> Seen:
    """A page as a browser shows it; elements that do not nest raise AssertionError."""
    seen = Seen()
    seen.feed(python_markdown.markdown(page.body, extensions=EXTENSIONS))
    seen.close()
    assert not seen.open
    return seen


def see_all(pages: Iterable[Page]) -> dict[str, Seen]:
    """Every page by its address."""
    return {page.address: see(page) for page in pages}


def _page(here: str, path: str) -> str:
    """The page that a link leads to: by its file, or by its folder as published."""
    if not path.endswith("/"):
        return normpath(join(dirname(here), path)) if path else here
    folder = normpath(join(url(Address(here)), path))
    return "index.md" if folder == "." else f"{folder}.md"


def broken(shown: Mapping[str, Seen], allowed: frozenset[str]) -> list[str]:
    """Every link that leads to no page, or to no place on one; `allowed` are pages written by hand."""
    found = []
    for address, seen in shown.items():
        for link in seen.links:
            if link.startswith(("https://", "http://")) or link.endswith(".jsonl"):
                continue
            path, _, anchor = link.partition("#")
            there = _page(address, path)
            if there in allowed:
                continue
            if there not in shown or (anchor and anchor not in shown[there].ids):
                found.append(f"{address}: {link}")
    return found
