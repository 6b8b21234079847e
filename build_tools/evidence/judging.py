"""Judge: the dossier as a whole, its conflicts joined to what the editors say of them."""

from __future__ import annotations

from build_tools.evidence.overtaken import check_questions
from build_tools.evidence.published import check_published
from build_tools.evidence.questions import join, questions_of
from build_tools.evidence.relays import check_relays
from build_tools.evidence.summaries import check_summaries
from build_tools.model import Anchored, Conflict, Dossier, Inputs, Mention, Question, StatementGroup
from build_tools.problem import Problems


def judge(
    inputs: Inputs,
    mentions: tuple[Mention, ...],
    anchored: tuple[Anchored, ...],
    groups: tuple[StatementGroup, ...],
    conflicts: tuple[Conflict, ...],
) -> tuple[Dossier, Problems]:
    """All that a page may need; and judgements, prose and sources that the evidence no longer bears out."""
    questions = questions_of(inputs.entities.values())
    dossier = Dossier(inputs, mentions, anchored, groups, join(conflicts, questions))
    settled = [one for one in questions if not _awaits_proof(one, dossier)]
    stale = check_questions(settled, dossier.conflicts)
    return dossier, (
        *stale,
        *check_relays(inputs.sources),
        *check_summaries(dossier),
        *check_published(dossier),
    )


def _awaits_proof(question: Question, dossier: Dossier) -> bool:
    """Whether claims on a question's subject are not proven yet: then it is too early to say more of it."""
    subject = question.id if question.answers else question.about or question.id
    annotations = dossier.inputs.annotations
    written = sum(claim.subject.text == subject for one in annotations for claim in one.claims)
    return written > sum(len(group.claims) for group in dossier.groups_of.get(subject, ()))
