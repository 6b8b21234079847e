"""Binding those who take part in an event to its verbs and nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto

from build_tools.binding import bind_parties
from build_tools.evidence.proving.claim_context import ClaimContext
from build_tools.evidence.proving.own_words import is_contrasted, subject_words
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.stretches import named_here, stretch_of
from build_tools.evidence.proving.unbound import not_a_party
from build_tools.evidence.proving.wording import listed
from build_tools.language import clauses
from build_tools.language.pronouns import includes
from build_tools.language.subject_of_saying import is_light
from build_tools.model import EntityId, Kind, Span, Stance, Written
from build_tools.problem import Problem, Severity


def check_party(written: Written, context: ClaimContext) -> Iterator[Problem]:
    """Somebody who takes part in an event, though the sentence gives them a part in something else.

    A sentence that names other parties, and this entity only in another clause, is a problem, too.
    """
    event, passage = EntityId(written.text), context.passage
    if _is_set_against(event, context):
        return
    able = passage.article.lexicon.actors
    others = ((span, id) for span, id in named_here(context).items() if id != context.subject.id)
    named = {span: id for span, id in others if id in able}
    verbs = [span for span in subject_words(context) if span not in named]
    roles = [role for verb in verbs if (role := _role(verb, event, named, context))]
    words = listed(passage.article.words(verb) for verb in verbs)
    apart = len(roles) == len(verbs) > 0 and all(role in (Role.ELSEWHERE, Role.APART) for role in roles)
    if roles and all(role is Role.ELSEWHERE for role in roles):
        yield not_a_party(written, words, Severity.ERROR)
    elif apart or (Role.PARTY not in roles and _is_of_others(event, context)):
        yield not_a_party(written, words, Severity.WARNING)


def _is_set_against(id: EntityId, context: ClaimContext) -> bool:
    """Whether a claim denies of somebody what the sentence gives to another: B signed, not A."""
    stance, passage = context.written.qualifiers.stance, context.passage
    denied = stance is not None and stance.text == Stance.DENIES
    places = (one.span for one in passage.mentions if one.entity == id)
    return denied and any(is_contrasted(passage.article, one) for one in places)


def _is_of_others(id: EntityId, context: ClaimContext) -> bool:
    """Whether the label of the event names people, and not this one: LeCun leaves Meta."""
    label, entities = context.subject.label, context.inputs.entities
    texts = label.texts
    named = {one for text in texts for one in context.passage.article.lexicon.named_in(text)}
    people = {one for one in named if entities[one].kind is Kind.PERSON}
    return entities[id].kind is Kind.PERSON and bool(people) and id not in people


class Role(Enum):
    """The role of a name for a verb: a party, apart from the parties, or a party of something else."""

    PARTY = auto()
    APART = auto()
    ELSEWHERE = auto()


def _role(verb: Span, id: EntityId, named: Mapping[Span, EntityId], context: ClaimContext) -> Role | None:
    """The role of a name; nothing where that is open."""
    part = stretch_of(context, verb)
    inside = sorted((one for one in named if part and one.is_within([part.span])), key=lambda one: one.start)
    if part is None or len({named[one] for one in inside}) < 2:
        return None
    found = bind_parties(part.text, part.own([verb])[0], [part.own([one])[0] for one in inside])
    certain = {named[inside[at]] for at in (*found.agents, *found.objects)}
    if id in certain or any(named[one] == id and one.touches([verb]) for one in inside):
        return Role.PARTY
    if id in {named[inside[at]] for at in found.open}:
        own = [span for at, span in enumerate(inside) if named[span] == id and at not in found.owners]
        near = any(_is_near(verb, span, context) for span in own)
        return None if near or (own and not certain) else Role.APART
    return Role.ELSEWHERE if id in {named[inside[at]] for at in found.others} else None


def _is_near(verb: Span, name: Span, context: ClaimContext) -> bool:
    """Whether a name is in the clause of a verb, or ends the one before it: LeCun, about to leave."""
    article = context.passage.article
    behind = article.words(Span(verb.end, max(verb.end, name.start)))
    if name.start >= verb.end and (includes(behind) or worded("of_which").fullmatch(behind)):
        return True
    between = article.words(Span(name.end, verb.start)) if name.end <= verb.start else ""
    first = re.match(r"\W*[,，]\s*", between)
    after = Span(name.end + first.end(), name.end + first.end() + 1) if first else name
    if context.passage.share_clause(verb, [name, after]) or _shares_subject(verb, name, context):
        return True
    return _is_topic(verb, name, context)


def _is_topic(verb: Span, name: Span, context: ClaimContext) -> bool:
    """Whether a sentence goes on about its only person.

    In Chinese without a name, 甲生于…，同年被捕; in English by a pronoun: A said she would leave.
    """
    article, named, entities = context.passage.article, named_here(context), context.inputs.entities
    if name.end > verb.start or entities[named[name]].kind is not Kind.PERSON:
        return False
    people = {id for id in named.values() if entities[id].kind is Kind.PERSON}
    if len(people) > 1:
        return False
    if article.words(verb).isascii():
        return worded("says_he").search(article.words(Span(name.end, verb.start))) is not None
    beside = [span for span in named if context.passage.share_clause(verb, [span])]
    return not beside or (name not in beside and _lacks_object(verb, context))


def _lacks_object(verb: Span, context: ClaimContext) -> bool:
    """Whether nothing follows a verb in its clause, so that its object was told: 甲情节较轻，检察院不起诉."""
    rest = context.passage.article.words(Span(verb.end, context.passage.sentence.end))
    return bool(worded("clause_over").match(rest))


def _shares_subject(verb: Span, name: Span, context: ClaimContext) -> bool:
    """Whether a verb without a subject goes on from the clause of a name: the court …, but acquitted B."""
    article = context.passage.article
    start, text, _ = article.sentence_cues(verb)
    own = Span(verb.start - start, verb.end - start)
    around = clauses(text)
    at = next((place for place, one in enumerate(around) if own.is_within([one])), 0)
    lead = text[around[at].start : own.start] if around else ""
    if not at or not lead.strip() or not lead.isascii() or not is_light(lead.strip()):
        return False
    return Span(name.start - start, name.end - start).is_within([around[at - 1]])
