"""`dossier serve` from its start to Ctrl-C, as a contributor sees it in a browser and in a terminal."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_tools.contributing.previewing import LastRead, what_to_watch
from build_tools.pipeline import check
from build_tools.website.look import TOOL
from tests.browser.browsing import free_port

PATIENCE = 60  # seconds, for a machine with much else to do
NOTES = "sources/articles/harbour-post/annotations.yaml"


@dataclass(frozen=True)
class Served:
    """A dossier that is served, and what the command has said."""

    root: Path
    address: str
    process: subprocess.Popen[bytes]

    def page(self, path: str) -> str:
        """A page as the browser gets it, where a sum stays on one line; nothing where there is none."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode()).replace("\u00a0", " ")
        except urllib.error.URLError:
            return ""

    def wait_for(self, path: str, words: str) -> str:
        """The page once it holds these words; no words: once it is gone."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            page = self.page(path)
            if words in page and bool(page) == bool(words):
                return page
            time.sleep(0.1)
        pytest.fail(f"{path} never showed {words!r}; the terminal:\n{self.said()}")

    def said(self) -> str:
        """What stands in the terminal."""
        return (self.root / "terminal.txt").read_text("utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    shutil.copytree(TOOL / "tests/broken/base", tmp_path, dirs_exist_ok=True)
    port = free_port()
    command = [sys.executable, "-m", "build_tools", "--root", str(tmp_path), "serve", "--port", str(port)]
    # What a shell starts in the background ignores Ctrl-C, and so does all that it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with (tmp_path / "terminal.txt").open("wb") as terminal:
        process = subprocess.Popen(
            command, stdout=terminal, stderr=terminal, env={**os.environ, "PYTHONPATH": str(TOOL)}
        )
        try:
            served = Served(tmp_path, f"http://127.0.0.1:{port}/en/", process)
            served.wait_for("", "</html>")
            yield served
        finally:
            process.kill()
            process.wait()
            signal.signal(signal.SIGINT, before)


def test_a_dossier_is_watched_where_its_files_are(tmp_path: Path) -> None:
    shutil.copytree(TOOL / "tests/broken/base/sources", tmp_path / "sources")
    assert what_to_watch(tmp_path) == [tmp_path / "sources"]
    bare = tmp_path / "sources"  # a dossier without a folder of that name
    (bare / "build").mkdir()
    found = {path.name for path in what_to_watch(bare)}
    assert {"dossier.yaml", "vocabulary.yaml", "articles", "people"} <= found
    assert "build" not in found
    with (bare / "vocabulary.yaml").open("a", encoding="utf-8") as vocabulary:
        vocabulary.write("kinds:\n  ship: {folder: ships, label: Ship, plural: Ships}\n")
    (bare / "ships").mkdir()
    assert bare / "ships" in what_to_watch(bare)


def test_serve_shows_edits_and_their_problems_until_it_is_interrupted(served: Served) -> None:
    notes, people = served.root / NOTES, served.root / "sources/people"
    whole = notes.read_text("utf-8")

    notes.write_text(whole.replace("for 1.5 billion", "for 1,500 million"), "utf-8")
    assert "Problems: " not in served.wait_for("sources/harbour-post/", "for 1,500 million")
    notes.write_text(whole.replace("claims:", "claims: [", 1), "utf-8")
    assert "for 1,500 million" in served.wait_for("sources/harbour-post/", "Problems: 1")
    assert "until it is, the pages stay as they were" in served.said()
    notes.write_text(whole, "utf-8")
    served.wait_for("sources/harbour-post/", "for 1.5 billion")

    (people / "lin-wan.yaml").rename(people / "lin-yuan.yaml")
    served.wait_for("people/lin-yuan/", "林晚")
    assert not served.page("people/lin-wan/")
    (people / "lin-yuan.yaml").rename(people / "lin-wan.yaml")
    served.wait_for("people/lin-wan/", "林晚")

    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(timeout=PATIENCE) == 0
    said = served.said()
    assert f"{served.address} " in said
    assert "annotations.yaml:4:" in said
    assert "no problems\n" in said.rpartition("read in")[2]
    assert "Traceback" not in said
    assert max(map(len, said.splitlines())) <= 80


def test_only_a_file_that_can_no_longer_be_read_leaves_the_pages_as_they_were(tmp_path: Path) -> None:
    shutil.copytree(TOOL / "tests/broken/base/sources", tmp_path / "sources")
    work, person = tmp_path / "sources/works/kite-os.yaml", tmp_path / "sources/people/lin-wan.yaml"
    before = LastRead()
    whole = before.unless_unread(check(tmp_path))

    sound = work.read_text("utf-8")
    work.write_text(sound.replace("label:", "label: ["), "utf-8")
    shown = before.unless_unread(check(tmp_path))
    assert shown.dossier is whole.dossier
    assert {each.code for each in shown.problems} == {each.code for each in check(tmp_path).problems}

    fresh = LastRead()  # started with the fault: there is nothing from before
    fresh.unless_unread(check(tmp_path))
    person.write_text(person.read_text("utf-8").replace("en: Lin Wan", "en: Lin the First"), "utf-8")
    made = check(tmp_path)
    assert fresh.unless_unread(made) is made
    assert before.unless_unread(made).dossier is whole.dossier

    work.write_text(sound, "utf-8")
    made = check(tmp_path)
    assert before.unless_unread(made) is made
