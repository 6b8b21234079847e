"""Judge: the whole dossier, its conflicts joined to the editors' questions."""

from __future__ import annotations

from collections import Counter

from build_tools.evidence.published import check_published
from build_tools.evidence.questions import join_questions, questions_of
from build_tools.evidence.relays import check_relays
from build_tools.evidence.stale_judgements import check_questions
from build_tools.evidence.summaries import check_summaries
from build_tools.model import Anchored, Conflict, Dossier, EntityId, Inputs, Mention, Question, StatementGroup
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
    dossier = Dossier(inputs, mentions, anchored, groups, join_questions(conflicts, questions))
    early = _unproven(dossier)
    stale = check_questions([one for one in questions if _subject(one) not in early], dossier)
    return dossier, (
        *stale,
        *check_relays(inputs),
        *check_summaries(dossier),
        *check_published(dossier),
    )


def _subject(question: Question) -> EntityId:
    """What the claims are on that bear on a question."""
    return question.id if question.answers else question.about or question.id


def _unproven(dossier: Dossier) -> frozenset[EntityId]:
    """The subjects on which claims are not proven yet: it is too early to say more of a question on them."""
    written = Counter(claim.subject.text for one in dossier.inputs.annotations for claim in one.claims)
    proven: Counter[str] = Counter(claim.subject for claim in dossier.claims)
    return frozenset(map(EntityId, (written - proven).keys()))
