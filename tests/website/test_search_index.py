"""The index of an edition as it is written into a site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_tools.website.page_sections import Section
from build_tools.website.search import Findable, weighed_words
from build_tools.website.search_index import SearchError, folding, run_pagefind, word_page, write_search
from tests.trees import tree

SAID = Section("", "楊立昆", ('他說"<script>".',))
PAGES = (
    Findable("people/ada/", "楊立昆 <b>", "person", ("LeCun",), 4, (SAID,)),
    Findable("", "Home", sections=(Section("", "Home", ("A story.",)),)),
)


def test_a_site_holds_what_the_search_loads_and_nothing_else(tmp_path: Path) -> None:
    write_search(tmp_path, "en", PAGES)
    assert [path.name for path in tmp_path.iterdir()] == ["en"]
    files = {path.relative_to(tmp_path / "en/search").as_posix() for path in (tmp_path / "en").rglob("*.*")}
    kinds = {f"{path.partition('/')[0]}/" if "/" in path else path.rpartition(".")[2] for path in files}
    assert kinds == {"index/", "results/", "js", "json", "pagefind", "pf_meta"}
    assert len([path for path in files if path.startswith("results/")]) == 2


def test_a_result_shows_a_page_as_written(tmp_path: Path) -> None:
    write_search(tmp_path, "en", PAGES)
    shown = [json.loads(path.read_bytes()) for path in (tmp_path / "en/search/results").iterdir()]
    assert sorted(shown) == [
        ["", "Home", "", [["", "Home", ["A story."]]]],
        ["people/ada/", "楊立昆 <b>", "person", [["", "楊立昆", ['他說"<script>".']]]],
    ]


def test_two_places_have_the_same_bytes(tmp_path: Path) -> None:
    for place in ("here", "there"):
        (tmp_path / place).mkdir()
        write_search(tmp_path / place, "en", PAGES)
    assert tree(tmp_path / "here") == tree(tmp_path / "there")


def test_pagefind_is_given_words_and_no_text() -> None:
    page = word_page(weighed_words(PAGES[0])).decode()
    assert "script" in page
    assert "<script" not in page
    assert "杨立" in page


def test_a_browser_learns_the_characters_that_lead_to_a_page_and_no_others() -> None:
    known = json.loads(folding([tuple(weighed_words(page)) for page in PAGES]))
    assert known["characters"]["楊"] == "杨"
    assert "髮" not in known["characters"]
    english = folding([tuple(weighed_words(PAGES[1]))]).decode()
    assert english.isascii()
    assert json.loads(english)["scales"]["billion"] == 9


def test_what_pagefind_says_is_passed_on(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises((OSError, SearchError)):
        run_pagefind(tmp_path / "words", tmp_path / "file")
