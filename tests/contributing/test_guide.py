"""The guide names nothing that is not there, and its examples stand in the dossier as they are shown."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from build_tools.cli import main
from build_tools.contributing.explaining import read_words
from build_tools.reading.claim_shapes import AnnotationShape
from build_tools.reading.settings_shapes import SettingsShape
from build_tools.reading.shapes import SourceShape
from build_tools.text.letters import HAN_LETTER

ROOT = Path(__file__).parents[2]
GUIDES = [ROOT / "docs/en/guide.md", ROOT / "docs/zh/guide.md", ROOT / "CONTRIBUTING.md"]
EVENINGS = [ROOT / "docs/en/evening.md", ROOT / "docs/zh/evening.md"]
by_name = pytest.mark.parametrize(
    "path", [*GUIDES, *EVENINGS], ids=lambda path: f"{path.parent.name}/{path.name}"
)


def blocks(path: Path, kind: str) -> list[str]:
    """The code blocks of one kind."""
    return re.findall(rf"```{kind}\n(.*?)```", path.read_text("utf-8"), re.S)


def said(path: Path) -> list[str]:
    """Every command that the page tells to type, without its comment."""
    typed = re.findall(r"^\$ (.*)$", "\n".join(blocks(path, "console")), re.M)
    inline = re.findall(r"`((?:dossier|make) [^`]+)`", path.read_text("utf-8"))
    return [re.sub(r"\s+#.*", "", command) for command in (*typed, *inline)]


@by_name
def test_every_command_is_there_with_its_options(path: Path) -> None:
    commands = [command.split() for command in said(path) if command.startswith("dossier ")]
    assert commands
    for words in commands:
        found: click.Command = main
        for word in words[1:]:
            if isinstance(found, click.Group):
                below = found.get_command(click.Context(found), word)
                assert below, words
                found = below
            elif word.startswith("--"):
                assert word in [option for one in found.params for option in one.opts], words


@by_name
def test_every_target_of_make_is_there(path: Path) -> None:
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    for command in said(path):
        if command.startswith("make "):
            assert command.split()[1] in targets


@pytest.mark.parametrize("path", [*GUIDES[:2], *EVENINGS], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_examples_stand_in_the_dossier(path: Path) -> None:
    """Word for word, but for the translation, which may be polished in the one place and not in the other."""
    folders = (ROOT / "sources", *(ROOT / "tests/dossiers").glob("*/sources"))
    files = [
        untranslated(file.read_text("utf-8")) for each in folders for file in sorted(each.rglob("*.yaml"))
    ]
    found = blocks(path, "yaml")
    assert len(found) == (9 if path in GUIDES else 2)
    for block in found:
        assert any(untranslated(block) in text for text in files), block


def untranslated(text: str) -> str:
    """A file without its translations."""
    return re.sub(r"^ +translation: .*\n", "", text, flags=re.M)


@by_name
def test_every_link_leads_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (path.parent / target).exists(), target


def test_the_entries_it_explains_are_known() -> None:
    known = {
        (field.alias or name).rstrip("_")
        for shape in (AnnotationShape, SettingsShape, SourceShape)
        for name, field in shape.model_fields.items()
    } | {"account"}
    for path in GUIDES[:2]:
        for cell in re.findall(r"^\| (`.*?) \|", path.read_text("utf-8"), re.M):
            assert {name.split(":")[0] for name in re.findall(r"`([^`]+)`", cell)} <= known


@pytest.mark.parametrize("pages", [GUIDES[:2], EVENINGS], ids=["guide", "evening"])
def test_both_languages_have_the_same_sections(pages: list[Path]) -> None:
    english, chinese = (re.findall(r"^##.*\{ ?#(\S+?) ?\}", path.read_text("utf-8"), re.M) for path in pages)
    assert english == chinese
    assert len(english) > 6


def test_what_is_written_for_readers_of_english_holds_no_chinese() -> None:
    for path in sorted((ROOT / "docs/en").glob("*.md")):
        assert not HAN_LETTER.search(path.read_text("utf-8")), path


def test_the_problem_it_shows_is_explained() -> None:
    for path in GUIDES[:2]:
        codes = re.findall(r"error\[([\w-]+)\]", path.read_text("utf-8"))
        assert codes
        assert set(codes) <= set(read_words())


def test_contributing_fits_on_two_screens() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines()) <= 50
