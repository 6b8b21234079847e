"""Judge: conflicts joined to the editors' questions, and judgements that are older than newer claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from build_tools.evidence.keys import claim_order
from build_tools.evidence.questions import join_questions, labels, questions_of, spellings
from build_tools.evidence.summaries import check_summaries
from build_tools.model import (
    Anchored,
    Claim,
    Conflict,
    Dossier,
    EntityId,
    Inputs,
    Mention,
    Question,
    StatementGroup,
    TextValue,
)
from build_tools.problem import Problem, Problems, Severity
from build_tools.text.folding import fold_plain

OF_QUESTIONS = ("question-without-conflict", "judgement-stale")
OF_PROSE = ("summary-not-supported", "name-not-supported")


def check_questions(questions: Iterable[Question], dossier: Dossier) -> Iterable[Problem]:
    """Problems of questions: outdated judgements, sources that agree, `silent:` articles that speak."""
    for question in questions:
        conflict = dossier.by_question.get(question.id)
        yield from _not_silent(conflict, question, dossier)
        if conflict is None:
            yield _without_conflict(question)
        elif question.decided or question.seen:
            news = _news(conflict, question)
            if news:
                hint = f"read it again, correct `reason:` if needed, and run `dossier judge {question.id}`"
                yield Problem(question.origin, "judgement-stale", news, hint, Severity.WARNING)


def unless_claims_are_lost(found: Problems, others: Problems) -> Problems:
    """The problems; without those of questions where an error dropped a claim, whose side only seems gone."""
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


def _not_silent(conflict: Conflict | None, question: Question, dossier: Dossier) -> Iterator[Problem]:
    """Articles that `silent:` names and that say something on the point."""
    if not question.silent:
        return
    first = {claim.citation.source: claim for claim in reversed(_on_point(conflict, question, dossier))}
    for source in question.silent:
        if claim := first.get(source):
            message = f"`silent:` lists `{source}`, which has a claim on this in line {claim.citation.line}"
            hint = f"take `{source}` out of `silent:`"
            yield Problem(question.origin, "silent-speaks", message, hint)


def _on_point(conflict: Conflict | None, question: Question, dossier: Dossier) -> tuple[Claim, ...]:
    """The claims on what a question asks, in the order of the articles."""
    sides = (side.claims for side in conflict.sides) if conflict else ()
    known = {claim.id: claim for claim in (*chain(*sides), *(conflict.fits_both if conflict else ()))}
    asked = {question.id, question.about or question.id}
    groups = (group for subject in asked for group in dossier.groups_of.get(subject, ()))
    known |= {claim.id: claim for group in groups for claim in group.claims if _asks(question, claim)}
    return tuple(sorted(known.values(), key=claim_order))


def _asks(question: Question, claim: Claim) -> bool:
    if claim.subject == question.id:
        return True
    asked = question.about_property in (None, claim.property)
    told = isinstance(claim.value, TextValue)
    return not question.answers and claim.subject == question.about and asked and not told


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


def judge(
    inputs: Inputs,
    mentions: tuple[Mention, ...],
    anchored: tuple[Anchored, ...],
    groups: tuple[StatementGroup, ...],
    conflicts: tuple[Conflict, ...],
) -> tuple[Dossier, Problems]:
    """The dossier, and problems of judgements and prose that the evidence no longer supports."""
    questions = questions_of(inputs.entities.values())
    dossier = Dossier(inputs, mentions, anchored, groups, join_questions(conflicts, questions))
    early = _unproven(dossier)
    stale = check_questions([one for one in questions if _subject(one) not in early], dossier)
    return dossier, (
        *stale,
        *check_summaries(dossier),
    )


def _subject(question: Question) -> EntityId:
    """What the claims are on that bear on a question."""
    return question.id if question.answers else question.about or question.id


def _unproven(dossier: Dossier) -> frozenset[EntityId]:
    """The subjects with unproven claims; questions on them are not judged yet."""
    written = Counter(claim.subject.text for one in dossier.inputs.annotations for claim in one.claims)
    proven: Counter[str] = Counter(claim.subject for claim in dossier.claims)
    return frozenset(map(EntityId, (written - proven).keys()))
