"""A text under audit, read once: its sentences, and the people, events and figures in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from build_tools.auditing.audit_verdicts import is_borne_out
from build_tools.auditing.audited_inputs import label_in, parties_of, says_all, without_names
from build_tools.auditing.plain_article import AUDITED
from build_tools.evidence.proving.article_readings import ArticleReadings, open_articles
from build_tools.grouped import grouped
from build_tools.model import (
    DateValue,
    Entity,
    EntityId,
    Event,
    Figure,
    Inputs,
    Question,
    Reading,
    Span,
)
from build_tools.text.mentions import find_mentions
from build_tools.text.paragraphs import body, sentences_between

PARTIES = 2  # as many parties tell an event whose name is not written
LEAD = 3  # sentences of the paragraph that may say of whom or what a sentence speaks


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """A sentence of the text, and those before it in its paragraph."""

    span: Span
    before: tuple[Span, ...]


@dataclass(frozen=True)
class TextRead:
    """The text beside a dossier's names and words; `happened` has the dates that articles give each event."""

    inputs: Inputs
    happened: Mapping[EntityId, Sequence[DateValue]] = field(default_factory=dict)

    @cached_property
    def article(self) -> ArticleReadings:
        """The text with its names, figures and dates."""
        sources = {AUDITED: self.inputs.sources[AUDITED]}
        mentions, _ = find_mentions(sources, self.inputs.entities)
        return open_articles(self.inputs, mentions)[AUDITED]

    def sentences(self) -> Iterator[SentenceRead]:
        """Every sentence, in order."""
        text = self.article.source.text
        for paragraph in body(self.article.source):
            found = sentences_between(text, paragraph.start, paragraph.end)
            for at, span in enumerate(found):
                yield SentenceRead(span, tuple(found[max(0, at - LEAD) : at]))

    def readings(self, said: SentenceRead) -> tuple[Reading, ...]:
        """The numbers and dates of a sentence."""
        return self.article.values_within([said.span])

    def dates(self, said: SentenceRead) -> list[DateValue]:
        """The dates of a sentence."""
        return [one for one in self.readings(said) if isinstance(one, DateValue)]

    def named(self, *spans: Span) -> frozenset[EntityId]:
        """Everything that some stretches name."""
        return frozenset(one.entity for one in self.article.named_within(spans))

    def named_so_far(self, said: SentenceRead) -> frozenset[EntityId]:
        """Everything that a sentence names, or those before it."""
        return self.named(said.span, *said.before)

    def places(self, words: Iterable[str], span: Span) -> list[Span]:
        """Where a stretch has some words, but not within a name: `AI` is no word of Scale AI."""
        entities, mentions = self.inputs.entities, self.article.named_within([span])
        named = [one.span for one in mentions if entities[one.entity].kind.is_plain]
        return [one for one in self.article.places(tuple(words), span) if not one.is_within(named)]

    def event_of(self, subject: Entity) -> Event | None:
        """The event that a claim on a subject is of: itself, or that of a figure."""
        owner = self.owner_of(subject) if isinstance(subject, Figure) else subject
        return owner if isinstance(owner, Event) else None

    def owner_of(self, figure: Figure | Question) -> Entity | None:
        """Of whom or what a figure is, or what a question is about."""
        of = figure.of if isinstance(figure, Figure) else figure.about
        return self.inputs.entities.get(of) if of else None

    def names_event(self, event: Event, said: SentenceRead) -> bool:
        """Whether an event may be the one that is spoken of: by its words and all the names of its label."""
        named = self.named_so_far(said)
        labelled = any(names and names <= named for names in self._in_labels[event.id])
        called = labelled and bool(self.places(event.words, said.span))
        return called or self.pins_event(event, said)

    def pins_event(self, event: Event, said: SentenceRead) -> bool:
        """Whether no other can be meant: an event is named, or its parties, or all that its label says."""
        named, parties = self.named_so_far(said), parties_of(event.id, self.inputs)
        alone = len(parties) == 1 and parties <= named
        called = event.id in named or alone or self.has_parties(event, said)
        return called or self._label_is_said(event, named, said)

    def has_date(self, event: Event, said: SentenceRead) -> bool:
        """Whether a sentence has a word of an event and no date but one on which it happened."""
        dates = self.dates(said)
        known = self.happened.get(event.id, ())
        here = len(dates) == 1 and any(is_borne_out(dates[0], one) for one in known)
        return here and bool(self.places(event.words, said.span))

    def has_parties(self, event: Event, said: SentenceRead) -> bool:
        """Whether two of those who take part in an event are named."""
        return len(parties_of(event.id, self.inputs) & self.named_so_far(said)) >= PARTIES

    def _label_is_said(self, event: Event, named: frozenset[EntityId], said: SentenceRead) -> bool:
        """Whether a sentence has every word of a label, but for the names, which are named there too."""
        if not any(names <= named for names in self._in_labels[event.id]):
            return False
        label = label_in(self.article.source.language, event)
        return says_all(without_names(label, self.inputs), self.article.words(said.span))

    @cached_property
    def _in_labels(self) -> Mapping[EntityId, tuple[frozenset[EntityId], ...]]:
        """The people, organisations, works that the label of each event names, in each language."""
        events = [one for one in self.inputs.entities.values() if isinstance(one, Event)]
        named = [self._named_in([label_in(language, one) for one in events]) for language in ("en", "zh")]
        return {one.id: (named[0][at], named[1][at]) for at, one in enumerate(events)}

    def _named_in(self, labels: Sequence[str]) -> list[frozenset[EntityId]]:
        """What each of some labels names."""
        lines = replace(self.article.source, text="\n".join(one.replace("\n", " ") for one in labels))
        plain = {id: one for id, one in self.inputs.entities.items() if one.kind.is_plain}
        mentions, _ = find_mentions({AUDITED: lines}, plain)
        named = grouped(mentions, lambda one: lines.text.count("\n", 0, one.span.start))
        return [frozenset(one.entity for one in named.get(at, ())) for at in range(len(labels))]

    def names_owner(self, subject: Figure | Question, said: SentenceRead) -> bool:
        """Whether the sentence, or those before it, names of whom or of which event a figure is."""
        match self.owner_of(subject):
            case None | Figure() | Question():
                return True
            case Event() as event:
                unknown = not parties_of(event.id, self.inputs) and bool(self.places(event.words, said.span))
                return unknown or self.names_event(event, said)
            case Entity(id=id):
                return id in self.named_so_far(said)

    def needs_time(self, id: EntityId) -> bool:
        """Whether the articles give a figure for one time or another."""
        figure = self.inputs.entities[id]
        moves = isinstance(figure, Figure) and figure.series is not None
        return moves or id in self._timed

    @cached_property
    def _timed(self) -> frozenset[str]:
        written = (claim for one in self.inputs.annotations for claim in one.claims)
        timed = (claim for claim in written if claim.qualifiers.period or claim.qualifiers.as_of)
        return frozenset(claim.subject.text for claim in timed)
