"""Entities of the story: people, events, figures, questions, each with a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from build_tools.model.written import (
    NOWHERE,
    WORDLESS,
    EntityId,
    LocalText,
    PropertyId,
    SourceId,
    TermId,
    Written,
)
from build_tools.problem import Origin


class Kind(StrEnum):
    """What an entity is; the value is the singular, as exports write it.

    A dossier may declare more: `Kind("law")` is one kind wherever it is asked for, and not among the members.
    """

    PERSON = "person"
    ORGANISATION = "organisation"
    WORK = "work"
    PLACE = "place"
    EVENT = "event"
    FIGURE = "figure"
    QUESTION = "question"

    @classmethod
    def _missing_(cls, value: object) -> Kind:
        made = str.__new__(cls, value)
        made._name_, made._value_ = str(value).upper(), str(value)
        found = cls._value2member_map_.setdefault(value, made)
        return found if isinstance(found, Kind) else made

    @property
    def speaks(self) -> bool:
        """Whether words may be credited to entities of it: not to places, nor to what a dossier declares."""
        return self in Kind.__members__.values() and self is not Kind.PLACE

    @property
    def is_plain(self) -> bool:
        """Whether entities of it have a name, a page, and nothing that the tool reckons with: most kinds."""
        return self not in (Kind.EVENT, Kind.FIGURE, Kind.QUESTION)


@dataclass(frozen=True, slots=True)
class PlainKind:
    """A kind of plain entities: the folder of its files and pages, one of them and all of them in words.

    The words of those that ship are messages of the site, those of a dossier are its own.
    """

    kind: Kind
    folder: str
    label: LocalText
    plural: LocalText


SHIPPED = (
    PlainKind(Kind.PERSON, "people", LocalText(en="Person"), LocalText(en="People")),
    PlainKind(
        Kind.ORGANISATION, "organisations", LocalText(en="Organisation"), LocalText(en="Organisations")
    ),
    PlainKind(Kind.WORK, "works", LocalText(en="Work or product"), LocalText(en="Works and products")),
    PlainKind(Kind.PLACE, "places", LocalText(en="Place"), LocalText(en="Places")),
)
ACTORS = (Kind.PERSON, Kind.ORGANISATION)  # those that speak and act


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Something the story speaks of, with its own page: a person, an organisation, a work.

    `folder` is that of its kind, where the dossier declares it.
    """

    id: EntityId
    kind: Kind
    label: LocalText
    aliases: tuple[Written, ...] = ()
    not_aliases: tuple[tuple[SourceId, tuple[str, ...]], ...] = ()
    was: tuple[str, ...] = ()
    summary: LocalText = WORDLESS
    note: LocalText = WORDLESS
    folder: str = ""
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place on the earth, in degrees as they are written: north and east are positive."""

    latitude: Decimal
    longitude: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Entity):
    """A town, a camp, a border; `within` are the places that it is in.

    `outline` is its edge, `course` the line of a border, a road or a river.
    """

    within: tuple[EntityId, ...] = ()
    at: MapPoint | None = None
    outline: tuple[MapPoint, ...] = ()
    course: tuple[MapPoint, ...] = ()


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
    reason: LocalText = WORDLESS
    by: LocalText = WORDLESS
    decided: str = ""
