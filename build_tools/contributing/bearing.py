"""Which errors of a dossier may hide a side of one question: the others do not stop its judgement."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.evidence.judging import loses_claims
from build_tools.model import Annotation, Build, EntityId, Question
from build_tools.problem import Problem, Problems

ANNOTATIONS = "annotations.yaml"
OF_ARTICLES = (ANNOTATIONS, "source.yaml", "article.txt")


def errors_that_bear(made: Build, question: EntityId, unread: Problems) -> Problems:
    """The errors that may have dropped a claim on what the question is about.

    `unread` are those of reading: what cannot be read may be about anything.
    """
    subjects = subjects_of(made, question)
    own = {made.dossier.inputs.entities[id].origin.path for id in subjects}
    found = (one for one in made.problems if loses_claims((one,)))
    return tuple(one for one in found if one in unread or concerns_subject(one, made, subjects, own))


def subjects_of(made: Build, question: EntityId) -> frozenset[EntityId]:
    """What claims on the question are about: itself, what it asks of, what its sides say something of."""
    entity, conflict = made.dossier.inputs.entities[question], made.dossier.by_question.get(question)
    asked = entity.about if isinstance(entity, Question) else None
    sides = conflict.sides if conflict else ()
    said = (claim.subject for side in sides for claim in side.claims)
    known = made.dossier.inputs.entities
    return frozenset(id for id in (question, asked, *said) if id is not None and id in known)


def concerns_subject(problem: Problem, made: Build, subjects: frozenset[EntityId], own: set[str]) -> bool:
    """Whether an error is in the file of a subject, or in an annotation with a claim on one."""
    path = problem.origin.path
    if PurePosixPath(path).name not in OF_ARTICLES:
        return path in own or PurePosixPath(path).name in ("vocabulary.yaml", "dossier.yaml")
    if not path.endswith(ANNOTATIONS):
        return True
    at = annotation_at(problem, made)
    return at is None or any(claim.subject.text in subjects for claim in at.claims)


def annotation_at(problem: Problem, made: Build) -> Annotation | None:
    """The annotation in which a problem is; nothing where none begins before it."""
    before = [one for one in annotations_in(problem.origin.path, made) if one.origin <= problem.origin]
    return max(before, key=lambda one: one.origin, default=None)


def annotations_in(path: str, made: Build) -> Iterator[Annotation]:
    """The annotations of a file, those of earlier texts too."""
    inputs = made.dossier.inputs
    return (one for one in (*inputs.annotations, *inputs.earlier) if one.origin.path == path)
