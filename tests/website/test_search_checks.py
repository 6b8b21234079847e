"""What readers will type leads to the page that the editors name, or the build says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools import pipeline
from build_tools.model import Cut, DateValue, EntityId, Search, SourceId
from build_tools.website.editions import EDITIONS
from build_tools.website.search import Findable
from build_tools.website.search_checks import failed_searches, missing_words
from build_tools.website.search_words import page_words
from tests.broken.test_broken import HERE

BASE = HERE / "base"
LIN_WAN = Findable("people/lin-wan/", "Lin Wan", text="She flies kites.")


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ("Kite Net", ()),
        ("风筝", ()),
        ("筝网", ()),
        ("143億", ()),
        ("kite price", ("price",)),
        ("风筝 150亿", ("150亿",)),
        ("…", ("…",)),
    ],
)
def test_a_query_needs_each_of_its_words(query: str, missing: tuple[str, ...]) -> None:
    words = tuple(page_words("Kite Net\n風箏網\nIt cost $14.3 billion."))
    assert missing_words(query, words) == missing


def problems_of(asked: Search, page: Findable, known_by: Cut | None = None) -> list[str]:
    """What the editions say of a search, over the dossier without faults."""
    inputs = pipeline.check(BASE).dossier.inputs
    given = replace(inputs, settings=replace(inputs.settings, searches=(asked,)), cut=known_by)
    return [
        f"{found.code}: {found.message}; {found.hint}"
        for edition in ("en", "zh-Hans")
        for found in failed_searches(given, EDITIONS[edition], [page])
    ]


def test_a_search_that_finds_its_page_is_no_problem() -> None:
    assert problems_of(Search("lin wan kites", EntityId("lin-wan"), ()), LIN_WAN) == []


def test_a_search_that_does_not_find_its_page_says_which_words_it_lacks() -> None:
    asked = Search("lin wan boats", EntityId("lin-wan"), ("en",))
    hint = "its page lacks “boats”: give it as an alias, say it in the summary, or change the search"
    said = "this search does not find `lin-wan` in the edition en"
    assert problems_of(asked, LIN_WAN) == [f"search-finds-nothing: {said}; {hint}"]


def test_a_search_without_editions_is_for_all_and_an_article_can_be_its_page() -> None:
    asked = Search("kites", SourceId("kite-daily"), ())
    assert [said.partition(";")[0].rpartition(" ")[2] for said in problems_of(asked, LIN_WAN)] == [
        "en",
        "zh-Hans",
    ]


def test_nothing_is_asked_of_a_dossier_as_it_was_known() -> None:
    asked = Search("boats", EntityId("lin-wan"), ())
    assert problems_of(asked, LIN_WAN, known_by=Cut(DateValue(None, None, None))) == []
