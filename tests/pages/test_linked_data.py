"""What the head of a page says to programs."""

from __future__ import annotations

import json

import pytest

from build_tools.pages import make_pages
from build_tools.website.editions import EDITIONS
from build_tools.website.page import Page, document
from tests.checked import DOSSIERS, surveyed

SITE = "https://example.org/site/"


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    findings = surveyed(DOSSIERS / "every-rule")
    return {page.address: page for page in make_pages(findings, EDITIONS["en"], SITE)}


def test_a_person_is_one_with_the_names_that_articles_use(pages: dict[str, Page]) -> None:
    said = json.loads(pages["people/fang-lan.md"].linked_data)
    assert said["about"]["@type"] == "Person"
    assert said["about"]["name"] == pages["people/fang-lan.md"].title
    assert said["url"] == f"{SITE}en/people/fang-lan/"


def test_an_article_is_of_its_publisher(pages: dict[str, Page]) -> None:
    (address, *_) = (one for one in pages if one.startswith("sources/") and one != "sources/index.md")
    said = json.loads(pages[address].linked_data)["about"]
    assert said["@type"] == "NewsArticle"
    assert said["publisher"]["name"]


def test_a_disagreement_is_about_nobody_and_no_page_gives_a_verdict(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        said = page.linked_data
        assert "ClaimReview" not in said
        if address.startswith("conflicts/"):
            assert "about" not in json.loads(said)


def test_a_title_cannot_end_the_script(pages: dict[str, Page]) -> None:
    heads = (line for page in pages.values() for line in document(page).split("---")[1].splitlines())
    scripts = [line for line in heads if line.startswith("linked_data")]
    assert len(scripts) > 20
    assert not any(set("<>&'") & set(script) for script in scripts)
