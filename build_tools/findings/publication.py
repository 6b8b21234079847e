"""The order in which articles came out, as far as it is known, and the reports that they relay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal

from build_tools.evidence.origin_ties import publisher_of
from build_tools.model import Claim, DateValue, Entity, Inputs, Source, SourceId
from build_tools.text.folding import fold_plain
from build_tools.values.moments import minutes_asserted
from build_tools.values.zones import earliest_zone, fixed_on, zone_named

Window = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Publication:
    """When each article may have appeared, in minutes of one zone; those without a date are not in it."""

    inputs: Inputs
    windows: Mapping[SourceId, Window]

    def precedes(self, one: SourceId, other: SourceId) -> bool:
        """Whether one article was certainly out before another."""
        known = one in self.windows and other in self.windows
        return known and self.windows[one][1] < self.windows[other][0]

    def earliest(self, articles: Iterable[SourceId]) -> tuple[SourceId, ...]:
        """The articles that no other of them certainly precedes."""
        given = sorted(articles)
        ends = [self.windows[id][1] for id in given if id in self.windows]
        return tuple(id for id in given if id not in self.windows or self.windows[id][0] <= min(ends))

    def latest_before(self, own: SourceId, others: Iterable[SourceId]) -> tuple[SourceId, ...]:
        """Of the articles that certainly precede one, the last, or all that may be."""
        before = [id for id in others if self.precedes(id, own)]
        begun = max((self.windows[id][0] for id in before), default=Decimal(0))
        return tuple(id for id in before if self.windows[id][1] >= begun)

    def stages(self, articles: Iterable[SourceId]) -> tuple[tuple[SourceId, ...], ...]:
        """The dated ones in order; those that overlap in time are together."""
        ordered = sorted((self.windows[id], id) for id in articles if id in self.windows)
        found: list[list[SourceId]] = []
        end = Decimal(0)
        for (low, high), id in ordered:
            if found and low <= end:
                found[-1].append(id)
            else:
                found.append([id])
            end = max(end, high)
        return tuple(map(tuple, found))

    def passed_on(self, claims: Sequence[Claim], others: Iterable[SourceId]) -> tuple[SourceId, ...]:
        """The articles among others that an article relays in some claims."""
        own = claims[0].citation.source
        followed = _followed(own, self.inputs)
        outlets = [claim.qualifiers.via for claim in claims if claim.qualifiers.via]
        outlets += [outlet for id in (own, *followed) for outlet in self.inputs.sources[id].relays]
        known = (self.inputs.entities[id] for id in outlets if id in self.inputs.entities)
        names = {name for outlet in known for name in _names(outlet)}
        linked = {*followed, *(id for id in self.inputs.copies.get(own, ()) if self.precedes(id, own))}
        if not linked and not names:
            return ()
        return tuple(
            id
            for id in others
            if (id in linked or (id != own and publisher_of(self.inputs, id) in names))
            and not self.precedes(own, id)
        )


def publication(inputs: Inputs) -> Publication:
    """When each article of a dossier may have appeared."""
    published = (one.published for one in inputs.sources.values())
    zone = inputs.settings.time_zone or earliest_zone(published) or "UTC"
    windows = ((one.id, _window(one.published, zone)) for one in inputs.sources.values())
    return Publication(inputs, {id: window for id, window in windows if window})


def _window(published: DateValue, zone: str) -> Window | None:
    """From the first minute to the last, at Greenwich; a day is counted at its place."""
    minutes = minutes_asserted(published, zoned=True)
    if minutes.low is None or minutes.high is None:
        return None
    if published.clock or published.earliest is None:
        return minutes.low, minutes.high
    at = fixed_on(time.min, published.earliest, zone_named(published.zone or zone))
    ahead = datetime.combine(published.earliest, at).utcoffset()
    shift = Decimal(int(ahead.total_seconds()) // 60) if ahead else Decimal(0)
    return minutes.low - shift, minutes.high - shift


def _followed(id: SourceId, inputs: Inputs) -> frozenset[SourceId]:
    """The articles that an article relays, directly or through others."""
    found: set[SourceId] = set()
    waiting = [id]
    while waiting:
        source: Source | None = inputs.sources.get(waiting.pop())
        for other in source.relayed_sources if source else ():
            if other not in found and other != id and other in inputs.sources:
                found.add(other)
                waiting.append(other)
    return frozenset(found)


def _names(outlet: Entity) -> set[str]:
    """The names of an outlet, in the form in which publishers are compared."""
    label = outlet.label
    written = (*label.texts, *(alias.text for alias in outlet.aliases))
    return {fold_plain(name).casefold() for name in written if name}
