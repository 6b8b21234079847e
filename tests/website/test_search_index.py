"""The index of an edition as it is written into a site."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from build_tools.website.search import Findable
from build_tools.website.search_index import SearchError, folding, run_pagefind, write_search
from tests.trees import tree

PAGES = (
    Findable("people/ada/", "楊立昆 <b>", "person", ("LeCun",), 4, '# 楊立昆\n\n他說"&lt;script&gt;".\n'),
    Findable("", "Home", text="# Home\n\nA story.\n"),
)


def searched(root: Path, name: str = "site", pages: Sequence[Findable] = PAGES) -> Path:
    """A new site of a dossier with the search of its pages."""
    site = root / (name or "site")
    site.mkdir(parents=True)
    write_search(root, site, "en", pages)
    return site


def test_a_site_holds_what_the_search_loads_and_nothing_else(tmp_path: Path) -> None:
    site = searched(tmp_path)
    assert [path.name for path in site.iterdir()] == ["en"]
    files = {path.relative_to(site / "en/search").as_posix() for path in (site / "en").rglob("*.*")}
    kinds = {f"{path.partition('/')[0]}/" if "/" in path else path.rpartition(".")[2] for path in files}
    assert kinds == {"index/", "results/", "js", "json", "pagefind", "pf_meta"}
    assert len([path for path in files if path.startswith("results/")]) == 2


def test_a_result_shows_a_page_as_written(tmp_path: Path) -> None:
    shown = [json.loads(path.read_bytes()) for path in (searched(tmp_path) / "en/search/results").iterdir()]
    assert sorted(shown) == [
        ["", "Home", "", [["", "Home", ["A story."]]]],
        ["people/ada/", "楊立昆 <b>", "person", [["", "楊立昆", ['他說"<script>".']]]],
    ]


def test_two_places_have_the_same_bytes(tmp_path: Path) -> None:
    assert tree(searched(tmp_path / "here")) == tree(searched(tmp_path / "there"))


@pytest.mark.parametrize("pages", [PAGES[:1], (*PAGES, Findable("a/", "A")), (PAGES[1], PAGES[0])])
def test_a_search_after_another_is_that_of_its_pages(tmp_path: Path, pages: Sequence[Findable]) -> None:
    searched(tmp_path / "here")
    assert tree(searched(tmp_path / "here", "again", pages)) == tree(searched(tmp_path / "there", "", pages))


def test_a_browser_learns_the_characters_that_lead_to_a_page_and_no_others() -> None:
    known = json.loads(folding({"杨", "x"}))
    assert known["characters"]["楊"] == "杨"
    assert "髮" not in known["characters"]
    english = folding({"x"}).decode()
    assert english.isascii()
    assert json.loads(english)["scales"]["billion"] == 9


def test_what_pagefind_says_is_passed_on(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises((OSError, SearchError)):
        run_pagefind(tmp_path / "words", tmp_path / "file")
