"""Mentions: every name of every entity, wherever an article writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_tools.model import Entity, EntityId, Mention, Source, SourceId, Span
from build_tools.problem import Origin, Problem, Problems, Severity
from build_tools.text.articles import FoldedArticle, is_omitted, open_article
from build_tools.text.folding import fold_plain, fold_small, small_letters
from build_tools.text.form_search import Forms, FoundForm, index_forms, longest, occurrences

LEAST_IN_CAPITALS = 5  # letters


@dataclass(frozen=True, slots=True)
class _Name:
    """A form in which an entity is written; a label counts as one, but need not occur."""

    entity: EntityId
    text: str
    form: str
    origin: Origin
    implied: bool


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The entities that each form names, and the sources where it is someone else; made once."""

    all: tuple[_Name, ...]
    owners: Mapping[str, frozenset[EntityId]]
    strangers: Mapping[tuple[SourceId, str], frozenset[EntityId]]
    forms: Forms

    def meant(self, source: SourceId, form: str) -> frozenset[EntityId]:
        """Whom the form may name in one source."""
        return self.owners.get(form, frozenset()) - self.strangers.get((source, form), frozenset())

    def counts(self, source: SourceId, form: str) -> bool:
        """Whether the form is a name there at all, be it of someone else."""
        return form in self.owners or (source, form) in self.strangers


@dataclass(frozen=True, slots=True)
class NamesFound:
    """The names in one article: the forms that occur in it, and those that may name several entities."""

    source: SourceId
    mentions: tuple[Mention, ...]
    forms: frozenset[str]
    ambiguous: Mapping[str, frozenset[EntityId]]


def find_mentions(
    sources: Mapping[SourceId, Source], entities: Mapping[EntityId, Entity]
) -> tuple[tuple[Mention, ...], Problems]:
    """Where each article names each entity, outside omitted lines, in the order of the articles."""
    index = index_entities(entities)
    found = [names_in(open_article(sources[id]), index) for id in sorted(sources)]
    return tuple(mention for one in found for mention in one.mentions), wrong_names(index, found)


def names_in(article: FoldedArticle, index: NameIndex) -> NamesFound:
    """The names in one article, outside omitted lines."""
    source = article.source.id
    found = [
        one
        for one in occurrences(index.forms, article.text, article.folded)
        if index.counts(source, one.form) and not is_omitted(article, one.start, one.end)
    ]
    places = [(one, index.meant(source, one.form)) for one in longest(found)]
    mentions = tuple(_mention(article, one, *meant) for one, meant in places if len(meant) == 1)
    ambiguous = {one.form: meant for one, meant in places if len(meant) > 1}
    return NamesFound(source, mentions, frozenset(one.form for one in found), ambiguous)


def wrong_names(index: NameIndex, found: Sequence[NamesFound]) -> Problems:
    """Names that may be of two entities in one place, and those that no article writes."""
    return (*_ambiguous(index, found), *_not_found(index, found))


def find_forms(text: str, forms: Iterable[str]) -> tuple[Span, ...]:
    """The places of any of the forms in a quote: script and case aside, whole words, the longest of two.

    >>> find_forms("任命其創始人Alexandr Wang為首席技術官", ["首席技术官", "wang"])
    (Span(start=15, end=19), Span(start=20, end=25))
    """
    return find_indexed_forms(_indexed(tuple(forms)), text)


@lru_cache(maxsize=1 << 12)
def find_indexed_forms(names: Forms, text: str) -> tuple[Span, ...]:
    """The same for forms made ready by `index_names`, which is worth it for many."""
    found = occurrences(names, text, fold_small(text))
    return tuple(Span(one.start, one.end) for one in longest(found))


def index_names(forms: Iterable[str]) -> Forms:
    """Forms made ready to be looked for in any text, script and case aside."""
    return _indexed(tuple(forms))


def every_place(text: str, forms: tuple[str, ...]) -> tuple[Span, ...]:
    """The places of the forms as whole words, one inside another too: the first form's places first.

    >>> every_place("前CEO Wang", ("wang", "前CEO", "ceo"))
    (Span(start=5, end=9), Span(start=0, end=4), Span(start=1, end=4))
    """
    order = {plain_name(form): at for at, form in reversed(tuple(enumerate(forms)))}
    found = sorted(_found(text, forms), key=lambda one: (order[one.form], one))
    return tuple(Span(one.start, one.end) for one in found)


def those_in(text: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    """Which of the forms are in a text as whole words.

    >>> those_in("前CEO Wang", ("wang", "CTO", "ceo"))
    ('wang', 'ceo')
    """
    found = {one.form for one in _found(text, forms)}
    return tuple(form for form in forms if plain_name(form) in found) if found else ()


@lru_cache(maxsize=1024)
def _found(text: str, forms: tuple[str, ...]) -> tuple[FoundForm, ...]:
    return tuple(occurrences(_indexed(forms), text, fold_small(text))) if forms else ()


def names_within(text: str, forms: Forms) -> frozenset[str]:
    """Of many folded names, those that are in a text as whole words, one inside another too.

    >>> sorted(names_within("Llama 4", index_forms(map(plain_name, ["Llama", "LLAMA 4", "lam"]))))
    ['llama', 'llama4']
    """
    return frozenset(found.form for found in occurrences(forms, text, fold_small(text)))


def plain_name(name: str) -> str:
    """A name as it is compared, script and case aside.

    >>> plain_name("楊 Alexandr")
    '杨alexandr'
    """
    return small_letters(fold_plain(name))


@lru_cache(maxsize=1024)
def _indexed(forms: tuple[str, ...]) -> Forms:
    return index_forms(map(plain_name, forms))


def index_entities(entities: Mapping[EntityId, Entity]) -> NameIndex:
    """The names of all entities, ready to be looked for."""
    written = tuple(name for id in sorted(entities) for name in _names_of(entities[id]))
    owners: dict[str, frozenset[EntityId]] = {}
    for name in written:
        owners[name.form] = owners.get(name.form, frozenset()) | {name.entity}
    strangers: dict[tuple[SourceId, str], frozenset[EntityId]] = {}
    for entity in entities.values():
        for source, forms in entity.not_aliases:
            for form in forms:
                key = (source, fold_plain(form))
                strangers[key] = strangers.get(key, frozenset()) | {entity.id}
    looked_for = index_forms([*owners, *(form for _, form in strangers)])
    return NameIndex(written, owners, strangers, looked_for)


def _names_of(entity: Entity) -> Iterator[_Name]:
    """The aliases; the label too, of what goes by its label: people, organisations, works.

    At the head of a sentence a name that begins with a small letter has a capital; in a headline, and
    at the head of a dispatch, a name may be in capitals alone.
    """
    for alias in entity.aliases:
        yield _Name(entity.id, alias.text, fold_plain(alias.text), alias.origin, implied=False)
        if (heading := alias.text[:1].upper() + alias.text[1:]) != alias.text:
            yield _Name(entity.id, heading, fold_plain(heading), alias.origin, implied=True)
        yield from _in_capitals(entity.id, alias.text, alias.origin)
    if entity.kind.is_plain:
        label = entity.label
        for text in label.texts:
            yield _Name(entity.id, text, fold_plain(text), label.origin, implied=True)
            yield from _in_capitals(entity.id, text, label.origin)


def _in_capitals(id: EntityId, name: str, origin: Origin) -> Iterator[_Name]:
    """A name in capitals; a short one could then be an abbreviation of something else."""
    if len(name) >= LEAST_IN_CAPITALS and name[:1].isupper() and (loud := name.upper()) != name:
        yield _Name(id, loud, fold_plain(loud), origin, implied=True)


def _mention(article: FoldedArticle, found: FoundForm, entity: EntityId) -> Mention:
    span = Span(found.start, found.end)
    return Mention(article.source.id, span, entity, article.words(span))


def _ambiguous(index: NameIndex, found: Iterable[NamesFound]) -> Iterator[Problem]:
    """A Problem for each form that may name two entities in one place."""
    where: dict[str, dict[SourceId, frozenset[EntityId]]] = {}
    for one in found:
        for form, meant in one.ambiguous.items():
            where.setdefault(form, {})[one.source] = meant
    for form, sources in sorted(where.items()):
        meant = frozenset[EntityId]().union(*sources.values())
        shared = [name for name in index.all if name.form == form and name.entity in meant]
        yield _shared(max(shared, key=lambda name: name.entity), meant, tuple(sources))


def _shared(name: _Name, meant: frozenset[EntityId], sources: Sequence[SourceId]) -> Problem:
    who = " or ".join(f"`{id}`" for id in sorted(meant))
    places = " and ".join(f"`{id}`" for id in sources)
    elsewhere = ", ".join(f"{id}: [{name.text}]" for id in sources)
    message = f"`{name.text}` may be {who} in {places}"
    hint = f"write `not: {{{elsewhere}}}` in the file of the entity not meant there"
    return Problem(name.origin, "ambiguous-alias", message, hint)


def _not_found(index: NameIndex, found: Iterable[NamesFound]) -> Iterator[Problem]:
    """A warning for each alias that no article writes."""
    seen = frozenset[str]().union(*(one.forms for one in found))
    written = {(name.entity, name.origin) for name in index.all if name.form in seen}
    for name in index.all:
        if not name.implied and (name.entity, name.origin) not in written:
            message = f"`{name.text}` occurs in no article"
            hint = "write it as an article does, as a whole word outside omitted lines; or delete it"
            yield Problem(name.origin, "alias-not-found", message, hint, Severity.WARNING)
