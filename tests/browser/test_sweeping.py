"""Every page of every edition, read as HTML: nothing leads nowhere, and everything says what it is."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote

import lxml.html
import pytest
from lxml.html import HtmlElement

from build_tools.website.editions import EDITIONS as KNOWN
from tests.browser.browsing import EDITIONS, Site
from tests.pages.test_citing import entry_of, title_of

pytestmark = pytest.mark.browser

HAN = re.compile(r"[\u3400-\u9fff]")
BY_HAND = ("about", "guide", "problems")


@dataclass(frozen=True)
class Leaf:
    """A page by its path in the site, without `index.html`."""

    path: str
    tree: HtmlElement

    @cached_property
    def article(self) -> HtmlElement:
        (found,) = self.tree.iter("article")
        return found

    @cached_property
    def ids(self) -> Counter[str]:
        return Counter(self.tree.xpath("//@id"))

    def target(self, href: str) -> tuple[str, str]:
        """The path and the place on it that a link leads to."""
        path, _, place = href.partition("#")
        there = join(self.path, unquote(path))
        slash = "/" if there.endswith("/") else ""
        return f"{normpath(there)}{slash}", unquote(place)


@pytest.fixture(scope="module")
def leaves(site: Site) -> Mapping[str, Leaf]:
    """All pages of all editions."""
    paths = (path for edition in EDITIONS for path in sorted((site.folder / edition).rglob("index.html")))
    found = (Leaf(f"{path.parent.relative_to(site.folder)}/", tree_of(path)) for path in paths)
    return {leaf.path: leaf for leaf in found}


def tree_of(path: Path) -> HtmlElement:
    return lxml.html.document_fromstring(path.read_text("utf-8"))


def lang_of(element: HtmlElement) -> str:
    return str(
        next((each.get("lang") for each in (element, *element.iterancestors()) if each.get("lang")), "")
    )


def written(element: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The words below an element, each with what they stand in; code is left out."""
    for each in element.xpath(".//*[not(ancestor-or-self::pre or ancestor-or-self::code)]"):
        yield from ((each, words) for words in each.xpath("text()"))


def test_no_page_leads_nowhere(site: Site, leaves: Mapping[str, Leaf]) -> None:
    faults = []
    for leaf in leaves.values():
        for href in leaf.tree.xpath("//a/@href"):
            if href.startswith(("http:", "https:")):
                continue
            there, place = leaf.target(href)
            if there not in leaves and not (site.folder / there).exists():
                faults.append(f"{leaf.path}: {href} is not there")
            elif place and there in leaves and place not in leaves[there].ids:
                faults.append(f"{leaf.path}: {href} has no such place")
    assert not faults, "\n".join(faults)


def structure(leaf: Leaf) -> Iterator[str]:
    yield from (f"the id {id} twice" for id, times in leaf.ids.items() if times > 1)
    levels = [int(each.tag[1]) for each in leaf.article.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    if levels.count(1) != 1 or any(b > a + 1 for a, b in zip([0, *levels], levels, strict=False)):
        yield f"headings of the levels {levels}"
    yield from ("a table without headers" for table in leaf.article.iter("table") if not table.xpath(".//th"))
    yield from ("a link in what opens" for _ in leaf.article.xpath(".//summary//a"))
    yield from (f"a picture without words: {src}" for src in leaf.article.xpath(".//img[not(@alt)]/@src"))
    for svg in leaf.article.iter("svg"):
        if not svg.xpath("ancestor-or-self::*[@aria-hidden='true' or @aria-label]"):
            yield "a drawing without words"


def notes(leaf: Leaf, leaves: Mapping[str, Leaf]) -> Iterator[str]:
    for note in leaf.article.xpath(".//div[@class='footnote']//li"):
        ways = note.xpath(".//a[contains(@class, 'passage-link')]/@href")
        passages = [leaf.target(href) for href in ways]
        marks = [leaves[there].tree.get_element_by_id(place) for there, place in passages]
        if len(marks) != 1 or marks[0].tag != "mark" or not marks[0].text_content().strip():
            yield f"{note.get('id')} does not lead to marked words"
        if not note.xpath(".//a[@class='footnote-backref']") or not note.xpath(".//q[@lang]"):
            yield f"{note.get('id')} has no way back or no quotation"


def test_every_page_is_sound(leaves: Mapping[str, Leaf]) -> None:
    faults = [
        f"{leaf.path}: {fault}"
        for leaf in leaves.values()
        for fault in (*structure(leaf), *notes(leaf, leaves))
    ]
    assert not faults, "\n".join(faults)


def test_words_in_another_language_say_so(leaves: Mapping[str, Leaf]) -> None:
    faults = []
    for leaf in leaves.values():
        if leaf.path.startswith("en/"):
            found = ((element, words) for element, words in written(leaf.article) if HAN.search(words))
            faults += [
                f"{leaf.path}: {w[:40]}" for element, w in found if not lang_of(element).startswith("zh")
            ]
        quoted = leaf.article.xpath(".//q | .//blockquote")
        faults += [f"{leaf.path}: a quotation" for q in quoted if not q.xpath("@lang | .//@lang")]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("edition", ["zh-Hans", "zh-Hant"])
def test_pages_by_hand_are_in_the_characters_of_their_edition(
    leaves: Mapping[str, Leaf], edition: str
) -> None:
    for name in BY_HAND:
        article = leaves[f"{edition.lower()}/{name}/"].article
        ours = [words for element, words in written(article) if lang_of(element) == edition]
        assert ours
        assert [words for words in ours if KNOWN[edition].script(words) != words] == []


def test_each_page_is_cited_by_its_address(site: Site, leaves: Mapping[str, Leaf]) -> None:
    for leaf in leaves.values():
        (sheet,) = leaf.article.xpath(".//details[contains(@class, 'cite')]")
        bibtex, csl = (pre.text_content() for pre in sheet.iter("pre"))
        (item,) = json.loads(csl)
        assert item["URL"] == site.address + leaf.path
        assert item["title"]
        entry = entry_of(bibtex)
        assert title_of(entry) == item["title"]
        assert entry.fields["url"] == item["URL"]


def test_a_claim_has_one_address_the_same_in_every_edition(leaves: Mapping[str, Leaf]) -> None:
    claims = {
        edition: Counter(
            f"{leaf.path.removeprefix(edition)}#{id}"
            for leaf in leaves.values()
            if leaf.path.startswith(f"{edition}/")
            for id in leaf.ids
            if id.startswith("c-")
        )
        for edition in EDITIONS
    }
    assert claims["en"]
    assert all(found == claims["en"] for found in claims.values())
    ids = Counter(address.partition("#")[2] for address in claims["en"])
    assert set(ids.values()) == {1}


def test_a_page_marks_the_section_that_it_stands_in(leaves: Mapping[str, Leaf]) -> None:
    for leaf in leaves.values():
        marked = leaf.tree.xpath("//a[@class='md-tabs__link'][@aria-current]/@href")
        edition, section, *inner = leaf.path.split("/")
        deep = section and len(inner) > 1
        assert [leaf.target(href)[0] for href in marked] == ([f"{edition}/{section}/"] if deep else [])


def own_links(element: HtmlElement) -> Iterator[str]:
    """The names linked in a paragraph or an entry of a list, without the lists inside it."""
    for link in element.xpath(".//a[@data-preview]"):
        if next(link.iterancestors("p", "li", "td", "summary")) is element:
            yield link.get("href")


def test_a_name_is_linked_once_in_a_paragraph(leaves: Mapping[str, Leaf]) -> None:
    faults = []
    for leaf in leaves.values():
        for element in leaf.article.xpath(".//p | .//li | .//td"):
            twice = [href for href, times in Counter(own_links(element)).items() if times > 1]
            faults += [f"{leaf.path}: {href} twice in {element.text_content()[:80]}" for href in twice]
    assert not faults, "\n".join(faults)


def test_a_page_with_translations_says_once_whose_they_are(leaves: Mapping[str, Leaf]) -> None:
    said = [
        (leaf.path, leaf.article.text_content().count("Translations are the editors’."))
        for leaf in leaves.values()
        if leaf.article.xpath(".//*[@class='translation']")
    ]
    assert {path.partition("/")[0] for path, _ in said} == {"en"}
    assert [path for path, times in said if times != 1] == []
