"""What weighs most: of conflicts, and of what one article alone says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, zip_longest

from build_tools.findings.agreements import first_claim, subject_measured, substantial, told_events
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
    Qualifier,
    Quantity,
    SeriesFinding,
    SourceId,
    ThemeFinding,
    Value,
)


def varied(conflicts: Iterable[ConflictFinding]) -> tuple[ConflictFinding, ...]:
    """The first of each sort, then the next of each: a number, an office, an answer, a denial."""
    by_rule = grouped(conflicts, lambda conflict: conflict.rule)
    rounds = zip_longest(*by_rule.values())
    return tuple(conflict for conflict in chain.from_iterable(rounds) if conflict)


def highlights(
    index: Index,
    conflicts: tuple[ConflictFinding, ...],
    agreements: Iterable[Finding],
    alone: Mapping[SourceId, tuple[Finding, ...]],
    themes: tuple[ThemeFinding, ...],
    series: Mapping[EntityId, SeriesFinding],
) -> Highlights:
    """What weighs most of what is found: what themes lead with, where there are themes."""
    events = (id for id, each in index.entities.items() if each.kind is Kind.EVENT)
    told = sorted(events, key=lambda id: (-len(index.claims_on.get(id, ())), id))
    shown = leading_conflicts(themes) or varied(conflicts)
    agreed = leading_agreements(themes) or substantial(agreements)
    return Highlights(shown, agreed, notable(index, alone), tuple(told), most_moving(series))


def most_moving(series: Mapping[EntityId, SeriesFinding]) -> tuple[SeriesFinding, ...]:
    """The figures with several steps, those with the most first."""
    found = [each for each in series.values() if len(each.steps) > 1 and each.lead]
    return tuple(sorted(found, key=lambda each: (-len(each.steps), each.figure)))


def foremost(index: Index) -> Mapping[Kind, tuple[EntityId, ...]]:
    """The entities of each kind, those first of which most is said."""
    ordered = sorted(index.entities.values(), key=lambda each: (-index.things_said(each.id), each.id))
    return {kind: tuple(each.id for each in some) for kind, some in grouped(ordered, _kind).items()}


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


def notable(index: Index, alone: Mapping[SourceId, tuple[Finding, ...]]) -> tuple[Finding, ...]:
    """Of each article, the heaviest figure and the heaviest event of which no other tells."""
    told = [each for each in told_events(index) if len(_articles_on(index, each)) == 1]
    events = grouped(told, lambda each: first_claim(each).citation.source)
    firsts = (
        (*_first_figure(index, alone.get(each.id, ())), *_most_told(events.get(each.id, ())))
        for each in index.sources
    )
    return tuple(chain.from_iterable(firsts))


def _articles_on(index: Index, found: Finding) -> set[SourceId]:
    return {claim.citation.source for claim in index.claims_on.get(found.subject, ())}


def _first_figure(index: Index, found: Iterable[Finding]) -> tuple[Finding, ...]:
    figures = [each for each in found if isinstance(each.statement.value, Quantity)]
    return tuple(sorted(figures, key=lambda each: _plainness(index, each))[:1])


def _most_told(events: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(events, key=lambda each: (-len(each.statement.claims), each.subject))[:1])


def _plainness(index: Index, found: Finding) -> tuple[int, int, int]:
    about = subject_measured(index, found.subject)
    return _vagueness(found.statement.value), -index.things_said(about), first_claim(found).citation.start


def _vagueness(value: Value | None) -> int:
    """Money and shares say the most at a glance, a vague count the least."""
    if not isinstance(value, Quantity) or value.qualifier is Qualifier.SEVERAL:
        return 2
    return 0 if value.unit and (value.unit == "%" or value.unit.isupper()) else 1
