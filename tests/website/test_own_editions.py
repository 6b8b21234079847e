"""A dossier of Japanese articles, in an edition that it brings itself and in English."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.model import LocalText
from build_tools.pages import make_pages
from build_tools.website.editions import Said, editions_of, known_editions
from build_tools.website.page import Page
from tests.checked import DOSSIERS, checked, surveyed
from tests.pages.browse import see

BRIDGE = DOSSIERS / "bridge"


@cache
def pages(edition: str) -> dict[str, Page]:
    """Its pages in one of its editions."""
    (chosen,) = editions_of(checked(BRIDGE).dossier.inputs, [edition], BRIDGE)
    return {str(page.address): page for page in make_pages(surveyed(BRIDGE), chosen)}


def test_it_has_no_problem() -> None:
    assert checked(BRIDGE).problems == ()


def test_each_edition_has_the_words_in_its_language() -> None:
    japanese, english = (pages(edition)["places/aoba-bridge.md"].title for edition in ("ja", "en"))
    assert (japanese, english) == ("青葉橋", "Aoba bridge")
    assert "課長" in see(pages("ja")["people/sato-hanako.md"]).text
    assert "Section chief" in see(pages("en")["people/sato-hanako.md"]).text
    assert "住民は1年前から揺れを市に訴えていた" in see(pages("ja")["events/shaking-reported.md"]).text


def test_words_that_an_edition_lacks_are_shown_in_their_own_language_and_say_so() -> None:
    page = pages("en")["events/shaking-reported.md"]
    assert (page.title, page.lang) == ("住民からの揺れの訴え", "ja")
    asked = pages("en")["conflicts/repair-cost-disputed.md"].body
    assert 'lang="ja">二つの記事の額は異なる' in asked
    assert pages("ja")["events/shaking-reported.md"].lang == ""
    assert '<span lang="en">by rule, as the tool' in pages("ja")["figures/repair-cost.md"].body


def test_japanese_words_are_nowhere_marked_as_chinese() -> None:
    for edition in ("ja", "en"):
        for page in pages(edition).values():
            assert 'lang="zh' not in page.body, page.address


def test_messages_that_nobody_translated_are_english() -> None:
    shown = see(pages("ja")["index.md"]).text
    assert "食い違い" in shown
    assert "2本の記事" not in shown
    assert "How to check us" in shown


def test_values_and_dates_are_in_its_manner() -> None:
    assert "約3億円" in see(pages("ja")["figures/repair-cost.md"]).text
    assert "2025年4月3日" in see(pages("ja")["events/bridge-closing.md"]).text
    assert "about JP¥300 million" in see(pages("en")["figures/repair-cost.md"]).text


@pytest.mark.parametrize(
    ("text", "edition", "said"),
    [
        (LocalText(en="quay", zh="码头", others=(("ja", "岸壁"),)), "ja", Said("岸壁", "ja")),
        (LocalText(zh="码头", others=(("ja", "岸壁"),)), "en", Said("码头", "zh-Hans")),
        (LocalText(others=(("fr", "quai"), ("ja", "岸壁"))), "en", Said("quai", "fr")),
        (LocalText(en="quay", others=(("fr", "quai"),)), "ja", Said("quay", "en")),
        (LocalText(others=(("ja", "岸壁"),)), "zh-Hant", Said("岸壁", "ja")),
    ],
)
def test_without_its_language_an_edition_takes_english_then_chinese_then_another(
    text: LocalText, edition: str, said: Said
) -> None:
    assert known_editions(BRIDGE)[edition].prose(text) == said


def test_it_builds_to_a_site(tmp_path: Path) -> None:
    root = Path(shutil.copytree(BRIDGE, tmp_path / "bridge"))
    result = CliRunner().invoke(main, ["--root", str(root), "build"])
    assert result.exit_code == 0, result.output
    page = (root / "site/ja/figures/repair-cost/index.html").read_text("utf-8")
    assert '<html lang="ja"' in page
    assert "修理の費用" in page
