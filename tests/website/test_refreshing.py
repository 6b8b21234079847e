"""Pages rendered after a change are those that a fresh start renders."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.contributing.previewing import write_pages
from build_tools.website.look import TOOL
from build_tools.website.refreshing import Renderer

ADDRESS = "http://127.0.0.1:8000/en/"
Change = Callable[[Path], object]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A small dossier with the tool's looks, and a page written by hand that leads to one of its pages."""
    shutil.copytree(TOOL / "tests/broken/base", tmp_path, dirs_exist_ok=True)
    for part in ("docs/assets", "docs/overrides"):
        shutil.copytree(TOOL / part, tmp_path / part)
    shutil.copy(TOOL / "mkdocs.yml", tmp_path)
    (tmp_path / "docs/en").mkdir()
    (tmp_path / "docs/en/about.md").write_text("# About\n\n[Lin Wan](people/lin-wan.md)\n", "utf-8")
    return tmp_path


def rendered(root: Path, renderer: Renderer) -> dict[str, bytes]:
    """The files of the site after one more rendering."""
    renderer.render(write_pages(root, "en", pipeline.check(root)))
    found = (path for path in renderer.site.rglob("*") if path.is_file())
    return {path.relative_to(renderer.site).as_posix(): path.read_bytes() for path in found}


def replace(path: str, old: str, new: str) -> Change:
    """An edit of a file."""

    def change(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), "utf-8")

    return change


CHANGES: dict[str, Change] = {
    "a label": replace("sources/people/lin-wan.yaml", "en: Lin Wan", "en: Lin the First"),
    "a value": replace("sources/articles/harbour-post/annotations.yaml", "15億元", "16億元"),
    "a translation": replace("sources/articles/harbour-post/annotations.yaml", "Kite buys", "Kite bought"),
    "what is no YAML": replace("sources/works/kite-os.yaml", "label:", "label: ["),
    "a page less": lambda root: (root / "sources/people/lin-wan.yaml").unlink(),
    "a page of another name": lambda root: (root / "sources/people/lin-wan.yaml").rename(
        root / "sources/people/lin-yuan.yaml"
    ),
    "the title of all pages": replace("sources/dossier.yaml", "title:", "title: More of"),
    "a template": replace(
        "docs/overrides/main.html", "{% block extrahead %}", "{% block extrahead %}<!-- new -->"
    ),
    "a style": lambda root: (root / "docs/assets/dossier.css").write_text("p { color: red }", "utf-8"),
    "a page by hand less": lambda root: (root / "docs/en/about.md").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_shown_after_a_change_is_what_a_fresh_start_shows(change: Change, dossier: Path) -> None:
    renderer = Renderer(dossier, dossier / "build/preview", ADDRESS)
    before = rendered(dossier, renderer)
    change(dossier)
    after = rendered(dossier, renderer)
    assert after != before
    assert after == rendered(dossier, Renderer(dossier, dossier / "build/fresh", ADDRESS))


def test_a_page_that_comes_back_is_linked_again(dossier: Path) -> None:
    renderer = Renderer(dossier, dossier / "build/preview", ADDRESS)
    before = rendered(dossier, renderer)
    path = dossier / "sources/people/lin-wan.yaml"
    text = path.read_text("utf-8")
    path.unlink()
    assert b'href="people/lin-wan.md"' in rendered(dossier, renderer)["about/index.html"]
    path.write_text(text, "utf-8")
    assert rendered(dossier, renderer) == before


def test_only_what_has_changed_is_rendered(dossier: Path) -> None:
    renderer = Renderer(dossier, dossier / "build/preview", ADDRESS)
    rendered(dossier, renderer)
    pages = list(renderer.site.rglob("index.html"))
    times = {page: page.stat().st_mtime_ns for page in pages}
    CHANGES["a translation"](dossier)
    rendered(dossier, renderer)
    changed = {page.parent.name for page in pages if page.stat().st_mtime_ns != times[page]}
    assert "harbour-post" in changed
    assert "lin-wan" not in changed
