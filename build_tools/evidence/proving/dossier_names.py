"""Finds the names of a dossier in any text: of its entities, and of terms that may speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from build_tools.model import Entity, EntityId, Figure, Inputs, Kind, Span, TermId
from build_tools.text.folding import fold_plain
from build_tools.text.form_search import Forms
from build_tools.text.letters import DIGIT
from build_tools.text.mentions import find_indexed_forms, index_names
from build_tools.values import read_values

BLOT = "■"


@dataclass(frozen=True)
class DossierNames:
    """The names and terms of a dossier, made once for all its annotations.

    `credited` are the ids under `said_by` in the claims of all articles.
    """

    inputs: Inputs
    credited: frozenset[str]

    def named_in(self, text: str) -> tuple[EntityId, ...]:
        """The entities that a text of the editors names, in its order.

        A name that several have counts for none, and Latin ones are written with their capital.
        """
        return tuple(dict.fromkeys(id for _, id in self.places_in(text)))

    def places_in(self, text: str) -> tuple[tuple[Span, EntityId], ...]:
        """The names in a text of the editors, in its order."""
        return tuple((span, next(iter(ids))) for span, ids in self.candidates_in(text) if len(ids) == 1)

    def candidates_in(self, text: str) -> tuple[tuple[Span, frozenset[EntityId]], ...]:
        """Where a text of the editors has a name, and all who go by it."""
        forms = self._names
        spans = [
            span for span in find_indexed_forms(self._name_index, text) if not text[span.start].islower()
        ]
        return tuple((span, forms[_plain(text[span.start : span.end])]) for span in spans)

    def without_numbered(self, text: str) -> str:
        """A text in which the names that could be read as values are blotted out, each sign by one."""
        if not self._numbered:
            return text
        parts, done = [], 0
        for span in find_indexed_forms(self._numbered_index, text):
            parts += [text[done : span.start], BLOT * (span.end - span.start)]
            done = span.end
        return "".join((*parts, text[done:]))

    def speakers_in(self, text: str) -> Mapping[Span, TermId]:
        """Where a text has a term that some claim of the dossier credits."""
        forms = self._speakers
        places = find_indexed_forms(self._speaker_index, text) if forms else ()
        return {span: forms[_plain(text[span.start : span.end])] for span in places}

    def measured_in(self, text: str) -> Mapping[Span, frozenset[EntityId]]:
        """Where a text has words of figures, and of which."""
        forms = self._figure_words
        places = find_indexed_forms(self._word_index, text) if forms else ()
        return {span: forms[_plain(text[span.start : span.end])] for span in places}

    def in_unit_of(self, subject: Entity, ids: Iterable[EntityId]) -> bool:
        """Whether one of some figures may be in the unit of another."""
        own = subject.unit if isinstance(subject, Figure) else None
        figures = (self.inputs.entities[id] for id in ids)
        units = {one.unit for one in figures if isinstance(one, Figure)}
        return bool(units) and (own is None or None in units or own in units)

    @cached_property
    def _figure_words(self) -> Mapping[str, frozenset[EntityId]]:
        found: dict[str, frozenset[EntityId]] = {}
        for id, entity in self.inputs.entities.items():
            for word in entity.words if isinstance(entity, Figure) else ():
                found[_plain(word)] = found.get(_plain(word), frozenset()) | {id}
        return found

    def forms_of(self, id: EntityId) -> tuple[str, ...]:
        """The words by which an entity goes: its aliases, its label, and of a person the last name."""
        return tuple(_forms(self.inputs.entities[id]))

    @cached_property
    def _name_index(self) -> Forms:
        return index_names(self._names)

    @cached_property
    def _numbered(self) -> tuple[str, ...]:
        return tuple(form for form in self._names if DIGIT.search(form) or read_values(form))

    @cached_property
    def _numbered_index(self) -> Forms:
        return index_names(self._numbered)

    @cached_property
    def _speaker_index(self) -> Forms:
        return index_names(self._speakers)

    @cached_property
    def _word_index(self) -> Forms:
        return index_names(self._figure_words)

    @cached_property
    def _names(self) -> Mapping[str, frozenset[EntityId]]:
        found: dict[str, frozenset[EntityId]] = {}
        for id, entity in self.inputs.entities.items():
            for form in _forms(entity) if entity.kind.is_plain else ():
                found[_plain(form)] = found.get(_plain(form), frozenset()) | {id}
        return found

    @cached_property
    def _speakers(self) -> Mapping[str, TermId]:
        terms = self.inputs.vocabulary.terms
        return {_plain(form): id for id, term in terms.items() if id in self.credited for form in term.forms}

    @cached_property
    def actors(self) -> frozenset[EntityId]:
        """The entities that can do something: all but places."""
        return frozenset(id for id, one in self.inputs.entities.items() if one.kind is not Kind.PLACE)


def _forms(entity: Entity) -> Iterable[str]:
    label = entity.label
    yield from label.texts
    yield from (alias.text for alias in entity.aliases)
    if entity.kind is Kind.PERSON:
        yield from (text.split()[-1] for text in (label.en, label.every) if " " in text)


def _plain(form: str) -> str:
    return fold_plain(form).lower()
