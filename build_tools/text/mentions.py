"""Mentions: every name of every entity, wherever an article writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from build_tools.model import Entity, EntityId, Mention, Source, SourceId, Span
from build_tools.problem import Origin, Problem, Problems, Severity
from build_tools.text.articles import FoldedArticle, is_omitted, open_article
from build_tools.text.folding import Folded, fold, fold_plain, small_letters
from build_tools.text.form_search import Forms, FoundForm, index_forms, longest, occurrences


@dataclass(frozen=True, slots=True)
class _Name:
    """A form in which an entity is written; a label counts as one, but need not occur."""

    entity: EntityId
    text: str
    form: str
    origin: Origin
    implied: bool


@dataclass(frozen=True, slots=True)
class _Names:
    """Whom each form names, and in which sources it is someone else."""

    all: tuple[_Name, ...]
    owners: Mapping[str, frozenset[EntityId]]
    strangers: Mapping[tuple[SourceId, str], frozenset[EntityId]]

    def meant(self, source: SourceId, form: str) -> frozenset[EntityId]:
        """Whom the form may name in one source."""
        return self.owners.get(form, frozenset()) - self.strangers.get((source, form), frozenset())

    def counts(self, source: SourceId, form: str) -> bool:
        """Whether the form is a name there at all, be it of someone else."""
        return form in self.owners or (source, form) in self.strangers


@dataclass(frozen=True, slots=True)
class _Reading:
    """The names in one article: the forms that occur in it, and the entities that each place may name."""

    article: FoldedArticle
    forms: frozenset[str]
    places: tuple[tuple[FoundForm, frozenset[EntityId]], ...]


def find_mentions(
    sources: Mapping[SourceId, Source], entities: Mapping[EntityId, Entity]
) -> tuple[tuple[Mention, ...], Problems]:
    """Where each article names each entity, outside omitted lines, in the order of the articles."""
    names = _names(entities)
    forms = index_forms([*names.owners, *(form for _, form in names.strangers)])
    readings = [_read(open_article(sources[id]), names, forms) for id in sorted(sources)]
    mentions = tuple(mention for reading in readings for mention in _mentions(reading))
    return mentions, (*_ambiguous(names, readings), *_not_found(names, readings))


def find_forms(text: str, forms: Iterable[str]) -> tuple[Span, ...]:
    """The places of any of the forms in a quote: script and case aside, whole words, the longest of two.

    >>> find_forms("任命其創始人Alexandr Wang為首席技術官", ["首席技术官", "wang"])
    (Span(start=15, end=19), Span(start=20, end=25))
    """
    return find_indexed_forms(_indexed(tuple(forms)), text)


def find_indexed_forms(names: Forms, text: str) -> tuple[Span, ...]:
    """The same for forms made ready by `index_names`, which is worth it for many."""
    found = occurrences(names, text, _folded(text))
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
    return tuple(occurrences(_indexed(forms), text, _folded(text))) if forms else ()


def names_within(text: str, forms: Forms) -> frozenset[str]:
    """Of many folded names, those that are in a text as whole words, one inside another too.

    >>> sorted(names_within("Llama 4", index_forms(map(plain_name, ["Llama", "LLAMA 4", "lam"]))))
    ['llama', 'llama4']
    """
    return frozenset(found.form for found in occurrences(forms, text, _folded(text)))


def plain_name(name: str) -> str:
    """A name as it is compared, script and case aside.

    >>> plain_name("楊 Alexandr")
    '杨alexandr'
    """
    return small_letters(fold_plain(name))


@lru_cache(maxsize=1024)
def _indexed(forms: tuple[str, ...]) -> Forms:
    return index_forms(map(plain_name, forms))


@lru_cache(maxsize=4096)
def _folded(text: str) -> Folded:
    folded = fold(text)
    return replace(folded, text=small_letters(folded.text))


def _names(entities: Mapping[EntityId, Entity]) -> _Names:
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
    return _Names(written, owners, strangers)


def _names_of(entity: Entity) -> Iterator[_Name]:
    """The aliases; the label too, of what goes by its label: people, organisations, works.

    At the head of a sentence a name that begins with a small letter has a capital.
    """
    for alias in entity.aliases:
        yield _Name(entity.id, alias.text, fold_plain(alias.text), alias.origin, implied=False)
        if (heading := alias.text[:1].upper() + alias.text[1:]) != alias.text:
            yield _Name(entity.id, heading, fold_plain(heading), alias.origin, implied=True)
    if entity.kind.is_plain:
        label = entity.label
        for text in filter(None, (label.en, label.zh, label.every)):
            yield _Name(entity.id, text, fold_plain(text), label.origin, implied=True)


def _read(article: FoldedArticle, names: _Names, forms: Forms) -> _Reading:
    source = article.source.id
    found = [
        one
        for one in occurrences(forms, article.text, article.folded)
        if names.counts(source, one.form) and not is_omitted(article, one.start, one.end)
    ]
    places = tuple((one, names.meant(source, one.form)) for one in longest(found))
    return _Reading(article, frozenset(one.form for one in found), places)


def _mentions(reading: _Reading) -> Iterator[Mention]:
    for found, meant in reading.places:
        if len(meant) == 1:
            (entity,) = meant
            span = Span(found.start, found.end)
            yield Mention(reading.article.source.id, span, entity, reading.article.words(span))


def _ambiguous(names: _Names, readings: Iterable[_Reading]) -> Iterator[Problem]:
    """A Problem for each form that may name two entities in one place."""
    where: dict[str, dict[SourceId, frozenset[EntityId]]] = {}
    for reading in readings:
        for found, meant in reading.places:
            if len(meant) > 1:
                where.setdefault(found.form, {})[reading.article.source.id] = meant
    for form, sources in sorted(where.items()):
        meant = frozenset[EntityId]().union(*sources.values())
        shared = [name for name in names.all if name.form == form and name.entity in meant]
        yield _shared(max(shared, key=lambda name: name.entity), meant, tuple(sources))


def _shared(name: _Name, meant: frozenset[EntityId], sources: Sequence[SourceId]) -> Problem:
    who = " or ".join(f"`{id}`" for id in sorted(meant))
    places = " and ".join(f"`{id}`" for id in sources)
    elsewhere = ", ".join(f"{id}: [{name.text}]" for id in sources)
    message = f"`{name.text}` may be {who} in {places}"
    hint = f"write `not: {{{elsewhere}}}` in the file of the entity not meant there"
    return Problem(name.origin, "ambiguous-alias", message, hint)


def _not_found(names: _Names, readings: Iterable[_Reading]) -> Iterator[Problem]:
    """A warning for each alias that no article writes."""
    seen = frozenset[str]().union(*(reading.forms for reading in readings))
    for name in names.all:
        if not name.implied and name.form not in seen:
            message = f"`{name.text}` occurs in no article"
            hint = "write it as an article does, as a whole word outside omitted lines; or delete it"
            yield Problem(name.origin, "alias-not-found", message, hint, Severity.WARNING)
