"""Entities of the story: people, events, figures, questions, each with a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from build_tools.model.written import NOWHERE, EntityId, LocalText, PropertyId, SourceId, TermId, Written
from build_tools.problem import Origin


class Kind(StrEnum):
    """What an entity is; the value is the singular, as exports write it."""

    PERSON = "person"
    ORGANISATION = "organisation"
    WORK = "work"
    EVENT = "event"
    FIGURE = "figure"
    QUESTION = "question"


NAMED_KINDS = (Kind.PERSON, Kind.ORGANISATION, Kind.WORK)  # entities with a name of their own
ACTORS = (Kind.PERSON, Kind.ORGANISATION)  # those that speak and act


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Something the story speaks of, with its own page: a person, an organisation, a work."""

    id: EntityId
    kind: Kind
    label: LocalText
    aliases: tuple[Written, ...] = ()
    not_aliases: tuple[tuple[SourceId, tuple[str, ...]], ...] = ()
    was: tuple[str, ...] = ()
    summary: LocalText = field(default_factory=LocalText)
    note: LocalText = field(default_factory=LocalText)
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Entity):
    """Something that happened, was announced, planned or predicted."""

    words: tuple[str, ...] = ()
    after: tuple[EntityId, ...] = ()
    before: tuple[EntityId, ...] = ()


class Series(StrEnum):
    """How a figure moves in time: a tally only grows, a level goes either way."""

    TALLY = "tally"
    LEVEL = "level"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Entity):
    """One measurable quantity of the story."""

    of: EntityId | None = None
    unit: str | None = None
    words: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    unlike: tuple[EntityId, ...] = ()
    no_currency: bool = False
    why_unlike: tuple[tuple[EntityId, LocalText], ...] = ()
    sum_of: tuple[EntityId, ...] = ()
    series: Series | None = None


class Status(StrEnum):
    """Where a conflict is; it is withdrawn where those who gave a side have taken it back."""

    OPEN = "open"
    EXPLAINED = "explained"
    RESOLVED = "resolved"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question; `forms` are the words of a quote that mean it."""

    id: TermId
    label: LocalText
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Entity):
    """A disputed point in words, and what the editors decided; `label` is the question.

    `upholds` is the side that they hold where they resolved it, `silent` are the articles that they read
    whole for it and that say nothing.
    """

    about: EntityId | None = None
    about_property: PropertyId | None = None
    answers: tuple[Answer, ...] = ()
    status: Status = Status.OPEN
    upholds: str = ""
    silent: tuple[SourceId, ...] = ()
    seen: tuple[tuple[str, tuple[SourceId, ...]], ...] = ()
    reason: LocalText = field(default_factory=LocalText)
    by: LocalText = field(default_factory=LocalText)
    decided: str = ""
