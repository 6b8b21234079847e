"""Judgements: the cases of `tests/cases/judging.md`, and what the editors have before them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.evidence import fold_claims, judge
from build_tools.evidence.questions import seen_of
from build_tools.model import Answer, Conflict, EntityId, Kind, PropertyId, Question, SourceId, TermId
from tests.cases import Case, read_cases
from tests.evidence.world import say, tell

NOBODY_ANSWERS = "the sources do not disagree in their answers"  # to `kept`, which stands in every world
ANSWERS = (Answer(TermId("yes"), say("Yes")), Answer(TermId("no"), say("No")))
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
    dossier, problems = judge(told.inputs, (), (), fold_claims(told.claims), told.conflicts)
    warnings = [f"{one.code}: {one.message}" for one in problems if one.message != NOBODY_ANSWERS]
    assert "\n".join([*map(shown, dossier.conflicts), *warnings]) == case.expected


def test_a_question_with_answers_leaves_the_conflict_on_what_it_is_about_to_another() -> None:
    lines = "first: price = 143亿美元\nsecond: price = 148亿美元\nfirst: kept = yes\nsecond: kept = no"
    answered = replace(parse_question("about price"), id=EntityId("kept"), answers=ANSWERS)
    told = tell(lines, (answered,))
    dossier, _ = judge(told.inputs, (), (), fold_claims(told.claims), told.conflicts)
    found = {each.id: each.question.id if each.question else "" for each in dossier.conflicts}
    assert found == {"price": "", "kept": "kept"}
    assert {each.id for each in dossier.conflicts_of[EntityId("price")]} == {"price", "kept"}


def test_a_question_with_answers_asks_for_those_and_not_for_what_it_is_about() -> None:
    told = tell("first: price = 143亿美元", (replace(parse_question("about price"), answers=ANSWERS),))
    _, problems = judge(told.inputs, (), (), fold_claims(told.claims), told.conflicts)
    assert [problem.message for problem in problems] == [NOBODY_ANSWERS] * 2


def test_what_the_editors_have_before_them_is_what_judge_writes() -> None:
    told = tell("first: price = 143亿美元\nsecond: price = 148億美元\nthird: price = 143億美元")
    assert seen_of(told.conflicts[0]) == {"143亿美元": ("first", "third"), "148億美元": ("second",)}
