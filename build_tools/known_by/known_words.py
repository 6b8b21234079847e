"""Which words of a dossier were known at a moment: ids, and prose by what it links and cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.model import DateValue, EntityId, LocalText, SourceId
from build_tools.text.marks import MARK


@dataclass(frozen=True, slots=True)
class KnownThen:
    """The ids that were known, by which every reference is kept or left out.

    `words` are those of all articles, folded; `whole` says that none of the articles is left out.
    """

    moment: DateValue
    sources: frozenset[SourceId]
    entities: frozenset[EntityId]
    words: str
    whole: bool

    def has(self, text: LocalText) -> bool:
        """Whether all that prose cites and links was known."""
        return all(id in self.entities for id in links_in(text)) and all(
            id in self.sources for id in _cited_in(text)
        )

    def shows(self, text: LocalText) -> bool:
        """Whether prose of an entity was known; what cites nothing cannot be dated, and counts as later."""
        return self.has(text) and (self.whole or any(_cited_in(text)))

    def prose(self, text: LocalText) -> LocalText:
        """Prose of an entity, where it was known."""
        return text if self.shows(text) else LocalText()

    def cited(self, text: LocalText) -> LocalText:
        """A remark beside what it is on, where all that it cites was known."""
        return text if self.has(text) else LocalText()

    def only(self, ids: Iterable[EntityId]) -> tuple[EntityId, ...]:
        """The entities that were known."""
        return tuple(id for id in ids if id in self.entities)

    def articles(self, ids: Iterable[SourceId]) -> tuple[SourceId, ...]:
        """The articles that were out."""
        return tuple(id for id in ids if id in self.sources)


def links_in(text: LocalText) -> Iterator[EntityId]:
    """Every entity that prose links."""
    return (EntityId(found["entity"]) for found in _marks(text) if found["entity"])


def _cited_in(text: LocalText) -> Iterator[SourceId]:
    """Every article that prose cites."""
    return (SourceId(found["source"]) for found in _marks(text) if found["source"])


def _marks(text: LocalText) -> Iterator[dict[str, str]]:
    """Where prose links and cites; what a mark does not name is empty."""
    for words in text.texts:
        yield from (found.groupdict("") for found in MARK.finditer(words))
