"""The pages for developers: their links lead somewhere, their examples run, their paths exist."""

from __future__ import annotations

import doctest
import re
from functools import cache
from pathlib import Path

import pytest

from build_tools import DossierError, check, load
from build_tools.problem import Severity

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs/dev").rglob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
PATH = re.compile(r"`((?:build_tools|tests|docs|\.ci|\.devcontainer)/[\w./-]*\w/?)`")
NAME = re.compile(r"`([a-z]+(?:_[a-z]+)+|[A-Z][A-Z_]+)`")
DECISION = re.compile(r"# .+\n\n## Context\n\n.+\n\n## Decision\n\n.+\n\n## Consequences\n\n.+\n")


def of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@cache
def words_of_code() -> frozenset[str]:
    """Every name in the code of the tool and its tests, and in the settings of the renderer."""
    files = [*(ROOT / "build_tools").rglob("*.py"), *(ROOT / "tests").rglob("*.py"), ROOT / "mkdocs.yml"]
    return frozenset(word for file in files for word in re.findall(r"\w+", file.read_text("utf-8")))


@pytest.mark.parametrize("page", PAGES, ids=of)
def test_links_lead_to_files(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text("utf-8")) if not re.match(r"[a-z]+:", link)]
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=of)
def test_the_paths_named_exist(page: Path) -> None:
    named = set(PATH.findall(page.read_text("utf-8"))) - {"build_tools/look/"}
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=of)
def test_the_names_of_code_exist(page: Path) -> None:
    assert set(NAME.findall(page.read_text("utf-8"))) - words_of_code() == set()


def test_each_decision_has_its_three_parts_and_is_listed() -> None:
    index = (ROOT / "docs/dev/decisions/README.md").read_text("utf-8")
    for page in (ROOT / "docs/dev/decisions").glob("[0-9]*.md"):
        text = page.read_text("utf-8")
        assert DECISION.fullmatch(text), page.name
        title = text.partition("\n")[0].removeprefix("# ")
        assert f"[{title}]({page.name})" in index


def test_the_example_of_the_api_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(ROOT / "docs/dev/api.md"), module_relative=False)
    assert result.attempted > 3
    assert result.failed == 0


def test_errors_are_raised_by_load_and_listed_by_check() -> None:
    root = ROOT / "tests/broken/tab"
    errors = tuple(one for one in check(root).problems if one.severity is Severity.ERROR)
    assert errors
    with pytest.raises(DossierError) as raised:
        load(root)
    assert raised.value.problems == errors
    assert str(raised.value).startswith(f"{errors[0].origin.path}:{errors[0].origin.line}: ")
