"""A draft is marked wherever its words are shown, until a person has read it; all are counted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.problem import Severity
from tests.pages.browse import pages_of, see

BASE = Path(__file__).parents[1] / "broken" / "base"
ANNOTATIONS = "sources/articles/harbour-post/annotations.yaml"
MARK = "Drafted by a model, not yet read by a person."
LAST = "    - lin-wan: {role: chief-executive, at: lantern-kite}\n"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "dossier"))


def add(root: Path, *lines: str) -> None:
    """Write entries under the last annotation of the Harbour Post, which is on Lin Wan."""
    path = root / ANNOTATIONS
    text = path.read_text(encoding="utf-8")
    assert text.endswith(LAST)
    path.write_text(text + "".join(f"  {line}\n" for line in lines), encoding="utf-8")


def texts(root: Path, edition: str = "en") -> dict[str, str]:
    made = pages_of(pipeline.check(root).dossier, edition)
    return {str(page.address): see(page).text for page in made}


def test_a_draft_is_marked_beside_its_passage_and_in_its_footnotes(dossier: Path) -> None:
    add(dossier, "drafted_by: a model")
    shown = texts(dossier)
    assert shown["sources/harbour-post.md"].count(MARK) == 1
    assert shown["people/lin-wan.md"].count(MARK) == 1
    assert MARK not in shown["figures/purchase-price.md"]
    assert "由a model起草，尚未经人工核读。" in texts(dossier, "zh-Hans")["people/lin-wan.md"]


def test_the_mark_goes_when_a_person_has_read_it(dossier: Path) -> None:
    add(dossier, "drafted_by: a model", "read_by: An Editor")
    shown = texts(dossier)
    assert not any(MARK in text for text in shown.values())
    assert "Annotations not yet read by a person: 1 of 2." in shown["sources/harbour-post.md"]
    assert pipeline.check(dossier).problems == ()


def test_annotations_that_nobody_has_read_are_counted_and_not_marked(dossier: Path) -> None:
    shown = texts(dossier)
    assert "Annotations not yet read by a person: 2 of 2." in shown["sources/harbour-post.md"]
    assert "0 of 2" in shown["coverage.md"]
    assert "0 of 3" in shown["coverage.md"]
    assert not any("Drafted by" in text for text in shown.values())


@pytest.mark.parametrize(
    ("setting", "severities"),
    [("", [Severity.WARNING]), ("drafted", [Severity.ERROR]), ("all", [Severity.ERROR, Severity.ERROR])],
)
def test_a_setting_holds_the_site_back(dossier: Path, setting: str, severities: list[Severity]) -> None:
    add(dossier, "drafted_by: a model")
    if setting:
        with (dossier / "sources/dossier.yaml").open("a", encoding="utf-8") as file:
            file.write(f"must_be_read: {setting}\n")
    problems = pipeline.check(dossier).problems
    assert [problem.code for problem in problems] == ["not-yet-read"] * len(severities)
    assert [problem.severity for problem in problems] == severities
