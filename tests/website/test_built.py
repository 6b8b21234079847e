"""A build takes a folder that is new, empty, marked, or known as an earlier build, and no other."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.safe_files import OutOfBoundsError
from build_tools.website.built import (
    MARKER,
    adopt,
    are_pages,
    is_marked,
    is_site,
    mark,
    refuse_foreign,
    remove_built,
)
from build_tools.website.editions import EDITIONS
from build_tools.website.look import TOOL
from build_tools.website.publishing import write_edition
from tests.trees import tree

BASE = TOOL / "tests/broken/base"
FORWARD = '<!doctype html><html lang="en"><head><meta http-equiv="refresh" content="0; url=en/">'


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "dossier"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder whose loss would hurt, with what a build would empty first."""
    for path in ("index.md", "en/index.html", "letters/first.txt"):
        (tmp_path / "home" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "home" / path).write_text("precious", "utf-8")
    return tmp_path / "home"


def fill(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def built(root: Path) -> str:
    """What a build says that fails."""
    done = CliRunner().invoke(main, ["--root", str(root), "build"], catch_exceptions=False)
    assert done.exit_code == 1
    return done.output


@pytest.mark.parametrize("place", ["build", "build/docs", "build/docs/en", "build/tmp", "build/lock", "site"])
@pytest.mark.parametrize("marked", [False, True], ids=["new", "marked"])
def test_a_build_refuses_a_link_and_touches_nothing_behind_it(
    place: str, marked: bool, dossier: Path, home: Path
) -> None:
    (dossier / place).parent.mkdir(parents=True, exist_ok=True)
    (dossier / place).symlink_to(home)
    if marked:  # a commit can bring the mark too
        for folder in ("site", "build/docs", "."):
            if (dossier / folder).is_dir():
                mark(dossier / folder)
        mark(home)
    before = tree(home)
    said = built(dossier)
    assert f"{place}: error[foreign-folder]\n" in said
    assert "   hint: delete" in said
    assert tree(home) == before


def test_pages_are_not_written_beside_what_no_build_made(dossier: Path) -> None:
    fill(dossier / "build/docs", {"thesis.txt": "precious"})
    assert "build/docs: error[foreign-folder]" in built(dossier)
    assert tree(dossier / "build/docs") == {"thesis.txt": b"precious"}


def test_what_is_refused_says_what_to_do(dossier: Path) -> None:
    fill(dossier / "site", {"en/index.html": "the pages of another program"})
    assert (
        built(dossier)
        == """\
no problems
site: error[foreign-folder]
   this folder has files that no build made
   hint: a build would delete them: move them away, or delete the folder, and
         build again

1 error
"""
    )
    assert tree(dossier / "site") == {"en/index.html": b"the pages of another program"}
    shutil.rmtree(dossier / "site")
    (dossier / "site").write_text("", "utf-8")
    assert "site: error[foreign-folder]\n   this is a file: a build needs a folder here" in built(dossier)


def test_pages_are_not_written_through_links_among_them(dossier: Path, home: Path) -> None:
    docs = adopt(dossier, "build/docs", are_pages)
    (docs / "en").mkdir()
    (docs / "en/index.md").symlink_to(home / "index.md")
    (docs / "en/letters").symlink_to(home / "letters")
    before = tree(home)
    write_edition(dossier, EDITIONS["en"], ())
    assert tree(home) == before
    assert not [path for path in docs.rglob("*") if path.is_symlink()]


WHOLE = {"index.html": FORWARD, "404.html": "", ".nojekyll": "", "data/claims.jsonl": "", "en/index.html": ""}
STOPPED = {"en/assets/dossier.css": "", "zh-hans/assets/dossier.css": "", "zh-hans/404.html": ""}
SITES: dict[str, tuple[dict[str, str], bool]] = {
    "whole": (WHOLE, True),
    "stopped while it rendered": (STOPPED, True),
    "with a file more": ({**WHOLE, "CNAME": "example.org"}, False),
    "with a folder more": ({**WHOLE, "letters/first.txt": ""}, False),
    "of another program": ({"index.html": "", "en/index.html": ""}, False),
    "another that forwards": ({"index.html": FORWARD, "en/index.html": ""}, False),
    "one edition of another": ({**STOPPED, "en/assets/dossier.css": "", "zh-hant/index.html": ""}, False),
}
PAGE = '---\ntitle: "A"\n'
PAGES: dict[str, tuple[dict[str, str], bool]] = {
    "of two editions": ({"en/index.md": PAGE, "zh-hant/index.md": PAGE}, True),
    "of another program": ({"en/index.md": "# Home\n"}, False),
    "with a folder more": (
        {"en/index.md": PAGE, "notes/index.md": PAGE},
        False,
    ),
    "with a file more": ({"en/index.md": PAGE, "notes.txt": ""}, False),
}


@pytest.mark.parametrize(("files", "known"), SITES.values(), ids=SITES)
def test_a_site_from_before_there_were_marks_is_known(
    files: dict[str, str], known: bool, tmp_path: Path
) -> None:
    assert_known(fill(tmp_path / "site", files), is_site, known)


@pytest.mark.parametrize(("files", "known"), PAGES.values(), ids=PAGES)
def test_pages_from_before_there_were_marks_are_known(
    files: dict[str, str], known: bool, tmp_path: Path
) -> None:
    assert_known(fill(tmp_path / "docs", files), are_pages, known)


def assert_known(folder: Path, earlier: Callable[[Path], bool], known: bool) -> None:
    """Whether a folder is taken over; once it is marked it is, whatever is in it."""
    before = tree(folder)
    if known:
        refuse_foreign(folder, earlier)
    else:
        with pytest.raises(OutOfBoundsError):
            refuse_foreign(folder, earlier)
    assert tree(folder) == before
    mark(folder)
    refuse_foreign(folder, earlier)


def test_a_link_among_what_an_earlier_build_made_is_foreign(tmp_path: Path, home: Path) -> None:
    fill(tmp_path / "site", WHOLE)
    (tmp_path / "site/zh-hans").symlink_to(home)
    assert not is_site(tmp_path / "site")
    fill(tmp_path / "docs", {"en/index.md": PAGE})
    (tmp_path / "docs/zh-hans").symlink_to(tmp_path / "docs/en")
    assert not are_pages(tmp_path / "docs")


def test_an_empty_folder_is_taken_and_marked(tmp_path: Path) -> None:
    (tmp_path / "build/docs").mkdir(parents=True)
    assert adopt(tmp_path, "build/docs", are_pages) == tmp_path / "build/docs"
    assert [path.name for path in (tmp_path / "build/docs").iterdir()] == [MARKER]


def test_a_mark_is_no_link(tmp_path: Path) -> None:
    (tmp_path / MARKER).symlink_to("elsewhere")
    assert not is_marked(tmp_path)


def test_what_is_removed_loses_its_mark_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fill(tmp_path / "site", WHOLE)
    removed: list[str] = []
    unlink = Path.unlink

    def noted(self: Path, missing_ok: bool = False) -> None:
        removed.append(self.name)
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", noted)
    remove_built(folder)
    assert not folder.exists()
    assert removed[-1] == MARKER
    assert len(removed) == len(WHOLE) + 1
