"""Prose of ours names nobody whom the claims and passages beside it do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from build_tools.evidence.proving.passages import passages
from build_tools.evidence.support import citations_of, links_of, words_of
from build_tools.model import (
    Anchored,
    Claim,
    Dossier,
    Entity,
    EntityId,
    EntityValue,
    Figure,
    Kind,
    LocalText,
    Source,
    SourceId,
)
from build_tools.problem import Problem, Severity
from build_tools.text.mentions import find_mentions, named_in

NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.WORK)
HINT = "leave the name out, claim something of it here, or cite the annotation that names it"


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of ours, what it is about, and the claims beside it."""

    text: LocalText
    about: EntityId | None
    claims: tuple[Claim, ...]


def check_names(prose: Iterable[Prose], dossier: Dossier) -> Iterator[Problem]:
    """A warning for every name in a text of ours that nothing beside it bears out."""
    given, names = tuple(prose), Naming(dossier)
    told = names.in_texts([one.text for one in given])
    for one in given:
        unknown = {*told.get(one.text, ()), *names.linked(one.text)} - names.publishers
        beside = names.beside(one) if unknown else set()
        for id in sorted(unknown - beside):
            if not names.holds(beside, id):
                message = f"no claim here and no cited passage names `{id}`"
                yield Problem(one.text.origin, "name-not-supported", message, HINT, Severity.WARNING)


@dataclass(frozen=True)
class Naming:
    """Who is named where."""

    dossier: Dossier

    @property
    def entities(self) -> Mapping[EntityId, Entity]:
        """Everyone and everything of the dossier."""
        return self.dossier.inputs.entities

    def in_texts(self, texts: Iterable[LocalText]) -> Mapping[LocalText, tuple[EntityId, ...]]:
        """The people, organisations and works that each text names, found as in an article."""
        numbered = {SourceId(f"prose-{at}"): one for at, one in enumerate(dict.fromkeys(texts))}
        like = next(iter(self.dossier.inputs.sources.values()), None)
        if like is None:
            return {}
        able = {id: entity for id, entity in self.entities.items() if entity.kind in NAMED}
        articles = {id: _as_article(id, text, like) for id, text in numbered.items()}
        found: dict[LocalText, dict[EntityId, None]] = defaultdict(dict)
        for mention in find_mentions(articles, able)[0]:
            found[numbered[mention.source]][mention.entity] = None
        return {text: tuple(names) for text, names in found.items()}

    def linked(self, text: LocalText) -> Iterator[EntityId]:
        """The people, organisations and works that a text links, whatever words it uses."""
        for id in links_of(text):
            if id in self.entities and self.entities[id].kind in NAMED:
                yield id

    @cached_property
    def publishers(self) -> frozenset[EntityId]:
        """Whoever wrote or published an article: prose may say whose it is."""
        sources = self.dossier.inputs.sources.values()
        signed = [text for one in sources for text in (one.publisher, one.author, one.through)]
        return frozenset(id for names in self.in_texts(signed).values() for id in names)

    def beside(self, prose: Prose) -> set[EntityId]:
        """Everyone in the claims beside a text, in their quotes and in those that it cites."""
        found = {prose.about} if prose.about else set()
        for claim in prose.claims:
            found |= {*entities_in(claim, self.entities)}
            found |= self._passages.get((claim.citation.source, claim.passage), set())
        for source, annotation in citations_of(prose.text):
            found |= self._cited.get((source, annotation), set())
        return found

    def holds(self, ids: Iterable[EntityId], inner: EntityId) -> bool:
        """Whether the name of one of the entities holds this one's: who names Llama 4 names Llama."""
        name = self.entities[inner].label
        return any(_holds(self.entities[id].label, name) for id in ids if id in self.entities)

    @cached_property
    def _passages(self) -> Mapping[tuple[str, str], set[EntityId]]:
        return {(one.citation.source, one.id): named for one, named in self._quotes}

    @cached_property
    def _cited(self) -> Mapping[tuple[str, str], set[EntityId]]:
        return {(one.citation.source, one.annotation.id): named for one, named in self._quotes}

    @cached_property
    def _quotes(self) -> tuple[tuple[Anchored, set[EntityId]], ...]:
        """Every annotation with whom its quote names."""
        read = passages(self.dossier.anchored, self.dossier.inputs, self.dossier.mentions)
        return tuple((one, set(passage.names)) for one, passage in read)


def entities_in(claim: Claim, entities: Mapping[EntityId, Entity]) -> Iterator[EntityId]:
    """Everyone and everything of which, or with which, something is claimed; and what a figure measures."""
    subject, given = entities.get(claim.subject), claim.qualifiers
    yield claim.subject
    yield from (EntityId(one) for one in (given.at, given.said_by, given.via) if one)
    if isinstance(subject, Figure) and subject.of:
        yield subject.of
    if isinstance(claim.value, EntityValue):
        yield claim.value.id


def _holds(outer: LocalText, inner: LocalText) -> bool:
    """Whether one name stands within another, in one of the languages, as words of its own.

    >>> meta, metaverse = LocalText(en="Meta"), LocalText(en="Metaverse")
    >>> _holds(LocalText(en="Meta AI"), meta), _holds(metaverse, meta)
    (True, False)
    """
    pairs = ((outer.en, inner.en), (outer.zh, inner.zh), (outer.every, inner.every))
    return any(named_in(whole, (name,)) for whole, name in pairs)


def _as_article(id: SourceId, text: LocalText, like: Source) -> Source:
    words = "\n".join(words_of(one) for one in (text.en, text.zh, text.every) if one)
    return replace(like, id=id, text=words, omit=())
