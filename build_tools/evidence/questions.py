"""Questions of the editors, joined to the conflicts they are about, and what the editors had before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from build_tools.evidence.keys import value_key
from build_tools.model import (
    Claim,
    Conflict,
    ConflictId,
    DateValue,
    Entity,
    EntityId,
    EntityValue,
    Quantity,
    Question,
    Rule,
    Side,
    SourceId,
    Stance,
    TermValue,
)
from build_tools.text.folding import fold_plain

RULES = tuple(Rule)
Seen = Mapping[str, tuple[SourceId, ...]]


def join(conflicts: Iterable[Conflict], questions: Iterable[Question]) -> tuple[Conflict, ...]:
    """Each conflict with its question, if the editors ask one; a question belongs to one conflict."""
    given = {conflict.id: conflict for conflict in conflicts}
    near = _by_subject(given.values())
    for question in sorted(questions, key=lambda one: one.id):
        named = {*near.get(question.id, ()), *near.get(question.about or question.id, ())}
        free = (given[id] for id in named if given[id].question is None)
        ranked = [
            (rank, RULES.index(one.rule), one.id) for one in free if (rank := fit(question, one)) is not None
        ]
        if ranked:
            best = given[min(ranked)[2]]
            given[best.id] = replace(best, question=question, unseen=unseen(best, question))
    return tuple(given.values())


def _by_subject(conflicts: Iterable[Conflict]) -> Mapping[EntityId, set[ConflictId]]:
    found: dict[EntityId, set[ConflictId]] = defaultdict(set)
    for conflict in conflicts:
        for subject in (conflict.subject, *(side.subject for side in conflict.sides)):
            found[subject].add(conflict.id)
    return found


def fit(question: Question, conflict: Conflict) -> int | None:
    """How well a question fits a conflict: 0 is its very subject, 1 a subject on one of its sides."""
    if question.id == conflict.subject:
        return 0
    if question.about is None or question.answers or conflict.rule is Rule.QUESTION:
        return None
    if question.about_property not in (None, conflict.property):
        return None
    if question.about == conflict.subject:
        return 0
    return 1 if any(side.subject == question.about for side in conflict.sides) else None


def side_label(side: Side) -> str:
    """A side in a word or two, as `seen:` names it: a figure in the words of the first of its articles."""
    said = _said(side)
    if side.stance is Stance.DENIES:
        return f"not {said}" if said else "denied"
    return said or "affirmed"


def _said(side: Side) -> str:
    match side.value:
        case Quantity():
            return _words_for(side)
        case DateValue(edtf=edtf, raw=raw):
            return edtf or raw
        case TermValue(id=id) | EntityValue(id=id):
            return id
        case _:
            return value_key(side.value)


def _words_for(side: Side) -> str:
    """A figure in a source's words; a sum, which no source gives, as what it is made of."""
    own = [claim.raw for claim in side.claims if claim.value == side.value and claim.raw]
    parts = dict.fromkeys((claim.subject, claim.raw) for claim in side.claims if claim.raw)
    return own[0] if own else " + ".join(raw for _, raw in parts) or value_key(side.value)


def labels(conflict: Conflict) -> tuple[str, ...]:
    """A label for each side, all different: by who it is where that is what differs."""
    subjects = {side.subject for side in conflict.sides}
    made = [side_label(side) for side in conflict.sides]
    if len(subjects) > 1:
        made = [f"{side.subject} {label}" for side, label in zip(conflict.sides, made, strict=True)]
    if len(set(made)) < len(made):
        made = [
            f"{label} ({value_key(side.value)})" for side, label in zip(conflict.sides, made, strict=True)
        ]
    return tuple(made)


def seen_of(conflict: Conflict) -> Seen:
    """What the editors have before them now: the sources of each side, as `seen:` keeps it."""
    return {label: side.sources for label, side in zip(labels(conflict), conflict.sides, strict=True)}


def unseen(conflict: Conflict, question: Question) -> tuple[Claim, ...]:
    """The claims on the sides that came after the judgement; none where nothing was judged."""
    if not question.seen:
        return ()
    return tuple(
        claim
        for label, side in zip(labels(conflict), conflict.sides, strict=True)
        for claim in side.claims
        if claim.citation.source not in _sources_seen(label, side, question)
    )


def _sources_seen(label: str, side: Side, question: Question) -> frozenset[SourceId]:
    return frozenset(
        source for value, sources in question.seen if names_side(value, label, side) for source in sources
    )


def names_side(value: str, label: str, side: Side) -> bool:
    """Whether a value under `seen:` is this side's, in any spelling that one of its claims has."""
    spellings = {label, *(claim.raw for claim in side.claims if claim.raw and side.stance is Stance.AFFIRMS)}
    return fold_plain(value) in {fold_plain(spelling) for spelling in spellings}


def questions_of(entities: Iterable[Entity]) -> tuple[Question, ...]:
    """The questions among the entities."""
    return tuple(entity for entity in entities if isinstance(entity, Question))
