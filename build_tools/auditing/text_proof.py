"""Proves what the words of a text may claim, as the claims of an article are proven."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product

from build_tools.auditing.plain_article import AUDITED
from build_tools.auditing.text_read import SentenceRead, TextRead
from build_tools.evidence.proving.prove_article import Steps, prove_annotation
from build_tools.evidence.proving.quoted_passage import Passage, passage_of
from build_tools.model import (
    Anchored,
    Annotation,
    Citation,
    Claim,
    EntityId,
    Event,
    Figure,
    Inputs,
    Quantity,
    Reading,
    Selector,
    Span,
    Written,
    WrittenClaim,
    WrittenQualifiers,
)
from build_tools.problem import Origin, Problems
from build_tools.text.paragraphs import line_of

PATH = "text"
FIRMNESS: tuple[dict[str, str], ...] = (
    {},
    {"modality": "planned"},
    {"modality": "predicted"},
    {"modality": "rumoured"},
    {"stance": "denies"},
)
MOST_DATES = 3


class WithoutTranslation(Steps):
    """The proof of a text that nobody has to translate."""

    def translation(self, one: Anchored, passage: Passage) -> Problems:
        """Nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class WrittenParts:
    """A claim that the words may make: its subject, property, value and qualifiers."""

    subject: EntityId
    property: str
    value: str
    given: Mapping[str, str] = field(default_factory=dict)

    def claim(self, at: Span) -> WrittenClaim:
        """The claim as a contributor would write it of a place."""
        origin = Origin(PATH, 1, at.start + 1)
        given = {name: Written(text, origin) for name, text in self.given.items()}
        return WrittenClaim(
            Written(self.subject, origin),
            Written(self.property, origin),
            Written(self.value, origin),
            WrittenQualifiers(
                period=given.get("period"),
                as_of=given.get("as_of"),
                at=given.get("at"),
                stance=given.get("stance"),
                modality=given.get("modality"),
            ),
            origin,
        )


@dataclass(frozen=True)
class TextProof:
    """The proof of claims in the words of one text."""

    read: TextRead

    @cached_property
    def _inputs(self) -> Inputs:
        """The inputs with no event for a figure: who takes part in it was looked for, not its name."""
        given = self.read.inputs
        free = {
            id: replace(one, of=None) if isinstance(one, Figure) and self.read.event_of(one) else one
            for id, one in given.entities.items()
        }
        return replace(given, entities=free)

    def proven(self, parts: WrittenParts, said: SentenceRead, value: Reading | None = None) -> Claim | None:
        """The claim, as firm as the words say and of the time that they give, where the check proves it."""
        for context in ((), said.before) if said.before else ((),):
            for timed, firm in product(self._times(parts, said, value), FIRMNESS):
                given = {**parts.given, **timed, **firm}
                tried = WrittenParts(parts.subject, parts.property, parts.value, given)
                if claim := self._try(tried, said, context):
                    return claim
        return None

    def _times(
        self, parts: WrittenParts, said: SentenceRead, value: Reading | None
    ) -> Sequence[dict[str, str]]:
        """The time that the sentence may give, where the figure has one; none last."""
        if not isinstance(value, Quantity) or not self.read.needs_time(parts.subject):
            return ({},)
        dates = [one.raw for one in self.read.dates(said)]
        return (*({name: raw} for raw in dates[:MOST_DATES] for name in ("period", "as_of")), {})

    def _try(self, parts: WrittenParts, said: SentenceRead, before: Sequence[Span]) -> Claim | None:
        annotation = Annotation(
            AUDITED,
            Selector((self._written(said.span),)),
            (parts.claim(said.span),),
            means=tuple(self._means(parts.subject, said)),
        )
        context = tuple(self._cited(span) for span in before)
        anchored = Anchored(PATH, annotation, self._cited(said.span), context)
        passage = passage_of(anchored, {AUDITED: self.read.article})
        claims, problems = prove_annotation(anchored, passage, self._inputs, WithoutTranslation())
        return claims[0] if len(claims) == 1 and not problems else None

    def _means(self, id: EntityId, said: SentenceRead) -> Iterator[tuple[Written, Written]]:
        """The word of the sentence for the event that a claim is of, where the parties tell which it is."""
        event = self.read.inputs.entities[id]
        if not isinstance(event, Event) or event.id in self.read.named(said.span):
            return
        for place in self.read.places(event.words, said.span)[:1]:
            yield self._written(place), Written(event.id, Origin(PATH))

    def _written(self, span: Span) -> Written:
        article = self.read.article
        return Written(article.words(span), Origin(PATH, line_of(article.source.text, span.start)))

    def _cited(self, span: Span) -> Citation:
        article = self.read.article
        return Citation(AUDITED, (span,), (article.words(span),), line_of(article.source.text, span.start))
