"""A reader finds the right page whichever script, cut or name they type."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.browsing import EDITIONS, Site, Visitor

FIRST = 8  # as many results as a reader sees before scrolling
QUERIES = Path(__file__).parents[1] / "search" / "queries.yaml"


class Query(TypedDict, total=False):
    query: str
    finds: str
    editions: list[str]


def queries(edition: str) -> list[Query]:
    found: list[Query] = yaml.safe_load(QUERIES.read_text("utf-8"))
    return [query for query in found if edition in query.get("editions", [edition])]


def search(page: Page, words: str) -> list[str]:
    """The addresses of the results, best first; the theme searches at a key press, not at an input."""
    page.evaluate("document.querySelector('.md-search-result__list').innerHTML = '<li data-old></li>'")
    page.fill("input[name=query]", words)
    page.keyboard.press("End")
    page.wait_for_selector("[data-old]", state="detached")
    links = page.locator(".md-search-result__item > a.md-search-result__link:first-child")
    return [str(address) for address in links.evaluate_all("links => links.map(link => link.href)")]


def open_search(page: Page) -> None:
    page.click("input[name=query]")
    page.wait_for_function(
        "!/^(Initializing|正在|正在初始化)/.test(document.querySelector('.md-search-result__meta').textContent.trim())"
    )


@pytest.mark.browser
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_query_finds_its_page_among_the_first_three(visitor: Visitor, site: Site, edition: str) -> None:
    page = visitor().open(f"{edition}/about/")
    open_search(page)
    missed = {}
    walls = {}
    for query in queries(edition):
        found = [
            address.removeprefix(f"{site.address}{edition}/") for address in search(page, query["query"])
        ]
        if not any(address.startswith(query["finds"]) for address in found[:3]):
            missed[query["query"]] = found[:6]
        named = not query["finds"].startswith("events/")  # what is looked for by its day is an event
        if (
            named
            and len(found) >= FIRST
            and len({address.partition("/")[0] for address in found[:FIRST]}) == 1
        ):
            walls[query["query"]] = found[:FIRST]
    assert not missed, "\n".join(f"{words}: {found}" for words, found in missed.items())
    assert not walls, "\n".join(f"{words}: {found}" for words, found in walls.items())


@pytest.mark.browser
def test_results_say_what_kind_of_page_they_are(visitor: Visitor) -> None:
    page = visitor().open("en/about/")
    open_search(page)
    search(page, "Zuckerberg")
    kinds = page.locator(".md-search-result__item .md-tag").all_inner_texts()
    assert "person" in {kind.lower() for kind in kinds}


@pytest.mark.browser
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_timeline_shows_the_events_of_one_person_or_organisation(visitor: Visitor, edition: str) -> None:
    page = visitor(width=390).open(f"{edition}/timeline/")
    everything = page.locator(".event:visible").count()
    page.locator(".filters select").select_option("scale-ai")
    shown = page.locator(".event:visible")
    assert 0 < shown.count() < everything
    expect(page.locator("#undated")).to_be_hidden()
    page.locator(".filters select").select_option("furiosaai")
    expect(page.locator("#undated")).to_be_visible()
    assert all(
        "furiosaai" in str(who).split() for who in shown.evaluate_all("all => all.map(e => e.dataset.who)")
    )
    page.locator(".filters select").select_option("")
    assert page.locator(".event:visible").count() == everything
