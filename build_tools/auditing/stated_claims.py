"""What a text states of the figures, events, offices and questions of a dossier, proven in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from build_tools.auditing.audit_types import StatedKind, TextStatement
from build_tools.auditing.firmness import may_contradict
from build_tools.auditing.text_proof import TextProof, WrittenParts
from build_tools.auditing.text_read import SentenceRead, TextRead
from build_tools.evidence.proving.terms import term_places
from build_tools.model import (
    Claim,
    DateValue,
    EntityId,
    Event,
    Figure,
    Inputs,
    Kind,
    PropertyId,
    Quantity,
    Question,
    Reading,
    Span,
    Stance,
    Term,
    TermId,
    Written,
)
from build_tools.text.mentions import find_forms
from build_tools.values import may_be

CURRENCY = re.compile("[A-Z]{3}")
LEAST_SUM = 1000  # a number without a currency may be a sum of money from here


def _is_measure(figure: Figure) -> bool:
    """Whether a figure is a sum of money or a share: 12 of nothing is neither."""
    return figure.no_currency or figure.unit == "%" or bool(figure.unit and CURRENCY.fullmatch(figure.unit))


@dataclass(frozen=True)
class StatementFinder:
    """Finds what a text states of what a dossier knows; `happened` has the dates of its events."""

    inputs: Inputs
    happened: Mapping[EntityId, Sequence[DateValue]] = field(default_factory=dict)

    @cached_property
    def read(self) -> TextRead:
        """The text, read once."""
        return TextRead(self.inputs, self.happened)

    @cached_property
    def proof(self) -> TextProof:
        """The proof of claims in its words."""
        return TextProof(self.read)

    def stated(self) -> Iterator[TextStatement]:
        """Every number, date, office and answer, in the order of the text."""
        for said in self.read.sentences():
            yield from (self._reading(one, said) for one in self.read.readings(said))
            yield from self._offices(said)
            yield from self._answers(said)

    def _reading(self, value: Reading, said: SentenceRead) -> TextStatement:
        """A number or a date, with each figure or event that it proves to be of."""
        proven: list[Claim] = []
        firm: list[Claim] = []
        for subject in self._subjects(value, said):
            name = "date" if isinstance(value, DateValue) else "value"
            if claim := self.proof.proven(WrittenParts(subject.id, name, value.raw), said, value):
                proven.append(claim)
                if may_contradict(self.read, subject, claim, value, said):
                    firm.append(claim)
        kind = StatedKind.DATE if isinstance(value, DateValue) else StatedKind.NUMBER
        return TextStatement(value.span, kind, value.raw, tuple(proven), tuple(firm), value)

    def _subjects(self, value: Reading, said: SentenceRead) -> Iterator[Figure] | Iterator[Event]:
        """The figures or events that the sentence has a word of, and the people it speaks of."""
        return self._dated(said) if isinstance(value, DateValue) else self._measured(value, said)

    def _measured(self, value: Quantity, said: SentenceRead) -> Iterator[Figure]:
        figures = (one for one in self.inputs.entities.values() if isinstance(one, Figure))
        worded = (one for one in figures if _in_unit(value, one) and self.read.places(one.words, said.span))
        return (one for one in worded if self.read.names_owner(one, said))

    def _dated(self, said: SentenceRead) -> Iterator[Event]:
        events = (one for one in self.inputs.entities.values() if isinstance(one, Event))
        named = self.read.named(said.span)
        worded = (one for one in events if one.id in named or self.read.places(one.words, said.span))
        return (one for one in worded if self.read.names_event(one, said))

    def _offices(self, said: SentenceRead) -> Iterator[TextStatement]:
        """Each office in the sentence, with the person and the organisation that it proves to be of."""
        terms = self.inputs.vocabulary.terms
        for id, property in sorted(self._offices_known):
            places = term_places(terms[id], terms, self.read.article.words(said.span))
            for place in sorted(set(places), key=lambda one: one.start):
                span = Span(said.span.start + place.start, said.span.start + place.end)
                claims = tuple(self._holders(terms[id], property, said))
                alone = len(claims) == 1 and claims[0].qualifiers.stance is Stance.AFFIRMS
                firm = claims if alone else ()
                yield TextStatement(span, StatedKind.OFFICE, self.read.article.words(span), claims, firm)

    @cached_property
    def _offices_known(self) -> frozenset[tuple[TermId, PropertyId]]:
        """The terms that some claim gives to a person, and as what."""
        entities, terms = self.inputs.entities, self.inputs.vocabulary.terms
        written = (claim for one in self.inputs.annotations for claim in one.claims if claim.property)
        return frozenset(
            (TermId(claim.value.text), PropertyId(claim.property.text))
            for claim in written
            if claim.property and isinstance(claim.value, Written) and TermId(claim.value.text) in terms
            if entities[EntityId(claim.subject.text)].kind is Kind.PERSON
        )

    def _holders(self, term: Term, property: PropertyId, said: SentenceRead) -> Iterator[Claim]:
        named = list(dict.fromkeys(one.entity for one in self.read.article.named_within([said.span])))
        places = [id for id in named if self.inputs.entities[id].kind is Kind.ORGANISATION]
        for person in (id for id in named if self.inputs.entities[id].kind is Kind.PERSON):
            for place in (*places, ""):
                parts = WrittenParts(person, property, term.id, {"at": place} if place else {})
                if claim := self.proof.proven(parts, said):
                    yield claim
                    break

    def _answers(self, said: SentenceRead) -> Iterator[TextStatement]:
        """Each answer to a question whose words are in the sentence, where what it is about is named."""
        words = self.read.article.words(said.span)
        asked = (one for one in self.inputs.entities.values() if isinstance(one, Question))
        for question in (one for one in asked if self.read.names_owner(one, said)):
            for answer in question.answers:
                for place in find_forms(words, answer.forms):
                    span = Span(said.span.start + place.start, said.span.start + place.end)
                    if not self._is_about(question, span, said):
                        continue
                    if claim := self.proof.proven(WrittenParts(question.id, "answer", answer.id), said):
                        found = (claim,)
                        yield TextStatement(
                            span, StatedKind.ANSWER, self.read.article.words(span), found, firm=found
                        )

    def _is_about(self, question: Question, answer: Span, said: SentenceRead) -> bool:
        """Whether a sentence speaks of the event of a question, where the answer is no more than its verb."""
        event = self.read.owner_of(question)
        if not isinstance(event, Event) or event.id in self.read.named(said.span):
            return True
        places = self.read.places(event.words, said.span)
        return answer not in places or len(places) > 1 or self.read.has_parties(event, said)


def _in_unit(value: Quantity, figure: Figure) -> bool:
    """Whether a number may be in the unit of a figure; a small one without a unit is no sum and no share."""
    unit = "%" if value.share else value.unit
    if unit is None and _is_measure(figure) and value.value is not None and value.value < LEAST_SUM:
        return False
    return None in (unit, figure.unit) or unit == figure.unit or may_be(value, figure.unit)
