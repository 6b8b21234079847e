"""What the story on the home page tells of: the entities, and the figures with their values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.evidence.support import citations_of, figures_of_prose, links_of
from build_tools.model import (
    SAME_VALUE,
    Claim,
    DateValue,
    EntityId,
    Finding,
    Index,
    Passage,
    Quantity,
    Reading,
    SourceId,
)
from build_tools.values import compare


@dataclass(frozen=True, slots=True)
class Story:
    """What the editors' story links, cites and gives as figures or dates."""

    linked: frozenset[EntityId]
    cited: frozenset[Passage]
    readings: tuple[Reading, ...]

    def tells(self, found: Finding) -> bool:
        """Whether a finding is part of it: cited, and for a figure or a date with that value."""
        return any(self._tells(claim) for claim in found.statement.claims)

    def _tells(self, claim: Claim) -> bool:
        if (claim.citation.source, claim.passage) not in self.cited:
            return False
        match claim.value:
            case Quantity() | DateValue():
                alike = (each for each in self.readings if isinstance(each, type(claim.value)))
                return any(compare(claim.value, each) in SAME_VALUE for each in alike)
            case _:
                return True

    def subjects(self, index: Index) -> frozenset[EntityId]:
        """Everything that it links, or of which a passage that it cites says something."""
        claims = (claim for passage in self.cited for claim in index.claims_of_passage.get(passage, ()))
        return self.linked | frozenset(claim.subject for claim in claims)


def story_of(index: Index) -> Story:
    """The story of a dossier."""
    told = index.dossier.inputs.settings.story
    cited = (pair for each in told for pair in citations_of(each))
    return Story(
        frozenset(id for each in told for id in links_of(each)),
        frozenset(_passages(cited)),
        tuple(reading for each in told for reading in figures_of_prose(each)),
    )


def _passages(cited: Iterable[tuple[str, str]]) -> Iterable[Passage]:
    return ((SourceId(source), passage) for source, passage in cited)
