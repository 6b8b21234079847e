"""The findings as one edition shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from build_tools.cache.noted import LookUp, Noted, noting
from build_tools.grouped import grouped
from build_tools.model import (
    Anchored,
    Conflict,
    ConflictFinding,
    DateValue,
    Dossier,
    Entity,
    EntityId,
    Figure,
    Findings,
    Index,
    Inputs,
    Kind,
    LocalText,
    PlainKind,
    Question,
    Source,
    SourceId,
    WaysIn,
)
from build_tools.values.dates import end_if_open
from build_tools.values.zones import in_zone
from build_tools.website.addresses import Address, page_of_entity, source_address
from build_tools.website.editions import Edition, Said
from build_tools.website.editors_prose import plain_prose
from build_tools.website.markdown import Markup, identifier
from build_tools.website.name_links import NameFinder, names_of
from build_tools.website.open_files import DataFile

INSIDE = (Dossier, Findings, Index, Inputs, WaysIn)
PLAIN = ("edition", "site", "noted", "_called", "_made")


@dataclass(frozen=True)
class View:
    """Everything a page of one edition may draw on.

    `site` is the address of all, with a slash at its end; `data` are the files beside the pages; `noted` has
    what pages look up in it, where that is noted.
    """

    findings: Findings
    edition: Edition
    site: str = ""
    data: tuple[DataFile, ...] = ()
    noted: Noted = field(default_factory=Noted, compare=False)

    @property
    def dossier(self) -> Dossier:
        """The dossier that the findings describe."""
        return self.findings.dossier

    @property
    def index(self) -> Index:
        """Look-ups in the dossier."""
        return self.findings.index

    def once(self, key: tuple[str, ...], make: Callable[[], Markup]) -> Markup:
        """Markup that many pages share, made when it is first asked for under its key."""
        if (known := self._made.get(key)) is None:
            known = self._made[key] = self.noted.during(make)
        made, look_ups = known
        self.noted.found |= look_ups
        return made

    @cached_property
    def _made(self) -> dict[tuple[str, ...], tuple[Markup, frozenset[LookUp]]]:
        return {}

    @cached_property
    def article_at(self) -> Mapping[Address, Source]:
        """The article that each page of one is on."""
        return {source_address(each.id): each for each in self.index.sources}

    @cached_property
    def names(self) -> NameFinder:
        """The entity that each name in a sentence of this edition means."""
        return names_of(self.entities.values(), self.edition)

    @property
    def entities(self) -> Mapping[EntityId, Entity]:
        """Everybody and everything by id."""
        return self.dossier.inputs.entities

    @property
    def kinds(self) -> tuple[PlainKind, ...]:
        """The kinds of plain entities, those that ship first."""
        return self.dossier.inputs.vocabulary.kinds

    def of_kind(self, kind: Kind) -> tuple[Entity, ...]:
        """All entities of a kind, by their names in this edition."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> Mapping[Kind, tuple[Entity, ...]]:
        named = sorted(self.entities.values(), key=lambda each: (self.label(each.id).casefold(), each.id))
        return grouped(named, lambda entity: entity.kind)

    @cached_property
    def figures_of(self) -> Mapping[EntityId, tuple[Figure, ...]]:
        """The figures that measure something of each entity or event."""
        figures = [each for each in self.of_kind(Kind.FIGURE) if isinstance(each, Figure) and each.of]
        return grouped(figures, lambda figure: figure.of or figure.id)

    @cached_property
    def wholes_of(self) -> Mapping[EntityId, tuple[Entity, ...]]:
        """The figures of which each is a part."""
        found: dict[EntityId, list[Entity]] = defaultdict(list)
        for figure in self.of_kind(Kind.FIGURE):
            for part in dict.fromkeys(figure.sum_of) if isinstance(figure, Figure) else ():
                found[part].append(figure)
        return {part: tuple(wholes) for part, wholes in found.items()}

    def local(self, date: DateValue) -> DateValue:
        """A time of day in the time zone of the story."""
        return in_zone(date, self.findings.zone)

    def as_of(self, date: DateValue) -> str:
        """A time as of which something holds, after a preposition: midnight where it is "by midnight"."""
        return self.edition.time(end_if_open(self.local(date)))

    def label(self, id: EntityId) -> str:
        """The name of an entity in this edition; its id where nothing of that id is known."""
        return self.called(id).text if id in self.entities else id

    def called(self, id: EntityId) -> Said:
        """The name of an entity that is known, with its language."""
        entity = self.entities[id]
        if (said := self._called.get(id)) is None:
            said = self._called[id] = self.edition.label(entity)
        return said

    @cached_property
    def _called(self) -> dict[EntityId, Said]:
        return {}

    def without_marks(self, text: LocalText) -> str:
        """Editors' prose without links, footnotes or emphasis, for descriptions."""
        return plain_prose(self.edition.words(text), self.label)

    def address(self, id: EntityId) -> Address | None:
        """The page of an entity."""
        entity = self.entities.get(id)
        return page_of_entity(entity) if entity else None

    @cached_property
    def notes(self) -> Mapping[str, Anchored]:
        """Each annotated passage by the name of its footnote."""
        gone = (one.anchored for one in self.dossier.withdrawn)
        earlier = {note_key(one.citation.source, one.id): one for one in gone}
        now = {note_key(source, id): found for (source, id), found in self.index.passages.items()}
        return earlier | now

    @property
    def is_translated(self) -> bool:
        """Whether any passage has a translation."""
        return any(one.annotation.translation for one in self.dossier.anchored)

    @cached_property
    def undisputed(self) -> tuple[Question, ...]:
        """The questions of the editors on which the articles do not disagree."""
        questions = (each for each in self.of_kind(Kind.QUESTION) if isinstance(each, Question))
        return tuple(each for each in questions if each.id not in self.findings.by_question)

    def conflicts(self, id: EntityId) -> tuple[ConflictFinding, ...]:
        """The disagreements in which an entity is on a side, or that editors ask about it."""
        return self._weighed(self.dossier.conflicts_of.get(id, ()))

    def asked(self, id: EntityId) -> tuple[ConflictFinding, ...]:
        """The disagreements about an entity that are on none of its values: those that editors ask."""
        return self._weighed(self.index.asked.get(id, ()))

    def _weighed(self, conflicts: Iterable[Conflict]) -> tuple[ConflictFinding, ...]:
        return tuple(self.findings.by_id[each.id] for each in conflicts)


def noting_view(view: View) -> View:
    """A view that notes what is read of the findings; what it keeps for itself is plain."""
    return noting(view, view.noted, INSIDE, PLAIN)


def note_key(source: SourceId | str, passage: str) -> str:
    """The name of the footnote that shows a passage."""
    return identifier(f"{source}.{passage}")
