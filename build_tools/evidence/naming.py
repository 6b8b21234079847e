"""The editors' prose names only entities that its claims and passages name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

from build_tools.evidence.proving.article_readings import ArticleReadings, open_articles
from build_tools.evidence.proving.quoted_passage import passage_of
from build_tools.evidence.support import citations_of, links_of, words_of_prose
from build_tools.grouped import grouped
from build_tools.model import (
    Anchored,
    Claim,
    Dossier,
    Entity,
    EntityId,
    EntityValue,
    Figure,
    LocalText,
    Source,
    SourceId,
)
from build_tools.problem import Problem, Severity
from build_tools.text.form_search import index_forms
from build_tools.text.mentions import find_mentions, names_within, plain_name

Nearby = tuple[set[EntityId], ...]

LANGUAGES: tuple[Callable[[LocalText], str], ...] = (
    lambda text: text.en,
    lambda text: text.zh,
    lambda text: text.every,
)
HINT = "delete the name, add a claim about it here, or cite the annotation that names it"


@dataclass(frozen=True, slots=True, eq=False)
class SupportingClaims:
    """Claims that support texts of the editors; several texts may share them."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A text by the editors, its subject, and the claims that support it."""

    text: LocalText
    about: EntityId | None
    beside: tuple[SupportingClaims, ...]


def check_names(prose: Iterable[Prose], dossier: Dossier) -> Iterator[Problem]:
    """A warning for every name in a text by the editors that no claim or passage supports."""
    given, names = tuple(prose), Naming(dossier)
    told = names.in_texts([one.text for one in given])
    missing: list[tuple[Prose, Nearby, EntityId]] = []
    for one in given:
        unknown = {*told.get(one.text, ()), *names.linked(one.text)} - names.publishers
        beside = names.beside(one) if unknown else ()
        missing += ((one, beside, id) for id in sorted(unknown) if not any(id in each for each in beside))
    holders = names.holders({id for *_, id in missing})
    for one, beside, id in missing:
        if all(each.isdisjoint(holders.get(id, ())) for each in beside):
            message = f"no claim here and no cited passage names `{id}`"
            yield Problem(one.text.origin, "name-not-supported", message, HINT, Severity.WARNING)


@dataclass(frozen=True)
class Naming:
    """Looks up which entities texts, claims and quotes name."""

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
        able = {id: entity for id, entity in self.entities.items() if entity.kind.is_plain}
        articles = {id: _as_article(id, text, like) for id, text in numbered.items()}
        found: dict[LocalText, dict[EntityId, None]] = defaultdict(dict)
        for mention in find_mentions(articles, able)[0]:
            found[numbered[mention.source]][mention.entity] = None
        return {text: tuple(names) for text, names in found.items()}

    def linked(self, text: LocalText) -> Iterator[EntityId]:
        """The people, organisations and works that a text links, whatever words it uses."""
        for id in links_of(text):
            if id in self.entities and self.entities[id].kind.is_plain:
                yield id

    @cached_property
    def publishers(self) -> frozenset[EntityId]:
        """Whoever wrote or published an article: prose may say whose it is."""
        sources = self.dossier.inputs.sources.values()
        signed = [text for one in sources for text in (one.publisher, one.author, one.through)]
        return frozenset(id for names in self.in_texts(signed).values() for id in names)

    def beside(self, prose: Prose) -> Nearby:
        """Everyone in the claims beside a text, in their quotes and in those that it cites."""
        about = {prose.about} if prose.about else set()
        cited = (self._in_quote(self._cited[one]) for one in citations_of(prose.text) if one in self._cited)
        return about, *cited, *map(self._named, prose.beside)

    def _named(self, beside: SupportingClaims) -> set[EntityId]:
        """Everyone in claims and in their quotes."""
        if beside not in self._known:
            claimed = {id for claim in beside.claims for id in entities_in(claim, self.entities)}
            passages = {(claim.citation.source, claim.passage) for claim in beside.claims}
            quoted = (self._in_quote(self._passages[one]) for one in passages if one in self._passages)
            self._known[beside] = claimed.union(*quoted)
        return self._known[beside]

    @cached_property
    def _known(self) -> dict[SupportingClaims, set[EntityId]]:
        return {}

    def holders(self, inner: Iterable[EntityId]) -> Mapping[EntityId, set[EntityId]]:
        """The entities whose names contain the name of each of these: `Llama 4` contains `Llama`."""
        found: dict[EntityId, set[EntityId]] = defaultdict(set)
        wanted = {id: self.entities[id].label for id in inner}
        for language in (*LANGUAGES, *self._other_languages()):
            names = grouped(wanted, lambda id: plain_name(language(wanted[id])))  # noqa: B023
            forms = index_forms(names)
            for outer, entity in self.entities.items():
                for name in names_within(language(entity.label), forms):
                    for id in names[name]:
                        found[id].add(outer)
        return found

    def _other_languages(self) -> Iterator[Callable[[LocalText], str]]:
        for tag in dict.fromkeys(tag for one in self.entities.values() for tag, _ in one.label.others):
            yield partial(LocalText.in_language, language=tag)

    @cached_property
    def _passages(self) -> Mapping[tuple[str, str], Anchored]:
        return {(one.citation.source, one.id): one for one in self.dossier.anchored}

    @cached_property
    def _cited(self) -> Mapping[tuple[str, str], Anchored]:
        return {(one.citation.source, one.annotation.id): one for one in self.dossier.anchored}

    def _in_quote(self, one: Anchored) -> set[EntityId]:
        """The entities that the quote of an annotation names."""
        place = one.citation.source, one.id
        if place not in self._quotes:
            self._quotes[place] = set(passage_of(one, self._articles).names)
        return self._quotes[place]

    @cached_property
    def _quotes(self) -> dict[tuple[str, str], set[EntityId]]:
        return {}

    @cached_property
    def _articles(self) -> Mapping[SourceId, ArticleReadings]:
        return open_articles(self.dossier.inputs, self.dossier.mentions)


def entities_in(claim: Claim, entities: Mapping[EntityId, Entity]) -> Iterator[EntityId]:
    """The entities of a claim: its subject, its values, and what a figure measures."""
    subject, given = entities.get(claim.subject), claim.qualifiers
    yield claim.subject
    yield from (EntityId(one) for one in (given.at, given.said_by, given.via) if one)
    if isinstance(subject, Figure) and subject.of:
        yield subject.of
    if isinstance(claim.value, EntityValue):
        yield claim.value.id


def _as_article(id: SourceId, text: LocalText, like: Source) -> Source:
    words = "\n".join(words_of_prose(one) for one in text.texts)
    return replace(like, id=id, text=words, omit=())
