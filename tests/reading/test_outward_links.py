"""What a link that leads out of the dossier leads to is not read, and no pipe is waited for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.reading import read
from tests.trees import a_home, link, linked

TOOL = Path(__file__).parents[2]
NOTES = "sources/articles/harbour-post/annotations.yaml"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TOOL / "tests/broken/base", tmp_path / "dossier"))


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    return a_home(tmp_path / "home")


@pytest.mark.parametrize(
    "place",
    [
        "sources",
        "sources/dossier.yaml",
        "sources/people",
        "sources/people/team",
        "sources/articles",
        "sources/articles/harbour-post",
        "sources/articles/harbour-post/article.txt",
        "sources/articles/harbour-post/source.yaml",
        NOTES,
        "docs/en",
        "docs/overrides/secret.html",
        "mkdocs.yml",
    ],
)
def test_nothing_is_read_through_a_link_that_leads_out(place: str, dossier: Path, outside: Path) -> None:
    shutil.copy(TOOL / "mkdocs.yml", dossier)
    (dossier / place).parent.mkdir(parents=True, exist_ok=True)
    link(dossier / place, outside / "elsewhere")
    if not (outside / "elsewhere").exists():
        (outside / "elsewhere").write_text("label: precious\n", "utf-8")
    inputs, problems = read(dossier)
    assert linked(problems) == [place]
    said = CliRunner().invoke(main, ["--root", str(dossier), "check"], catch_exceptions=False).output
    assert "precious" not in said
    assert "Traceback" not in said
    gone = {"sources/articles": 2, "sources": 2, "sources/articles/harbour-post": 1}
    texts = [source for source in inputs.sources.values() if source.text]
    assert len(texts) == 2 - gone.get(place, int(place.endswith("article.txt")))


def test_a_link_is_named_once_however_much_is_behind_it(dossier: Path, outside: Path) -> None:
    link(dossier / "sources", outside / "elsewhere")
    assert [(one.origin.path, one.code) for one in read(dossier)[1]] == [("sources", "link-leads-out")]


def test_the_mark_of_an_open_editor_is_no_problem(dossier: Path) -> None:
    (dossier / "sources/people/.#lin-wan.yaml").symlink_to("ada@machine.4711")
    assert read(dossier)[1] == ()


def test_a_pipe_is_a_problem_and_is_not_waited_for(dossier: Path) -> None:
    places = ("sources/works/kite-net.yaml", "sources/articles/harbour-post/article.txt", NOTES)
    for place in places:
        (dossier / place).unlink(missing_ok=True)
        os.mkfifo(dossier / place)
    for command in (["check"], ["check", "--fix"], ["suggest", "kite-daily"]):
        words = [sys.executable, "-m", "build_tools", "--root", str(dossier), *command]
        done = subprocess.run(words, cwd=TOOL, capture_output=True, text=True, encoding="utf-8", timeout=60)
        assert "Traceback" not in done.stderr
        for place in places if command[0] == "check" else ():
            assert f"{place}: error[unreadable-file]\n   cannot be read: not an" in done.stdout
