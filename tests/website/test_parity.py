"""What the comparison of two renderings finds, and what it lets pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.website.parity import differences

PAGE = """\
<nav><a href="people/ada/">Ada</a></nav>
<article><h1 id="top">Home</h1><p>Ada  flew <a href="people/ada/#kite">a kite</a>.</p></article>
"""
ADA = (
    '<article><h1 id="kite">Kite</h1><a href="../../">home</a> <a href="/data/all.jsonl">data</a></article>\n'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one edition as it is published, and the same edition rendered elsewhere."""
    for folder in ("site/en", "other"):
        (tmp_path / folder / "people/ada").mkdir(parents=True)
        (tmp_path / folder / "index.html").write_text(PAGE, "utf-8")
        (tmp_path / folder / "people/ada/index.html").write_text(ADA, "utf-8")
    (tmp_path / "site/data").mkdir()
    (tmp_path / "site/data/all.jsonl").write_text("{}\n", "utf-8")
    return tmp_path


def found(site: Path, page: str, old: str, new: str) -> list[str]:
    """What is found once the other rendering of a page is changed."""
    path = site / "other" / page
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    return list(differences(site / "site/en", site / "other"))


def test_equal_renderings_do_not_differ(site: Path) -> None:
    assert list(differences(site / "site/en", site / "other")) == []


def test_space_and_scripts_are_not_words(site: Path) -> None:
    assert found(site, "index.html", "Ada  flew", "Ada\n<script>1</script>flew") == []


@pytest.mark.parametrize("link", ["https://example.org/", "mailto:ada@example.org"])
def test_a_link_elsewhere_is_not_followed(site: Path, link: str) -> None:
    assert found(site, "index.html", '"people/ada/"', f'"{link}"') == []


def test_another_word_is_found_where_it_is(site: Path) -> None:
    assert found(site, "index.html", "flew", "flies") == ["index.html: `flies a kite.`, not `flew a kite.`"]


def test_a_missing_word_at_the_end_is_found(site: Path) -> None:
    assert found(site, "people/ada/index.html", ">data<", "><") == ["people/ada/index.html: ``, not `data`"]


def test_a_missing_and_an_added_page_are_found(site: Path) -> None:
    (site / "other/people/ada/index.html").rename(site / "other/people/index.html")
    lines = list(differences(site / "site/en", site / "other"))
    assert lines[0] == "people/ada/index.html: missing"
    assert lines[1] == f"people/index.html: not in {site}/site/en"
    assert "index.html: dead link people/ada/" in lines


def test_an_article_element_more_is_found(site: Path) -> None:
    assert found(site, "index.html", "</nav>", "</nav><article></article>")[0] == (
        "index.html: 2 article elements, not 1"
    )


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("index.html", "ada/#kite", "ada/#gone"),
        ("index.html", '"people/ada/"', '"people/eve/"'),
        ("people/ada/index.html", "../../", "../"),
        ("people/ada/index.html", "/data/all.jsonl", "/data/none.jsonl"),
    ],
)
def test_a_dead_link_is_found(site: Path, page: str, old: str, new: str) -> None:
    (line,) = found(site, page, old, new)
    assert line.startswith(f"{page}: dead link ")


def test_the_language_switch_may_lead_nowhere(site: Path) -> None:
    assert found(site, "index.html", '"people/ada/"', '"zh-hans" class="md-select__link"') == []
