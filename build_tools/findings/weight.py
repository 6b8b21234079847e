"""What weighs most: of conflicts, of agreements, and of all that is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, zip_longest

from build_tools.findings.agreements import substantial
from build_tools.findings.origins import count_origins
from build_tools.findings.theme_contents import leading_agreements, leading_conflicts
from build_tools.grouped import grouped
from build_tools.model import (
    ConflictFinding,
    Entity,
    EntityId,
    Figure,
    FigureFinding,
    Finding,
    Given,
    Highlights,
    Index,
    Kind,
    Quantity,
    SeriesFinding,
    ThemeFinding,
)

LITTLE = 2  # things said of what is named in passing


def varied(conflicts: Iterable[ConflictFinding]) -> tuple[ConflictFinding, ...]:
    """The first of each sort, then the next of each: a number, an office, an answer, a denial."""
    by_rule = grouped(conflicts, lambda conflict: conflict.rule)
    rounds = zip_longest(*by_rule.values())
    return tuple(conflict for conflict in chain.from_iterable(rounds) if conflict)


def highlights(
    conflicts: tuple[ConflictFinding, ...],
    agreements: Iterable[Finding],
    themes: tuple[ThemeFinding, ...],
    series: Mapping[EntityId, SeriesFinding],
) -> Highlights:
    """What weighs most of what is found: what themes lead with, where there are themes."""
    shown = leading_conflicts(themes) or varied(conflicts)
    agreed = leading_agreements(themes) or substantial(agreements)
    return Highlights(shown, agreed, most_moving(series))


def most_moving(series: Mapping[EntityId, SeriesFinding]) -> tuple[SeriesFinding, ...]:
    """The figures with several steps, those with the most first."""
    found = [each for each in series.values() if len(each.steps) > 1 and each.lead]
    return tuple(sorted(found, key=lambda each: (-len(each.steps), each.figure)))


def foremost(index: Index) -> Mapping[Kind, tuple[EntityId, ...]]:
    """The entities of each kind, those first of which most is said."""
    ordered = sorted(index.entities.values(), key=lambda each: (-index.things_said(each.id), each.id))
    return {kind: tuple(each.id for each in some) for kind, some in grouped(ordered, _kind).items()}


def in_passing(index: Index, disputes: Mapping[EntityId, tuple[ConflictFinding, ...]]) -> frozenset[EntityId]:
    """The entities of which one article alone says a thing or two, and about which none disagrees."""
    return frozenset(
        id
        for id in index.entities
        if index.things_said(id) <= LITTLE
        and len({claim.citation.source for claim in index.claims_on.get(id, ())}) == 1
        and not disputes.get(id)
    )


def _kind(entity: Entity) -> Kind:
    return entity.kind


def given_by(index: Index, figure: EntityId) -> FigureFinding:
    """Whether a figure is disputed, given by several articles, by one, or by none."""
    claims = index.claims_on.get(figure, ())
    count = count_origins((each for each in claims if isinstance(each.value, Quantity)), index.dossier.inputs)
    articles = {claim.citation.source for claim in claims}
    shared = Given.SHARED if len(articles) > 1 else Given.SINGLE if articles else Given.UNGIVEN
    return FigureFinding(Given.DISPUTED if index.dossier.conflicts_of.get(figure) else shared, count)


def disputed_figures(index: Index, conflicts: Iterable[ConflictFinding]) -> tuple[EntityId, ...]:
    """The figures that are disputed, the heaviest disagreement first."""
    places: dict[EntityId, int] = {}
    known = {id for id, each in index.entities.items() if isinstance(each, Figure)}
    weights = {each.id: at for at, each in enumerate(conflicts)}
    for id in known & index.dossier.conflicts_of.keys():
        places[id] = min(weights[each.id] for each in index.dossier.conflicts_of[id])
    return tuple(sorted(places, key=lambda id: (places[id], id)))
