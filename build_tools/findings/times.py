"""The order of events by the times that sources give them, and what the story is most about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from decimal import Decimal

from build_tools.evidence.overtaking import AHEAD, plans_changed, plans_overtaken
from build_tools.findings.event_order import in_order
from build_tools.findings.origins import count_origins
from build_tools.model import (
    Claim,
    ClaimId,
    ConflictFinding,
    DateValue,
    Dossier,
    EntityId,
    Event,
    Index,
    Inputs,
    Interval,
    Modality,
    Rule,
    SideFinding,
    Stance,
)
from build_tools.values.moments import in_greenwich
from build_tools.values.zones import zone_named

ZERO = Decimal(0)
NO_ZONE = ""


def story_zone(inputs: Inputs) -> str:
    """The zone in which a story is told: that of the dossier, else of its earliest article that has one."""
    if inputs.settings.time_zone:
        return inputs.settings.time_zone
    zoned = [source.published for source in inputs.sources.values() if source.published.zone]
    first = min(
        zoned, key=lambda date: (_end_of(_minutes(date, date.zone or "")), str(date.zone)), default=None
    )
    return (first.zone if first else None) or NO_ZONE


def events_in_time(
    dossier: Dossier, conflicts: Iterable[ConflictFinding] = (), zone: str = NO_ZONE
) -> tuple[EntityId, ...]:
    """All events, earliest first.

    They go by the minute where it is known, and by the end of what is known where it is not: one dated by
    its month follows the days in it. Those without a time come beside what they are said to follow or to
    precede, and where nothing is said of them, last.
    """
    events = [each for each in dossier.inputs.entities.values() if isinstance(each, Event)]
    held = _dates_held(dossier, conflicts)
    known = {each.id: held.get(each.id) or tuple(dates_given(dossier, each.id)) for each in events}
    bounds = _first_told(dossier, (id for id, dates in known.items() if not dates))
    minutes = {
        id: min((_minutes(each, zone) for each in dates), key=_end_of) for id, dates in known.items() if dates
    }
    return in_order(events, minutes, bounds)


def _first_told(dossier: Dossier, events: Iterable[EntityId]) -> dict[EntityId, Interval]:
    """Of events without a date that some article tells of: it was over by when the first of them came out."""
    found: dict[EntityId, Interval] = {}
    for id in events:
        claims = (claim for group in dossier.groups_of.get(id, ()) for claim in group.claims)
        told = (claim.citation.source for claim in claims if _is_told(claim))
        sources = (dossier.inputs.sources[each].published for each in told)
        ends = [_minutes(each, each.zone or "").high for each in sources if each.latest]
        if known := [end for end in ends if end is not None]:
            found[id] = Interval(None, min(known))
    return found


def _is_told(claim: Claim) -> bool:
    """Whether a claim says of an event that it happened."""
    said = claim.qualifiers
    return said.modality is Modality.ASSERTED and said.stance is Stance.AFFIRMS


def _dates_held(
    dossier: Dossier, conflicts: Iterable[ConflictFinding]
) -> dict[EntityId, tuple[DateValue, ...]]:
    """Of events with disputed dates those of one side."""
    found: dict[EntityId, tuple[DateValue, ...]] = {}
    for conflict in conflicts:
        if conflict.rule is Rule.SINGLE_BEST_VALUE and isinstance(conflict.sides[0].value, DateValue):
            dates = [each.value for each in _best(dossier, conflict).claims]
            found[conflict.subject] = tuple(
                each for each in dates if isinstance(each, DateValue) and each.latest
            )
    return found


def _best(dossier: Dossier, conflict: ConflictFinding) -> SideFinding:
    """The side that the editors hold, else the one of the most origins, of those the one given last."""
    if conflict.upheld is not None:
        return conflict.sides[conflict.upheld]
    affirmed = [each for each in conflict.sides if each.stance is Stance.AFFIRMS]
    return max(affirmed or conflict.sides, key=lambda side: _firmness(dossier, side))


def _firmness(dossier: Dossier, side: SideFinding) -> tuple[int, int, Decimal]:
    alone = [claim for claim in side.claims if claim.citation.source not in side.both]
    sources = (dossier.inputs.sources.get(claim.citation.source) for claim in alone or side.claims)
    times = (_end_of(_minutes(each.published, each.published.zone or ""))[0] for each in sources if each)
    return count_origins(alone, dossier.inputs).origins, len(side.both), max(times, default=ZERO)


def first_year(dossier: Dossier, id: EntityId) -> str:
    """The year of the first day of an event; of one without a date nothing."""
    first = min(dates_given(dossier, id), key=lambda date: _end_of(_minutes(date)), default=None)
    return str(first.earliest)[:4] if first else ""


def dates_given(dossier: Dossier, id: EntityId) -> Iterator[DateValue]:
    """The dates that sources give an event, without plans that changed since."""
    for group in dossier.groups_of.get(id, ()):
        if isinstance(group.statements[0].value, DateValue):
            given_up = plans_overtaken(group.claims, dossier.inputs)
            for statement in group.statements:
                held = any(claim.id not in given_up for claim in statement.claims)
                if isinstance(statement.value, DateValue) and statement.value.earliest and held:
                    yield statement.value


def changed_plans(dossier: Dossier) -> frozenset[ClaimId]:
    """The claims on plans of which, as a later claim says, something else became."""
    groups = (each for each in dossier.groups if len(each.statements) > 1 and _has_plan(each.claims))
    return frozenset(id for each in groups for id in plans_changed(each.claims, dossier.inputs))


def _has_plan(claims: Iterable[Claim]) -> bool:
    return any(claim.qualifiers.modality in AHEAD for claim in claims)


def _minutes(date: DateValue, zone: str = NO_ZONE) -> Interval:
    return in_greenwich(date, zone_named(zone) if zone else None)


def _end_of(minutes: Interval) -> tuple[Decimal, Decimal]:
    """Sorts times by when they are over, then by when they begin."""
    low = minutes.low or ZERO
    return minutes.high or low, low


def main_event(index: Index, in_story: Set[EntityId]) -> EntityId | None:
    """Of the dated events in the story, or of all where it has none, the one of which most is said."""
    dated = [id for id, each in index.entities.items() if isinstance(each, Event) and _is_dated(index, id)]
    told = [id for id in dated if id in in_story] or dated
    return min(told, key=lambda id: (-len(index.claims_on.get(id, ())), id), default=None)


def _is_dated(index: Index, id: EntityId) -> bool:
    return any(dates_given(index.dossier, id))
