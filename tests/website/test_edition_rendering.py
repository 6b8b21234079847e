"""An edition whose unchanged pages keep their HTML is the one that is rendered whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from build_tools.website.edition_rendering import frame_of, render_alone
from build_tools.website.kept_pages import read_rendered
from tests.trees import tree

PAGES = {
    "index.md": "---\ntitle: Home\n---\n# Home\n\n[Ada](people/ada.md#said)\n",
    "people/index.md": "# People\n\n[Ada](ada.md) [Bob](bob.md)\n",
    "people/ada.md": "# Ada\n\n## Said {#said}\n\nWords.[^1]\n\n[^1]: A source.\n",
    "people/bob.md": "# Bob\n\nHe reports to [Ada](ada.md).\n",
    "about.md": "# About\n\nNothing is linked here.\n",
    "picture.svg": "<svg/>",
}
SETTINGS = """site_name: Mill
docs_dir: docs
theme: {name: mkdocs, custom_dir: docs/overrides}
exclude_docs: overrides/
plugins: []
markdown_extensions: [attr_list, footnotes, toc]
nav: [{Home: index.md}, {People: people/index.md}]
not_in_nav: '*'
validation: {links: {anchors: warn}}
"""
Change = Callable[[Path], object]


@pytest.fixture(autouse=True)
def dated(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build is dated by its sources."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A folder with an edition that was rendered once, into `first`."""
    for path, text in PAGES.items():
        write(f"docs/{path}", text)(tmp_path)
    write("docs/overrides/main.html", '{% extends "base.html" %}')(tmp_path)
    write("settings.yml", SETTINGS)(tmp_path)
    write("mkdocs.yml", "site_name: Mill\n")(tmp_path)
    assert rendered(tmp_path, "first") == 0
    return tmp_path


def write(path: str, text: str) -> Change:
    """A file with this text."""

    def change(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")

    return change


def rendered(root: Path, new: str, old: str = "nowhere", record: str = "record.json") -> int:
    """Render into a folder; what is the same is taken from another."""
    return render_alone([str(root / each) for each in ("", "settings.yml", new, old, record)])


def without_bob(root: Path) -> None:
    """A page goes, and with it the link to it."""
    (root / "docs/people/bob.md").unlink()
    write("docs/people/index.md", "# People\n\n[Ada](ada.md)\n")(root)


CHANGES: dict[str, Change] = {
    "nothing": lambda root: None,
    "words of a page": write("docs/people/ada.md", "# Ada\n\n## Said {#said}\n\nOther words.\n"),
    "a title": write("docs/people/bob.md", "# Robert\n\nHe reports to [Ada](ada.md).\n"),
    "a title that the navigation has": write("docs/index.md", "---\ntitle: Mill\n---\n# Mill\n"),
    "one page more": write("docs/people/eve.md", "# Eve\n"),
    "one page less": without_bob,
    "a picture": write("docs/picture.svg", "<svg></svg>"),
    "the settings": lambda root: write(
        "settings.yml", (root / "settings.yml").read_text("utf-8").replace("Mill", "Forge")
    )(root),
    "the navigation": lambda root: write(
        "settings.yml", (root / "settings.yml").read_text("utf-8").replace("People:", "Who:")
    )(root),
    "a template": write(
        "docs/overrides/main.html", '{% extends "base.html" %}{% block extrahead %}new{% endblock %}'
    ),
    "a damaged record": write("record.json", "{}"),
    "a record cut short": lambda root: os.truncate(root / "record.json", 300),
    "no record": lambda root: (root / "record.json").unlink(),
    "a page of the old site that somebody wrote": write("first/about/index.html", "<script>"),
    "a page of the old site less": lambda root: (root / "first/about/index.html").unlink(),
    "no old site": lambda root: shutil.rmtree(root / "first"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_kept_is_what_would_be_rendered(change: Change, edition: Path) -> None:
    change(edition)
    assert rendered(edition, "second", "first") == 0
    assert rendered(edition, "whole", record="other.json") == 0
    assert tree(edition / "second") == tree(edition / "whole")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are rendered, as they are."""
    found: list[str] = []
    read_source = Page.read_source

    def noted(page: Page, settings: MkDocsConfig) -> None:
        found.append(page.file.src_uri)
        read_source(page, settings)

    monkeypatch.setattr(Page, "read_source", noted)
    return found


def test_only_what_has_changed_is_rendered(edition: Path, read: list[str]) -> None:
    CHANGES["words of a page"](edition)
    rendered(edition, "second", "first")
    assert read == ["people/ada.md"]
    CHANGES["the settings"](edition)
    rendered(edition, "third", "second")
    assert len(read) == len(PAGES)  # with the one from before, without the picture


def test_an_anchor_that_a_kept_page_leads_to_is_missed(
    edition: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write("docs/people/ada.md", "# Ada\n\n## Said {#told}\n")(edition)
    assert rendered(edition, "second", "first") == 1
    assert "does not contain an anchor '#said'" in caplog.text
    assert rendered(edition, "third", "first") == 1, "and every time"


def test_a_page_that_a_kept_page_leads_to_is_missed(edition: Path, caplog: pytest.LogCaptureFixture) -> None:
    (edition / "docs/people/bob.md").unlink()
    assert rendered(edition, "second", "first") == 1
    assert "bob.md" in caplog.text


def test_a_record_holds_for_one_frame(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = edition / "settings.yml"
    assert read_rendered(edition / "record.json").frame == frame_of(edition, settings)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225601")
    assert read_rendered(edition / "record.json").frame != frame_of(edition, settings)
