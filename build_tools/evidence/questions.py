"""Questions of the editors, joined to their conflicts, and the sides that the editors have seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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
ITSELF = "itself"

Seen = Mapping[str, tuple[SourceId, ...]]
Point = tuple[EntityId, str | None]
Rank = tuple[int, int, ConflictId]


def join_questions(conflicts: Iterable[Conflict], questions: Iterable[Question]) -> tuple[Conflict, ...]:
    """Each conflict with its question, if the editors ask one; a question belongs to one conflict."""
    given = {conflict.id: conflict for conflict in conflicts}
    points = _by_point(given.values())
    for question in sorted(questions, key=lambda one: one.id):
        ranked = [points[point] for point in _points_of(question) if point in points]
        for taken in ranked:
            while taken and given[taken[-1][2]].question:
                taken.pop()
        if free := [each[-1] for each in ranked if each]:
            best = given[min(free)[2]]
            given[best.id] = replace(best, question=question, unseen=unseen(best, question))
    return tuple(given.values())


def _points_of(question: Question) -> Iterator[Point]:
    """What a question is about: itself; without answers, a subject too, and maybe one property of it."""
    yield question.id, ITSELF
    if question.about and not question.answers:
        yield question.about, question.about_property


def _by_point(conflicts: Iterable[Conflict]) -> Mapping[Point, list[Rank]]:
    """The conflicts on each point, the best last: a point is its very subject, or one on its sides."""
    found: dict[Point, set[Rank]] = defaultdict(set)
    for conflict in conflicts:
        rule = RULES.index(conflict.rule)
        found[conflict.subject, ITSELF].add((0, rule, conflict.id))
        subjects = {conflict.subject, *(side.subject for side in conflict.sides)}
        for subject in subjects if conflict.rule is not Rule.QUESTION else ():
            rank = (int(subject != conflict.subject), rule, conflict.id)
            found[subject, None].add(rank)
            found[subject, conflict.property].add(rank)
    return {point: sorted(ranks, reverse=True) for point, ranks in found.items()}


def side_label(side: Side) -> str:
    """A side in a word or two, as `seen:` names it: a figure in the words of the first of its articles."""
    return _with_stance(_said(side), side)


def _with_stance(said: str, side: Side) -> str:
    if side.stance is Stance.DENIES:
        return f"not {said}" if said else "denied"
    return said or "affirmed"


def _said(side: Side) -> str:
    match side.value:
        case Quantity():
            return _words_for(side)
        case DateValue(edtf=edtf, raw=raw):
            return raw if _is_open_hour(side.value) else edtf or raw
        case TermValue(id=id) | EntityValue(id=id):
            return id
        case _:
            return value_key(side.value)


def _is_open_hour(date: DateValue) -> bool:
    """Whether it goes on from or up to an hour, which its EDTF cannot give: by 8 p.m."""
    return bool(date.raw and date.clock and date.edtf and ".." in date.edtf)


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
    """The sources of each side as they are now, in the form of `seen:`."""
    return {label: side.sources for label, side in zip(labels(conflict), conflict.sides, strict=True)}


def unseen(conflict: Conflict, question: Question) -> tuple[Claim, ...]:
    """The claims on the sides that came after the judgement; none where nothing was judged."""
    if not question.seen:
        return ()
    known: dict[str, set[SourceId]] = defaultdict(set)
    for value, sources in question.seen:
        known[fold_plain(value)].update(sources)
    found: list[Claim] = []
    for label, side in zip(labels(conflict), conflict.sides, strict=True):
        seen = {source for spelling in spellings(label, side) for source in known.get(spelling, ())}
        found += (claim for claim in side.claims if claim.citation.source not in seen)
    return tuple(found)


def spellings(label: str, side: Side) -> frozenset[str]:
    """How a value under `seen:` may name a side: by its label, or as one of its claims has it."""
    affirmed = side.claims if side.stance is Stance.AFFIRMS else ()
    day = side.value.edtf if isinstance(side.value, DateValue) else None
    dated = [_with_stance(day, side)] if day else []
    return frozenset(map(fold_plain, {label, *dated, *(claim.raw for claim in affirmed if claim.raw)}))


def questions_of(entities: Iterable[Entity]) -> tuple[Question, ...]:
    """The questions among the entities."""
    return tuple(entity for entity in entities if isinstance(entity, Question))
