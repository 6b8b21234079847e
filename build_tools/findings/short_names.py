"""How an article is told apart from others of its publisher where there is little room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_tools.evidence.origin_ties import publisher_of
from build_tools.grouped import grouped
from build_tools.model import Inputs, NamedBy, Source, SourceId


def how_named(inputs: Inputs) -> Mapping[SourceId, NamedBy]:
    """What each article is named by beside its publisher: nothing, its day, or its title's first words."""
    by_publisher = grouped(inputs.sources.values(), lambda source: publisher_of(inputs, source.id))
    return {source.id: _how(alike) for alike in by_publisher.values() for source in alike}


def _how(alike: Sequence[Source]) -> NamedBy:
    """Days tell apart where each is known and none is another's, else hours; of one year without it."""
    if len(alike) == 1:
        return NamedBy.PUBLISHER
    days = [source.published for source in alike]
    exact = all(day.earliest and day.earliest == day.latest for day in days)
    if not exact:
        return NamedBy.WORDS
    if len({day.earliest for day in days}) < len(days):
        times = {(day.earliest, day.clock) for day in days if day.clock}
        return NamedBy.HOUR if len(times) == len(days) else NamedBy.WORDS
    return NamedBy.DAY if len({day.earliest.year for day in days if day.earliest}) == 1 else NamedBy.DATE
