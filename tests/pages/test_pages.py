"""What must hold on every page of every edition."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest

from build_tools.findings import survey
from build_tools.model import LocalText
from build_tools.pages import make_pages, plan_pages
from build_tools.pages.parts.footnotes import home_of
from build_tools.pages.parts.view import View
from build_tools.website.addresses import ABOUT, relative
from build_tools.website.editions import EDITIONS
from build_tools.website.page import Page, document
from tests.pages.browse import Seen, broken, pages_of, see, see_all
from tests.pages.small import CLAIMS, dossier

BY_HAND = frozenset({str(ABOUT)})
SITE = "https://example.org/mill/"


@cache
def pages(edition: str) -> tuple[Page, ...]:
    return make_pages(survey(dossier()), EDITIONS[edition], SITE)


@cache
def shown(edition: str) -> dict[str, Seen]:
    return see_all(pages(edition))


def page(edition: str, address: str) -> Page:
    return next(each for each in pages(edition) if each.address == address)


editions = pytest.mark.parametrize("edition", EDITIONS)


@editions
def test_each_page_is_planned_as_it_is_made(edition: str) -> None:
    plans = plan_pages(View(survey(dossier()), EDITIONS[edition], SITE))
    assert [(one.address, one.section, one.edit) for one in plans] == [
        (one.address, one.section, one.edit) for one in pages(edition)
    ]


@editions
def test_every_link_leads_to_a_page_and_a_place_that_exist(edition: str) -> None:
    assert broken(shown(edition), BY_HAND) == []


@editions
def test_no_place_on_a_page_has_the_name_of_another(edition: str) -> None:
    for address, seen in shown(edition).items():
        twice = [id for id, count in Counter(seen.ids).items() if count > 1]
        assert (address, twice) == (address, [])


@editions
def test_every_claim_has_its_one_permanent_address(edition: str) -> None:
    view = View(survey(dossier()), EDITIONS[edition])
    for claim in CLAIMS:
        homes = [address for address, seen in shown(edition).items() if claim.id in seen.ids]
        assert [f"{home}#{claim.id}" for home in homes] == [home_of(view, claim)]


@editions
def test_every_passage_with_a_claim_stands_on_its_article_s_page(edition: str) -> None:
    for claim in CLAIMS:
        assert claim.passage in shown(edition)[f"sources/{claim.citation.source}.md"].ids


@editions
def test_every_claim_has_a_footnote_that_leads_to_its_passage(edition: str) -> None:
    view = View(survey(dossier()), EDITIONS[edition])
    for claim in CLAIMS:
        home = home_of(view, claim)
        text = page(edition, home.partition("#")[0]).body
        mark = f"[^{claim.citation.source}.{claim.passage}]"
        after = text.partition(f'id="{claim.id}"')[2]
        assert mark in after.partition("\n")[0]
        definition = after.partition(f"{mark}: ")[2].partition("\n")[0]
        assert f"sources/{claim.citation.source}.md#{claim.passage})" in definition


@editions
def test_a_quotation_is_never_converted(edition: str) -> None:
    words = shown(edition)["people/ada.md"].text
    assert "將以148億美元收購磨坊公司" in words
    assert "亚达·王以143亿美元收购磨坊公司" in words


def test_the_model_s_words_are_not_the_reader_s() -> None:
    for address, seen in shown("en").items():
        found = re.findall(r"\b(weaker|incomparable|witness\w*)\b", seen.text, re.IGNORECASE)
        assert (address, found) == (address, [])


def test_the_order_of_files_changes_nothing() -> None:
    given = dossier()
    inputs = replace(
        given.inputs,
        sources=dict(list(given.inputs.sources.items())[::-1]),
        entities=dict(list(given.inputs.entities.items())[::-1]),
    )
    turned = replace(given, inputs=inputs, anchored=given.anchored[::-1], mentions=given.mentions[::-1])
    for edition in EDITIONS.values():
        assert sorted(map(document, make_pages(survey(turned), edition, SITE))) == sorted(
            map(document, pages(edition.id))
        )


def test_only_sentences_with_a_quote_are_published() -> None:
    words = shown("en")["sources/courier.md"].text
    assert "亚达·王是首席技术官。" in words
    assert "没有人提到别的" not in words
    assert "天气很好" not in words
    assert "[…]" in words


def test_an_old_address_leads_to_the_new_one() -> None:
    old = page("en", "people/ada-w.md")
    assert old.redirect == "../ada/"


def test_who_says_so_and_how_firmly() -> None:
    figure = shown("en")["figures/price.md"].text
    assert "planned, note: before the sale" in figure
    assert "denied by the Mill" in shown("en")["events/layoffs.md"].text


def test_names_lead_to_their_pages_but_not_to_the_page_one_is_on() -> None:
    here = shown("en")["people/ada.md"].links
    assert "../organisations/mill.md" in here
    assert "ada.md" not in here


def test_a_disagreement_stands_beside_the_value() -> None:
    body = page("en", "figures/price.md").body
    assert body.index("Sources disagree") < body.index('id="c-p1-price"')
    assert relative(page("en", "figures/price.md").address, page("en", "conflicts/paid.md").address) in body


PAYLOAD = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>[x](javascript:alert(1)) [^1]: | {: onclick=a }"
    " {{ x }} \u202e `c` **b**"
)


def hostile(thing: Any) -> Any:
    """The same thing with the payload in every text of ours, and in every word of an article."""
    match thing:
        case LocalText():
            return LocalText(en=PAYLOAD, zh=PAYLOAD)
        case dict():
            return {key: hostile(value) for key, value in thing.items()}
        case tuple():
            return tuple(hostile(each) for each in thing)
        case _ if is_dataclass(thing) and not isinstance(thing, type):
            return replace(thing, **{each.name: hostile(getattr(thing, each.name)) for each in fields(thing)})
        case _:
            return thing


ELEMENTS = frozenset(
    {"p", "a", "span", "q", "cite", "mark", "em", "strong", "sup", "ul", "ol", "li", "div", "hr"}
    | {"details", "summary", "table", "thead", "tbody", "tr", "th", "td", "h1", "h2", "h3"}
    | {"pre", "code", "label", "select", "option"}
)
ATTRIBUTES = frozenset(
    {"id", "class", "href", "lang", "title", "style", "role", "aria-label", "aria-hidden"}
    | {
        "data-search-exclude",
        "type",
        "data-preview",
        "data-address",
        "data-forms",
        "data-who",
        "data-year",
        "hidden",
        "value",
    }
)


@editions
def test_no_text_of_ours_can_do_anything(edition: str) -> None:
    given = dossier()
    attacked = make_pages(survey(hostile(given)), EDITIONS[edition], SITE)
    for page in attacked:
        seen = see(page)
        assert seen.tags <= ELEMENTS
        assert seen.attributes <= ATTRIBUTES
        assert not [link for link in seen.links if "script" in re.split("[#?]", link)[0]]
        assert "<" not in document(page).partition("---\n\n")[0]


def test_what_an_article_says_can_do_nothing() -> None:
    given = dossier()
    sources = {
        id: replace(source, text=source.text.replace("没有人提到别的", PAYLOAD), full=True)
        for id, source in given.inputs.sources.items()
    }
    attacked = replace(given, inputs=replace(given.inputs, sources=sources))
    for page in pages_of(attacked):
        assert see(page).tags <= ELEMENTS
    shown = next(page for page in pages_of(attacked) if page.address == "sources/courier.md")
    assert "<script>alert(1)</script>" in see(shown).text
