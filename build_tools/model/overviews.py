"""Ways in that editors write beside the entities: themes, the articles side by side, then and now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NewType

from build_tools.model.written import NOWHERE, EntityId, LocalText, SourceId
from build_tools.problem import Origin

ThemeId = NewType("ThemeId", str)


@dataclass(frozen=True, slots=True)
class Theme:
    """What belongs together for a reader: `about` lists it in the order in which its page shows it."""

    id: ThemeId
    title: LocalText
    order: int
    about: tuple[EntityId, ...]
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says on a point that is compared, in a sentence of the editors with its citation."""

    source: SourceId
    text: LocalText


@dataclass(frozen=True, slots=True)
class ComparedPoint:
    """A point on which the articles are set side by side."""

    label: LocalText
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """What was said of one thing earlier and later, where both may be so."""

    label: LocalText
    then: LocalText
    now: LocalText


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What `comparison.yaml` says."""

    points: tuple[ComparedPoint, ...] = ()
    changes: tuple[ThenAndNow, ...] = ()
    origin: Origin = field(default=NOWHERE, compare=False)

    @property
    def sentences(self) -> Iterator[LocalText]:
        """Every sentence, each of which cites what it rests on."""
        for point in self.points:
            yield from (cell.text for cell in point.cells)
        for change in self.changes:
            yield from (change.then, change.now)
