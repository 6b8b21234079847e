"""A reader follows a statement to the words of the article, and the language switch stays where they are."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.browsing import EDITIONS, Site, Visitor, fullest

pytestmark = pytest.mark.browser

IN_VIEW = """
() => {
  const place = document.querySelector(":target").getBoundingClientRect();
  const header = document.querySelector(".md-header").getBoundingClientRect();
  return place.top >= header.bottom && place.top < innerHeight && place.height > 0;
}
"""
MARKED = """
() => {
  const plain = getComputedStyle(document.body).backgroundColor;
  const shown = getComputedStyle(document.querySelector(":target")).backgroundColor;
  return shown !== plain && shown !== "rgba(0, 0, 0, 0)";
}
"""


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("width", [390, 1280])
def test_a_footnote_leads_to_the_passage_marked_and_in_view(
    visitor: Visitor, site: Site, edition: str, width: int
) -> None:
    page = visitor(width=width).open(fullest(site, edition, "people"))
    page.locator("article .footnote-ref").first.hover()
    note = page.locator(".md-tooltip2[role=dialog]")
    expect(note.locator("q")).to_be_visible()
    assert note.get_attribute("aria-label")
    assert note.evaluate("note => note.getBoundingClientRect().right <= innerWidth")
    page.wait_for_timeout(500)  # it slides into its place
    note.locator("a.passage-link").click()
    page.wait_for_url("**/sources/**")
    page.wait_for_function(IN_VIEW)
    assert page.evaluate(MARKED)


@pytest.mark.parametrize("kind", ["people", "conflicts", "sources"])
def test_switching_the_edition_stays_on_the_page(visitor: Visitor, site: Site, kind: str) -> None:
    here = fullest(site, "en", kind)
    page = visitor().open(here)
    for edition in ("zh-hans", "zh-hant", "en"):
        page.locator(".md-select button").hover()
        page.locator(f".md-select__link[href*='/{edition}/']").click()
        page.wait_for_url(site.address + here.replace("en/", f"{edition}/", 1))
        expect(page.locator("article h1")).to_be_visible()


def test_switching_the_edition_stays_at_the_place(visitor: Visitor, site: Site) -> None:
    page = visitor().open(fullest(site, "en", "sources"))
    passage = page.locator(".passage mark[id], .passage [id]").nth(30).get_attribute("id")
    page.goto(f"{page.url}#{passage}")
    page.locator(".md-select button").hover()
    page.locator(".md-select__link[href*='/zh-hant/']").click()
    page.wait_for_url(f"**/zh-hant/**#{passage}")
    page.evaluate("() => document.querySelector('#source-read').scrollIntoView()")
    page.locator(".md-select button").hover()
    page.locator(".md-select__link[href*='/zh-hans/']").click()
    page.wait_for_url("**/zh-hans/**#source-read")


def test_a_heading_and_a_mark_are_heard_as_what_they_are(visitor: Visitor) -> None:
    page = visitor().open("en/people/chris-cox/")
    expect(page.get_by_role("heading", name="Chris Cox", exact=True)).to_have_count(1)
    expect(page.locator("article").get_by_role("link", name="¶")).to_have_count(0)
    assert page.locator("article .footnote-ref").first.get_attribute("role") == "doc-noteref"


def test_a_finger_opens_a_footnote_in_place(visitor: Visitor, site: Site) -> None:
    page = visitor(width=390, touch=True).open(fullest(site, "en", "people"))
    here = page.url
    page.locator("article .footnote-ref").first.tap()
    expect(page.locator(".md-tooltip2[role=dialog] q")).to_be_visible()
    assert page.url == here


def test_pointing_at_a_name_shows_its_page(visitor: Visitor, site: Site) -> None:
    page = visitor().open("en/")
    name = page.locator("article a[data-preview]").first
    name.hover()
    preview = page.locator(".md-tooltip2[role=dialog] h3")
    expect(preview).to_be_visible()


def test_the_root_forwards_and_a_lost_reader_finds_the_way(visitor: Visitor, site: Site) -> None:
    page = visitor().open("")
    page.wait_for_url(site.address + "en/")
    assert {"index.html", "404.html"} <= {path.name for path in site.folder.iterdir()}


def test_light_and_dark_is_remembered_in_every_edition(visitor: Visitor, site: Site) -> None:
    page = visitor().open("en/")
    page.locator("label[for=__palette_1]").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.goto(site.address + "zh-hans/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_a_keyboard_opens_and_closes_the_menu(visitor: Visitor, site: Site) -> None:
    page = visitor(width=390).open("en/timeline/")
    menu = page.get_by_role("button", name="Menu")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".md-sidebar--primary a:focus")).to_have_text("Home")
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()


def test_the_keyboard_goes_on_from_the_search_to_what_is_seen(visitor: Visitor) -> None:
    page = visitor().open("en/people/")
    page.locator("input[name=query]").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".md-tabs__link").first).to_be_focused()


def test_escape_puts_a_footnote_away(visitor: Visitor, site: Site) -> None:
    page = visitor().open(fullest(site, "en", "people"))
    mark, note = page.locator("article .footnote-ref").first, page.get_by_role("dialog", name="Source of")
    mark.focus()
    for _ in range(2):
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        expect(note).to_be_visible()
        page.keyboard.press("Escape")
        expect(note).to_be_hidden()
    expect(mark).to_be_focused()


def test_a_page_can_be_read_without_scripts(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(site.address + "en/timeline/")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.locator(".md-header__button[for=__drawer]").click()
    page.locator(".md-sidebar--primary").get_by_role("link", name="People").click()
    page.wait_for_url("**/people/")
    page.goto(site.address + fullest(site, "en", "people"))
    page.locator("article .footnote-ref").first.click()
    expect(page.locator(".footnote li").first).to_be_in_viewport()
    way = page.locator(".footnote li a.passage-link").first
    page.emulate_media(media="print")
    assert f"{site.address}en/sources/" in way.evaluate("link => getComputedStyle(link, '::after').content")
    page.emulate_media(media="screen")
    way.click()
    expect(page.locator("article mark").first).to_be_visible()
    context.close()


def test_at_the_address_of_a_line_the_sheet_cites_that_line(visitor: Visitor, site: Site) -> None:
    page = visitor().open(fullest(site, "en", "people"))
    sheet, whole = page.locator("details.cite"), page.url
    assert sheet.evaluate("sheet => sheet.textContent").count(whole) == 3
    links = page.locator("a.permalink[href^='#']")
    for link in (links.nth(0), links.nth(1)):
        link.click()
        line = whole + str(link.get_attribute("href"))
        cited = sheet.evaluate("sheet => sheet.textContent")
        assert (cited.count(line), cited.count(whole)) == (3, 3)


def test_no_address_writes_a_field_of_its_own_into_what_cites_the_page(visitor: Visitor, site: Site) -> None:
    path = fullest(site, "en", "people")
    sheet = visitor().open(path + "#c-1},note={injected}").locator("details.cite")
    assert "injected" not in sheet.evaluate("sheet => sheet.textContent")


def test_beside_a_passage_one_click_leads_to_its_entry(visitor: Visitor, site: Site) -> None:
    page = visitor().open(fullest(site, "en", "people"))
    page.locator(".footnote .passage-link").first.click()
    page.wait_for_url("**/sources/**")
    marked = page.locator("article :target")
    page.goto(page.url.partition("#")[0] + str(marked.locator("xpath=ancestor::a").get_attribute("href")))
    beside = page.locator("article :target")
    entry = str(beside.locator("a.entry").get_attribute("href"))
    folder = page.url.partition("#")[0].rstrip("/").rpartition("/")[2]
    assert f"/sources/articles/{folder}/annotations.yaml#L" in entry
    back = beside.locator("a.back")
    back.click()
    page.wait_for_function(IN_VIEW)


@pytest.mark.parametrize(("edition", "label"), [("en", "In its own words: "), ("zh-hant", "原文：")])
def test_on_a_phone_a_number_says_what_it_is(visitor: Visitor, edition: str, label: str) -> None:
    page = visitor(width=390).open(f"{edition}/figures/scale-ai-stake-price/")
    cell = page.locator(".claims td:nth-child(3)").first
    shown = "cell => getComputedStyle(cell, '::before').content"
    assert cell.evaluate(shown) == f'"{label}"'
    page.set_viewport_size({"width": 1280, "height": 900})
    assert cell.evaluate(shown) == "none"


def test_a_line_has_an_address_that_a_keyboard_reaches(visitor: Visitor, site: Site) -> None:
    page = visitor().open(fullest(site, "en", "people"))
    link = page.locator("a.permalink[href^='#']").first
    assert link.get_attribute("aria-label") == "The address of this line"
    way = page.locator(".ways").filter(has=link).first
    shown = "way => getComputedStyle(way).opacity"
    assert way.evaluate(shown) == "0"
    link.focus()
    assert way.evaluate(shown) == "1"
