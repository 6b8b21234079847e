"""Judgements: the cases of `tests/cases/judging.md`, and what is offered to paste and to keep."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from build_tools.evidence import fold, judge
from build_tools.evidence.questions import question_stub, seen_of
from build_tools.model import Conflict, EntityId, Kind, PropertyId, Question, SourceId, TermId
from tests.cases import Case, read_cases
from tests.evidence.world import say, tell

NOBODY_ANSWERS = "the sources do not differ in their answers"  # to `kept`, which stands in every world
ANSWERS = ((TermId("yes"), say("Yes")), (TermId("no"), say("No")))
Lines = dict[str, list[str]]


def parse_question(text: str) -> Question:
    """The question file of a case."""
    lines: Lines = {}
    for line in text.splitlines():
        key, _, rest = line.partition(" ")
        lines.setdefault(key, []).append(rest)
    about, _, property = lines["about"][0].partition(".")
    seen = (line.rpartition(": ") for line in lines.get("seen", []))
    return Question(
        id=EntityId("q"),
        kind=Kind.QUESTION,
        label=say("?"),
        about=EntityId(about),
        about_property=PropertyId(property) if property else None,
        seen=tuple((value, tuple(map(SourceId, sources.split(", ")))) for value, _, sources in seen),
        decided=lines.get("decided", [""])[0],
    )


def shown(conflict: Conflict) -> str:
    asked = f"{conflict.id} asked by {conflict.question.id if conflict.question else 'nobody'}"
    new = ", ".join(f"{claim.citation.source} {claim.raw}" for claim in conflict.unseen)
    return f"{asked}; new: {new}" if new else asked


@pytest.mark.parametrize("case", read_cases("judging"), ids=str)
def test_judgements(case: Case) -> None:
    claims, _, question = case.input.partition("---\n")
    told = tell(claims, (parse_question(question),))
    dossier, problems = judge(told.inputs, (), (), fold(told.claims), told.conflicts)
    warnings = [f"{one.code}: {one.message}" for one in problems if one.message != NOBODY_ANSWERS]
    assert "\n".join([*map(shown, dossier.conflicts), *warnings]) == case.expected


def test_a_question_with_answers_leaves_the_conflict_on_what_it_is_about_to_another() -> None:
    lines = "first: price = 143亿美元\nsecond: price = 148亿美元\nfirst: kept = yes\nsecond: kept = no"
    answered = replace(parse_question("about price"), id=EntityId("kept"), answers=ANSWERS)
    told = tell(lines, (answered,))
    dossier, _ = judge(told.inputs, (), (), fold(told.claims), told.conflicts)
    found = {each.id: each.question.id if each.question else "" for each in dossier.conflicts}
    assert found == {"price": "", "kept": "kept"}
    assert {each.id for each in dossier.conflicts_of[EntityId("price")]} == {"price", "kept"}


def test_a_question_with_answers_asks_for_those_and_not_for_what_it_is_about() -> None:
    told = tell("first: price = 143亿美元", (replace(parse_question("about price"), answers=ANSWERS),))
    _, problems = judge(told.inputs, (), (), fold(told.claims), told.conflicts)
    assert [problem.message for problem in problems] == [NOBODY_ANSWERS] * 2


def test_what_the_editors_have_before_them_is_what_judge_writes() -> None:
    told = tell("first: price = 143亿美元\nsecond: price = 148億美元\nthird: price = 143億美元")
    assert seen_of(told.conflicts[0]) == {"143亿美元": ("first", "third"), "148億美元": ("second",)}


def test_the_question_offered_for_a_conflict_is_one_that_reads_and_is_up_to_date() -> None:
    told = tell("first: price = 143亿美元\nsecond: price = 148亿美元")
    stub = question_stub(told.conflicts[0])
    assert stub.startswith("# questions/price-disputed.yaml\n")
    assert yaml.safe_load(stub) == {
        "question": {"en": "…", "zh": "…"},
        "about": "price",
        "status": "open",
        "seen": {"143亿美元": ["first"], "148亿美元": ["second"]},
    }


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
def test_the_question_offered_names_its_conflict(lines: str, about: str) -> None:
    told = tell(lines)
    stub = yaml.safe_load(question_stub(told.conflicts[0]))
    asked = f"about {stub['about']}\n" + "".join(
        f"seen {value}: {', '.join(sources)}\n" for value, sources in stub["seen"].items()
    )
    assert stub["about"] == about
    told = tell(lines, (parse_question(f"{asked}decided 2026-01-01"),))
    dossier, problems = judge(told.inputs, (), (), fold(told.claims), told.conflicts)
    assert [conflict.question and conflict.question.id for conflict in dossier.conflicts] == ["q"]
    assert [problem.message for problem in problems] == [NOBODY_ANSWERS]
