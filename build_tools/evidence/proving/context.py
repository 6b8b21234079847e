"""What is known where a claim is proven, and what a proof yields."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.evidence.proving.passages import Passage
from build_tools.model import Entity, Figure, Inputs, Value
from build_tools.problem import Problems


@dataclass(frozen=True, slots=True)
class ClaimContext:
    """A claim's passage and subject; `inferred` where the contributor says the quote cannot prove it."""

    inputs: Inputs
    passage: Passage
    subject: Entity
    inferred: bool

    @property
    def unit(self) -> str | None:
        """The unit that the figure measures, if the subject is one and says."""
        return self.subject.unit if isinstance(self.subject, Figure) else None


@dataclass(frozen=True, slots=True)
class Proven:
    """A value as the quote gives it, and the words that do."""

    value: Value | None
    raw: str


Proof = tuple[Proven | None, Problems]
