"""Wrong names: of participants, office holders, organisations, events, and of what a word refers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_tools.attack.scene import MOST, AttackedAnnotation, Target
from build_tools.attack.truths import is_same_value
from build_tools.attack.variants import Variant, own_qualifier, with_qualifier, with_subject, with_value
from build_tools.evidence.proving.terms import words_for
from build_tools.model import (
    ACTORS,
    DateValue,
    EntityId,
    EntityValue,
    Figure,
    Kind,
    Question,
    TermId,
    TermValue,
    ValueType,
    Written,
)

NEAREST = 8


def participants(scene: AttackedAnnotation) -> Iterator[Variant]:
    """Another entity of the sentence as the value: a participant, a maker, a superior."""
    for target in scene.targets:
        if target.type is ValueType.ENTITY and isinstance(target.written.value, Written):
            old = EntityId(target.written.value.text)
            others = [id for id in _like(scene, old, scene.named) if id != target.claim.subject]
            yield from with_value(target, scene.few(others, MOST, "participant", target.name, old))


def holders(scene: AttackedAnnotation) -> Iterator[Variant]:
    """An office, or what else is a term, given to another who is named there."""
    for target in _termed(scene):
        others = scene.others(target.claim.subject, scene.named, (target.subject.kind,))
        yield from with_subject(target, scene.few(others, MOST, "holder", target.name))


def offices(scene: AttackedAnnotation) -> Iterator[Variant]:
    """Another office of which the quote speaks."""
    known = scene.inputs.vocabulary.terms
    for target in _termed(scene):
        others = [
            term
            for term in _terms_of(target)
            if target.claim.value != TermValue(term) and words_for(known[term], known, scene.passage.words)
        ]
        yield from with_value(target, scene.few(others, MOST, "term", target.name))


def _terms_of(target: Target) -> list[TermId]:
    """The terms that claims of the dossier give its property: offices are no licences."""
    property = target.written.property
    claims = (claim for one in target.scene.inputs.annotations for claim in one.claims)
    given = (claim.value for claim in claims if claim.property == property)
    return list(dict.fromkeys(TermId(value.text) for value in given if isinstance(value, Written)))


def _termed(scene: AttackedAnnotation) -> Iterator[Target]:
    return (
        one for one in scene.targets if one.type is ValueType.TERM and one.subject.kind is not Kind.QUESTION
    )


def organisations(scene: AttackedAnnotation) -> Iterator[Variant]:
    """An office at another organisation that is named there."""
    for target in scene.targets:
        if at := own_qualifier(target, "at"):
            others = scene.others(at.text, scene.named, (Kind.ORGANISATION,))
            yield from with_qualifier(target, "at", scene.few(others, MOST, "at", target.name))


def meanings(scene: AttackedAnnotation) -> Iterator[Variant]:
    """A word that a claim needs, said to mean another of the kind who is named there, or another event."""
    means = scene.annotation.means
    for at, (word, id) in enumerate(means):
        old = EntityId(id.text)
        named = scene.named_around if scene.inputs.entities[old].kind in ACTORS else _subjects(scene)
        others = _like(scene, old, named)[:NEAREST] if _rests_on(scene, at) else []
        for other in scene.few(others, MOST, "means", word.text):
            changed = (*means[:at], (word, Written(other, id.origin)), *means[at + 1 :])
            change = f"means, {word.text}: {old} → {other}"
            annotation = replace(scene.annotation, means=changed)
            yield Variant(annotation, scene.annotation, id.origin, change)


def _rests_on(scene: AttackedAnnotation, at: int) -> bool:
    """Whether only a word of `means:` names the subject of a claim in its quote."""
    id = EntityId(scene.annotation.means[at][1].text)
    meant = {other.text for place, (_, other) in enumerate(scene.annotation.means) if place != at}
    named = {one.entity for one in scene.passage.article.named_within(scene.anchored.citation.spans)}
    return id not in meant | named and id in {used for one in scene.targets for used in _used(one)}


def _used(target: Target) -> Iterator[str | None]:
    """Everybody and everything that a claim speaks of."""
    claim, qualifiers = target.claim, target.claim.qualifiers
    yield from (claim.subject, qualifiers.at, qualifiers.since, qualifiers.said_by, qualifiers.via)
    if isinstance(claim.value, EntityValue):
        yield claim.value.id
    if isinstance(target.subject, Figure):
        yield target.subject.of


def events(scene: AttackedAnnotation) -> Iterator[Variant]:
    """What is said of an event, said of another of the article; or counted from another."""
    happened = [id for id in _subjects(scene) if scene.inputs.entities[id].kind is Kind.EVENT]
    for target in scene.targets:
        if target.subject.kind is Kind.EVENT:
            others = [id for id in happened if id != target.claim.subject][:NEAREST]
            yield from with_subject(target, scene.few(others, MOST, "event", target.name))
        if since := own_qualifier(target, "since"):
            others = [id for id in happened if id not in (since.text, target.claim.subject)][:NEAREST]
            for other in scene.few(others, MOST, "since", target.name):
                yield from with_qualifier(target, "since", [other], _same_day(scene, since.text, other))


def answers(scene: AttackedAnnotation) -> Iterator[Variant]:
    """Another answer to a question."""
    for target in scene.targets:
        value = target.written.value
        if isinstance(target.subject, Question) and isinstance(value, Written):
            yield from with_value(target, [id for id in answers_of(target.subject) if id != value.text])


def answers_of(question: Question) -> list[str]:
    """The ids of the answers that a question offers."""
    return [answer.id for answer in question.answers]


def _like(scene: AttackedAnnotation, old: EntityId, named: tuple[EntityId, ...]) -> list[EntityId]:
    """Those named who are of the same kind; a person may be taken for an organisation."""
    kind = scene.inputs.entities[old].kind
    return scene.others(old, named, ACTORS if kind in ACTORS else (kind,))


def _subjects(scene: AttackedAnnotation) -> tuple[EntityId, ...]:
    """The entities of the article, nearest first."""
    here = scene.anchored.citation.start
    near = sorted(scene.article, key=lambda claim: abs(claim.citation.start - here))
    return tuple(dict.fromkeys(claim.subject for claim in near))


def _same_day(scene: AttackedAnnotation, event: str, other: str) -> str:
    """Whether the article gives two events one date."""
    days = [
        [one.value for one in scene.article if one.subject == id and isinstance(one.value, DateValue)]
        for id in (event, other)
    ]
    same = any(is_same_value(one, two) for one in days[0] for two in days[1])
    return f"the article dates `{other}` the same" if same else ""
