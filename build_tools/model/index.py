"""Look-ups in a dossier: claims by subject, passages by article, mentions by entity; in no language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from build_tools.grouped import grouped
from build_tools.model.claims import Anchored, Claim, Mention
from build_tools.model.dossier import Conflict, Dossier
from build_tools.model.entities import Entity
from build_tools.model.inputs import Source
from build_tools.model.values import EntityValue
from build_tools.model.written import EntityId, SourceId

Passage = tuple[SourceId, str]


@dataclass(frozen=True)
class Index:
    """A dossier by its parts; `published_of` are the passages of each article that a page leads to.

    `named_in_passages` are the entities in the sentence of each passage from which a claim is made.
    """

    dossier: Dossier
    published_of: Mapping[SourceId, tuple[Anchored, ...]] = field(default_factory=dict)
    named_in_passages: Mapping[Passage, tuple[EntityId, ...]] = field(default_factory=dict)

    @property
    def entities(self) -> Mapping[EntityId, Entity]:
        """Everybody and everything by id."""
        return self.dossier.inputs.entities

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The articles, oldest first; undated ones last."""
        return tuple(sorted(self.dossier.inputs.sources.values(), key=_published))

    @cached_property
    def order_of_sources(self) -> Mapping[SourceId, int]:
        """The place of each article, oldest first."""
        return {source.id: at for at, source in enumerate(self.sources)}

    @cached_property
    def passages(self) -> Mapping[Passage, Anchored]:
        """Each annotated passage by its article and its name there, in the order of the articles."""
        return {(id, each.id): each for id in sorted(self.passages_of) for each in self.passages_of[id]}

    @cached_property
    def passages_of(self) -> Mapping[SourceId, tuple[Anchored, ...]]:
        """The annotated passages of each article, in its order."""
        ordered = sorted(self.dossier.anchored, key=lambda a: (a.citation.start, -a.citation.end, a.id))
        return grouped(ordered, lambda found: found.citation.source)

    @cached_property
    def first_in_line(self) -> Mapping[tuple[SourceId, int], Anchored]:
        """The first published passage in each line of each article."""
        found = (each for passages in self.published_of.values() for each in reversed(passages))
        return {(each.citation.source, each.citation.line): each for each in found}

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
        pairs = [(id, claim) for claim in self.dossier.claims for id in entities_in_claim(claim)]
        found = grouped(pairs, lambda pair: pair[0])
        return {id: tuple(claim for _, claim in group) for id, group in found.items()}

    @cached_property
    def parts_in(self) -> Mapping[tuple[EntityId, EntityId], tuple[Claim, ...]]:
        """The claims on each subject whose value is each entity."""
        found: dict[tuple[EntityId, EntityId], list[Claim]] = {}
        for claim in self.dossier.claims:
            if isinstance(claim.value, EntityValue):
                found.setdefault((claim.subject, claim.value.id), []).append(claim)
        return {key: tuple(claims) for key, claims in found.items()}

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
    def passages_naming(self) -> Mapping[EntityId, tuple[Passage, ...]]:
        """The passages in whose sentence each entity is named."""
        pairs = [(id, passage) for passage, named in self.named_in_passages.items() for id in named]
        found = grouped(pairs, lambda pair: pair[0])
        return {id: tuple(passage for _, passage in group) for id, group in found.items()}

    @cached_property
    def asked(self) -> Mapping[EntityId, tuple[Conflict, ...]]:
        """The conflicts about each entity that only the editors' answers show: on no single value of it."""
        about = ((each, each.question) for each in self.dossier.conflicts)
        asked = [(each, of.about) for each, of in about if of and of.answers and of.about]
        found = grouped((pair for pair in asked if pair[0].subject != pair[1]), lambda pair: pair[1])
        return {id: tuple(conflict for conflict, _ in pairs) for id, pairs in found.items()}


def entities_in_claim(claim: Claim) -> tuple[EntityId, ...]:
    """The entities that have a part in a claim on another, each once."""
    said = claim.qualifiers
    parts = [said.at, said.since, said.said_by, said.via]
    if isinstance(claim.value, EntityValue):
        parts.insert(0, claim.value.id)
    found = dict.fromkeys(EntityId(part) for part in parts if part and part != claim.subject)
    return tuple(found)


def _published(source: Source) -> tuple[bool, str, SourceId]:
    return (source.published.earliest is None, str(source.published.earliest), source.id)
