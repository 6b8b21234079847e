"""Wrong accounts and translations: with a number, negation, hedge or name changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from build_tools.attack.miscopied_digits import DIGITS, raised
from build_tools.attack.mistakable_words import folded, load_mistakes, word_pattern
from build_tools.attack.scene import AttackedAnnotation
from build_tools.attack.variants import Variant, vary
from build_tools.model import Entity, EntityId, LocalText, Span
from build_tools.text.mentions import find_forms

LANGUAGES = ("en", "zh", "every")
AROUND = 12
Changed = tuple[str, str]


def wrong_accounts(scene: AttackedAnnotation) -> Iterator[Variant]:
    """An account with a number, a negation, a hedge or a name changed in one language."""
    for target in scene.targets:
        if isinstance(account := target.written.value, LocalText):
            for text, change in changes(account, scene):
                yield vary(
                    target, replace(target.written, value=text), account.origin, f"{target.name}, {change}"
                )


def wrong_translations(scene: AttackedAnnotation) -> Iterator[Variant]:
    """A translation with a number, a negation, a hedge or a name changed."""
    whole = scene.annotation
    for text, change in changes(whole.translation, scene):
        annotation = replace(whole, translation=text)
        yield Variant(annotation, whole, whole.translation.origin, f"translation, {change}")


def changes(text: LocalText, scene: AttackedAnnotation) -> Iterator[tuple[LocalText, str]]:
    """The text with one thing changed in one of its languages, and what that is."""
    for language in LANGUAGES:
        words: str = getattr(text, language)
        for other, change in _changes(words, language, scene):
            yield _with(text, language, other), f"{language}: {change}"


def _with(text: LocalText, language: str, words: str) -> LocalText:
    match language:
        case "en":
            return replace(text, en=words)
        case "zh":
            return replace(text, zh=words)
        case _:
            return replace(text, every=words)


def _changes(words: str, language: str, scene: AttackedAnnotation) -> Iterator[Changed]:
    lists = load_mistakes()
    yield from miscopied(words)
    plain = lists.no_negation.sub(lambda found: "\0" * len(found[0]), folded(words))
    yield from exchanged_first(words, lists.affirmed, plain)
    if not lists.negation.search(folded(words)):
        yield from exchanged_first(words, lists.negated)
    yield from exchanged_first(words, lists.firm)
    yield from _misnamed(words, language, scene)


def miscopied(words: str) -> Iterator[Changed]:
    """The first number with its last digit changed.

    >>> list(miscopied("It lost 12 million."))
    [('It lost 13 million.', 'It lost 12 million. → It lost 13 million.')]
    """
    if found := DIGITS.search(words):
        yield _put(words, Span(*found.span()), raised(found[0], len(found[0]) - 1))


def exchanged_first(words: str, others: Mapping[str, str], plain: str = "") -> Iterator[Changed]:
    """The first of some words exchanged for its other; `plain` is the text in which they are looked for.

    >>> [text for text, _ in exchanged_first("It was not sold.", {"was not": "was"})]
    ['It was sold.']
    """
    if found := re.search(word_pattern(others), plain or folded(words), re.IGNORECASE):
        other = others[found[0].lower()]
        if other == found[0]:
            return
        end = found.end() + (not other and words[found.end() : found.end() + 1] == " ")
        yield _put(words, Span(found.start(), end), other)


def _misnamed(words: str, language: str, scene: AttackedAnnotation) -> Iterator[Changed]:
    """The first name exchanged for one that the article has elsewhere, and the quote has not."""
    entities = scene.inputs.entities
    for id in scene.named:
        known = entities[id]
        if known.kind.is_plain and (places := find_forms(words, _names(known))):
            if other := _stranger(known, scene):
                yield _put(words, places[0], _name(entities[other], language))
            return


def _stranger(known: Entity, scene: AttackedAnnotation) -> EntityId | None:
    entities = scene.inputs.entities
    here = scene.anchored.citation.start
    near = sorted(scene.passage.article.mentions, key=lambda one: abs(one.span.start - here))
    others = (one.entity for one in near if one.entity not in scene.named_around)
    return next((id for id in others if entities[id].kind is known.kind), None)


def _names(entity: Entity) -> tuple[str, ...]:
    label = entity.label
    return tuple(filter(None, (*(one.text for one in entity.aliases), *label.texts)))


def _name(entity: Entity, language: str) -> str:
    label = entity.label
    return (label.zh if language == "zh" else label.en) or label.first


def _put(words: str, place: Span, other: str) -> Changed:
    changed = f"{words[: place.start]}{other}{words[place.end :]}"
    lead, rest = _shown(words, place)
    was, now = f"{lead}{words[place.start : place.end]}{rest}", f"{lead}{other}{rest}"
    return changed, f"{was.strip()} → {now.strip()}".replace("\n", " ")


def _shown(words: str, place: Span) -> tuple[str, str]:
    """Some words before and after a place, none of them cut."""
    start, end = max(place.start - AROUND, 0), place.end + AROUND
    lead, rest = words[start : place.start], words[place.end : end]
    if start and words[start - 1 : start + 1].isascii() and words[start - 1] != " ":
        lead = lead.partition(" ")[2]
    if words[end - 1 : end + 1].isascii() and words[end : end + 1].strip():
        rest = rest.rpartition(" ")[0]
    return lead, rest
