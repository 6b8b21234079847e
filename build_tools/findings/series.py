"""Figures that move in time: their steps in order, the newest, and what may be an update of what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from build_tools.evidence.keys import claim_order, value_breadth, value_order
from build_tools.evidence.stepping import AT_ONCE, Step, clashes_of, steps_of, withdrawals
from build_tools.model import (
    NOT_YET,
    Claim,
    ClaimId,
    DateValue,
    EntityId,
    Figure,
    Index,
    Quantity,
    Series,
    SeriesFinding,
    SeriesStep,
    Stance,
    Verdict,
)
from build_tools.values import compare
from build_tools.values.moments import date_at
from build_tools.values.zones import zone_named


def series_of(index: Index, zone: str = "") -> Mapping[EntityId, SeriesFinding]:
    """Each figure that moves in time and has a value, with its steps."""
    found = {}
    for id, entity in index.entities.items():
        if isinstance(entity, Figure) and entity.series:
            made = moving_figure(index, id, entity.series, zone)
            if made.steps:
                found[id] = made
    return found


def moving_figure(index: Index, id: EntityId, kind: Series, zone: str = "") -> SeriesFinding:
    """The steps of one figure, oldest first."""
    claims = [claim for claim in index.claims_on.get(id, ()) if _is_a_count(claim)]
    taken = steps_of(claims, index.dossier.inputs)
    affirmed = tuple(step for step in taken if step.claim.qualifiers.stance is Stance.AFFIRMS)
    rows = _rows(affirmed)
    pairs = clashes_of(affirmed, kind)
    row_of = {at: place for place, row in enumerate(rows) for at in row}
    made = [_step([affirmed[at] for at in row], claims, index, zone) for row in rows]
    against, open_order = (
        {frozenset((row_of[one], row_of[other])) for one, other in found}
        for found in (pairs.sides, pairs.updates)
    )
    made = [_with_updates(made, at, open_order - against, kind) for at in range(len(made))]
    return SeriesFinding(id, kind, tuple(made), _lead(made, kind, against))


def _with_updates(
    made: Sequence[SeriesStep], at: int, pairs: set[frozenset[int]], kind: Series
) -> SeriesStep:
    """A step with those before it that it may update: their times, at their most exact, are in no order.

    Of a tally, whose highest value is the last, only the nearest. What was taken back updates nothing.
    """
    step = made[at]
    if step.withdrawn:
        return step
    found = [
        before
        for before in range(at)
        if frozenset((before, at)) in pairs
        and not made[before].withdrawn
        and not _is_over(made[before], step)
        and not _is_over(step, made[before])
    ]
    return replace(step, updates=tuple(found[-1:] if kind is Series.TALLY else found))


def _is_a_count(claim: Claim) -> bool:
    """Whether a claim gives a value that held, not one that is planned or expected."""
    return isinstance(claim.value, Quantity) and claim.qualifiers.modality not in NOT_YET


def _rows(steps: Sequence[Step]) -> list[list[int]]:
    """The places of claims that say the same of times that may be one; in the order of their times."""
    rows: list[list[int]] = []
    for at, step in enumerate(steps):
        home = next(
            (row for row in reversed(rows) if all(_is_same(steps[other], step) for other in row)), None
        )
        if home is None:
            rows.append([at])
        else:
            home.append(at)
    return rows


def _is_same(one: Step, other: Step) -> bool:
    a, b = one.claim.value, other.claim.value
    alike = a is not None and b is not None and compare(a, b) is Verdict.AGREE
    return alike and not one.is_before(other) and not other.is_before(one)


def _step(row: Sequence[Step], claims: Sequence[Claim], index: Index, zone: str) -> SeriesStep:
    """One value, of the most exact of the times that its claims give."""
    said = sorted(
        (step.claim for step in row), key=lambda claim: (value_breadth(claim.value), claim_order(claim))
    )
    when = min(row, key=lambda step: (value_breadth(step.time), step.assumed))
    given = tuple(sorted(said, key=claim_order))
    value = said[0].value
    assert value is not None
    taken_back = withdrawals(given, claims, index.dossier.inputs)
    return SeriesStep(value, given, _shown(when, zone), when.within, when.assumed, taken_back)


def _shown(step: Step, zone: str) -> DateValue:
    """When a step is of, in the zone of the story: a moment where it is one, else as its article says."""
    low, high = step.within.low, step.within.high
    place = zone_named(zone) if zone else None
    if place is None or high is None or low is None or high - low > AT_ONCE:
        return step.time
    return date_at(high, place)


def _lead(steps: Sequence[SeriesStep], kind: Series, against: set[frozenset[int]]) -> tuple[int, ...]:
    """The places of the newest steps that nobody took back: one, or several that conflict.

    Of those that no order sets apart a tally leads with the highest, a level with the last. A bound that
    says no more than an earlier number of a tally ("at least 17" after 29) is no news.
    """
    left = [at for at, step in enumerate(steps) if not step.withdrawn]
    if kind is Series.TALLY:
        left = [at for at in left if not any(_says_less(steps[at], steps[other]) for other in left)]
    last = [at for at in left if not any(_is_over(steps[at], steps[other]) for other in left)]
    if not last:
        return ()
    first = max(last, key=lambda at: _newest(steps[at], at, kind))
    return tuple(at for at in last if at == first or frozenset((at, first)) in against)


def _is_over(one: SeriesStep, other: SeriesStep) -> bool:
    last, first = one.within.high, other.within.low
    return last is not None and first is not None and last < first


def _says_less(step: SeriesStep, earlier: SeriesStep) -> bool:
    """Whether a number only repeats, less exactly, what was known of a tally before."""
    if not _is_over(earlier, step) or compare(step.value, earlier.value) is not Verdict.WEAKER:
        return False
    return value_breadth(earlier.value) < value_breadth(step.value)


def _newest(step: SeriesStep, at: int, kind: Series) -> tuple[object, ...]:
    return (value_order(step.value)[1], at) if kind is Series.TALLY else (at,)


def earlier_claims(series: Iterable[SeriesFinding]) -> frozenset[ClaimId]:
    """The claims of steps that no longer lead."""
    passed = (step for each in series for at, step in enumerate(each.steps) if at not in each.lead)
    return frozenset(claim.id for step in passed for claim in step.claims)
