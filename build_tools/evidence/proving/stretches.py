"""The sentences of a quote as one text, and the names, numbers and dates in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_tools.evidence.proving.article_readings import on_one_line
from build_tools.evidence.proving.claim_context import ClaimContext
from build_tools.evidence.proving.seasons import seasons_in
from build_tools.language import dispatch_head
from build_tools.model import DateValue, EntityId, Kind, Reading, Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the article, and what is in it; places are those of its own text."""

    span: Span
    text: str

    def own(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Places of the article that are in this stretch, in its order."""
        inside = (one for one in spans if one.is_within([self.span]))
        moved = {self.moved(one) for one in inside}
        return tuple(sorted(moved, key=lambda one: (one.start, one.end)))

    def moved(self, span: Span) -> Span:
        """A place of the article as a place of this stretch."""
        return Span(span.start - self.span.start, span.end - self.span.start)

    def inside(self, named: Mapping[Span, EntityId]) -> list[Span]:
        """The names that are in this stretch, as places of the article, in its order."""
        return sorted((one for one in named if one.is_within([self.span])), key=lambda one: one.start)


def stretch_of(context: ClaimContext, span: Span) -> Stretch | None:
    """The sentences of the quote, with what its gaps leave out; nothing where the place is outside them."""
    passage = context.passage
    whole = passage.sentence
    if not span.is_within([whole]):
        return None
    return Stretch(whole, on_one_line(passage.article.words(whole)))


def named_here(context: ClaimContext, kinds: Iterable[Kind] = ()) -> dict[Span, EntityId]:
    """Where the sentences of the quote name somebody of some kinds, or of any, or have a word for them."""
    passage, entities, wanted = context.passage, context.inputs.entities, frozenset(kinds)
    found = {span: id for word, id in passage.means for span in passage.places((word,))}
    found |= {one.span: one.entity for one in passage.article.named_within([passage.sentence])}
    return {
        span: id
        for span, id in found.items()
        if (entities[id].kind in wanted if wanted else entities[id].kind.is_plain)
    }


def readings_around(found: Reading, context: ClaimContext) -> list[Reading]:
    """The readings of the sentences of the quote, the found one as the quote gives it."""
    whole, article = context.passage.sentence, context.passage.article
    head = _dispatch_head(article.source.text, whole.start)
    given = article.values_in(whole.start, whole.end - whole.start)
    if isinstance(found, DateValue) and found.edtf is None and found.offset is None:
        given = (*given, *seasons_in(context.passage, whole))
    others = [one for one in given if not one.span.meets(found.span) and one.span.start >= head]
    return sorted([*others, found], key=lambda one: one.span.start)


def _dispatch_head(text: str, place: int) -> int:
    """Where the paragraph around a place begins, behind the head of a dispatch: its day dates nothing."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", start)
    return start + dispatch_head(text[start : len(text) if end < 0 else end])
