"""The foot of a page: how it is cited, mended, and reported."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from build_tools.findings import survey
from build_tools.model import Dossier, EntityId, LocalText
from build_tools.pages import make_pages
from build_tools.pages.parts.page_footer import FORM, Reference, bibtex, csl_json, in_words, report_address
from build_tools.pages.parts.view import View
from build_tools.website.addresses import Address
from build_tools.website.editions import EDITIONS
from build_tools.website.look import TOOL
from build_tools.website.markdown import clean
from build_tools.website.open_files import data_file
from build_tools.website.page import Page
from tests.hostile import PAYLOADS
from tests.pages.browse import Seen, see
from tests.pages.small import dossier

SITE = "https://example.org/mill/"
ADA = Reference("en-people-ada", "Ada Wang", "Who bought the Mill", f"{SITE}en/people/ada/", "en")


def page(address: str, site: str = SITE, edition: str = "en") -> Page:
    made = make_pages(survey(dossier()), EDITIONS[edition], site)
    return next(each for each in made if each.address == address)


def reports(seen: Seen) -> list[dict[str, list[str]]]:
    addresses = [urlsplit(link) for link in seen.links if "/issues/new" in link]
    return [parse_qs(each.query) for each in addresses]


def test_a_page_says_how_it_is_cited() -> None:
    text = see(page("people/ada.md")).text
    assert "“Ada Wang”, Who bought the Mill, https://example.org/mill/en/people/ada/" in text
    assert bibtex(ADA) in text
    assert csl_json(ADA) in text


def test_a_judgement_gives_its_page_a_day() -> None:
    assert "date = {2025-07-01}" in see(page("conflicts/paid.md")).text
    dated = replace(ADA, dated="2025-07-01")
    assert "Who bought the Mill, 1 July 2025, https" in in_words(dated, EDITIONS["en"])
    assert json.loads(csl_json(dated))[0]["issued"] == {"date-parts": [[2025, 7, 1]]}
    assert "issued" not in json.loads(csl_json(ADA))[0]


@pytest.mark.parametrize(
    ("edition", "cited"),
    [
        ("en", "“Ada Wang”, Who bought the Mill, https://example.org/mill/en/people/ada/"),
        ("zh-Hans", "《Ada Wang》，载《Who bought the Mill》，https://example.org/mill/en/people/ada/"),
    ],
)
def test_a_citation_in_words(edition: str, cited: str) -> None:
    assert in_words(ADA, EDITIONS[edition]) == cited


def test_the_home_page_is_cited_by_its_title_once() -> None:
    text = see(page("index.md")).text
    assert "“Who bought the Mill”, https://example.org/mill/en/" in text
    assert "howpublished" not in text
    assert "container-title" not in text
    assert in_words(replace(ADA, site=""), EDITIONS["zh-Hans"]).startswith("《Ada Wang》，https")


def test_without_an_address_there_is_nothing_to_cite_and_no_data_to_get() -> None:
    assert "Cite" not in see(page("people/ada.md", site="")).text
    assert not [link for link in see(page("index.md", site="")).links if "jsonl" in link]


def test_the_form_for_an_error_has_the_page_filled_in() -> None:
    (filled,) = reports(see(page("people/ada.md", edition="zh-Hant")))
    assert filled == {
        "template": [FORM],
        "title": ["Error: 亞達·王"],
        "page": ["https://example.org/mill/zh-hant/people/ada/"],
    }


@pytest.mark.parametrize("label", PAYLOADS.values(), ids=PAYLOADS)
def test_a_hostile_title_stays_in_its_field_of_the_form(label: str) -> None:
    made = dossier()
    ada = EntityId("ada")
    entities = {**made.inputs.entities, ada: replace(made.inputs.entities[ada], label=LocalText(every=label))}
    found = survey(replace(made, inputs=replace(made.inputs, entities=entities)))
    pages = make_pages(found, EDITIONS["en"], SITE)
    seen = see(next(one for one in pages if one.address == "people/ada.md"))
    (link,) = [one for one in seen.links if "/issues/new" in one]
    opened = urlsplit(link)
    assert (opened.scheme, opened.netloc, opened.path) == ("https", "github.com", "/example/mill/issues/new")
    assert opened.fragment == ""
    assert parse_qs(opened.query, strict_parsing=True) == {
        "template": [FORM],
        "title": [f"Error: {clean(label)}"],
        "page": ["https://example.org/mill/en/people/ada/"],
    }


def test_a_long_title_is_cut_in_the_form() -> None:
    view = View(survey(dossier()), EDITIONS["en"], SITE)
    assert len(report_address(view, "磨坊" * 2000, Address("index.md"))) < 2500


def test_the_form_exists_and_asks_for_the_page() -> None:
    form = yaml.safe_load((TOOL / ".github/ISSUE_TEMPLATE" / FORM).read_text("utf-8"))
    assert "page" in [field.get("id") for field in form["body"]]


def test_a_page_leads_to_its_file_and_a_claim_has_an_address() -> None:
    links = see(page("people/ada.md")).links
    assert "https://github.com/example/mill/edit/main/sources/person/ada.yaml" in links
    assert "#c-p2-role" in links


def test_the_home_page_leads_to_the_data() -> None:
    claims = data_file("claims", "data/claims.jsonl", "application/jsonl", [b"{}\n"])
    with_data, without = (
        make_pages(survey(dossier()), EDITIONS["en"], SITE, data)[0].body for data in ([claims], [])
    )
    assert "(open-data.md)" in with_data
    assert "(open-data.md)" not in without


def test_translations_are_named_only_where_an_article_needs_one() -> None:
    made = dossier()
    bare = [
        replace(one, annotation=replace(one.annotation, translation=LocalText())) for one in made.anchored
    ]
    said = [see(home(one)).text for one in (made, replace(made, anchored=tuple(bare)))]
    assert [
        "Translations are the editors’." in text.partition("How to check us")[2][:200] for text in said
    ] == [
        True,
        False,
    ]


def home(made: Dossier) -> Page:
    return next(each for each in make_pages(survey(made), EDITIONS["en"], SITE) if each.address == "index.md")
