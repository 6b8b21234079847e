"""Select and annotate: what comes out anchors, whatever was selected, and passes the check."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from build_tools import pipeline
from build_tools.contributing.previewing import as_served
from build_tools.findings import survey
from build_tools.pages import plan_pages
from build_tools.pages.parts.view import View
from build_tools.problem import Severity
from build_tools.website.editions import editions_of
from build_tools.website.page import as_written
from build_tools.website.publishing import renderable, write_edition
from build_tools.website.rendering import environment
from tests.browser.browsing import ROOT, free_port, serve

SOURCE, PUBLISHED = "harbour-post", "kite-daily"
ASTRAY = "https://github.com/someone/else/edit/main/x"
ARTICLE = """燈鳶科技買下風箏雲

燈鳶科技以15億元收購風箏雲。雙方沒有透露細節。
林晚在燈鳶科技擔任行政總裁,年薪1,200萬元。
林晚說:「Kite OS 將改名。」雙方沒有透露細節。
It was on March 5, 2025.
"""
LINES = [line for line in ARTICLE.split("\n") if line]
SELECT = """([first, start, last, end]) => {
  const lines = document.querySelectorAll(WHERE);
  const point = (line, at) => {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (at <= node.length) return [node, at];
      at -= node.length;
    }
  };
  const range = document.createRange();
  range.setStart(...point(lines[first], start));
  range.setEnd(...point(lines[last], end));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dossier with a longer article, not annotated, and an address that misleads."""
    root = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "tests/broken/base", root, dirs_exist_ok=True)
    place = root / "sources/articles" / SOURCE
    (place / "article.txt").write_text(ARTICLE, encoding="utf-8")
    about = (place / "source.yaml").read_text("utf-8").partition("omit:")[0]
    lines = [line for line in about.splitlines() if not line.startswith("sha256")]
    lines.append(f"sha256: {sha256(ARTICLE.encode()).hexdigest()}")
    (place / "source.yaml").write_text("\n".join(lines).replace("\\\n", "\n") + "\n", encoding="utf-8")
    (place / "annotations.yaml").write_text("", encoding="utf-8")
    with (root / "sources/articles" / PUBLISHED / "source.yaml").open("a", encoding="utf-8") as about_other:
        about_other.write(f"url: {ASTRAY}\n")
    with (root / "sources/dossier.yaml").open("a", encoding="utf-8") as settings:
        settings.write("repository: https://github.com/example/kites\n")
    return root


@pytest.fixture(scope="module")
def address(dossier: Path) -> Iterator[str]:
    """The English edition as `dossier serve` shows it."""
    made = pipeline.check(dossier)
    settings = made.dossier.inputs.settings
    (edition,) = editions_of(made.dossier.inputs, ["en"])
    pages = as_served(plan_pages(View(survey(made.dossier), edition)), made, edition)
    write_edition(dossier, edition, [as_written(each.make()) for each in pages])
    config = renderable(dossier, settings, edition, pages).settings
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
    subprocess.run(command, env=environment(dossier), check=True)
    port = free_port()
    server = serve(dossier / "site", port)
    yield f"http://127.0.0.1:{port}/en"
    server.shutdown()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    found = browser.new_page()
    found.set_default_timeout(60_000)
    found.goto(f"{address}/sources/{SOURCE}/")
    yield found
    found.close()


def selected(page: Page, first: int, begins: str, last: int, ends: str) -> str:
    """The annotation that the desk offers from where some words of one line begin to where others end."""
    start, end = LINES[first].index(begins), LINES[last].index(ends) + len(ends)
    page.evaluate(SELECT.replace("WHERE", "'.desk [data-line]'"), [first, start, last, end])
    page.get_by_role("button", name="Annotate", exact=True).click()
    text = page.get_by_role("textbox", name="Annotation of the selected words").input_value()
    page.get_by_role("button", name="Close").click()
    return text


def pasted(dossier: Path, text: str, tmp_path: Path) -> tuple[str, ...]:
    """The quotes, as found in the article, once the text is pasted and the dossier checked."""
    shutil.copytree(dossier / "sources", tmp_path / "sources")
    (tmp_path / "sources/articles" / SOURCE / "annotations.yaml").write_text(text, encoding="utf-8")
    made = pipeline.check(tmp_path)
    errors = [problem for problem in made.problems if problem.severity is Severity.ERROR]
    assert [problem for problem in errors if SOURCE in problem.origin.path] == []
    found = [one.citation for one in made.dossier.anchored if one.citation.source == SOURCE]
    return tuple(citation.quote[0] for citation in found)


@pytest.mark.parametrize(
    ("selection", "quotes"),
    [
        ((1, "燈鳶", 1, "風箏雲。"), ("燈鳶科技以15億元收購風箏雲。",)),
        ((1, "以15", 1, "億元"), ("以15億元",)),
        ((1, "5", 1, "5"), ("15億",)),
        ((2, "200", 2, "200"), ("1,200萬",)),
        ((3, "Ki", 3, "te O"), ("Kite OS",)),
        ((1, "15億", 2, "林晚"), ("15億元收購風箏雲。雙方沒有透露細節。", "林晚")),
        ((0, "科技", 3, "林晚"), ("科技買下風箏雲", *LINES[1:3], "林晚")),
        ((3, "雙方", 3, "細節。"), ("雙方沒有透露細節。",)),
    ],
)
def test_what_is_selected_anchors(
    selection: tuple[int, str, int, str], quotes: tuple[str, ...], page: Page, dossier: Path, tmp_path: Path
) -> None:
    assert pasted(dossier, selected(page, *selection), tmp_path) == quotes


def test_names_and_values_come_along(page: Page) -> None:
    text = selected(page, 1, "燈鳶", 1, "風箏雲。")
    assert "# line 3\n" in text
    assert "  # names: 燈鳶科技 = lantern-kite, 收購 = kite-cloud-purchase, 風箏雲 = kite-cloud\n" in text
    assert "  #   - …: 15億元\n" in text
    assert '  #   - …: {date: "March 5, 2025"}\n' in selected(page, 4, "It", 4, "2025.")


def test_an_article_in_english_needs_no_translation(page: Page) -> None:
    assert "  # translation: into English\n" in selected(page, 4, "It", 4, "2025.")
    page.evaluate("() => { document.querySelector('.desk').lang = 'en'; }")
    assert "translation" not in selected(page, 4, "It", 4, "2025.")


def test_words_that_stand_twice_get_what_stands_beside_them(page: Page) -> None:
    assert '  prefix: "收購風箏雲。"\n' in selected(page, 1, "雙方", 1, "細節。")
    assert "prefix" not in selected(page, 1, "燈鳶", 1, "風箏雲。")


def test_nothing_is_offered_for_words_outside_the_article(page: Page) -> None:
    page.evaluate("() => getSelection().selectAllChildren(document.querySelector('h1'))")
    page.wait_for_timeout(100)
    assert not page.get_by_role("button", name="Annotate", exact=True).is_visible()


def proposed(page: Page, address: str) -> str:
    """Where a selection of published words leads."""
    page.goto(f"{address}/sources/{PUBLISHED}/")
    page.evaluate("() => { window.open = (address) => { window.opened = address; }; }")
    page.evaluate(SELECT.replace("WHERE", "'.passage .words'"), [0, 0, 0, 9])
    page.get_by_role("button", name="Propose an annotation").click()
    return str(page.evaluate("() => window.opened"))


def test_no_link_on_a_page_leads_a_proposal_astray(page: Page, address: str) -> None:
    there = proposed(page, address)
    assert page.locator(f"article a[href='{ASTRAY}']").count() == 1
    assert there.startswith("https://github.com/example/kites/issues/new?")


def test_published_words_fill_the_form_of_an_issue(page: Page, address: str) -> None:
    opened = urlsplit(proposed(page, address))
    assert (opened.netloc, opened.path) == ("github.com", "/example/kites/issues/new")
    asked = parse_qs(opened.query)
    assert asked["template"] == ["annotation.yml"]
    assert asked["quote"] == ["2025年3月4日"]
    assert asked["page"][0].startswith(f"{address}/sources/kite-daily/#line-")
    fields = (ROOT / ".github/ISSUE_TEMPLATE/annotation.yml").read_text("utf-8")
    assert all(f"id: {field}\n" in fields for field in ("page", "quote"))


def test_an_error_is_reported_with_the_address_of_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}/people/lin-wan/")
    link = page.get_by_role("link", name="Report an error on this page")
    asked = parse_qs(urlsplit(link.get_attribute("href") or "").query)
    assert (asked["template"], asked["page"]) == (["error.yml"], [f"{address}/people/lin-wan/"])
