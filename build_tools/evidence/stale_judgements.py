"""Judgements that newer claims make stale, and questions without a disagreement."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.evidence.questions import labels, spellings
from build_tools.model import Conflict, Dossier, Question
from build_tools.problem import Problem, Problems, Severity
from build_tools.text.folding import fold_plain

OF_QUESTIONS = ("question-without-conflict", "judgement-stale")
OF_PROSE = ("summary-not-supported", "name-not-supported")


def check_questions(questions: Iterable[Question], dossier: Dossier) -> Iterable[Problem]:
    """Judgements made before newer claims, and questions without a disagreement."""
    for question in questions:
        conflict = dossier.by_question.get(question.id)
        if conflict is None:
            yield _without_conflict(question)
        elif question.decided or question.seen:
            news = _news(conflict, question)
            if news:
                hint = f"read it again, correct `reason:` if needed, and run `dossier judge {question.id}`"
                yield Problem(question.origin, "judgement-stale", news, hint, Severity.WARNING)


def unless_claims_are_lost(found: Problems, others: Problems) -> Problems:
    """Problems without those of questions, if an error dropped a claim: its side only seems to be gone."""
    if loses_claims(others):
        return tuple(problem for problem in found if problem.code not in OF_QUESTIONS)
    return found


def loses_claims(problems: Problems) -> bool:
    """Whether an error may have dropped a claim; one in the editors' prose does not."""
    return any(one.severity is Severity.ERROR and one.code not in OF_PROSE for one in problems)


def _news(conflict: Conflict, question: Question) -> str:
    """What has changed since the judgement, in words."""
    if not question.seen:
        return "the judgement does not record which sides the editors had seen"
    on_side = {
        claim.id: label
        for label, side in zip(labels(conflict), conflict.sides, strict=True)
        for claim in side.claims
    }
    new = [
        f"{claim.citation.source} says {claim.raw or on_side.get(claim.id, '')}" for claim in conflict.unseen
    ]
    lost = [f"no article says {value} any more" for value in _gone(conflict, question)]
    changes = "; ".join(dict.fromkeys((*new, *lost)))
    return f"since the judgement: {changes}" if changes else ""


def _without_conflict(question: Question) -> Problem:
    hint = "delete the question, or correct what it is about; another question may already have the conflict"
    if question.answers:
        message = "the sources do not disagree in their answers"
    elif question.about:
        named = ".".join(filter(None, (question.about, question.about_property)))
        message = f"the sources do not disagree on `{named}`"
    else:
        message = "the question does not say what it is about"
        hint = "add `about: some-figure` or `about: some-person.role`, or `answers:` that claims choose from"
    return Problem(question.origin, "question-without-conflict", message, hint, Severity.WARNING)


def _gone(conflict: Conflict, question: Question) -> tuple[str, ...]:
    """The values that were judged and that no side states any more."""
    pairs = zip(labels(conflict), conflict.sides, strict=True)
    now = frozenset[str]().union(*(spellings(*pair) for pair in pairs))
    return tuple(value for value, _ in question.seen if fold_plain(value) not in now)
