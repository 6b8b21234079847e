"""Checks `means:`: each word is in the quote, and can refer to the entity that it is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.evidence.proving.wording import OR_CONTEXT, listed, listed_ids, stands_in
from build_tools.language import Force, find_cues
from build_tools.language.pronouns import Referent, is_object, points, referent_of
from build_tools.model import (
    Anchored,
    Entity,
    EntityId,
    Event,
    Figure,
    Inputs,
    Kind,
    Mention,
    Span,
    Written,
)
from build_tools.problem import Problem, Severity
from build_tools.text.mentions import find_forms
from build_tools.text.paragraphs import LINE, sentences_between

BACK = 4
WHERE = re.compile(r"\b(?:in|near|outside|across)\s\Z")


def check_means(anchored: Anchored, passage: Passage, inputs: Inputs) -> Iterator[Problem]:
    """Every word under `means:` is in the quote, and a pronoun refers to what can be meant."""
    for word, id in anchored.annotation.means:
        places = find_forms(passage.words, (word.text,))
        if not places:
            yield word_not_in_quote(word)
            continue
        entity = inputs.entities[EntityId(id.text)]
        if referent := referent_of(word.text):
            yield from _check_pronoun(word, entity, referent, passage, inputs)
        elif isinstance(entity, Event | Figure):
            yield from _check_verb(word, entity, passage)


def _check_verb(word: Written, entity: Event | Figure, passage: Passage) -> Iterator[Problem]:
    """A problem where neither the word nor the quote is one of the event's words; "this plan" may be any.

    Nor is the word that denies it: 公司否认.
    """
    own = (*entity.words, *(alias.text for alias in entity.aliases))
    shares = any(find_forms(form, (word.text,)) or find_forms(word.text, (form,)) for form in own)
    denies = any(cue.force is Force.DENIAL and cue.raw == word.text for cue in find_cues(word.text))
    if entity.words and not shares and not passage.places(own) and not points(word.text) and not denies:
        yield not_a_word_of(word, entity)


def _check_pronoun(
    word: Written, entity: Entity, referent: Referent, passage: Passage, inputs: Inputs
) -> Iterator[Problem]:
    if (entity.kind is Kind.PERSON) is (referent is Referent.THING):
        yield not_fitting(word, entity, "thing" if referent is Referent.THING else "person")
    elif referent is not Referent.SPEAKER and entity.kind.is_plain and entity.id not in passage.context_names:
        near = _antecedents(word, entity.kind, passage, inputs)
        forms = passage.article.lexicon.forms_of(entity.id)
        inside = any(stands_in(form, one.raw) for form in forms for one in near)  # Voss's lawyer names Voss
        ids = tuple(dict.fromkeys(one.entity for one in near))
        if near and entity.id not in ids and not inside and not _is_so_called(word, forms, near):
            plain = len(ids) == 1 and entity.id not in passage.nearby
            yield means_another(word, entity, ids, Severity.ERROR if plain else Severity.WARNING)


def _is_so_called(word: Written, forms: Iterable[str], near: Iterable[Mention]) -> bool:
    """Whether a name has the noun of "the agency" or 该局, and no nearer name does."""
    noun = worded("pointing_at").sub("", word.text)
    return (
        noun != word.text
        and any(stands_in(noun, form) for form in forms)
        and not any(stands_in(noun, one.raw) for one in near)
    )


def _antecedents(word: Written, kind: Kind, passage: Passage, inputs: Inputs) -> tuple[Mention, ...]:
    """The mentions of a fitting kind in the nearest sentence that has any, at the pronoun or before it.

    A name that only says where, as in "700 jobs in Orlen", may be meant, and so may those before it.
    """
    places: tuple[Mention, ...] = ()
    place = passage.place_of(word.text)
    acting = _subject_before(place, kind, passage, inputs) if is_object(word.text) else ()
    for sentence in backwards(passage, place):
        found = passage.article.named_within([sentence])
        fitting = tuple(one for one in found if _fits(inputs.entities[one.entity].kind, kind))
        fitting = tuple(one for one in fitting if one.span not in acting)
        places = (*places, *fitting)
        if any(not _says_where(one, passage) for one in fitting):
            return places
    return places


def _subject_before(place: Span, kind: Kind, passage: Passage, inputs: Inputs) -> tuple[Span, ...]:
    """The one name before an object in its clause, which it cannot mean: Nwosu expects him to play."""
    article = passage.article
    sentence = next(iter(backwards(passage, place)), Span(place.start, place.start))
    named = article.named_within([sentence])
    names = [one.span for one in named if _fits(inputs.entities[one.entity].kind, kind)]
    words = article.words(Span(names[-1].end, place.start)) if names else ""
    return tuple(names) if len({article.words(one) for one in names}) == 1 and "," not in words else ()


def _says_where(name: Mention, passage: Passage) -> bool:
    return bool(WHERE.search(passage.article.words(Span(max(0, name.span.start - 8), name.span.start))))


def _fits(kind: Kind, meant: Kind) -> bool:
    """Whether a word for one kind may mean the other: "it" is no person, and a place only for a place."""
    of_place = kind is Kind.PLACE and meant is not Kind.PLACE
    return (kind is Kind.PERSON) is (meant is Kind.PERSON) and not of_place


def backwards(passage: Passage, place: Span, lines_back: int = BACK) -> Iterator[Span]:
    """The sentence of a place up to it, and the sentences before in so many lines, the nearest first."""
    text = passage.article.source.text
    lines = [line for line in LINE.finditer(text, 0, place.start) if line[0].strip()]
    for line in reversed(lines[-lines_back:]):
        yield from reversed(sentences_between(text, line.start(), min(line.end(), place.start)))


def word_not_in_quote(word: Written) -> Problem:
    """A word that the quote does not have."""
    message = f"`{word.text}` is not in the quote"
    hint = "`means:` says what a word of the quote refers to; write that word"
    return Problem(word.origin, "means-not-in-quote", message, hint)


def not_fitting(word: Written, entity: Entity, fitting: str) -> Problem:
    """A pronoun for something of another kind."""
    message = f"`{word.text}` refers to a {fitting}, and `{entity.id}` is not one"
    hint = f"write the id of the {fitting} that `{word.text}` refers to"
    return Problem(word.origin, "means-another", message, hint)


def not_a_word_of(word: Written, entity: Event | Figure) -> Problem:
    """A word that is none of those by which an event goes."""
    message = f"`{word.text}` is not among the words of `{entity.id}`: {listed(entity.words)}"
    hint = f"correct the id, or add `{word.text}` to `words:` of `{entity.id}`"
    return Problem(word.origin, "means-another", message, hint, Severity.WARNING)


def means_another(word: Written, entity: Entity, near: tuple[EntityId, ...], severity: Severity) -> Problem:
    """A pronoun before which somebody else is named."""
    message = f"before `{word.text}` the article last names {listed_ids(near)}, not `{entity.id}`"
    hint = f"correct the id, {OR_CONTEXT} that names `{entity.id}`"
    return Problem(word.origin, "means-another", message, hint, severity)
