"""One article more: an invented one in each script, from the saved page to the reviewer's summary."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from tests.contributing.articles import ENGLISH, SIMPLIFIED, TRADITIONAL, Invented, page

ROOT = Path(__file__).parents[2]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A small dossier under git."""
    shutil.copytree(ROOT / "tests/dossiers/lighthouse/sources", tmp_path / "sources")
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path)
    return tmp_path


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Now")


def dossier(root: Path, *arguments: str, status: int = 0, given: bytes = b"") -> str:
    """What a command prints on standard output."""
    done = CliRunner().invoke(main, ["--root", str(root), *arguments], input=given, catch_exceptions=False)
    assert done.exit_code == status, done.output
    return done.stdout


def faults(root: Path, source: str) -> list[str]:
    """The codes of the problems that the check finds in a new source and in the files made for it."""
    done = CliRunner().invoke(main, ["--root", str(root), "check"], catch_exceptions=False)
    return [
        line.split("[")[1].rstrip("]") for line in done.stdout.splitlines() if source in line and "[" in line
    ]


@pytest.mark.parametrize(
    ("article", "name", "cut", "announced", "charset"),
    [
        (SIMPLIFIED, "星河芯片", "约1200人", "2025年10月3日", "gb2312"),
        (TRADITIONAL, "星河晶片", "約1200人", "2025年10月3日", "big5"),
        (ENGLISH, "Galaxy Chips", "about 1,200 people", "3 October 2025", "utf-8"),
    ],
    ids=lambda value: value.title if isinstance(value, Invented) else None,
)
def test_from_a_saved_page_to_the_summary(
    article: Invented, name: str, cut: str, announced: str, charset: str, clone: Path
) -> None:
    saved = page(article, f'<meta charset="{charset}">').encode(charset)
    source = "galaxy-2025-10-03"
    written = dossier(clone, "import", "-", "--id", source, given=saved)
    assert written.count(f"sources/articles/{source}/") == 4
    assert faults(clone, source) == []

    suggested = dossier(clone, "suggest", source)
    assert cut in suggested
    assert announced in suggested

    made = dossier(clone, "new", "organisation", "galaxy-chips").strip()
    (clone / made).write_text(
        f"label: {{en: Galaxy Chips, zh: 星河芯片}}\naliases: [{name}]\n", encoding="utf-8"
    )
    made = dossier(clone, "new", "figure", "galaxy-jobs-cut").strip()
    figure = "label: Jobs cut\nmeasures: {of: galaxy-chips, unit: person}\nwords: [裁员, jobs]\n"
    (clone / made).write_text(figure, encoding="utf-8")
    sentence = next(line.strip() for line in suggested.splitlines() if cut in line and "#" not in line)
    annotations = clone / "sources/articles" / source / "annotations.yaml"
    annotations.write_text(
        f"- quote: |-\n    {sentence}\n  translation: Galaxy Chips cuts 30% of its jobs, about 1,200 people, "
        f"it said on 3 October 2025.\n  claims:\n    - galaxy-jobs-cut: {cut}\n",
        encoding="utf-8",
    )
    assert faults(clone, source) == []

    report = dossier(clone, "diff", "main")
    assert "### Claims added (1)" in report
    assert "1200 person" in report
    assert f"- new: sources/{source}.md" in report
    assert f"| {source} | – → " in report


def test_a_second_import_and_a_wrong_word_on_the_way(clone: Path) -> None:
    saved = page(SIMPLIFIED).encode("gbk")
    dossier(clone, "import", "-", "--id", "galaxy", given=saved)
    assert dossier(clone, "import", "-", "--id", "galaxy", given=saved, status=1) == ""
    dossier(clone, "suggest", "galaxi", status=2)
    assert "suggestions" in dossier(clone, "suggest", "galaxy", "--write")
    assert dossier(clone, "suggest", "galaxy", "--write").endswith(": 0 suggestions\n")
    assert faults(clone, "galaxy") == []


def test_nothing_is_written_where_there_is_no_dossier(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(tmp_path), "import", "-"], input=b"One.")
    assert done.exit_code == 2
    assert "no dossier" in done.output
    assert list(tmp_path.iterdir()) == []
