"""Judge: the dossier as a whole, its conflicts joined to what the editors say of them."""

from __future__ import annotations

from build_tools.evidence.questions import check_questions, join, questions_of
from build_tools.evidence.relays import check_relays
from build_tools.evidence.summaries import check_summaries
from build_tools.model import Anchored, Conflict, Dossier, Inputs, Mention, StatementGroup
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
    stale = check_questions(questions, dossier.conflicts)
    return dossier, (*stale, *check_relays(inputs.sources), *check_summaries(dossier))
