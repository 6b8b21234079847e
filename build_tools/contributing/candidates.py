"""The claims that the words of a sentence could make, as they are written, and what other articles say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from build_tools.contributing.yaml_text import value_said
from build_tools.evidence.proving.wording import stands_in
from build_tools.model import (
    SAME_VALUE,
    Claim,
    DateValue,
    Dossier,
    EntityId,
    EntityValue,
    Event,
    Figure,
    Kind,
    Mention,
    PropertyId,
    Quantity,
    Question,
    Reading,
    SourceId,
    Span,
    TermId,
    TermValue,
    ValueType,
)
from build_tools.text.folding import fold_plain
from build_tools.text.mentions import find_forms
from build_tools.values import compare

MOST = 3
SHOWN = 4
AT = "at"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that could be made, as it is written, and the values that its subject has elsewhere."""

    claim: str
    elsewhere: tuple[str, ...] = ()
    sources: frozenset[SourceId] = frozenset()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, with the names in it by their places in the sentence."""

    words: str
    names: tuple[tuple[Span, EntityId], ...]

    @classmethod
    def of(cls, text: str, sentence: Span, names: Iterable[Mention]) -> Sentence:
        """The sentence of a text that holds these names."""
        shift = sentence.start
        placed = ((Span(one.span.start - shift, one.span.end - shift), one.entity) for one in names)
        return cls(text[sentence.start : sentence.end], tuple(placed))

    @property
    def named(self) -> frozenset[EntityId]:
        """Who and what is named in it."""
        return frozenset(id for _, id in self.names)


@dataclass(frozen=True)
class CandidateFinder:
    """Finds the claims that a sentence of a dossier could make."""

    dossier: Dossier

    def of_value(self, value: Reading, passage: Sentence) -> tuple[Candidate, ...]:
        """The likeliest claims of a reading first; none where nothing in the sentence speaks for any."""
        match value:
            case Quantity():
                return tuple(self._of_quantity(value, passage))
            case DateValue():
                return tuple(self._of_date(value, passage))

    def of_words(self, passage: Sentence) -> Iterator[Candidate]:
        """The roles and other terms, the answers and the parties of events that the words give."""
        yield from self._of_terms(passage)
        yield from self._of_answers(passage)
        yield from self._of_parties(passage)

    def _of_quantity(self, value: Quantity, passage: Sentence) -> Iterator[Candidate]:
        """Figures of the same unit whose words or owner are in the sentence, or that have this value."""
        folded = fold_plain(passage.words)
        rated = sorted(
            (-self._rate(value, figure, folded, passage.named), figure.id) for figure in self._figures
        )
        for minus, id in rated[:MOST]:
            if minus < 0:
                yield self._candidate(f"{id}: {value_said(value)}", id)

    def _rate(self, value: Quantity, figure: Figure, folded: str, named: frozenset[EntityId]) -> int:
        """How much speaks for a figure: its value, its words, its owner; 0 where something is against it."""
        unit = "%" if value.share else value.unit
        if figure.unit and unit and figure.unit != unit:
            return 0
        if any(stands_in(word, folded) for word in figure.not_words):
            return 0
        worded = any(stands_in(word, folded) for word in figure.words)
        owned = figure.of in named
        if figure.unit != unit and not worded:
            return 0
        same = any(
            isinstance(one, Quantity) and compare(value, one) in SAME_VALUE for one in self._values(figure.id)
        )
        return 4 * same + 3 * worded + (owned and (worded or not figure.words))

    def _of_date(self, value: DateValue, passage: Sentence) -> Iterator[Candidate]:
        """The events that the sentence names, or whose words it has."""
        for id in self._events_in(passage):
            yield self._candidate(f"{id}: {value_said(value)}", id)

    def _events_in(self, passage: Sentence) -> list[EntityId]:
        """The likeliest events of a sentence: named, or with their words and who takes part in them."""
        rated = ((-self._rate_event(event, passage), event.id) for event in self._events)
        return [id for minus, id in sorted(rated)[:MOST] if minus < 0]

    def _rate_event(self, event: Event, passage: Sentence) -> int:
        known = self._parties_of(event.id)
        together = len(known & passage.named)
        if event.id in passage.named:
            return 4 + together
        worded = bool(event.words) and bool(find_forms(passage.words, event.words))
        return worded * (1 + together) if together or not known else 0

    def _parties_of(self, id: EntityId) -> frozenset[EntityId]:
        """Who takes part in an event, by what is claimed of it so far."""
        values = (claim.value for claim in self._claims.get(id, ()))
        return frozenset(value.id for value in values if isinstance(value, EntityValue))

    def _of_terms(self, passage: Sentence) -> Iterator[Candidate]:
        """A role for the person beside its words, with the organisation beside them; other terms likewise."""
        vocabulary = self.dossier.inputs.vocabulary
        for id, property in self._property_of.items():
            for place in find_forms(passage.words, vocabulary.terms[id].forms):
                about = vocabulary.properties[property]
                subject = self._nearest(passage, place, about.of)
                if subject is None:
                    continue
                at = self._nearest(passage, place, (Kind.ORGANISATION,)) if AT in about.per else None
                where = f", {AT}: {at}" if at and at != subject else ""
                yield self._candidate(f"{subject}: {{{property}: {id}{where}}}", subject, property)

    def _of_answers(self, passage: Sentence) -> Iterator[Candidate]:
        """The answers to questions whose words the sentence has."""
        for question in self.dossier.inputs.entities.values():
            if isinstance(question, Question):
                for answer in question.answers:
                    if find_forms(passage.words, answer.forms):
                        yield self._candidate(f"{question.id}: {answer.id}", question.id)

    def _of_parties(self, passage: Sentence) -> Iterator[Candidate]:
        """The persons and organisations named with an event, where events have parties."""
        property = self._party
        if property is None:
            return
        for id in self._events_in(passage):
            near = self._by_distance(passage, self._place_of(id, passage), (Kind.PERSON, Kind.ORGANISATION))
            for party in list(dict.fromkeys(near))[:2]:
                yield self._candidate(f"{id}: {{{property}: {party}}}", id, property)

    def _place_of(self, id: EntityId, passage: Sentence) -> Span:
        """Where a sentence has the name or the words of an event."""
        event = self.dossier.inputs.entities[id]
        words = event.words if isinstance(event, Event) else ()
        named = (span for span, one in passage.names if one == id)
        return next(named, None) or next(iter(find_forms(passage.words, words)), Span(0, 0))

    def _nearest(self, passage: Sentence, place: Span, kinds: Iterable[Kind]) -> EntityId | None:
        return next(iter(self._by_distance(passage, place, kinds)), None)

    def _by_distance(self, passage: Sentence, place: Span, kinds: Iterable[Kind]) -> list[EntityId]:
        """The names of these kinds, the nearest first."""
        wanted, entities = frozenset(kinds), self.dossier.inputs.entities
        near = [
            (max(span.start - place.end, place.start - span.end), span.start, id)
            for span, id in passage.names
            if id in entities and entities[id].kind in wanted
        ]
        return [id for _, _, id in sorted(near)]

    def _candidate(self, claim: str, id: EntityId, property: PropertyId | None = None) -> Candidate:
        """A claim, with what sources say of the same: `143亿美元 (sina-2025-06-21)`, each once."""
        same = [one for one in self._claims.get(id, ()) if property in (None, one.property)]
        shown = (one for one in same if isinstance(one.value, Quantity | DateValue) and one.raw)
        said = dict.fromkeys(f"{one.raw} ({one.citation.source})" for one in shown)
        return Candidate(claim, tuple(said)[:SHOWN], frozenset(one.citation.source for one in same))

    def _values(self, id: EntityId) -> Iterator[object]:
        return (claim.value for claim in self._claims.get(id, ()))

    @cached_property
    def _figures(self) -> tuple[Figure, ...]:
        return tuple(one for one in self.dossier.inputs.entities.values() if isinstance(one, Figure))

    @cached_property
    def _events(self) -> tuple[Event, ...]:
        return tuple(one for one in self.dossier.inputs.entities.values() if isinstance(one, Event))

    @cached_property
    def _claims(self) -> dict[EntityId, tuple[Claim, ...]]:
        """The claims about each subject, those of one point together."""
        groups = self.dossier.groups_of.items()
        return {id: tuple(claim for group in each for claim in group.claims) for id, each in groups}

    @cached_property
    def _property_of(self) -> dict[TermId, PropertyId]:
        """The property that each term is a value of: the one it is used with, else that of persons."""
        used: dict[TermId, Counter[PropertyId]] = {}
        for claim in self.dossier.claims:
            if isinstance(claim.value, TermValue) and claim.property:
                used.setdefault(claim.value.id, Counter())[claim.property] += 1
        properties = self.dossier.inputs.vocabulary.properties
        roles = [
            one.id for one in properties.values() if one.type is ValueType.TERM and Kind.PERSON in one.of
        ]
        of_persons = roles[0] if len(roles) == 1 else None
        found: dict[TermId, PropertyId] = {}
        for id in self.dossier.inputs.vocabulary.terms:
            usual = used[id].most_common(1)[0][0] if id in used else of_persons
            if usual is not None and usual in properties:
                found[id] = usual
        return found

    @cached_property
    def _party(self) -> PropertyId | None:
        """The property of events whose values are entities."""
        properties = self.dossier.inputs.vocabulary.properties.values()
        return next(
            (one.id for one in properties if one.type is ValueType.ENTITY and Kind.EVENT in one.of), None
        )
