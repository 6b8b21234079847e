"""Proves terms and entities: by a form of the term, by a name, or by `means:`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.event_places import check_event_place
from build_tools.evidence.proving.parts import VALUE
from build_tools.evidence.proving.prove_parties import check_party
from build_tools.evidence.proving.prove_relations import check_relation
from build_tools.evidence.proving.prove_titles import check_place, check_role
from build_tools.evidence.proving.terms import words_for
from build_tools.evidence.proving.wording import OR_INFERRED, listed, stands_in
from build_tools.model import Entity, EntityId, EntityValue, Event, Place, Term, TermId, TermValue, Written
from build_tools.problem import Problem


def prove_term(written: Written, context: ClaimContext) -> Proof:
    """A term, by one of its forms; a form within a longer one of another term does not count."""
    terms = context.inputs.vocabulary.terms
    term = terms[TermId(written.text)]
    words = words_for(term, terms, context.passage.words)
    proof = Proof(VALUE, TermValue(term.id), words or written.text)
    if words is None:
        return replace(proof, gaps=(term_not_in_quote(written, term),))
    return replace(proof, gaps=tuple(check_role(written, proof, context)))


def term_not_in_quote(written: Written, term: Term) -> Problem:
    """A term of which no form is in the quote."""
    message = f"no form of `{term.id}` is in the quote"
    forms = f"its forms: {listed(term.forms, most=6)}; " if term.forms else ""
    hint = f"{forms}quote one of them, add a form to vocabulary.yaml, {OR_INFERRED}"
    return Problem(written.origin, "term-not-in-quote", message, hint)


def prove_entity(written: Written, context: ClaimContext, part: str = VALUE) -> Proof:
    """An entity, named in the quote or meant by one of its words; a qualifier's may be in the context."""
    id = EntityId(written.text)
    name = context.passage.names.get(id)
    known = name is not None or (part != VALUE and id in context.passage.context_names)
    unbound: Iterable[Problem] = ()
    if part == "at":
        unbound = check_place(written, context)
    elif isinstance(context.subject, Event):
        at_place = isinstance(context.inputs.entities[id], Place)
        unbound = check_event_place(written, context) if at_place else check_party(written, context)
    elif part == VALUE:
        unbound = check_relation(written, context)
    gaps = tuple(unbound) if known else (entity_not_in_quote(written),)
    value = EntityValue(id, places_around(id, context.inputs.entities))
    return Proof(part, value, name or written.text, gaps=gaps)


def places_around(id: EntityId, entities: Mapping[EntityId, Entity]) -> frozenset[EntityId]:
    """The places that a place is in, and those that these are in."""
    found: set[EntityId] = set()
    open = [id]
    while open:
        place = entities.get(open.pop())
        around = set(place.within) - found if isinstance(place, Place) else set()
        found |= around
        open += sorted(around)
    return frozenset(found)


def entity_not_in_quote(written: Written) -> Problem:
    """An entity that the quote does not name."""
    message = f"the quote does not name `{written.text}`"
    hint = f"quote the words that name it, say under `means:` which word does, {OR_INFERRED}"
    return Problem(written.origin, "entity-not-in-quote", message, hint)


def is_speaker_near(written: Written, context: ClaimContext) -> bool:
    """Whether the quote, or its paragraph, names the speaker of a claim."""
    term = context.inputs.vocabulary.terms.get(TermId(written.text))
    if term is not None:
        around = (context.passage.around, *context.passage.context_words)
        return any(stands_in(form, words) for words in around for form in term.forms)
    id, passage = EntityId(written.text), context.passage
    return id in passage.names or id in passage.nearby or id in passage.context_names
