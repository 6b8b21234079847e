"""Checks that the sentence links an entity with its maker or its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.binding import Closeness, bind_relation
from build_tools.evidence.proving.claim_context import ClaimContext
from build_tools.evidence.proving.stretches import Stretch, named_here, stretch_of
from build_tools.evidence.proving.wording import listed
from build_tools.model import EntityId, Kind, Span, Written
from build_tools.problem import Problem, Severity
from build_tools.text.mentions import find_forms

ACTORS = frozenset({Kind.PERSON, Kind.ORGANISATION})


def check_relation(written: Written, context: ClaimContext) -> Iterator[Problem]:
    """A name that the sentence ties less closely to the subject than another, which no claim takes."""
    id = EntityId(written.text)
    ties = _ties(context)
    own = ties.get(id, Closeness.ELSEWHERE)
    claimed = _claimed(context)
    closer = (one for one, tie in ties.items() if tie < min(own, Closeness.COMPARED) and one not in claimed)
    rivals = sorted(one for one in closer if _are_alike(one, id, context))
    if rivals or (own is Closeness.LISTED and not claimed - {id}):
        yield not_the_owner(written, rivals, context)


def _ties(context: ClaimContext) -> dict[EntityId, Closeness]:
    """How closely the sentences of the quote tie each name to that of the subject."""
    named = named_here(context)
    others = [span for span, one in named.items() if one != context.subject.id]
    found: dict[EntityId, Closeness] = {}
    for own in (span for span, one in named.items() if one == context.subject.id):
        part = stretch_of(context, own)
        inside = [one for one in others if part and one.is_within([part.span])]
        for span, tie in zip(inside, _bound(part, own, inside) if part else (), strict=True):
            found[named[span]] = min(tie, found.get(named[span], Closeness.ELSEWHERE))
        words = context.passage.article.words(own)
        found |= {one: Closeness.OWNER for one in found if _is_named_in(one, words, context)}
    return found


def _bound(part: Stretch, own: Span, others: Sequence[Span]) -> tuple[Closeness, ...]:
    return bind_relation(part.text, part.moved(own), [part.moved(one) for one in others])


def _is_named_in(id: EntityId, words: str, context: ClaimContext) -> bool:
    """Whether the name of the subject holds that of another: 谷歌TPU."""
    return bool(find_forms(words, context.passage.article.lexicon.forms_of(id)))


def _claimed(context: ClaimContext) -> frozenset[str]:
    """What the other claims of the annotation give the subject in the same respect."""
    own = context.written
    property = own.property.text if own.property else ""
    same = (
        one for one in context.siblings if (one.subject.text, one.property) == (own.subject.text, property)
    )
    return frozenset(one.words for one in same)


def _are_alike(one: EntityId, other: EntityId, context: ClaimContext) -> bool:
    """Whether two entities could be the same to a third: works are made of works, and by anybody."""
    kinds = [context.inputs.entities[id].kind for id in (one, other)]
    return kinds[0] is kinds[1] or all(kind in ACTORS for kind in kinds)


def not_the_owner(written: Written, rivals: Sequence[EntityId], context: ClaimContext) -> Problem:
    """A relation that the sentence does not give."""
    message = f"the quote puts {listed(rivals)} beside `{context.subject.id}`, not `{written.text}`"
    if not rivals:
        message = f"the quote only lists `{written.text}` beside `{context.subject.id}`"
    hint = "correct the name, quote the words that say so, or `accept: {name-unbound: <why>}`"
    return Problem(written.origin, "name-unbound", message, hint, Severity.WARNING)
