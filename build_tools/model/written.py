"""Text as contributors wrote it, and the types of ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NewType

from build_tools.problem import Origin

SourceId = NewType("SourceId", str)
EntityId = NewType("EntityId", str)
PropertyId = NewType("PropertyId", str)
TermId = NewType("TermId", str)
ClaimId = NewType("ClaimId", str)
ConflictId = NewType("ConflictId", str)

UNKNOWN = "unknown"  # as contributors write what nobody knows
NOWHERE = Origin(path="")


@dataclass(frozen=True, slots=True)
class Written:
    """A scalar as a contributor wrote it, and where."""

    text: str
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class LocalText:
    """Text by the editors: by language, or `every` if one text is for all editions."""

    en: str = ""
    zh: str = ""
    every: str = ""
    origin: Origin = field(default=NOWHERE, compare=False)

    def __bool__(self) -> bool:
        return bool(self.en or self.zh or self.every)


WORDLESS = LocalText()
