"""Binding the place of an event: another place beside its words, and this one in another clause."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.evidence.proving.claim_context import ClaimContext
from build_tools.evidence.proving.own_words import entity_words, subject_words
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.unbound import name_unbound
from build_tools.model import EntityId, Place, Span, Written
from build_tools.problem import Problem


def check_event_place(written: Written, context: ClaimContext) -> Iterator[Problem]:
    """A place that is in no clause of an event whose own clause says where it was: died at home in Lindal."""
    passage, id = context.passage, EntityId(written.text)
    verbs = subject_words(context)
    own = entity_words(context, id, passage.sentence)
    if not verbs or not own or any(passage.share_clause(verb, own) for verb in verbs):
        return
    for span, place in _places(context, id):
        apart = not any(_are_listed(span, one, context) for one in own)
        verb = next(
            (one for one in verbs if one.end <= span.start and passage.share_clause(one, [span])), None
        )
        if verb and apart:
            yield name_unbound(written.origin, passage.article.words(verb), [place], written.text)
            return


def _places(context: ClaimContext, id: EntityId) -> Iterator[tuple[Span, EntityId]]:
    """The other places of the sentence that say where something was, and have nothing to do with this one."""
    passage, entities = context.passage, context.inputs.entities
    claimed = entities[id]
    within = claimed.within if isinstance(claimed, Place) else ()
    for one in passage.article.named_within([passage.sentence]):
        place = entities[one.entity]
        before = passage.article.words(Span(passage.sentence.start, one.span.start))
        related = one.entity in (id, *within) or (isinstance(place, Place) and id in place.within)
        if isinstance(place, Place) and not related and worded("where_before").search(before):
            yield one.span, one.entity


def _are_listed(one: Span, other: Span, context: ClaimContext) -> bool:
    """Whether nothing but names is between two places: in Lindal, Carrow and Morn; in Lindal, Carrow."""
    first, last = sorted((one, other), key=lambda span: span.start)
    return bool(
        worded("names_only").fullmatch(
            context.passage.article.words(Span(first.end, max(first.end, last.start)))
        )
    )
