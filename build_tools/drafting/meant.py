"""What an article may mean: the ids of a dossier, the likeliest for that article first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.model import Dossier, Entity, EntityId, Event, Figure, LocalText, Question, Source, Term
from build_tools.text.mentions import find_forms

NAMED, FIGURES, EVENTS, QUESTIONS = "named", "figures", "events", "questions"
PROPERTIES, TERMS = "properties", "terms"


@dataclass(frozen=True, slots=True)
class MeantLine:
    """One id with the words it goes by: under which heading, and how likely it is meant (0 to 3)."""

    heading: str
    rank: int
    id: str
    text: str

    @property
    def shown(self) -> str:
        """The line; of what nothing in the article speaks for, the id alone."""
        return f"- `{self.id}`{self.text}" if self.rank else self.id


def meant_lines(dossier: Dossier, source: Source) -> tuple[MeantLine, ...]:
    """Every id of the dossier that a claim on an article may use, in the order of the ids."""
    named = frozenset(one.entity for one in dossier.mentions if one.source == source.id)
    entities = dossier.inputs.entities
    lines = [_of_entity(entities[id], source, named) for id in sorted(entities)]
    return (*lines, *_properties(dossier), *_terms(dossier, source))


def _of_entity(entity: Entity, source: Source, named: frozenset[EntityId]) -> MeantLine:
    match entity:
        case Figure():
            rank = 2 * _has(source, entity.words) + (entity.of in named)
            return MeantLine(FIGURES, rank, entity.id, _figure(entity))
        case Event():
            rank = 3 if entity.id in named else 2 * _has(source, entity.words)
            return MeantLine(EVENTS, rank, entity.id, f"{_called(entity)}{_listed('words', entity.words)}")
        case Question():
            forms = [form for answer in entity.answers for form in answer.forms]
            rank = 2 * _has(source, forms) + (entity.about in named)
            return MeantLine(QUESTIONS, rank, entity.id, _question(entity))
        case _:
            return MeantLine(NAMED, 3 * (entity.id in named), entity.id, _called(entity))


def _has(source: Source, words: Iterable[str]) -> bool:
    """Whether an article has one of some words."""
    forms = tuple(words)
    return bool(forms) and bool(find_forms(source.text, forms))


def _called(entity: Entity) -> str:
    """An id with its label and the names it goes by."""
    return f" ({entity.kind}): {_said(entity.label)}" + _listed(
        "written", [alias.text for alias in entity.aliases]
    )


def _figure(figure: Figure) -> str:
    unit = f"; unit {figure.unit}" if figure.unit else ""
    of = f"; of `{figure.of}`" if figure.of else ""
    words = _listed("words", figure.words) + _listed("never beside", figure.not_words)
    return f": {_said(figure.label)}{of}{unit}{words}"


def _question(question: Question) -> str:
    answers = "; ".join(
        f"`{one.id}` = {_said(one.label)}{_listed('words', one.forms)}" for one in question.answers
    )
    about = f"; about `{question.about}`" if question.about else ""
    return f": {_said(question.label)}{about}; answers: {answers or 'the values themselves'}"


def _properties(dossier: Dossier) -> Iterator[MeantLine]:
    for id, one in sorted(dossier.inputs.vocabulary.properties.items()):
        yield MeantLine(PROPERTIES, 3, id, f": {one.type}, of {', '.join(one.of)}")


def _terms(dossier: Dossier, source: Source) -> Iterator[MeantLine]:
    for id, one in sorted(dossier.inputs.vocabulary.terms.items()):
        yield MeantLine(TERMS, 2 * _has(source, one.forms), id, _term(id, one))


def _term(id: str, term: Term) -> str:
    return f": {_said(term.label) or id}{_listed('written', term.forms)}"


def _said(label: LocalText) -> str:
    """What something is called, in English where there is any."""
    return " / ".join(dict.fromkeys(label.texts))


def _listed(what: str, words: Iterable[str]) -> str:
    listed = ", ".join(words)
    return f"; {what}: {listed}" if listed else ""
