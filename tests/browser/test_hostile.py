"""Whatever a file of the dossier holds, a reader sees it as written and nothing in it runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest
from lxml import etree
from lxml.html import HtmlElement

from build_tools.website.markdown import clean
from tests.browser.browsing import EDITIONS, Site, Visitor, build, free_port, serve
from tests.browser.test_finding import open_search, search
from tests.hostile import REPOSITORY, is_literal, rotated, write_hostile

pytestmark = pytest.mark.browser

LEADING = (
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "data",
    "background",
    "cite",
    "manifest",
    "xlink:href",
)
SPACES = "".join(map(chr, range(33)))
LICENCE = "https://creativecommons.org/licenses/by/4.0/"  # on the page by hand that says how we work
ADDRESS_AS_LINK = "https://example.org/%22onclick=%22ran=true%22%3E%3Cimg/src=x/onerror=%22ran=true%22%3E"
STRAIGHT = str.maketrans("“”‘’", "\"\"''")
ROTATIONS = [0, *(pytest.param(by, marks=pytest.mark.soak) for by in range(1, 6))]  # 330 texts in all


@dataclass(frozen=True)
class Hostile:
    """A site of such texts, and the text of each field."""

    site: Site
    texts: Mapping[str, str]


@pytest.fixture(scope="module", params=ROTATIONS)
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    """That dossier, built and served."""
    root, port = tmp_path_factory.mktemp("hostile"), free_port()
    texts = rotated(request.param)
    write_hostile(root, texts.__getitem__)
    folder = build(root, port)
    server = serve(folder, port)
    yield Hostile(Site(folder, f"http://127.0.0.1:{port}/"), texts)
    server.shutdown()


def pages(site: Site, edition: str) -> list[str]:
    """The pages that stay where they are: one at an old address leads on."""
    every = sorted((site.folder / edition).rglob("index.html"))
    found = (path for path in every if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    return [path.parent.relative_to(site.folder).as_posix() + "/" for path in found]


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_runs_and_what_is_written_is_seen(visitor: Visitor, hostile: Hostile, edition: str) -> None:
    visit, seen = visitor(hostile.site), []
    for path in pages(hostile.site, edition):
        page = visit.open(path)
        assert page.evaluate("typeof ran") == "undefined", path
        images = "article img:not([src*='/guide-'], [src^='guide-'])"
        active = "article script, article [onclick], [href^=javascript]"
        assert page.locator(f"{images}, {active}").count() == 0
        seen.append(page.title())
        seen.append(page.evaluate("document.querySelector('article').textContent"))
    if edition == "en":
        words = one_line("\n".join(seen))
        wanted = {name: text for name, text in hostile.texts.items() if is_literal(name, text)}
        unseen = {name for name, text in wanted.items() if one_line(clean(text)) not in words}
        assert not {name for name in unseen if not name.endswith("-zh")}
        assert "\u202e" not in words
        assert "[u+202e]" in words


def one_line(text: str) -> str:
    """Words as they are compared: a page may begin them with a capital letter, and curls quotation marks."""
    return " ".join(text.split()).casefold().translate(STRAIGHT)


def test_no_element_or_attribute_comes_from_a_text(hostile: Hostile, site: Site) -> None:
    prose = {"em", "strong"}
    assert markup_of(hostile.site) <= markup_of(site) | prose


def markup_of(site: Site) -> set[str]:
    """The elements on the pages of a site, and their attributes."""
    found: set[str] = set()
    for page in site.folder.rglob("index.html"):
        for element in lxml.html.document_fromstring(page.read_text("utf-8")).iter(etree.Element):
            found |= {element.tag, *(f"{element.tag} {name}" for name in element.attrib)}
    return found


def test_nothing_runs_in_the_search_or_in_a_note(visitor: Visitor, hostile: Hostile) -> None:
    page = visitor(hostile.site).open("en/organisations/hostile-co/")
    page.locator("article .footnote-ref:visible").first.hover()
    page.wait_for_selector(".md-tooltip2[role=dialog]")
    open_search(page)
    for words in ("Hostile", "onerror", "ran"):
        assert search(page, words)
        assert page.locator(".find__list :not(a, span, mark)").count() == 0
        assert "<" in page.locator(".find__list").inner_text()
    assert page.evaluate("typeof ran") == "undefined"


def addresses(element: HtmlElement) -> Iterator[str]:
    """Where an element leads, sends a form, or loads from."""
    yield from (element.get(name, "") for name in LEADING)
    for name in ("srcset", "imagesrcset", "ping", "archive"):
        yield from re.split(r"[\s,]+", element.get(name, ""))
    if element.get("http-equiv"):
        yield element.get("content", "").partition("=")[2]
    styles = f"{element.get('style')} {element.text if element.tag == 'style' else ''}"
    yield from re.findall(r"(?:url\(|@import)\s*['\"]?([^'\")]+)", styles)


def led_out(site: Site, page: Path) -> Iterator[str]:
    """Every address on a page that leads out of the site, as a browser understands it."""
    here = f"{site.address}{page.relative_to(site.folder)}"
    for element in lxml.html.document_fromstring(page.read_text("utf-8")).iter(etree.Element):
        for address in addresses(element):
            there = urljoin(here, re.sub(r"[\t\r\n]", "", address.strip(SPACES)).replace("\\", "/"))
            if not there.startswith(site.address):
                yield there


def test_a_page_leads_out_only_where_an_address_was_asked_for(hostile: Hostile) -> None:
    every = hostile.site.folder.rglob("*.html")
    found = {there for page in every for there in led_out(hostile.site, page)}
    ours = {there for there in found if there.startswith(f"{REPOSITORY}/")}
    assert ours
    assert found - ours == {ADDRESS_AS_LINK, LICENCE}


REPORTED = """document.querySelectorAll(".colophon .report").values().map((link) => {
  const { origin, pathname, hash, searchParams } = new URL(link.href);
  return [origin + pathname + hash, [...searchParams.keys()].join(), searchParams.get("page")];
}).toArray()"""


def test_a_report_of_an_error_opens_the_form_and_fills_its_fields_only(
    visitor: Visitor, hostile: Hostile
) -> None:
    visit = visitor(hostile.site)
    for path in pages(hostile.site, "en"):
        page = visit.open(path)
        forms = page.evaluate(REPORTED)
        assert forms == [[f"{REPOSITORY}/issues/new", "template,title,page", page.url]] * len(forms)
    assert forms


@pytest.mark.parametrize(
    "markup",
    [
        *('<a href="https://evil.example/">', "<a href=//evil.example>", '<a href="java\tscript:ran=true">'),
        *('<a href="\\\\evil.example">', '<a href=" \x01javascript:ran=true">', "<img src=//evil.example/x>"),
        *(
            '<img srcset="x.png 1x, //evil.example/y.png 2x">',
            "<form action=//evil.example>",
            "<a href=data:,x>",
        ),
        *('<meta http-equiv=refresh content="0; url=//evil.example">', "<svg><a xlink:href=//evil.example>"),
        *(
            "<p style=\"background: url('//evil.example/x')\">",
            "<style>@import '//evil.example/x'</style>",
        ),
    ],
)
def test_every_way_out_is_seen(markup: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<p>A page</p>{markup}", "utf-8")
    assert list(led_out(Site(tmp_path, "http://127.0.0.1:1/"), tmp_path / "page.html"))
