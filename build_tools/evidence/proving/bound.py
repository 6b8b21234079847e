"""Binding: a value, a role, a place belongs to this subject and not to its neighbour in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from build_tools.binding import (
    Standing,
    Wording,
    bind,
    bind_name,
    bind_organisation,
    bind_parties,
)
from build_tools.evidence.proving.articles import on_one_line
from build_tools.evidence.proving.context import COUNTS, ClaimContext, Proof
from build_tools.evidence.proving.own_words import entity_words, own_words, subject_words
from build_tools.evidence.proving.unbound import (
    Candidates,
    name_unbound,
    not_a_party,
    time_unbound,
    value_unbound,
)
from build_tools.evidence.proving.wording import listed
from build_tools.language.pronouns import includes
from build_tools.model import (
    DateValue,
    EntityId,
    Figure,
    Kind,
    Quantity,
    Reading,
    Span,
    TermId,
    TermValue,
    Written,
    WrittenClaim,
)
from build_tools.problem import Problem, Severity
from build_tools.text.folding import fold_plain
from build_tools.values import may_be, same_unit

OWNS = re.compile(r"\s?(?:的|['’]s\s|['’]\s)?")
NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.WORK)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the article, and what is in it; places are those of its own text."""

    span: Span
    text: str

    def own(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Places of the article that are in this part, in its order."""
        inside = (one for one in spans if one.is_within([self.span]))
        moved = {Span(one.start - self.span.start, one.end - self.span.start) for one in inside}
        return tuple(sorted(moved, key=lambda one: (one.start, one.end)))


def part_of(context: ClaimContext, span: Span) -> Part | None:
    """The sentences of the quote, with what its gaps leave out; nothing where the place is outside them."""
    passage = context.passage
    whole = passage.sentence
    if not span.is_within([whole]):
        return None
    return Part(whole, on_one_line(passage.article.words(whole)))


def check_value(written: Written, found: Reading, context: ClaimContext) -> Iterator[Problem]:
    """A value that the words of its figure, or of its event, do not bind where the quote gives several."""
    part = part_of(context, found.span)
    rivals = _rivals(found, context)
    if part is None or len(rivals) < 2 or (isinstance(found, DateValue) and found.offset):
        return
    beside = context.passage.places((context.beside.text,)) if context.beside else ()
    candidates = part.own(one.span for one in rivals if one == found or not one.span.is_within(beside))
    (chosen,) = part.own([found.span])
    if len(candidates) < 2 or chosen not in candidates:
        return
    bound = bind(part.text, candidates.index(chosen), candidates, _wording(part, context))
    among = Candidates(part.text, candidates, bound)
    left = [words for words in among.rivals if not _is_claimed(words, found, context)]
    if bound.standing is not Standing.BOUND and (left or _is_taken(found, context)):
        yield value_unbound(written, found, among, context)


def check_time(
    written: Written, found: DateValue, value: Proof | None, context: ClaimContext
) -> Iterator[Problem]:
    """A time of a claim that the sentence gives to something else."""
    part = part_of(context, found.span)
    rivals = [one for one in _around(found, context) if isinstance(one, DateValue) and one.offset is None]
    own = part.own(own_words(context, value)) if part else ()
    if part is None or found not in rivals or not own:
        return
    candidates = part.own(one.span for one in rivals)
    (chosen,) = part.own([found.span])
    bound = bind(part.text, candidates.index(chosen), candidates, Wording(own))
    among = Candidates(part.text, candidates, bound)
    if len(candidates) > 1 and bound.standing is Standing.ELSEWHERE and not among.has_again(found):
        yield time_unbound(written, found, among)


def _is_claimed(words: str, found: Reading, context: ClaimContext) -> bool:
    """Whether a claim of the annotation takes a rival: this one too, or one of another subject or respect."""
    own = context.written.subject
    return any(
        _writes(one, words)
        and (one.subject.text != own.text or one.subject == own or _differs(one, context.written))
        for one in context.siblings
    )


def _is_taken(found: Reading, context: ClaimContext) -> bool:
    """Whether another subject is given the very same reading."""
    return any(one.subject.text != context.subject.id and _writes(one, found.raw) for one in context.siblings)


def _writes(claim: WrittenClaim, words: str) -> bool:
    return isinstance(claim.value, Written) and fold_plain(claim.value.text) == fold_plain(words)


def _differs(one: WrittenClaim, other: WrittenClaim) -> bool:
    """Whether two claims differ in a qualifier."""
    pairs = zip(_qualifiers(one), _qualifiers(other), strict=True)
    return any(first != second for first, second in pairs)


def _qualifiers(claim: WrittenClaim) -> tuple[str, ...]:
    given = claim.qualifiers
    written = (given.period, given.as_of, given.from_, given.until, given.said_by, given.stance)
    return tuple(one.text if one else "" for one in written)


def _rivals(found: Reading, context: ClaimContext) -> Sequence[Reading]:
    """Every reading of the sentence that the subject could hold, the found one among them."""
    around = _around(found, context)
    match found:
        case Quantity():
            return [one for one in around if isinstance(one, Quantity) and _could_be(one, found, context)]
        case DateValue():
            return [
                one for one in around if isinstance(one, DateValue) and (one.offset is None or one == found)
            ]


def _around(found: Reading, context: ClaimContext) -> list[Reading]:
    """The readings of the sentences of the quote, the found one as the quote gives it."""
    whole = context.passage.sentence
    given = context.passage.article.values_in(whole.start, whole.end - whole.start)
    others = [one for one in given if not one.span.touches([found.span])]
    return sorted([*others, found], key=lambda one: one.span.start)


def _could_be(one: Quantity, found: Quantity, context: ClaimContext) -> bool:
    unit = context.unit or found.unit
    if one.unit is None and unit in COUNTS:
        return True
    return one.unit in (unit, found.unit) or same_unit(one, found) or may_be(one, unit)


def _wording(part: Part, context: ClaimContext) -> Wording:
    subject, article = context.subject, context.passage.article
    if context.beside is not None:
        return Wording(part.own(context.passage.places((context.beside.text,))))
    of = subject.of if isinstance(subject, Figure) else None
    entities = context.inputs.entities
    measured = of is not None and entities[of].kind in (Kind.PERSON, Kind.ORGANISATION, Kind.WORK)
    strangers = (one.span for one in article.named_within([part.span]) if one.entity != of)
    return Wording(
        own=part.own(subject_words(context, part.span)),
        of=part.own(entity_words(context, of, part.span)) if of and measured else (),
        others=part.own(article.words_of_others(subject, part.span)),
        strangers=part.own(strangers) if measured else (),
    )


def check_role(written: Written, proof: Proof, context: ClaimContext) -> Iterator[Problem]:
    """A role, or another term, whose words belong to another of the sentence than its subject."""
    if not isinstance(proof.value, TermValue) or context.subject.kind not in NAMED:
        return
    people = _named(context, context.subject.kind)
    own = [span for span, id in people.items() if id == context.subject.id]
    for form in context.passage.places((proof.raw,)):
        holders = _holders(form, people, context)
        if not holders or context.subject.id in holders or form.touches(own):
            return
    if people and context.passage.places((proof.raw,)):
        form = context.passage.places((proof.raw,))[0]
        yield name_unbound(written.origin, proof.raw, _holders(form, people, context), context.subject.id)


def _named(context: ClaimContext, kind: Kind) -> dict[Span, EntityId]:
    """Where the sentences of the quote name anybody of a kind, or have a word that means them."""
    passage, entities = context.passage, context.inputs.entities
    found = {span: id for word, id in passage.means for span in passage.places((word,))}
    found |= {one.span: one.entity for one in passage.article.named_within([passage.sentence])}
    return {span: id for span, id in found.items() if entities[id].kind is kind}


def _holders(form: Span, people: dict[Span, EntityId], context: ClaimContext) -> frozenset[EntityId]:
    """To whom a form belongs, as far as the words tell; nobody where they leave it open."""
    part = part_of(context, form)
    inside = sorted(
        (span for span in people if part and span.is_within([part.span])), key=lambda one: one.start
    )
    if part is None or len({people[span] for span in inside}) < 2:
        return frozenset()
    found = bind_name(part.text, part.own([form])[0], [part.own([span])[0] for span in inside])
    return frozenset(people[inside[at]] for at in found.certain)


def check_place(written: Written, context: ClaimContext) -> Iterator[Problem]:
    """An organisation at which another role of the sentence is held."""
    role = context.written.value
    term = context.inputs.vocabulary.terms.get(TermId(role.text)) if isinstance(role, Written) else None
    if term is None or written.text not in context.passage.names:
        return
    firms = _named(context, Kind.ORGANISATION)
    for form in context.passage.places(term.forms):
        part = part_of(context, form)
        inside = sorted(
            (one for one in firms if part and one.is_within([part.span])), key=lambda one: one.start
        )
        if part is None or len({firms[one] for one in inside}) < 2:
            return
        found = bind_organisation(part.text, part.own([form])[0], [part.own([one])[0] for one in inside])
        held = {firms[inside[at]] for at in found.certain}
        if not held or written.text in held:
            return
        yield name_unbound(written.origin, context.passage.article.words(form), held, written.text)


def check_party(written: Written, context: ClaimContext) -> Iterator[Problem]:
    """Somebody who takes part in an event, though the sentence gives them a part in something else.

    Where it names others as its parties, and this one in another clause, it is asked for.
    """
    event, passage = EntityId(written.text), context.passage
    named = {span: id for span, id in _named_any(context).items() if id != context.subject.id}
    verbs = [span for span in subject_words(context) if span not in named]
    roles = [role for verb in verbs if (role := _role(verb, event, named, context))]
    words = listed(passage.article.words(verb) for verb in verbs)
    if roles and all(role is Role.ELSEWHERE for role in roles):
        yield not_a_party(written, words, Severity.ERROR)
    elif roles and all(role in (Role.ELSEWHERE, Role.APART) for role in roles):
        yield not_a_party(written, words, Severity.WARNING)


class Role(Enum):
    """How a name stands to a verb: a party, apart from the parties, or a party of something else."""

    PARTY = auto()
    APART = auto()
    ELSEWHERE = auto()


def _role(verb: Span, id: EntityId, named: dict[Span, EntityId], context: ClaimContext) -> Role | None:
    """The role of a name; nothing where that is open."""
    part = part_of(context, verb)
    inside = sorted((one for one in named if part and one.is_within([part.span])), key=lambda one: one.start)
    if part is None or len({named[one] for one in inside}) < 2:
        return None
    found = bind_parties(part.text, part.own([verb])[0], [part.own([one])[0] for one in inside])
    certain = {named[inside[at]] for at in (*found.agents, *found.objects)}
    if id in certain or any(named[one] == id and one.touches([verb]) for one in inside):
        return Role.PARTY
    if id in {named[inside[at]] for at in found.open}:
        own = [span for span in inside if named[span] == id]
        near = any(_is_near(verb, span, context) for span in own)
        return None if near or not certain else Role.APART
    return Role.ELSEWHERE if id in {named[inside[at]] for at in found.others} else None


def _is_near(verb: Span, name: Span, context: ClaimContext) -> bool:
    """Whether a name is in the clause of a verb, or ends the one before it: LeCun, about to leave."""
    article = context.passage.article
    if name.start >= verb.end and includes(article.words(Span(verb.end, name.start))):
        return True
    between = article.words(Span(name.end, verb.start)) if name.end <= verb.start else ""
    first = re.match(r"\W*[,，]\s*", between)
    after = Span(name.end + first.end(), name.end + first.end() + 1) if first else name
    return context.passage.share_clause(verb, [name, after])


def check_owner(written: Written, context: ClaimContext) -> Iterator[Problem]:
    """Of what an entity is, or who made it, where the quote puts another right before its name."""
    passage, id = context.passage, EntityId(written.text)
    named = _named_any(context)
    own = [span for span, one in named.items() if one == context.subject.id]
    beside = {
        one
        for name in own
        for span, one in named.items()
        if OWNS.fullmatch(passage.article.words(Span(span.end, max(span.end, name.start))))
        and span.end <= name.start
    }
    kind = context.inputs.entities[id].kind
    rivals = sorted(one for one in beside - {id} if context.inputs.entities[one].kind is kind)
    if rivals and id not in beside:
        yield not_the_owner(written, rivals, context)


def not_the_owner(written: Written, rivals: Sequence[EntityId], context: ClaimContext) -> Problem:
    """An owner or a maker that is not the one beside the name."""
    message = f"the quote puts {listed(rivals)} beside `{context.subject.id}`, not `{written.text}`"
    hint = "correct the name, quote the words that say so, or `accept: {name-unbound: <why>}`"
    return Problem(written.origin, "name-unbound", message, hint, Severity.WARNING)


def _named_any(context: ClaimContext) -> dict[Span, EntityId]:
    """Where the quote names a person, an organisation or a work, or has a word that means one."""
    found: dict[Span, EntityId] = {}
    for kind in NAMED:
        found |= _named(context, kind)
    return found
