"""Wrong figures: another reading, other digits, another unit or scale, another qualifier, another figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from build_tools.attack.miscopied_digits import miscounted
from build_tools.attack.mistakable_words import folded, is_chinese, load_mistakes, whole_word
from build_tools.attack.scene import MOST, AttackedAnnotation, Target
from build_tools.attack.variants import Variant, with_subject, with_value
from build_tools.evidence.proving.prove_quantities import with_unit
from build_tools.model import EntityId, Figure, Qualifier, Quantity, Reading, Written
from build_tools.values import parse_quantity


def value_of_quote(scene: AttackedAnnotation) -> Iterator[Variant]:
    """Another reading of the quote that the claim could hold."""
    for target in scene.targets:
        yield from with_value(target, _few(target, rival_values(target, scene.readings), "quote"))


def value_nearby(scene: AttackedAnnotation) -> Iterator[Variant]:
    """A reading of the rest of its sentence, or of the next."""
    for target in scene.targets:
        yield from with_value(target, _few(target, rival_values(target, scene.nearby), "nearby"))


def digits(scene: AttackedAnnotation) -> Iterator[Variant]:
    """The number miscopied: a digit too high, two exchanged, one lost."""
    for target, text, value in _written(scene):
        yield from with_value(target, _other(value, miscounted(text), number=True))


def units(scene: AttackedAnnotation) -> Iterator[Variant]:
    """The unit or the scale changed, or the unit left out."""
    lists = load_mistakes()
    for target, text, value in _written(scene):
        found = [*exchanged(text, lists.scales), *exchanged(text, lists.units), *without(text, lists.units)]
        yield from with_value(target, _few(target, _other(value, found), "unit"))


def qualifiers_dropped(scene: AttackedAnnotation) -> Iterator[Variant]:
    """超过140亿 as 140亿: a bound, or that it is about so much, left out."""
    for target, text, value in _written(scene):
        if value.qualifier is not Qualifier.EXACT:
            yield from with_value(target, unqualified(text, value))


def qualifiers_added(scene: AttackedAnnotation) -> Iterator[Variant]:
    """140亿 as 超过140亿: a bound put in, or another in its place."""
    for target, text, value in _written(scene):
        bare = next(iter(unqualified(text, value)), text)
        words = dict(load_mistakes().added)["zh" if is_chinese(scene.passage.text) else "en"]
        gap = "" if is_chinese(words[0]) else " "
        found = [f"{word}{gap}{bare}" for word in words]
        changed = [each for each in found if _qualifier(each) not in (None, value.qualifier)]
        yield from with_value(target, changed)


def figures(scene: AttackedAnnotation) -> Iterator[Variant]:
    """The value given to another figure of its unit, of which the same article speaks."""
    for target in scene.targets:
        if isinstance(target.subject, Figure) and target.quantity():
            yield from with_subject(target, scene.few(_rivals(target), MOST, "figure", target.name))


def _rivals(target: Target) -> list[EntityId]:
    spoken = dict.fromkeys(claim.subject for claim in target.scene.article)
    figures = [target.scene.inputs.entities[id] for id in spoken]
    return [
        one.id
        for one in figures
        if isinstance(one, Figure) and one.id != target.subject.id and one.unit == _unit(target)
    ]


def _unit(target: Target) -> str | None:
    return target.subject.unit if isinstance(target.subject, Figure) else None


def _written(scene: AttackedAnnotation) -> Iterator[tuple[Target, str, Quantity]]:
    """The claims of a quantity, with the value as it is written."""
    for target in scene.targets:
        value, given = target.written.value, target.quantity()
        if isinstance(value, Written) and given:
            yield target, value.text, parse_quantity(value.text) or given


def rival_values(target: Target, readings: Iterable[Reading]) -> list[str]:
    """The readings, as the article writes them, that are of the claim's unit, or of none."""
    given = target.quantity()
    if not given:
        return []
    unit = _unit(target)
    figures = [one for one in readings if isinstance(one, Quantity) and one.span != given.span]
    kept = [one for one in figures if with_unit(one, unit).unit in (given.unit, unit, None)]
    return list(dict.fromkeys(one.raw for one in kept))


def _few(target: Target, texts: Sequence[str], of: str) -> list[str]:
    return target.scene.few(texts, MOST, of, target.name)


def _other(value: Quantity, texts: Iterable[str], number: bool = False) -> list[str]:
    """The texts that are one quantity, and not this one; of the same unit where the number is changed."""
    read = [(text, parse_quantity(text)) for text in dict.fromkeys(texts)]
    return [
        text
        for text, one in read
        if one and _said(one) != _said(value) and (one.unit == value.unit or not number)
    ]


def _said(value: Quantity) -> tuple[object, ...]:
    return value.value, value.tight, value.unit, value.qualifier


def _qualifier(text: str) -> Qualifier | None:
    found = parse_quantity(text)
    return found.qualifier if found else None


def exchanged(text: str, groups: Iterable[Sequence[str]]) -> Iterator[str]:
    """The text with a word of a group exchanged for each other one of the same group.

    >>> list(exchanged("143亿美元", [["万", "亿"], ["美元", "欧元"]]))
    ['143万美元', '143亿欧元']
    """
    for first, *others in _rotated(groups):
        for found in re.finditer(whole_word(first), folded(text), re.IGNORECASE):
            yield from (f"{text[: found.start()]}{other}{text[found.end() :]}" for other in others)


def _rotated(groups: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """Each word of each group, before the others of its group; a group of units is led by its first word."""
    for group in groups:
        for word in group:
            yield [word, *(other for other in group if other != word)]


def without(text: str, groups: Iterable[Sequence[str]]) -> Iterator[str]:
    """The text with a unit left out.

    >>> list(without("143亿美元", [["美元", "欧元"]]))
    ['143亿']
    """
    for word in sorted({word for group in groups for word in group}, key=lambda word: (-len(word), word)):
        if found := re.search(whole_word(word), folded(text), re.IGNORECASE):
            yield f"{text[: found.start()]}{text[found.end() :]}".strip()


def unqualified(text: str, value: Quantity) -> list[str]:
    """The text without the words that say how firm it is; nothing where it has none.

    >>> unqualified("超过140亿美元", parse_quantity("超过140亿美元"))
    ['140亿美元']
    """
    made: list[str] = []
    for word in load_mistakes().dropped:
        for found in re.finditer(whole_word(word), folded(text), re.IGNORECASE):
            left = f"{text[: found.start()]}{text[found.end() :]}".strip()
            read = parse_quantity(left)
            if read and read.value == value.value and read.qualifier is Qualifier.EXACT:
                made.append(left)
    return list(dict.fromkeys(made))[:1]
