"""Binding a role, or another term, to its holder, and the office to its organisation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.binding import bind_name, bind_organisation
from build_tools.evidence.proving.article_readings import on_one_line
from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.stretches import named_here, stretch_of
from build_tools.evidence.proving.terms import term_places
from build_tools.evidence.proving.unbound import name_unbound, not_held_at
from build_tools.language.pronouns import is_owner
from build_tools.model import EntityId, Kind, Span, Term, TermId, TermValue, Written
from build_tools.problem import Problem


def check_role(written: Written, proof: Proof, context: ClaimContext) -> Iterator[Problem]:
    """A problem where the words of a role, or another term, belong to somebody else in the sentence."""
    if not isinstance(proof.value, TermValue) or not context.subject.kind.is_plain:
        return
    people = _people(context)
    places = _offices(context.inputs.vocabulary.terms[proof.value.id], context)
    held = [_holders(form, people, context) for form in _of_first(places, context)]
    if people and held and all(one and context.subject.id not in one for one in held):
        if any(context.subject.id in _holders(form, people, context) for form in places):
            return
        words = context.passage.article.words(places[0])
        yield name_unbound(written.origin, words, held[0], context.subject.id)


def _people(context: ClaimContext) -> dict[Span, EntityId]:
    """Where the sentences of the quote name somebody; not "his" in "his lawyer", which only says whose."""
    words = context.passage.article.words
    named = named_here(context, (context.subject.kind,))
    return {span: id for span, id in named.items() if not is_owner(words(span))}


def _offices(term: Term, context: ClaimContext) -> tuple[Span, ...]:
    """Where the quote has any of the term's forms: 主教练 of one, 主帅 of another."""
    passage, terms = context.passage, context.inputs.vocabulary.terms
    texts = ((span, on_one_line(passage.article.words(span))) for span in passage.citation.spans)
    found = ((span, one) for span, text in texts for one in term_places(term, terms, text))
    return tuple(Span(span.start + one.start, span.start + one.end) for span, one in found)


def _of_first(places: tuple[Span, ...], context: ClaimContext) -> tuple[Span, ...]:
    """The places of the first form alone."""
    words = context.passage.article.words
    return tuple(one for one in places if words(one) == words(places[0]))


def _holders(form: Span, people: Mapping[Span, EntityId], context: ClaimContext) -> frozenset[EntityId]:
    """Who holds the title of a form, as far as the words say; nobody where they leave it open."""
    part = stretch_of(context, form)
    inside = part.inside(people) if part else []
    around = frozenset(people[one] for one in inside if one.touches([form]))
    one_of_several = len({people[span] for span in inside}) > 1 or context.subject.id not in people.values()
    if part is None or around or not inside or not one_of_several:
        return around
    found = bind_name(part.text, part.moved(form), [part.moved(one) for one in inside])
    return frozenset(people[inside[at]] for at in found.certain)


def check_place(written: Written, context: ClaimContext) -> Iterator[Problem]:
    """An organisation at which another role of the sentence is held, or that only has another part in it."""
    role = context.written.value
    term = context.inputs.vocabulary.terms.get(TermId(role.text)) if isinstance(role, Written) else None
    if term is None or written.text not in context.passage.names:
        return
    people = _people(context)
    known = _offices(term, context)
    first = _of_first(known, context)
    places = [one for one in first if _may_hold(one, people, context)] or [
        one for one in known if _may_hold(one, people, context)
    ]
    offices = {form: _at(form, context) for form in places}
    if not offices or any(written.text in (*held, *open_) for held, open_ in offices.values()):
        return
    form, (held, _) = next(iter(offices.items()))
    words = context.passage.article.words(form)
    if held:
        yield name_unbound(written.origin, words, held, written.text)
    else:
        yield not_held_at(written, words)


def _may_hold(form: Span, people: Mapping[Span, EntityId], context: ClaimContext) -> bool:
    holders = _holders(form, people, context)
    return not holders or context.subject.id in holders


def _at(form: Span, context: ClaimContext) -> tuple[frozenset[EntityId], frozenset[EntityId]]:
    """The organisations at which a title is held according to the words, and those that they leave open."""
    own = context.written.qualifiers.at
    kind = context.inputs.entities[EntityId(own.text)].kind if own else Kind.ORGANISATION
    firms = named_here(context, tuple({Kind.ORGANISATION, kind}))
    part = stretch_of(context, form)
    inside = part.inside(firms) if part else []
    if part is None:
        return frozenset(), frozenset(firms.values())
    found = bind_organisation(part.text, part.moved(form), [part.moved(one) for one in inside])
    held, open_ = (frozenset(firms[inside[at]] for at in some) for some in (found.certain, found.open))
    return held, frozenset() if held else open_
