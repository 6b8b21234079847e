"""A page that is made when it is asked for is the one that the renderer makes among all, byte for byte."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from unittest.mock import patch

import pytest
from mkdocs.commands import build
from mkdocs.config import load_config

from build_tools import pipeline
from build_tools.contributing.previewing import as_served, planned_edition
from build_tools.findings import survey
from build_tools.pages import plan_pages
from build_tools.pages.parts.view import View
from build_tools.website.editions import editions_of
from build_tools.website.look import TOOL
from build_tools.website.page import as_written
from build_tools.website.publishing import renderable, write_edition
from build_tools.website.refreshing import Renderer
from build_tools.website.rendering import environment

ADDRESS = "http://127.0.0.1:8000/en/"
Change = Callable[[Path], object]


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Path]:
    """A small dossier with the tool's looks, and a page written by hand that leads to one of its pages."""
    shutil.copytree(TOOL / "tests/broken/base", tmp_path, dirs_exist_ok=True)
    for part in ("docs/assets", "docs/overrides"):
        shutil.copytree(TOOL / part, tmp_path / part)
    shutil.copy(TOOL / "mkdocs.yml", tmp_path)
    (tmp_path / "docs/en").mkdir()
    about = "---\nicon: material/information\n---\n# About\n\n[Lin Wan](people/lin-wan.md)\n"
    (tmp_path / "docs/en/about.md").write_text(about, "utf-8")
    with patch.dict(os.environ):  # the renderer's surroundings are those of the process
        yield tmp_path


@pytest.fixture
def renderer(dossier: Path) -> Renderer:
    return Renderer(dossier, ADDRESS)


def rendered(root: Path) -> dict[str, bytes]:
    """All files of the edition as mkdocs makes them, all at once, of Markdown on disk."""
    os.environ.update(environment(root))
    made = pipeline.check(root)
    (edition,) = editions_of(made.dossier.inputs, ["en"], root)
    plans = as_served(plan_pages(View(survey(made.dossier), edition)), made, edition)
    write_edition(root, edition, [as_written(each.make()) for each in plans])
    config = renderable(root, made.dossier.inputs.settings, edition, plans).settings
    settings = load_config(str(config), site_dir=str(root / "build/whole"), strict=False)
    settings.site_url = ADDRESS
    build.build(settings)
    site = root / "build/whole"
    found = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def show(root: Path, renderer: Renderer) -> None:
    """Let the dossier be shown as it is now."""
    renderer.show(planned_edition(root, "en", pipeline.check(root)))


def answered(renderer: Renderer, places: Mapping[str, bytes]) -> dict[str, bytes | None]:
    """What is given for each of some paths, the last first."""
    return {place: renderer.answer(place) for place in sorted(places, reverse=True)}


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
    "a page by hand instead": lambda root: (root / "docs/en/timeline.md").write_text("# Ours\n", "utf-8"),
    "a second page for one place": lambda root: [
        (root / "docs/en" / name).write_text("# Ours\n", "utf-8") for name in ("README.md", "new.md")
    ],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_given_is_what_a_rendering_of_all_makes(
    change: Change, dossier: Path, renderer: Renderer
) -> None:
    show(dossier, renderer)
    before = rendered(dossier)
    assert answered(renderer, before) == before
    change(dossier)
    show(dossier, renderer)
    after = rendered(dossier)
    assert after != before
    assert answered(renderer, after) == after
    assert all(renderer.answer(place) is None for place in before.keys() - after)


def test_a_page_that_comes_back_is_linked_again(dossier: Path, renderer: Renderer) -> None:
    show(dossier, renderer)
    before = renderer.answer("about/index.html")
    path = dossier / "sources/people/lin-wan.yaml"
    text = path.read_text("utf-8")
    path.unlink()
    show(dossier, renderer)
    assert b'href="people/lin-wan.md"' in (renderer.answer("about/index.html") or b"")
    path.write_text(text, "utf-8")
    show(dossier, renderer)
    assert renderer.answer("about/index.html") == before


def test_a_plugin_of_the_settings_sees_each_page(dossier: Path, renderer: Renderer) -> None:
    (dossier / "shout.py").write_text(
        "def on_page_markdown(markdown, **_):\n    return markdown.replace('Kite', 'KITE')\n"
        "def on_page_context(context, page, **_):\n    page.content += '<p>KITE</p>'\n    return context\n"
        "def on_post_page(output, **_):\n    return output + '<!-- KITE -->'\n"
        "def on_post_template(output, **_):\n    return output + '<!-- KITE -->'\n",
        "utf-8",
    )
    with (dossier / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"hooks: [{dossier / 'shout.py'}]\n")
    show(dossier, renderer)
    before = rendered(dossier)
    assert b"<p>KITE</p>" in before["index.html"]
    assert answered(renderer, before) == before


def test_only_what_is_asked_for_is_made(dossier: Path, renderer: Renderer) -> None:
    made: list[str] = []
    edition = planned_edition(dossier, "en", pipeline.check(dossier))

    def noting(path: str) -> Callable[[], str]:
        return lambda: made.append(path) or edition.pages[path]()  # type: ignore[func-returns-value]

    pages = {path: noting(path) for path in edition.pages}
    renderer.show(type(edition)(edition.settings, pages, edition.by_hand))
    assert made == []
    assert renderer.answer("people/lin-wan/index.html")
    assert made == ["people/lin-wan.md"]
    assert not renderer.answer("people/nobody/index.html")
    assert not (dossier / "build/docs").exists()


def test_nothing_is_given_before_there_is_an_edition(renderer: Renderer) -> None:
    assert renderer.answer("index.html") is None
