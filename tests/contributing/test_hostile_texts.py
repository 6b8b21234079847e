"""Who works on a dossier sees its texts as they are written: in a review, in a terminal and at the desk."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from build_tools.cli import main
from build_tools.command_line.problem_printing import show_problems
from build_tools.contributing.previewing import as_served
from build_tools.findings import survey
from build_tools.pages import plan_pages
from build_tools.pages.parts.view import View
from build_tools.pipeline import check
from build_tools.problem import Origin, Problem
from build_tools.website.editions import EDITIONS
from build_tools.website.markdown import clean
from tests.hostile import PAYLOADS, rotated, write_hostile
from tests.website.test_markdown import render

ROTATIONS = [0, *(pytest.param(by, marks=pytest.mark.soak) for by in range(1, len(PAYLOADS), 3))]
GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


@pytest.mark.parametrize("by", ROTATIONS)
def test_a_review_holds_no_markup_of_a_text(by: int, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    write_hostile(tmp_path, lambda name: name)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Harmless")
    texts = rotated(by)
    write_hostile(tmp_path, texts.__getitem__)
    done = CliRunner().invoke(main, ["--root", str(tmp_path), "diff", "main"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    tokens = GITHUB.parse(done.stdout)
    inside = [child for token in tokens for child in token.children or ()]
    assert {one.content for one in (*tokens, *inside) if one.type.startswith("html")} <= {
        *("<br>", "<strong>", "</strong>")
    }
    assert not {"link_open", "image", "s_open", "em_open", "fence", "code_block"} & {
        one.type for one in (*tokens, *inside)
    }
    words = one_line("".join(one.content for one in inside))
    for name in ("bad-article", "worse-article"):
        assert one_line(clean(texts[name])) in words, name
    assert not re.search(r"\w://|\bwww\.", done.stdout)


def git(root: Path, *arguments: str) -> None:
    name = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *name, *arguments], cwd=root, check=True, capture_output=True)


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("text", PAYLOADS.values(), ids=PAYLOADS)
def test_a_text_in_a_problem_is_no_command_to_a_workflow_or_a_terminal(text: str) -> None:
    problem = Problem(Origin(text, 1, 1, 1), "bad-id", text, text)
    (command,) = re.split("[\r\n]", show_problems((problem,), {}, "github").removesuffix("\n"))
    place, _, said = command.removeprefix("::").partition("::")
    assert unquote(said) == f"{text}\nhint: {text}"
    named = dict(part.partition("=")[::2] for part in place.removeprefix("error ").split(","))
    assert unquote(named["file"]) == text
    assert list(named) == ["file", "line", "col", "endColumn", "title"]
    shown = show_problems((problem,), {text: (text,)}, "text", 80)
    assert not {unicodedata.category(sign) for sign in shown.replace("\n", "")} & {"Cc", "Cf", "Zl", "Zp"}


@pytest.mark.parametrize("by", ROTATIONS)
def test_the_desk_shows_texts_as_pages_do(by: int, tmp_path: Path) -> None:
    write_hostile(tmp_path / "harmless", lambda name: name)
    write_hostile(tmp_path / "hostile", rotated(by).__getitem__)
    harmless, hostile = elements(tmp_path / "harmless"), elements(tmp_path / "hostile")
    assert hostile <= harmless | {"em []", "strong []"}


def elements(root: Path) -> set[str]:
    """The elements on all pages of the desk, and their attributes that a browser acts on."""
    made = check(root)
    pages = plan_pages(View(survey(made.dossier), EDITIONS["en"]))
    found: set[str] = set()
    for page in as_served(pages, made, EDITIONS["en"]):
        shown = render(page.make().body).elements
        found |= {re.sub(r"('(?:[^'\\]|\\.)*'|\"[^\"]*\")\)", ")", one) for one in shown}
    return found
