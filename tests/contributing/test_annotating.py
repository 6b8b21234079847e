"""What only those see who serve the dossier: the whole article, and what is wrong with its files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.contributing.previewing import WholeArticles, as_served
from build_tools.findings import survey
from build_tools.pages import make_pages, plan_pages
from build_tools.pages.parts.view import View
from build_tools.website.editions import editions

BASE = Path(__file__).parents[1] / "broken" / "base"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def bodies(root: Path, id: str = "en", kept: WholeArticles | None = None) -> dict[str, str]:
    """The pages as served, by their addresses."""
    made = pipeline.check(root)
    (edition,) = editions([id])
    return {
        str(page.address): page.make().body
        for page in as_served(plan_pages(View(survey(made.dossier), edition)), made, edition, kept)
    }


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("people/lin-wan.yaml", "林晚", "林晚風"),
        ("articles/harbour-post/source.yaml", "  5: advertisement", "  2: advertisement"),
    ],
)
def test_a_kept_article_is_shown_as_it_is_now(dossier: Path, path: str, before: str, after: str) -> None:
    kept = WholeArticles()
    assert bodies(dossier, kept=kept) == bodies(dossier, kept=kept)
    file = dossier / "sources" / path
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")
    assert bodies(dossier, kept=kept) == bodies(dossier)


def test_the_whole_article_stands_on_its_page_with_readings_and_names(dossier: Path) -> None:
    body = bodies(dossier)["sources/harbour-post.md"]
    assert 'data-desk="harbour-post"' in body
    assert '<span data-value="15億元">15億元</span>' in body
    assert '<span data-name="lin-wan">林晚</span>' in body
    assert ['<p data-line="1" markdown="span"', "燈鳶科技買下風箏雲</p", ""][0] in body
    assert "廣告" not in body.partition("data-desk")[2]


def test_the_published_page_has_neither(dossier: Path) -> None:
    made = pipeline.check(dossier)
    (edition,) = editions(["en"])
    published = "".join(page.body for page in make_pages(survey(made.dossier), edition))
    assert "data-desk" not in published
    assert "Problems: " not in published


def test_a_problem_stands_on_the_page_of_its_file_and_on_no_other(dossier: Path) -> None:
    path = dossier / "sources/articles/harbour-post/annotations.yaml"
    path.write_text(
        path.read_text("utf-8").replace("- purchase-price: 15億元", "- purchase-price: 16億元"), "utf-8"
    )
    work = dossier / "sources/works/kite-os.yaml"
    work.write_text(f"{work.read_text('utf-8')}colour: red\n", encoding="utf-8")
    shown = bodies(dossier)
    assert "value-not-in-quote" in shown["sources/harbour-post.md"]
    assert "annotations.yaml:4" in shown["sources/harbour-post.md"]
    assert "unknown-key" in shown["works/kite-os.md"]
    troubled = [address for address, body in shown.items() if "Problems: " in body]
    assert sorted(troubled) == ["sources/harbour-post.md", "works/kite-os.md"]


def test_the_title_stays_first_and_footnotes_last(dossier: Path) -> None:
    for address, body in bodies(dossier).items():
        assert body.startswith("# "), address
        if "\n[^" in body:
            assert "data-desk" not in body.partition("\n[^")[2]


def test_a_problem_of_a_file_without_a_page_stands_at_home(dossier: Path) -> None:
    with (dossier / "sources/vocabulary.yaml").open("a", encoding="utf-8") as vocabulary:
        vocabulary.write("colour: red\n")
    shown = bodies(dossier)
    assert "vocabulary.yaml:15" in shown["index.md"]
    assert [address for address, body in shown.items() if "Problems: " in body] == ["index.md"]


def test_the_desk_speaks_the_language_of_the_edition(dossier: Path) -> None:
    work = dossier / "sources/works/kite-os.yaml"
    work.write_text(f"{work.read_text('utf-8')}colour: red\n", encoding="utf-8")
    shown = bodies(dossier, "zh-Hant")
    assert "## 全文，供批註 { #whole-article }" in shown["sources/harbour-post.md"]
    assert "問題：1" in shown["works/kite-os.md"]
    assert '<span lang="en">kite-os.yaml:3 <strong>unknown-key:</strong>' in shown["works/kite-os.md"]
