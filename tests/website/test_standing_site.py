"""A site is left alone where nothing that it was made of has changed, nor anything in it; else it is made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.cache.kept_files import KeptFiles
from build_tools.website.standing_site import StandingSite

SETTINGS = "site_name: Mill\nplugins: []\n"
FILES = {
    "mkdocs.yml": SETTINGS,
    "docs/en/about.md": "# About\n",
    "docs/overrides/main.html": "{% extends 'base.html' %}\n",
    "build/mkdocs.en.yml": "INHERIT: ../mkdocs.yml\n",
    "build/docs/en/index.md": "# Home\n",
    "site/en/index.html": "<h1>Home</h1>\n",
    "site/data/claims.jsonl": "{}\n",
}
READ = b"what was read"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "kept").mkdir()
    return tmp_path


def at(root: Path, read: bytes = READ, key: bytes = b"mine") -> StandingSite:
    """The site as a new process knows it."""
    return StandingSite(root, read, KeptFiles(root / "kept", key))


def written(path: str, text: str = "other\n") -> Callable[[Path], object]:
    return lambda root: (root / path).write_text(text, "utf-8")


def removed(path: str) -> Callable[[Path], object]:
    return lambda root: (root / path).unlink()


def linked(path: str, to: str) -> Callable[[Path], object]:
    """A link in the place of a file, or of none, to what has the same bytes."""

    def change(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).symlink_to(root / to)

    return change


def test_an_unchanged_site_stands(root: Path) -> None:
    at(root).keep()
    assert at(root).stands


def test_no_site_stands_that_is_not_known(root: Path) -> None:
    assert not at(root).stands


@pytest.mark.parametrize("path", FILES)
def test_no_site_stands_where_a_file_has_changed(path: str, root: Path) -> None:
    at(root).keep()
    written(path, f"{FILES[path]}\n")(root)
    assert not at(root).stands


@pytest.mark.parametrize(
    "change",
    [
        removed("site/en/index.html"),
        written("site/en/more.html"),
        written("build/docs/en/more.md"),
        written("docs/en/more.md"),
        removed("docs/en/about.md"),
        linked("site/en/index.html", "elsewhere.html"),
        linked("site/more", "docs"),
    ],
    ids=["removed", "added", "page added", "hand-written added", "hand-written removed", "link", "folder"],
)
def test_no_site_stands_where_a_file_came_or_went(change: Callable[[Path], object], root: Path) -> None:
    (root / "elsewhere.html").write_text(FILES["site/en/index.html"], "utf-8")
    at(root).keep()
    change(root)
    assert not at(root).stands


def test_no_site_stands_where_something_else_was_read(root: Path) -> None:
    at(root).keep()
    assert not at(root, b"something else").stands


def test_no_site_stands_at_another_address(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at(root).keep()
    monkeypatch.setenv("SITE_URL", "https://mill.example/")
    assert not at(root).stands


def test_no_site_stands_that_somebody_else_knows(root: Path) -> None:
    at(root, key=b"another").keep()
    assert not at(root).stands


def test_no_site_stands_that_may_be_made_of_the_old_words_or_the_new(root: Path) -> None:
    building = at(root)
    written("docs/en/about.md")(root)
    building.keep()
    assert not at(root).stands
    written("docs/en/about.md", FILES["docs/en/about.md"])(root)
    assert not at(root).stands


@pytest.mark.parametrize(
    "more",
    ["hooks: [ours.py]\n", "INHERIT: elsewhere.yml\n", "copyright: !ENV [RIGHTS, none]\n"],
    ids=["hooks", "inherits", "surroundings"],
)
def test_no_site_stands_that_is_made_of_something_more(more: str, root: Path) -> None:
    written("mkdocs.yml", SETTINGS + more)(root)
    at(root).keep()
    assert not at(root).stands


@pytest.mark.parametrize("settings", ["site_name: Mill\n", "plugins: [search]\n"])
def test_no_site_stands_that_plugins_shape(settings: str, root: Path) -> None:
    written("mkdocs.yml", settings)(root)
    at(root).keep()
    assert not at(root).stands
