"""Three editions side by side, a root above them, and the same bytes every time."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from build_tools.website import editions
from build_tools.website.entrance import EditionSite, lost_page, root_page
from build_tools.website.look import TOOL
from build_tools.website.rendering import call_of, config_of, render
from tests.website.parity import differences

SECTIONS = (("Home", "index.md"), ("People", "people/index.md"))
ENGLISH = EditionSite(editions.EDITIONS["en"], "Bread & <i>butter</i>", "A small dossier", SECTIONS)
CHINESE = EditionSite(editions.EDITIONS["zh-Hans"], "面包", "", SECTIONS)
EDITIONS = (ENGLISH, CHINESE)
PAGES = {
    "index.md": "# Home\n\n[Ada](people/ada.md#said)\n\n## Ways { #ways }\n",
    "people/index.md": "# People\n",
    "people/ada.md": "# Ada\n\n## Said {#said}\n\nWords.[^1]\n\n[^1]: A source.\n",
}


def dossier(root: Path, pages: dict[str, str] = PAGES) -> Path:
    for edition in EDITIONS:
        for path, text in pages.items():
            target = root / "build/docs" / edition.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        shutil.copytree(TOOL / "docs/assets", root / "build/docs" / edition.folder / "assets")
    return root


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_editions_are_rendered_and_switching_stays_on_the_page(tmp_path: Path) -> None:
    assert render(dossier(tmp_path), EDITIONS) == ()
    page = (tmp_path / "site/en/people/ada/index.html").read_text("utf-8")
    assert 'href="../../../zh-hans/people/ada/" hreflang="zh-Hans" class="md-select__link"' in page
    assert (tmp_path / "site/zh-hans/people/ada/index.html").is_file()


def test_two_builds_in_two_places_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    for place in ("here", "there/deeper"):
        assert render(dossier(tmp_path / place), EDITIONS) == ()
    first, second = (tree(tmp_path / place / "site") for place in ("here", "there/deeper"))
    assert first == second
    assert "en/sitemap.xml.gz" in first


def test_a_link_to_nowhere_is_a_problem(tmp_path: Path) -> None:
    pages = {**PAGES, "index.md": "# Home\n\n[Ada](people/ada.md#gone) [Bob](people/bob.md)\n"}
    said = [problem.message for problem in render(dossier(tmp_path, pages), (ENGLISH,))]
    assert any("people/bob.md" in message for message in said)
    assert any("#gone" in message for message in said)


def test_without_the_program_of_search_nothing_is_rendered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    problems = render(tmp_path, EDITIONS)
    assert [problem.code for problem in problems] == ["site-not-rendered"]
    assert not (tmp_path / "site").exists()


def test_a_renderer_that_is_not_installed_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "zensical" else name)
    (problem,) = render(tmp_path, EDITIONS, renderer="zensical")
    assert problem.message == "zensical is not installed: `renderer:` in dossier.yaml asks for it"
    assert problem.hint == "pip install 'annotated-dossier[zensical]', or delete `renderer:`"
    assert not (tmp_path / "site").exists()


def test_zensical_writes_below_its_settings_into_the_new_site(tmp_path: Path) -> None:
    config, site = tmp_path / "build/mkdocs.en.yml", tmp_path / "build/site-1/en"
    config.parent.mkdir()
    called = call_of(tmp_path, config, site, "zensical")
    assert called[:2] == ("zensical", "build")
    settings = yaml.safe_load(Path(called[-1]).read_text("utf-8"))
    assert (settings["INHERIT"], settings["site_dir"]) == ("mkdocs.en.yml", "site-1/en")
    assert settings["plugins"] == [{"search": {"enabled": False}}]  # it has one of its own


def test_zensical_renders_the_same_words_and_switches_alike(tmp_path: Path) -> None:
    pytest.importorskip("zensical")
    for place, renderer in (("one", "mkdocs"), ("other", "zensical")):
        assert render(dossier(tmp_path / place), EDITIONS, renderer=renderer) == ()
    assert list(differences(tmp_path / "one/site/en", tmp_path / "other/site/en")) == []
    page = (tmp_path / "other/site/en/people/ada/index.html").read_text("utf-8")
    assert 'href="../../../zh-hans/people/ada/" hreflang="zh-Hans" class="md-select__link"' in page


def test_names_are_escaped_and_paths_are_relative(tmp_path: Path) -> None:
    config = config_of(tmp_path, ENGLISH, EDITIONS)
    assert config["site_name"] == "Bread &amp; &lt;i&gt;butter&lt;/i&gt;"
    assert str(tmp_path) not in yaml.safe_dump(config)


def test_an_edition_in_a_language_that_the_theme_lacks_has_its_english_words_under_its_own_tag(
    tmp_path: Path,
) -> None:
    edition = replace(editions.EDITIONS["en"], id="haw")
    hawaiian = EditionSite(edition, "Palaoa", "", SECTIONS)
    for path, text in PAGES.items():
        target = tmp_path / "build/docs/haw" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    shutil.copytree(TOOL / "docs/assets", tmp_path / "build/docs/haw/assets")
    assert render(tmp_path, (hawaiian,)) == ()
    page = (tmp_path / "site/haw/people/ada/index.html").read_text("utf-8")
    assert '<html lang="haw"' in page
    assert "Skip to content" in page


def test_one_edition_needs_no_switch(tmp_path: Path) -> None:
    extras = [config_of(tmp_path, ENGLISH, given)["extra"] for given in ((ENGLISH,), EDITIONS)]
    assert [len(extra["alternate"]) for extra in extras if isinstance(extra, dict)] == [0, 2]


def test_the_address_comes_from_site_url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/dossier")
    config = config_of(tmp_path, CHINESE, EDITIONS)
    assert config["site_url"] == "https://example.org/dossier/zh-hans/"
    assert 'href="/dossier/zh-hans/"' in lost_page(EDITIONS)


def test_each_lost_reader_is_told_in_a_language_that_says_which_it_is() -> None:
    page = lost_page(EDITIONS)
    assert '<p lang="en">There is no page at this address.</p><p lang="zh-Hans">此地址没有页面。</p>' in page
    assert "<title>404 – Bread &amp; &lt;i&gt;butter&lt;/i&gt;</title>" in page
    assert 'lang="zh-Hans">简体：面包</a>' in page


def test_the_head_of_a_page_names_it_once_and_says_what_is_on_it(tmp_path: Path) -> None:
    ada = '---\ntitle: "Ada"\ndescription: "She ran the Mill."\n---\n\n# Ada\n'
    home = '---\ntitle: "Bread"\n---\n\n# Bread\n'
    pages = {"index.md": home, "people/index.md": "# People\n", "people/ada.md": ada}
    assert render(dossier(tmp_path, pages), (ENGLISH,)) == ()
    first, person = (
        (tmp_path / "site/en" / path / "index.html").read_text("utf-8") for path in ("", "people/ada")
    )
    assert "<title>Bread &amp; &lt;i&gt;butter&lt;/i&gt;</title>" in first
    assert '<meta property="og:title" content="Ada">' in person
    assert '<meta property="og:description" content="She ran the Mill.">' in person
    assert '<meta property="og:description" content="A small dossier">' in first


def test_the_root_forwards_and_links_every_edition() -> None:
    page = root_page(EDITIONS)
    assert 'content="0; url=en/"' in page
    assert 'href="en/"' in page
    assert 'href="zh-hans/"' in page
    assert "<i>" not in page
