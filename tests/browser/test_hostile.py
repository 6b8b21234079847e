"""Whatever a file of the dossier holds, a reader sees it as written and nothing in it runs."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest
from lxml import etree
from lxml.html import HtmlElement

from tests.browser.browsing import EDITIONS, Site, Visitor, build, free_port, serve
from tests.browser.test_finding import open_search, search

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
PAYLOAD = (
    "<script>ran=true</script><img src=x onerror=ran=true> [go](javascript:ran=true) [^a]: x | "
    "{: onclick=ran=true } {{ config }} ${ran} `x` **b** <svg/onload=ran=true> \u202etfel \"q' &lt;"
    " https://evil.example/a //evil.example/b <https://evil.example/c> www.evil.example ev@evil.example"
    " [d](https://evil.example/d) ![e](//evil.example/e) [f]: https://evil.example/f"
    " <a href=//evil.example/g> <meta http-equiv=refresh content=x;url=//evil.example/h>"
    " <base href=//evil.example/>"
)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"  # on the page by hand that says how we work
ADDRESS_AS_LINK = "https://example.org/%22onclick=%22ran=true%22%3E%3Cimg/src=x/onerror=%22ran=true%22%3E"
ADDRESS = 'https://example.org/"onclick="ran=true"><img/src=x/onerror="ran=true">'
REPOSITORY = "https://github.com/example/hostile"
ARTICLE = f"Hostile Co paid 143亿美元 for it, {PAYLOAD}.\n"


def field(prefix: str = "") -> str:
    """A payload as a YAML scalar."""
    return json.dumps(f"{prefix}{PAYLOAD}".replace("\u202e", ""))


def files() -> dict[str, str]:
    """A dossier with a payload in every text that people write."""
    sha = hashlib.sha256(ARTICLE.encode()).hexdigest()
    everywhere = f"{{PLACE}}:\n  en: {field()}\n  zh: {field('人')}\n"
    texts = {name: everywhere.replace("{PLACE}", name) for name in ("label", "summary", "note", "title")}
    return {
        "dossier.yaml": texts["title"]
        + f"description: {field()}\neditions: [en, zh-Hans, zh-Hant]\nopencc: tw\npublish_limit: 100%\n"
        + f"repository: {REPOSITORY}\n"
        + f"story:\n  - en: {field()}\n    zh: {field()}\n",
        "vocabulary.yaml": "properties:\n  value:\n    type: quantity\n    holds: one\n    of: [figure]\n"
        + f"    per: [period]\n    label: {field()}\n"
        + "  account:\n    type: text\n    holds: many\n    of: [organisation]\n"
        + f"    label: {field()}\n"
        + f"  role:\n    type: term\n    holds: many\n    of: [person]\n    label: {field()}\n"
        + f"terms:\n  chief:\n    label: {field()}\n    forms: [paid]\n",
        "articles/bad/article.txt": ARTICLE,
        "articles/bad/source.yaml": f"title: {field()}\nauthor: {field()}\npublisher: {field()}\n"
        + f"through: {field()}\nurl: {json.dumps(ADDRESS)}\npublished: 2025-06-21\n"
        + f"published_why: {field()}\nlanguage: zh-Hans\nsha256: {sha}\n"
        + f"reliability:\n  grade: E\n  why: {field()}\npublish: full\n",
        "articles/bad/annotations.yaml": f"- quote: {json.dumps(ARTICLE.strip())}\n"
        + f"  translation: {field('Hostile Co paid US$14.3 billion for it, ')}\n  note: {field()}\n"
        + "  claims:\n    - price: 143亿美元\n"
        + f"    - deal: {{stance: affirms}}\n    - someone:\n        role: chief\n        note: {field()}\n"
        + f"    - hostile-co:\n        account:\n          en: {field()}\n          zh: {field()}\n",
        "organisations/hostile-co.yaml": texts["label"]
        + texts["summary"]
        + texts["note"]
        + 'aliases: [Hostile Co]\nwas: ["//evil.example/was", "javascript:ran=true", ".."]\n',
        "events/deal.yaml": f"label: {field('A deal ')}\n" + texts["summary"] + "aliases: [paid]\n",
        "people/someone.yaml": f"label: {field('Some ')}\n" + texts["note"] + "aliases: [for it]\n",
        "figures/price.yaml": texts["label"]
        + texts["summary"]
        + "measures: {of: hostile-co, unit: USD}\nwords: [paid]\n",
        "questions/asked.yaml": everywhere.replace("{PLACE}", "question")
        + f"answers:\n  one: {field()}\n  two: {field()}\n"
        + f"status: open\nreason: {field()}\nby: {field()}\ndecided: 2026-01-01\n",
    }


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """That dossier, built and served."""
    root, port = tmp_path_factory.mktemp("hostile"), free_port()
    for path, text in files().items():
        target = root / "sources" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    folder = build(root, port)
    server = serve(folder, port)
    yield Site(folder, f"http://127.0.0.1:{port}/")
    server.shutdown()


def pages(site: Site, edition: str) -> list[str]:
    """The pages that stay where they are: one at an old address leads on."""
    every = sorted((site.folder / edition).rglob("index.html"))
    found = (path for path in every if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    return [path.parent.relative_to(site.folder).as_posix() + "/" for path in found]


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_runs_on_any_page(visitor: Visitor, hostile: Site, edition: str) -> None:
    visit = visitor(hostile)
    for path in pages(hostile, edition):
        page = visit.open(path)
        assert page.evaluate("typeof ran") == "undefined", path
        images = "article img:not([src*='/guide-'], [src^='guide-'])"
        active = "article script, article [onclick], [href^=javascript]"
        assert page.locator(f"{images}, {active}").count() == 0


def test_the_words_are_shown_as_written(visitor: Visitor, hostile: Site) -> None:
    page = visitor(hostile).open("en/organisations/hostile-co/")
    title = page.locator("article h1").inner_text()
    assert "<script>ran=true</script>" in title
    assert "{{ config }}" in title
    assert page.title().startswith("<script>ran=true</script>")


def test_nothing_runs_in_the_search_or_in_a_note(visitor: Visitor, hostile: Site) -> None:
    page = visitor(hostile).open("en/organisations/hostile-co/")
    page.locator("article .footnote-ref").first.hover()
    page.wait_for_selector(".md-tooltip2[role=dialog]")
    open_search(page)
    for words in ("Hostile", "onerror", "ran"):
        assert search(page, words)
    assert page.evaluate("typeof ran") == "undefined"


def test_a_mark_that_turns_the_line_is_named(visitor: Visitor, hostile: Site) -> None:
    page = visitor(hostile).open("en/sources/bad/")
    text = page.locator("article").inner_text()
    assert "\u202e" not in text
    assert re.search(r"\[U\+202E\]", text)


def addresses(element: HtmlElement) -> Iterator[str]:
    """Where an element leads, sends a form, or loads from."""
    yield from (element.get(name, "") for name in LEADING)
    for name in ("srcset", "imagesrcset", "ping", "archive"):
        yield from re.split(r"[\s,]+", element.get(name, ""))
    if element.get("http-equiv"):
        yield element.get("content", "").partition("=")[2]
    yield from re.findall(r"(?:url\(|@import)\s*['\"]?([^'\")]+)", f"{element.get('style')} {element.text}")


def led_out(site: Site, page: Path) -> Iterator[str]:
    """Every address on a page that leads out of the site, as a browser understands it."""
    here = f"{site.address}{page.relative_to(site.folder)}"
    for element in lxml.html.document_fromstring(page.read_text("utf-8")).iter(etree.Element):
        for address in addresses(element):
            there = urljoin(here, re.sub(r"[\t\r\n]", "", address.strip(SPACES)).replace("\\", "/"))
            if not there.startswith(site.address):
                yield there


def test_a_page_leads_out_only_where_an_address_was_asked_for(hostile: Site) -> None:
    every = hostile.folder.rglob("*.html")
    found = {there for page in every for there in led_out(hostile, page)}
    ours = {there for there in found if there.startswith(f"{REPOSITORY}/")}
    assert ours
    assert found - ours == {ADDRESS_AS_LINK, LICENCE}


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
