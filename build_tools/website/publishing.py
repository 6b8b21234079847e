"""From pages to a site: written as Markdown, rendered, and made findable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from build_tools.model import Settings
from build_tools.pages.page import Page, document
from build_tools.problem import Problems
from build_tools.website.addresses import url
from build_tools.website.editions import Edition
from build_tools.website.rendering import edition_site, look_of, render
from build_tools.website.search import Found, enrich
from build_tools.website.writing import Written, hand_written, write

Made = Mapping[Edition, Sequence[Page]]


def publish(root: Path, settings: Settings, made: Made) -> Problems:
    """Write the pages of every edition, render them into `site/`, and index them."""
    docs = look_of(root) / "docs"
    for edition, pages in made.items():
        write_edition(root, edition, pages)
    problems = render(root, [edition_site(edition, settings, pages, docs) for edition, pages in made.items()])
    if not problems:
        for edition, pages in made.items():
            enrich(root / "site" / edition.folder / "search/search_index.json", found(pages))
    return problems


def write_edition(root: Path, edition: Edition, pages: Sequence[Page]) -> Written:
    """Write one edition's Markdown into `build/docs/<edition>/`; a page written by hand goes first."""
    files = {str(page.address): document(page).encode() for page in pages}
    by_hand = hand_written(look_of(root) / "docs", "zh" if edition.chinese else "en", edition.script)
    return write({**files, **by_hand}, root / "build" / "docs" / edition.folder)


def found(pages: Sequence[Page]) -> dict[str, Found]:
    """What search must know of each page, by its address in the index."""
    return {url(page.address): _found(page) for page in pages}


def _found(page: Page) -> Found:
    return Found(page.kind, (page.title, *page.names) if page.names else (), bool(page.redirect))
