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
    """Text by the editors: by language, or `every` if one text is for all editions.

    `others` are texts in languages of editions that a dossier brings, each after its tag.

    >>> LocalText(en="river", others=(("fr", "fleuve"),)).by_language
    (('en', 'river'), ('fr', 'fleuve'))
    """

    en: str = ""
    zh: str = ""
    every: str = ""
    others: tuple[tuple[str, str], ...] = ()
    origin: Origin = field(default=NOWHERE, compare=False)

    def __bool__(self) -> bool:
        return bool(self.en or self.zh or self.every or self.others)

    @property
    def by_language(self) -> tuple[tuple[str, str], ...]:
        """Each text that has a language, after its tag."""
        ours = (("en", self.en), ("zh", self.zh))
        return (*(one for one in ours if one[1]), *self.others)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that there is, in whatever language."""
        found = (self.en, self.zh, self.every)
        return (*(one for one in found if one), *(text for _, text in self.others))

    @property
    def first(self) -> str:
        """The text for all editions, else the English one, else the one that there is."""
        return self.every or next(iter(self.texts), "")

    def in_language(self, language: str) -> str:
        """The text in a language, where there is one."""
        return next((text for tag, text in self.by_language if tag == language), "")


WORDLESS = LocalText()
