"""Texts about the dossiers here, with the verdict on each statement worked out by hand from the articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.auditing.audit_types import Audit, AuditVerdict
from build_tools.auditing.auditing_texts import audit
from tests.checked import checked

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TEXTS = {
    "report": ROOT,
    "answer": ROOT,
    "essay": ROOT,
    "english": ROOT / "tests/dossiers/english",
    "ferry": ROOT / "tests/dossiers/ferry",
}


def case(name: str) -> tuple[str, list[tuple[str, str]]]:
    """A text, and the words of each statement with its verdict; what is behind that is the reason."""
    text, _, expected = (HERE / "texts" / f"{name}.md").read_text(encoding="utf-8").partition("---\n")
    rows = [line.split(" | ") for line in expected.splitlines()]
    return text, [(words, verdict) for words, verdict, _ in rows]


def found(name: str) -> Audit:
    return audit(checked(TEXTS[name]).dossier, case(name)[0])


@pytest.mark.parametrize("name", TEXTS)
def test_each_statement_gets_the_verdict_of_a_careful_reader(name: str) -> None:
    made = [(one.words, str(one.verdict)) for one in found(name).statements]
    assert made == case(name)[1]


@pytest.mark.parametrize("name", TEXTS)
def test_a_statement_is_where_the_text_has_it(name: str) -> None:
    text, _ = case(name)
    assert all(text[one.span.start : one.span.end] == one.words for one in found(name).statements)


def disputes(name: str) -> Iterator[tuple[str, list[bool]]]:
    for one in found(name).statements:
        if one.verdict is AuditVerdict.DISPUTED:
            yield one.words, [side.named for side in one.sides]


def test_a_dispute_says_whether_the_text_names_both_sides() -> None:
    assert dict(disputes("answer")) == {
        "$14.3 billion": [True, True],
        "$14.8 billion": [True, True],
        "Chief Technology Officer": [False, True],
    }
    assert sorted(dict(disputes("report"))["148亿美元"]) == [False, True]


@pytest.mark.parametrize("root", [ROOT / "tests/dossiers" / name for name in ("english", "disaster", "dam")])
def test_no_article_contradicts_its_own_dossier(root: Path) -> None:
    read = checked(root).dossier
    for source in read.inputs.sources.values():
        made = audit(read, source.text, source.published).statements
        assert [one.words for one in made if one.verdict is AuditVerdict.CONTRADICTED] == []


@pytest.mark.soak
@pytest.mark.parametrize("root", [ROOT, ROOT / "tests/dossiers/ferry"])
def test_no_translation_of_an_article_contradicts_its_dossier(root: Path) -> None:
    read = checked(root).dossier
    for id in read.inputs.sources:
        quotes = (one.annotation for one in read.anchored if one.citation.source == id)
        text = "\n\n".join(one.translation.en.replace("\n", " ") for one in quotes if one.translation.en)
        made = audit(read, text).statements
        assert [one.words for one in made if one.verdict is AuditVerdict.CONTRADICTED] == []
