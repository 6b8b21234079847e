"""What is left out of a dossier that shows what was known at a moment."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.values import DateValue
from build_tools.model.written import EntityId, SourceId


@dataclass(frozen=True, slots=True)
class Cut:
    """What was not known at a moment: articles not yet out, judgements not yet made, prose that cites either.

    `prose` counts the texts by the editors that are left out.
    """

    moment: DateValue
    sources: tuple[SourceId, ...] = ()
    judgements: tuple[EntityId, ...] = ()
    prose: int = 0
