"""An annotation in its article, and what a wrong variant of it may be made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from random import Random
from typing import TypeVar

from build_tools.evidence.proving.claim_context import type_of
from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.model import (
    Anchored,
    Annotation,
    Claim,
    DateValue,
    Entity,
    EntityId,
    Inputs,
    Kind,
    Quantity,
    Reading,
    Span,
    ValueType,
    WrittenClaim,
)
from build_tools.text.paragraphs import body, sentence_around, sentences_between

R = TypeVar("R", bound=Reading)
T = TypeVar("T")
MOST = 4  # so many variants of one kind are made of one claim, where there could be very many


@dataclass(frozen=True)
class AttackedAnnotation:
    """One annotation, its claims as they are proven, and all the claims of its article.

    `proven` goes with the claims as written; a claim that is not proven has none, and is not attacked.
    """

    anchored: Anchored
    passage: Passage
    proven: tuple[Claim | None, ...]
    article: tuple[Claim, ...]
    inputs: Inputs
    seed: int = 0

    @property
    def annotation(self) -> Annotation:
        return self.anchored.annotation

    @property
    def text(self) -> str:
        """The whole article."""
        return self.passage.article.source.text

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """The claims that are proven, each of which may be made wrong."""
        pairs = zip(self.annotation.claims, self.proven, strict=True)
        return tuple(Target(self, at, one, claim) for at, (one, claim) in enumerate(pairs) if claim)

    @cached_property
    def sentence(self) -> Span:
        """The sentence of the quote, or all that it touches."""
        spans = self.anchored.citation.spans
        return sentence_around(self.text, Span(spans[0].start, spans[-1].end))

    @cached_property
    def following(self) -> Span | None:
        """The sentence after it."""
        after = (span for span in sentences_of(self.passage) if span.start >= self.sentence.end)
        return next(after, None)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """What the quote gives."""
        return self.passage.values

    @cached_property
    def nearby(self) -> tuple[Reading, ...]:
        """What its sentence and the next give outside the quote."""
        sentences = (span for span in (self.sentence, self.following) if span)
        found = self.passage.article.values_within(sentences)
        return tuple(one for one in found if not one.span.touches(self.anchored.citation.spans))

    @cached_property
    def dates(self) -> tuple[DateValue, ...]:
        """Every date of the quote and of its sentence."""
        outside = (one for one in self.nearby if one.span.end <= self.sentence.end)
        return tuple(one for one in (*self.readings, *outside) if isinstance(one, DateValue))

    @cached_property
    def named(self) -> tuple[EntityId, ...]:
        """Whom the quote and its sentence name."""
        mentions = self.passage.article.named_within([self.sentence])
        return tuple(dict.fromkeys((*self.passage.names, *(one.entity for one in mentions))))

    @cached_property
    def named_around(self) -> tuple[EntityId, ...]:
        """Whom the paragraph names too, and what leads up to it."""
        return tuple(dict.fromkeys((*self.named, *sorted(self.passage.nearby))))

    @cached_property
    def beside(self) -> tuple[Claim, ...]:
        """The claims made from the same words: of this quote, and of those that share some with it."""
        spans = self.anchored.citation.spans
        return tuple(
            claim for claim in self.article if any(span.touches(spans) for span in claim.citation.spans)
        )

    def others(
        self, than: EntityId | str, named: Sequence[EntityId], kinds: Sequence[Kind]
    ) -> list[EntityId]:
        """The entities of some kinds among those named, but for one."""
        return [id for id in named if id != than and self.inputs.entities[id].kind in kinds]

    def few(self, items: Sequence[T], most: int, *for_: str) -> list[T]:
        """At most so many of the items, in their order, drawn by the seed and by what they are for."""
        if len(items) <= most:
            return list(items)
        source, place = self.anchored.citation.source, self.anchored.id
        drawn = Random(" ".join((str(self.seed), source, place, *for_)))
        return [items[at] for at in sorted(drawn.sample(range(len(items)), most))]


@dataclass(frozen=True)
class Target:
    """One claim of a scene: as it is written, and as it is proven."""

    scene: AttackedAnnotation
    at: int
    written: WrittenClaim
    claim: Claim

    @property
    def subject(self) -> Entity:
        return self.scene.inputs.entities[self.claim.subject]

    @property
    def type(self) -> ValueType | None:
        """The type of its property."""
        return type_of(self.written, self.scene.inputs)

    @property
    def name(self) -> str:
        """What it is about, in the words of the file: `alexandr-wang.role`."""
        property = self.written.property
        bare = property is None or property.text in ("value", "answer")
        return self.written.subject.text if bare or not property else f"{self.claim.subject}.{property.text}"

    def quantity(self) -> Quantity | None:
        """Its value, if it is a quantity."""
        return self.claim.value if isinstance(self.claim.value, Quantity) else None


def moved(reading: R, by: int) -> R:
    """A reading in places of a longer text."""
    return replace(reading, span=Span(reading.span.start + by, reading.span.end + by))


def sentences_of(passage: Passage) -> tuple[Span, ...]:
    """The sentences of an article, without the lines that are not the article."""
    source = passage.article.source
    return _sentences(source.text, body(source))


@cache
def _sentences(text: str, paragraphs: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(
        found for paragraph in paragraphs for found in sentences_between(text, paragraph.start, paragraph.end)
    )
