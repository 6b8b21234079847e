"""Binding a role, or another term, to its holder, and the office to its organisation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.binding import bind_name, bind_organisation
from build_tools.evidence.proving.context import ClaimContext, Proof
from build_tools.evidence.proving.stretches import NAMED, named_here, stretch_of
from build_tools.evidence.proving.unbound import name_unbound
from build_tools.model import EntityId, Kind, Span, TermId, TermValue, Written
from build_tools.problem import Problem


def check_role(written: Written, proof: Proof, context: ClaimContext) -> Iterator[Problem]:
    """A role, or another term, whose words belong to another of the sentence than its subject."""
    if not isinstance(proof.value, TermValue) or context.subject.kind not in NAMED:
        return
    people = named_here(context, (context.subject.kind,))
    own = [span for span, id in people.items() if id == context.subject.id]
    for form in context.passage.places((proof.raw,)):
        holders = _holders(form, people, context)
        if not holders or context.subject.id in holders or form.touches(own):
            return
    if people and context.passage.places((proof.raw,)):
        form = context.passage.places((proof.raw,))[0]
        yield name_unbound(written.origin, proof.raw, _holders(form, people, context), context.subject.id)


def _holders(form: Span, people: Mapping[Span, EntityId], context: ClaimContext) -> frozenset[EntityId]:
    """To whom a form belongs, as far as the words tell; nobody where they leave it open."""
    part = stretch_of(context, form)
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
    firms = named_here(context, (Kind.ORGANISATION,))
    for form in context.passage.places(term.forms):
        part = stretch_of(context, form)
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
