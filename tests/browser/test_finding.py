"""A reader finds the right page whichever script, cut or name they type."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from build_tools.website.search_words import name_word, query_words
from tests.browser.browsing import EDITIONS, Site, Visitor
from tests.browser.test_looking import too_wide, violations

FIRST = 8  # as many results as a reader sees before scrolling
QUERIES = Path(__file__).parents[1] / "search" / "queries.yaml"


class Query(TypedDict, total=False):
    query: str
    finds: str
    editions: list[str]


def read_queries(edition: str) -> list[Query]:
    found: list[Query] = yaml.safe_load(QUERIES.read_text("utf-8"))
    return [query for query in found if edition in query.get("editions", [edition])]


def search(page: Page, words: str) -> list[str]:
    """The addresses of the first results, best first."""
    page.fill("input[name=query]", words)
    page.wait_for_function("words => document.querySelector('.find__out').dataset.asked === words", arg=words)
    links = page.locator(".find__option")
    return [str(address) for address in links.evaluate_all("links => links.map(link => link.href)")]


def open_search(page: Page) -> None:
    """As a reader does who has no mouse."""
    page.keyboard.press("/")
    expect(page.locator("input[name=query]")).to_be_focused()


@pytest.mark.browser
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_query_finds_its_page_among_the_first_three(visitor: Visitor, site: Site, edition: str) -> None:
    page = visitor().open(f"{edition}/about/")
    open_search(page)
    missed, walls = {}, {}
    for query in read_queries(edition):
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
    kinds = page.locator(".find__kind").all_inner_texts()
    assert {"Person", "Event"} <= set(kinds)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("edition", "words", "place", "marked"),
    [
        ("en", "$14.3 billion", "figures/scale-ai-stake-price/", "14.3 billion"),
        ("zh-hans", "昆", "people/yann-lecun/", "昆"),
        ("zh-hant", "杨立昆", "people/yann-lecun/", "楊立昆"),
    ],
)
def test_a_result_shows_the_words_where_they_stand(
    visitor: Visitor, site: Site, edition: str, words: str, place: str, marked: str
) -> None:
    page = visitor().open(f"{edition}/about/")
    open_search(page)
    assert f"{site.address}{edition}/{place}" in {
        address.partition("#")[0] for address in search(page, words)
    }
    assert page.locator(".find__option mark").first.inner_text() == marked


@pytest.mark.browser
def test_the_keyboard_alone_finds_a_page_and_goes_there(visitor: Visitor, site: Site) -> None:
    page = visitor().open("en/about/")
    open_search(page)
    search(page, "Zuckerberg")
    words, options = page.get_by_role("combobox"), page.get_by_role("option")
    expect(page.locator(".find").get_by_role("status")).to_contain_text("Pages found: ")
    expect(words).to_have_attribute("aria-expanded", "true")
    for key, at in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        expect(words).to_have_attribute("aria-activedescendant", f"found-{at}")
        expect(options.nth(at)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    expect(words).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.address}en/people/mark-zuckerberg/**")


@pytest.mark.browser
def test_more_pages_come_when_asked_for(visitor: Visitor) -> None:
    page = visitor().open("en/about/")
    open_search(page)
    first = search(page, "Meta")
    for _ in range(len(first) + 1):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("More pages")
    page.keyboard.press("Enter")
    expect(page.locator(".find__option")).to_have_count(2 * len(first))
    expect(page.locator(f"#found-{len(first)}")).to_have_attribute("aria-selected", "true")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_everyone_can_perceive_what_is_found(visitor: Visitor, width: int, scheme: str) -> None:
    page = visitor(width=width, scheme=scheme).open("zh-hant/people/")
    if width == 390:
        page.get_by_role("button", name="搜尋", exact=True).click()
    else:
        page.locator("input[name=query]").click()
    search(page, "143億")
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    assert not too_wide(page)
    if width == 390:
        page.get_by_role("button", name="關閉").click()
        expect(page.get_by_role("button", name="搜尋", exact=True)).to_be_focused()
    else:
        page.locator("article h1").click()
    expect(page.locator(".find__out")).to_be_hidden()


@pytest.mark.browser
def test_nothing_of_the_search_is_loaded_before_one_searches(visitor: Visitor, site: Site) -> None:
    visit, loaded = visitor(), list[str]()
    visit.page.on("request", lambda request: loaded.append(request.url.removeprefix(site.address)))
    page = visit.open("en/people/")
    assert not [url for url in loaded if "search" in url]
    open_search(page)
    page.wait_for_timeout(300)
    assert [url for url in loaded if "search" in url] == ["en/assets/search.js"]
    search(page, "143亿")
    assert any(url.startswith("en/search/index/") for url in loaded)


@pytest.mark.browser
def test_what_no_page_has_is_said(visitor: Visitor) -> None:
    page = visitor().open("en/people/")
    open_search(page)
    assert search(page, "鬱鬱龘") == []
    expect(page.locator(".find").get_by_role("status")).to_have_text("No page has these words.")


@pytest.mark.browser
def test_without_scripts_a_link_leads_to_the_ways_in(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}en/people/yann-lecun/")
    expect(page.locator("input[name=query]")).to_be_hidden()
    page.locator(".find").get_by_role("link", name="Other ways to read it").click()
    page.wait_for_url(f"{site.address}en/#ways")
    expect(page.locator("#ways")).to_be_visible()
    context.close()


SAMPLES = (
    *(
        "楊立昆 14.3 billion, 143億美元",
        "Ｍeta's 49％ of 10,000 人 (3個)",
        "裁員600人離開",
        "Llama 4推出, GPT-4o",
        "0.50萬億 x 007",
    ),
    *(
        "２０２５年６月",
        "Café Ǖ ﬁ ① ﷺ 한국 が e\u0301",
        "1.5 trillion 3 per cent 3 percent. bn 5bn 5bnx",
        "𠮷野家 髮",
        "",
    ),
)


@pytest.mark.browser
@pytest.mark.parametrize("edition", ["en", "zh-hant"])
def test_the_browser_folds_as_the_index_does(visitor: Visitor, edition: str) -> None:
    page = visitor().open(f"{edition}/about/")
    queries = [*SAMPLES, *(query["query"] for query in read_queries(edition))]
    fold = """async ([folder, queries]) => {
      const { Folding } = await import(folder + "assets/search.js");
      const folding = new Folding(await (await fetch(folder + "search/folding.json")).json());
      return queries.map((query) => [folding.words(query), folding.name(query)]);
    }"""
    found = page.evaluate(fold, [f"/{edition}/", queries])
    for query, (words, name) in zip(queries, found, strict=True):
        assert (query, words) == (query, list(query_words(query)))
        assert name == name_word(query)[:-1]


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
