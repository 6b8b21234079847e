"""A dossier as a text in another language may speak of it: labels are names and words too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

import yaml

from build_tools.auditing.plain_article import AUDITED, HAN, PlainArticle
from build_tools.auditing.translated_words import (
    chinese_within,
    chinese_words_for,
    english_words_for,
    one_sense,
    relatives,
    same_office,
)
from build_tools.data_files import read_data
from build_tools.model import Entity, EntityId, Event, Figure, Inputs, LocalText, Term, Vocabulary
from build_tools.text.folding import fold_plain
from build_tools.text.mentions import find_forms

WORD = re.compile(r"[A-Za-z][a-z]{2,}")


@cache
def audit_words() -> Mapping[str, frozenset[str]]:
    """English words that say nothing of what is measured, and the units of a length of time."""
    loaded: Mapping[str, list[str]] = yaml.safe_load(read_data(__package__, "audit_words.yaml"))
    return {name: frozenset(words) for name, words in loaded.items()}


def audited_inputs(inputs: Inputs, article: PlainArticle, loosely: bool = False) -> Inputs:
    """The inputs with the text as one more source, and with words of its language for each thing.

    Loosely, each word of a label is one: enough to find that an article says the same, not that it does not.
    """
    strictly = _in_english if article.source.language == "en" else _in_chinese
    worded = _as_labelled if loosely else strictly
    written = fold_plain(article.source.text).lower()
    entities = {id: worded(one, inputs, written) for id, one in inputs.entities.items()}
    terms = {id: _named_term(term) for id, term in inputs.vocabulary.terms.items()}
    vocabulary = Vocabulary(inputs.vocabulary.properties, terms)
    sources = {**inputs.sources, AUDITED: article.source}
    return replace(inputs, sources=sources, entities=entities, vocabulary=vocabulary)


def _named_term(term: Term) -> Term:
    forms = _with(term.forms, _labels(term.label))
    return replace(term, forms=_with(forms, same_office(forms)))


def _in_english(entity: Entity, inputs: Inputs, text: str) -> Entity:
    """A figure or an event that has no words in Latin letters gets English ones: its own, or its label's."""
    match entity:
        case Figure() | Event() if not any(word.isascii() and len(word) > 2 for word in entity.words):
            forms = english_words_for(entity.words) or _forms_of_label(entity, inputs)
            return _worded(entity, forms, english_words_for(_not_words(entity)), text)
        case _:
            return entity


def _in_chinese(entity: Entity, inputs: Inputs, text: str) -> Entity:
    """A figure or an event that has no words in Han gets Chinese ones: its own, and those in its label."""
    match entity:
        case Figure() | Event() if not any(HAN.search(word) for word in entity.words):
            label = entity.label.zh or entity.label.every or ""
            forms = (*chinese_words_for(entity.words), *chinese_within(label))
            return _worded(entity, forms, chinese_words_for(_not_words(entity)), text)
        case _:
            return entity


def _as_labelled(entity: Entity, inputs: Inputs, text: str) -> Entity:
    """A figure or an event with all words of one sense with its own, and each of its label's.

    Those of a label are English words in any form, and Han signs two by two.
    """
    match entity:
        case Figure() | Event():
            own = _in_chinese(_in_english(entity, inputs, text), inputs, text)
            label = without_names(label_in("zh", entity), inputs)
            forms = (*_alike(entity.words), *_forms_of_label(entity, inputs), *sign_pairs(label))
            return _worded(own, forms, (), text) if isinstance(own, Figure | Event) else own
        case _:
            return entity


def sign_pairs(label: str) -> tuple[str, ...]:
    """Each two neighbouring Han signs of a label that say something.

    >>> sign_pairs("新员工的比例")
    ('新员', '员工', '比例')
    """
    folded = fold_plain(label)
    pairs = (folded[at : at + 2] for at in range(len(folded) - 1))
    small = audit_words()["small_signs"]
    return tuple(one for one in pairs if len(HAN.findall(one)) == len(one) and not small & set(one))


def _alike(words: Iterable[str]) -> Iterator[str]:
    """The words of one sense with some, each in its own language."""
    for word in words:
        yield from chinese_within(word) if HAN.search(word) else sorted(one_sense(word.lower()))


def _forms_of_label(entity: Entity, inputs: Inputs) -> tuple[str, ...]:
    words = label_words(entity, inputs)
    return (*words, *(form for word in words for form in sorted(relatives(word))))


def _not_words(entity: Figure | Event) -> tuple[str, ...]:
    return entity.not_words if isinstance(entity, Figure) else ()


def _worded(
    entity: Figure | Event, forms: Iterable[str], not_forms: Iterable[str], text: str
) -> Figure | Event:
    """The entity with those words that the text has."""
    words = _with(entity.words, tuple(one for one in forms if one in text))
    match entity:
        case Figure():
            against = tuple(one for one in not_forms if one in text)
            return replace(entity, words=words, not_words=_with(entity.not_words, against))
        case Event():
            return replace(entity, words=words)


def label_words(entity: Entity, inputs: Inputs) -> tuple[str, ...]:
    """The English words of a label that say what is measured, without names.

    Of "Price of Meta's 49% stake in Scale AI" they are `price` and `stake`.
    """
    return content_words(without_names(label_in("en", entity), inputs))


def label_in(language: str, entity: Entity) -> str:
    """The label in the language of a text, or what there is."""
    label = entity.label
    own, other = (label.en, label.zh) if language == "en" else (label.zh, label.en)
    return own or label.every or other or ""


def without_names(label: str, inputs: Inputs) -> str:
    """A label with its names blanked out."""
    spans = find_forms(label, tuple(_names(inputs)))
    return "".join(
        " " if any(span.start <= at < span.end for span in spans) else sign for at, sign in enumerate(label)
    )


def content_words(words: str) -> tuple[str, ...]:
    """The English words that say something, in small letters, each once."""
    found = (one[0].lower() for one in WORD.finditer(words))
    return tuple(dict.fromkeys(word for word in found if word not in audit_words()["small_words"]))


def says_all(label: str, sentence: str) -> bool:
    """Whether a sentence has each word of a label, or one of its sense, and each of its Han signs.

    >>> says_all("Layoffs in its AI division", "It laid off 600 in the division")
    True
    >>> says_all("AI 部门裁员", "AI部门裁员约600人"), says_all("AI 部门裁员", "裁员约600人")
    (True, False)
    """
    lower, folded = sentence.lower(), fold_plain(sentence)
    words = content_words(label)
    signs = HAN.findall(fold_plain(label))
    said = (find_forms(lower, tuple(one_sense(word))) for word in words)
    return bool(words or signs) and all(sign in folded for sign in signs) and all(said)


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
