"""Names in the site's own sentences, linked to the pages of their entities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ahocorasick_rs import AhoCorasick

from build_tools.model import Entity, EntityId, Kind, LocalText
from build_tools.text.letters import HAN_LETTER
from build_tools.website.editions import Edition
from build_tools.website.typography import curled

LATIN = re.compile(r"[A-Za-z0-9\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in a sentence: half-open, in characters."""

    start: int
    end: int
    words: str
    entity: EntityId


@dataclass(frozen=True)
class NameFinder:
    """The names of an edition, each with its entity, and the machine that finds all of them at once."""

    named: tuple[tuple[str, EntityId], ...]

    @cached_property
    def finder(self) -> AhoCorasick:
        """The machine; it finds names by their place among all."""
        return AhoCorasick([name for name, _ in self.named])


def names_of(entities: Iterable[Entity], edition: Edition) -> NameFinder:
    """The names of an edition: labels first, then aliases; one that two entities share names neither."""
    sorts = [entity for entity in entities if entity.kind is not Kind.QUESTION]
    labels = _owned((_label(entity, edition), entity.id) for entity in sorts)
    aliases = _owned((alias, entity.id) for entity in sorts for alias in _aliases(entity, edition))
    owned = {**aliases, **labels}
    return NameFinder(tuple(sorted((name, id) for name, id in owned.items() if id and len(name) > 1)))


def _owned(pairs: Iterable[tuple[str, EntityId]]) -> Mapping[str, EntityId | None]:
    owned: dict[str, EntityId | None] = {}
    for name, id in pairs:
        owned[name] = id if owned.get(name, id) == id else None
    return owned


def _label(entity: Entity, edition: Edition) -> str:
    return edition.label(entity).text


def _aliases(entity: Entity, edition: Edition) -> Iterator[str]:
    for name in (entity.label.en, *(alias.text for alias in entity.aliases)):
        if not HAN_LETTER.search(name):
            yield name if edition.chinese else curled(name)
        elif edition.chinese:
            yield edition.label(replace(entity, label=LocalText(zh=name))).text


def find_names(text: str, names: NameFinder) -> tuple[Name, ...]:
    """The names in a text, the longest that begins first; Latin ones only as whole words."""
    found = names.finder.find_matches_as_indexes(text, overlapping=True)
    whole = sorted((start, -end, which) for which, start, end in found if _is_whole(text, start, end))
    chosen: list[Name] = []
    for start, minus_end, which in whole:
        if not chosen or start >= chosen[-1].end:
            chosen.append(Name(start, -minus_end, text[start:-minus_end], names.named[which][1]))
    return tuple(chosen)


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (_joined(text[start - 1 : start], text[start]) or _joined(text[end - 1], text[end : end + 1]))


def _joined(left: str, right: str) -> bool:
    return bool(LATIN.match(left) and LATIN.match(right))


def split_names(text: str, names: NameFinder, used: frozenset[EntityId]) -> tuple[str | Name, ...]:
    """A sentence in pieces: plain words, and the first name of each entity that is not in `used`."""
    pieces: list[str | Name] = []
    at = 0
    seen = set(used)
    for name in find_names(text, names):
        if name.entity in seen:
            continue
        seen.add(name.entity)
        pieces += [text[at : name.start], name]
        at = name.end
    return tuple(piece for piece in (*pieces, text[at:]) if piece)
