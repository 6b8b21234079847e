"""The dossier as one edition shows it, and the look-ups that pages share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from build_tools.evidence.published import is_published
from build_tools.grouped import grouped
from build_tools.model import (
    Anchored,
    Claim,
    Conflict,
    ConflictId,
    Dossier,
    Entity,
    EntityId,
    EntityValue,
    Figure,
    Kind,
    LocalText,
    Mention,
    PropertyId,
    Question,
    Source,
    SourceId,
    Span,
)
from build_tools.pages import relations
from build_tools.text.paragraphs import sentence_around
from build_tools.website.addresses import Address, entity_address
from build_tools.website.editions import Edition
from build_tools.website.editors_prose import plain_prose
from build_tools.website.markdown import identifier
from build_tools.website.name_links import NameFinder, names_of

Passage = tuple[SourceId, str]


@dataclass(frozen=True)
class View:
    """Everything a page of one edition may draw on; `site` is the address of all, with a slash at its end."""

    dossier: Dossier
    edition: Edition
    site: str = ""

    @cached_property
    def names(self) -> NameFinder:
        """What each name in a sentence of this edition stands for."""
        return names_of(self.entities.values(), self.edition)

    @property
    def entities(self) -> Mapping[EntityId, Entity]:
        """Everybody and everything by id."""
        return self.dossier.inputs.entities

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The articles, oldest first; undated ones last."""
        return tuple(sorted(self.dossier.inputs.sources.values(), key=_published))

    def of_kind(self, kind: Kind) -> tuple[Entity, ...]:
        """All entities of a kind, by their names in this edition."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> Mapping[Kind, tuple[Entity, ...]]:
        named = sorted(self.entities.values(), key=lambda each: (self.label(each.id).casefold(), each.id))
        return grouped(named, lambda entity: entity.kind)

    @cached_property
    def figures_of(self) -> Mapping[EntityId, tuple[Figure, ...]]:
        """The figures that measure something of each entity or event."""
        figures = [each for each in self.of_kind(Kind.FIGURE) if isinstance(each, Figure) and each.of]
        return grouped(figures, lambda figure: figure.of or figure.id)

    def label(self, id: EntityId) -> str:
        """The name of an entity in this edition; its id where nothing of that id is known."""
        entity = self.entities.get(id)
        return self.edition.words(entity.label) if entity else id

    def plain(self, text: LocalText) -> str:
        """Prose of ours without its marks, for descriptions."""
        return plain_prose(self.edition.words(text), self.label)

    def address(self, id: EntityId) -> Address | None:
        """The page of an entity."""
        entity = self.entities.get(id)
        return entity_address(entity.kind, id) if entity else None

    @cached_property
    def passages(self) -> Mapping[Passage, Anchored]:
        """Each annotated passage by its article and its name there, in the order of the articles."""
        return {(id, each.id): each for id in sorted(self.passages_of) for each in self.passages_of[id]}

    @cached_property
    def notes(self) -> Mapping[str, Anchored]:
        """Each annotated passage by the name of its footnote."""
        return {note_key(source, id): found for (source, id), found in self.passages.items()}

    @cached_property
    def passages_of(self) -> Mapping[SourceId, tuple[Anchored, ...]]:
        """The annotated passages of each article, in its order."""
        ordered = sorted(self.dossier.anchored, key=lambda a: (a.citation.start, -a.citation.end, a.id))
        return grouped(ordered, lambda found: found.citation.source)

    @cached_property
    def published_of(self) -> Mapping[SourceId, tuple[Anchored, ...]]:
        """Of the passages of each article those that a page leads to: with claims, or for prose to cite."""
        found = {id: filter(is_published, passages) for id, passages in self.passages_of.items()}
        return {id: tuple(passages) for id, passages in found.items()}

    @cached_property
    def first_in_line(self) -> Mapping[tuple[SourceId, int], Anchored]:
        """The first published passage in each line of each article."""
        found = (each for passages in self.published_of.values() for each in reversed(passages))
        return {(each.citation.source, each.citation.line): each for each in found}

    @cached_property
    def order_of_sources(self) -> Mapping[SourceId, int]:
        """The place of each article, oldest first."""
        return {source.id: at for at, source in enumerate(self.sources)}

    @cached_property
    def claims_of_passage(self) -> Mapping[Passage, tuple[Claim, ...]]:
        """The claims made from each passage."""
        return grouped(self.dossier.claims, lambda claim: (claim.citation.source, claim.passage))

    @cached_property
    def claims_in(self) -> Mapping[SourceId, tuple[Claim, ...]]:
        """The claims of each article, in its order."""
        return grouped(self.dossier.claims, lambda claim: claim.citation.source)

    @cached_property
    def claims_on(self) -> Mapping[EntityId, tuple[Claim, ...]]:
        """The claims whose subject is each entity."""
        return grouped(self.dossier.claims, lambda claim: claim.subject)

    @cached_property
    def claims_naming(self) -> Mapping[EntityId, tuple[Claim, ...]]:
        """The claims on something else in which each entity has a part: value, place, speaker, outlet."""
        pairs = [(id, claim) for claim in self.dossier.claims for id in named_in(claim)]
        found = grouped(pairs, lambda pair: pair[0])
        return {id: tuple(claim for _, claim in group) for id, group in found.items()}

    def things_said(self, id: EntityId) -> int:
        """How much is said of an entity, or of others with a part for it."""
        return len(self.claims_on.get(id, ())) + len(self.claims_naming.get(id, ()))

    @cached_property
    def mentions_of(self) -> Mapping[EntityId, tuple[Mention, ...]]:
        """Where each entity is named, in the order of the articles."""
        return grouped(self._mentions, lambda mention: mention.entity)

    @cached_property
    def mentions_in(self) -> Mapping[SourceId, tuple[Mention, ...]]:
        """What each article names, in its order."""
        return grouped(self._mentions, lambda mention: mention.source)

    @cached_property
    def _mentions(self) -> tuple[Mention, ...]:
        return tuple(sorted(self.dossier.mentions, key=lambda m: (m.source, m.span.start, m.entity)))

    @cached_property
    def named_in_passages(self) -> Mapping[Passage, tuple[EntityId, ...]]:
        """The entities named in the sentence of each passage from which a claim is made."""
        return {
            passage: self._named(found)
            for passage, found in self.passages.items()
            if self.claims_of_passage.get(passage)
        }

    @cached_property
    def passages_naming(self) -> Mapping[EntityId, tuple[Passage, ...]]:
        """The passages in whose sentence each entity is named."""
        pairs = [(id, passage) for passage, named in self.named_in_passages.items() for id in named]
        found = grouped(pairs, lambda pair: pair[0])
        return {id: tuple(passage for _, passage in group) for id, group in found.items()}

    def _named(self, found: Anchored) -> tuple[EntityId, ...]:
        cited = found.citation
        text = self.dossier.inputs.sources[cited.source].text
        sentence = sentence_around(text, Span(cited.start, cited.end))
        mentions = self.mentions_in.get(cited.source, ())
        first = bisect_left(mentions, sentence.start, key=lambda mention: mention.span.start)
        last = bisect_left(mentions, sentence.end, key=lambda mention: mention.span.start)
        return tuple(dict.fromkeys(mention.entity for mention in mentions[first:last]))

    @cached_property
    def undisputed(self) -> tuple[Question, ...]:
        """The questions of the editors on which the articles do not disagree."""
        questions = (each for each in self.of_kind(Kind.QUESTION) if isinstance(each, Question))
        return tuple(each for each in questions if each.id not in self.dossier.by_question)

    def conflicts(self, id: EntityId) -> tuple[Conflict, ...]:
        """The disagreements in which an entity stands on a side, or that editors ask about it."""
        return self.dossier.conflicts_of.get(id, ())

    def asked(self, id: EntityId) -> tuple[Conflict, ...]:
        """The disagreements about an entity that only the editors' answers show: on no single value of it."""
        return self._asked.get(id, ())

    @cached_property
    def _asked(self) -> Mapping[EntityId, tuple[Conflict, ...]]:
        about = ((each, each.question) for each in self.dossier.conflicts)
        asked = [(each, of.about) for each, of in about if of and of.answers and of.about]
        found = grouped((pair for pair in asked if pair[0].subject != pair[1]), lambda pair: pair[1])
        return {id: tuple(conflict for conflict, _ in pairs) for id, pairs in found.items()}

    @cached_property
    def beside_values(self) -> Mapping[tuple[EntityId, PropertyId | None], tuple[Conflict, ...]]:
        """The disagreements that stand beside each property of each subject."""
        return relations.beside_values(self.dossier)

    @cached_property
    def first_days(self) -> dict[EntityId, tuple[bool, str, str]]:
        """When each event was, for sorting, as far as anybody has asked yet."""
        return {}

    @cached_property
    def named_in_titles(self) -> dict[ConflictId, frozenset[EntityId]]:
        """Whom the question of each disagreement names, as far as anybody has asked yet."""
        return {}

    @cached_property
    def parts_in(self) -> Mapping[tuple[EntityId, EntityId], tuple[Claim, ...]]:
        """The claims on each subject whose value is each entity."""
        return relations.parts_in(self.dossier.claims)

    @cached_property
    def around(self) -> Mapping[EntityId, frozenset[EntityId]]:
        """For each event those before and after it, for each figure those not to be confused with it."""
        return relations.around(self.entities.values())

    @cached_property
    def wholes_of(self) -> Mapping[EntityId, tuple[Entity, ...]]:
        """The figures of which each is a part."""
        return relations.wholes_of(self.of_kind(Kind.FIGURE))


def note_key(source: SourceId | str, passage: str) -> str:
    """The name of the footnote that shows a passage."""
    return identifier(f"{source}.{passage}")


def named_in(claim: Claim) -> tuple[EntityId, ...]:
    """The entities that have a part in a claim on another, each once."""
    said = claim.qualifiers
    parts = [said.at, said.since, said.said_by, said.via]
    if isinstance(claim.value, EntityValue):
        parts.insert(0, claim.value.id)
    found = dict.fromkeys(EntityId(part) for part in parts if part and part != claim.subject)
    return tuple(found)


def _published(source: Source) -> tuple[bool, str, SourceId]:
    return (source.published.earliest is None, str(source.published.earliest), source.id)
