"""The file of a question: the one that is offered for a conflict, and what `dossier judge` writes into it."""

from __future__ import annotations

import pytest
import yaml

from build_tools.contributing.question_files import question_stub, with_seen
from build_tools.evidence import fold_claims, judge
from build_tools.evidence.questions import seen_of
from build_tools.model import EntityId, Kind, PropertyId, Question, SourceId
from tests.evidence.world import say, tell

PRICES = "first: price = 143亿美元\nsecond: price = 148亿美元"


def asked(stub: str) -> Question:
    """The question in a file, as if it had been decided."""
    written = yaml.safe_load(stub)
    about, _, property = written["about"].partition(".")
    return Question(
        id=EntityId("q"),
        kind=Kind.QUESTION,
        label=say("?"),
        about=EntityId(about),
        about_property=PropertyId(property) if property else None,
        seen=tuple((value, tuple(map(SourceId, ids))) for value, ids in written["seen"].items()),
        decided="2026-01-01",
    )


def test_the_question_offered_for_a_conflict_is_one_that_reads() -> None:
    stub = question_stub(tell(PRICES).conflicts[0])
    assert stub.startswith("# questions/price-disputed.yaml\n")
    assert yaml.safe_load(stub) == {
        "question": {"en": "…", "zh": "…"},
        "about": "price",
        "status": "open",
        "seen": {"143亿美元": ["first"], "148亿美元": ["second"]},
    }


def test_a_dossier_in_one_language_is_asked_in_it() -> None:
    stub = question_stub(tell(PRICES).conflicts[0], ["en"])
    assert yaml.safe_load(stub)["question"] == "…"


@pytest.mark.parametrize(
    ("lines", "about"),
    [
        ("first: ann.role = ceo; at acme\nsecond: ben.role = ceo; at acme", "ann.role"),
        ("first: ann.role = cto; at acme\nsecond: ann.role = coo; at acme", "ann.role"),
        ("first: cut\nsecond: not cut", "cut"),
        ("first: draft.date = 2025年7月\nsecond: launch.date = 2025年5月", "launch.date"),
        ("first: whole = 128亿美元\nfirst: part-one = 31亿美元\nfirst: part-two = 42亿美元", "whole"),
    ],
)
def test_the_question_offered_names_its_conflict_and_is_up_to_date(lines: str, about: str) -> None:
    stub = question_stub(tell(lines).conflicts[0])
    assert yaml.safe_load(stub)["about"] == about
    told = tell(lines, (asked(stub),))
    dossier, problems = judge(told.inputs, (), (), fold_claims(told.claims), told.conflicts)
    assert [conflict.question and conflict.question.id for conflict in dossier.conflicts] == ["q"]
    assert "judgement-stale" not in [problem.code for problem in problems]


def test_what_is_offered_is_what_judge_would_write() -> None:
    conflict = tell(PRICES).conflicts[0]
    stub = question_stub(conflict)
    assert with_seen(stub, seen_of(conflict)) == stub


def test_judge_replaces_what_was_seen_and_nothing_else() -> None:
    text = "about: price\nseen:\n  143亿美元: [first]\n  # first\n\nreason: unclear\n"
    assert with_seen(text, {"不到3:1": ("second",)}) == (
        "about: price\nseen:\n  不到3:1: [second]\n\nreason: unclear\n"
    )
