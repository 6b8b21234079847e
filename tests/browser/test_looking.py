"""Every kind of page can be perceived by everyone, and fits a phone and a desk, by day and by night."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, TimeoutError

from tests.browser.browsing import EDITIONS, Site, Visitor, fullest, further_pages, ten_pages, weigh

pytestmark = pytest.mark.browser

SETTINGS = [(1280, "light"), (390, "dark")]
LOOKED_AT = {"en": 2, "zh-hans": 0, "zh-hant": 1}  # in how many of them; the Chinese two differ in characters


def too_wide(page: Page) -> bool:
    """Whether the page can be scrolled sideways, once it has settled."""
    try:
        page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")
    except TimeoutError:
        return True
    return False


# What still fades in is paler than it will be; a change of width or of colours begins with the next frame.
SETTLED = """new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    .then(() => Promise.allSettled(document.getAnimations().map(each => each.finished)))"""


def violations(page: Page) -> list[str]:
    """What axe finds, each with the first element it concerns."""
    page.evaluate(SETTLED)
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]


@pytest.mark.parametrize("edition", EDITIONS)
def test_ten_kinds_of_page(visitor: Visitor, site: Site, edition: str) -> None:
    visit = visitor()
    faults: list[str] = []
    for path in ten_pages(site, edition):
        page = visit.open(path)
        page.set_viewport_size({"width": 320, "height": 900})
        if too_wide(page):
            faults.append(f"{path} at 320: too wide")
        for width, scheme in SETTINGS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            if too_wide(page):
                faults.append(f"{path} at {width}: too wide")
            if (width, scheme) in SETTINGS[: LOOKED_AT[edition]]:
                faults += [f"{path} at {width}, {scheme}: {fault}" for fault in violations(page)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_first_page_a_reader_loads_is_light(browser: Browser, site: Site, edition: str) -> None:
    """With everything that comes with it, as a server compresses it; nothing of the search does."""
    weights = weigh(browser, site, fullest(site, edition, "people"))
    assert "index.html" in weights
    assert not {name for name in weights if name.startswith(("search", "pagefind"))}
    assert sum(weights.values()) < 180_000, weights


CUT = """() => [...document.querySelectorAll(".chart, .md-header__topic .md-ellipsis")]
  .filter(box => box.scrollWidth > box.clientWidth + 1 && box.checkVisibility({ opacityProperty: true }))
  .map(box => box.innerText)"""


SMALL = """() => [...document.querySelectorAll("article :is(a.permalink, summary, select, button)")]
  .filter(each => each.checkVisibility())
  .map(each => [each, each.getBoundingClientRect()])
  .filter(([each, box]) => Math.min(box.width, box.height) < 23.9)
  .map(([each]) => each.outerHTML.slice(0, 100))"""


def test_what_else_stands_on_some_page(visitor: Visitor, site: Site) -> None:
    visit = visitor(width=390)
    faults: list[str] = []
    for path in further_pages(site, "en"):
        page = visit.open(path)
        faults += [f"{path}: {fault}" for fault in violations(page)]
        faults += [f"{path}: cut off: {words}" for words in page.evaluate(CUT)]
        faults += [f"{path}: too small for a finger: {each}" for each in page.evaluate(SMALL)]
    assert not faults, "\n".join(faults)


WATCH = """
window.widest = 0;
const look = () => {
  window.widest = Math.max(window.widest, document.documentElement.scrollWidth - innerWidth);
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def test_no_page_is_too_wide_while_it_comes(visitor: Visitor) -> None:
    visit = visitor(width=390)
    visit.page.add_init_script(WATCH)
    page = visit.open("en/timeline/")
    page.evaluate(SETTLED)
    page.evaluate(TWO_FRAMES)  # so that the last of what moved has been looked at
    assert page.evaluate("window.widest") == 0


DRAWN = """() => {
  const bar = getComputedStyle(document.querySelector(".bar"), "::before").backgroundColor;
  const target = getComputedStyle(document.querySelector(":target"));
  return { bar, paper: getComputedStyle(document.body).backgroundColor, edge: target.outlineStyle };
}"""


def test_in_forced_colours_pictures_are_drawn_and_the_target_has_an_edge(visitor: Visitor) -> None:
    visit = visitor()
    visit.page.emulate_media(forced_colors="active")
    page = visit.open("en/timeline/#e-llama-4-release")
    drawn = page.evaluate(DRAWN)
    assert drawn["edge"] == "solid"
    assert drawn["bar"] not in (drawn["paper"], "rgba(0, 0, 0, 0)")


ON_PAPER = "link => getComputedStyle(link, '::after').content"
WORDS = "link => getComputedStyle(link).fontSize"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_footnotes_are_there_with_their_addresses(visitor: Visitor, site: Site, scheme: str) -> None:
    page = visitor(width=794, scheme=scheme).open(ten_pages(site, "en")[3])
    page.emulate_media(media="print")
    assert not page.locator(".md-header").is_visible()
    link = page.locator(".footnote .passage-link").first
    assert f"{site.address}en/sources/" in link.evaluate(ON_PAPER)
    assert link.evaluate(WORDS) == "0px"
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"
    assert not too_wide(page)
