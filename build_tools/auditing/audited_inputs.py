"""A dossier as a text in another language may speak of it: labels are names and words too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

import yaml

from build_tools.auditing.plain_article import AUDITED, PlainArticle
from build_tools.data_files import read_data
from build_tools.model import Entity, EntityId, Event, Figure, Inputs, LocalText, Term, TermId, Vocabulary
from build_tools.text.mentions import find_forms

WORD = re.compile(r"[A-Za-z][a-z]{2,}")


@cache
def audit_words() -> Mapping[str, frozenset[str]]:
    """English words that say nothing of what is measured, and the units of a length of time."""
    loaded: Mapping[str, list[str]] = yaml.safe_load(read_data(__package__, "audit_words.yaml"))
    return {name: frozenset(words) for name, words in loaded.items()}


def audited_inputs(inputs: Inputs, article: PlainArticle) -> Inputs:
    """The inputs with the text as one more source, and with the labels among the words of each thing."""
    english = article.source.language == "en"
    entities = {id: _worded(one, inputs) if english else one for id, one in inputs.entities.items()}
    terms = {id: replace(term, forms=_with(term.forms, _labels(term.label))) for id, term in _terms(inputs)}
    vocabulary = Vocabulary(inputs.vocabulary.properties, terms)
    sources = {**inputs.sources, AUDITED: article.source}
    return replace(inputs, sources=sources, entities=entities, vocabulary=vocabulary)


def _terms(inputs: Inputs) -> Iterable[tuple[TermId, Term]]:
    return inputs.vocabulary.terms.items()


def _worded(entity: Entity, inputs: Inputs) -> Entity:
    """An English label gives words to a figure or an event that has none in Latin letters."""
    match entity:
        case Figure() | Event() if not any(word.isascii() and len(word) > 2 for word in entity.words):
            return replace(entity, words=_with(entity.words, label_words(entity, inputs)))
        case _:
            return entity


def label_words(entity: Entity, inputs: Inputs) -> tuple[str, ...]:
    """The English words of a label that say what is measured, without names.

    Of "Price of Meta's 49% stake in Scale AI" they are `price` and `stake`.
    """
    label = entity.label.en or entity.label.every
    named = [span for form in _names(inputs) for span in find_forms(label, (form,))]
    words = (found for found in WORD.finditer(label))
    kept = (
        found[0].lower()
        for found in words
        if not any(span.start <= found.start() < span.end for span in named)
    )
    return tuple(dict.fromkeys(word for word in kept if word not in audit_words()["small_words"]))


def _names(inputs: Inputs) -> Iterator[str]:
    for one in inputs.entities.values():
        if not isinstance(one, Figure | Event):
            yield from (alias.text for alias in one.aliases)
            yield from filter(None, (one.label.en, one.label.every))


def _labels(label: LocalText) -> tuple[str, ...]:
    return label.texts


def _with(words: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*words, *more)))


def parties_of(id: EntityId, inputs: Inputs) -> frozenset[EntityId]:
    """Who takes part in an event, by all that is written of it."""
    written = (claim for one in inputs.annotations for claim in one.claims if claim.subject.text == id)
    values = (claim.value for claim in written if claim.property and claim.property.text == "participant")
    named = {value.text for value in values if not isinstance(value, LocalText) and value}
    return frozenset(EntityId(one) for one in named if one in inputs.entities)
