"""What weighs most: of conflicts, and of what one article alone says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, zip_longest

from build_tools.findings.agreements import first_claim, subject_measured, told_events
from build_tools.grouped import grouped
from build_tools.model import (
    ConflictFinding,
    EntityId,
    Finding,
    Given,
    Index,
    Qualifier,
    Quantity,
    SourceId,
    Value,
)


def varied(conflicts: Iterable[ConflictFinding]) -> tuple[ConflictFinding, ...]:
    """The first of each sort, then the next of each: a number, an office, an answer, a denial."""
    by_rule = grouped(conflicts, lambda conflict: conflict.rule)
    rounds = zip_longest(*by_rule.values())
    return tuple(conflict for conflict in chain.from_iterable(rounds) if conflict)


def given_by(index: Index, figure: EntityId) -> Given:
    """Whether a figure is disputed, given by several articles, by one, or by none."""
    if index.dossier.conflicts_of.get(figure):
        return Given.DISPUTED
    articles = {claim.citation.source for claim in index.claims_on.get(figure, ())}
    return Given.SHARED if len(articles) > 1 else Given.SINGLE if articles else Given.UNGIVEN


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
