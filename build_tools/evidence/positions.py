"""Positions: claims with the same content, time and place, and how two of them compare."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from build_tools.evidence.keys import allows_all_of, claim_order, value_order
from build_tools.evidence.separators import Separators, separated, separators
from build_tools.grouped import grouped
from build_tools.model import (
    NOT_YET,
    Claim,
    DateValue,
    EntityId,
    Qualifier,
    Quantity,
    SourceId,
    Stance,
    Value,
    Verdict,
)
from build_tools.values import compare
from build_tools.values.intervals import contains
from build_tools.values.units import in_one_unit


@dataclass(frozen=True, slots=True)
class Position:
    """Claims that say the same; two positions are compared, never two heaps of claims."""

    subject: EntityId
    value: Value | None
    stance: Stance
    separators: Separators
    claims: tuple[Claim, ...]

    @property
    def stand(self) -> Hashable:
        """What the position says, whatever the time and place."""
        return self.subject, self.value, self.stance

    @property
    def is_ahead(self) -> bool:
        """Whether it is only planned or predicted."""
        return all(claim.qualifiers.modality in NOT_YET for claim in self.claims)

    @property
    def sources(self) -> frozenset[SourceId]:
        """The articles that take it."""
        return frozenset(claim.citation.source for claim in self.claims)


Stands = Callable[[Position, Position], Verdict]


def positions(claims: Iterable[Claim], per: tuple[str, ...] = (), bare: bool = False) -> tuple[Position, ...]:
    """The claims by what they say; `bare` leaves the value out: whether the subject holds, by article."""
    found = grouped(sorted(claims, key=claim_order), lambda claim: _key(claim, per, bare))
    made = [_position(alike, per, bare) for alike in found.values()]
    return tuple(sorted(made, key=_order))


def _key(claim: Claim, per: tuple[str, ...], bare: bool) -> Hashable:
    value = claim.citation.source if bare else claim.value
    zone = claim.value.zone if isinstance(claim.value, DateValue) else None
    ahead = claim.qualifiers.modality in NOT_YET
    return claim.subject, value, zone, ahead, claim.qualifiers.stance, separators(claim, per)


def _position(alike: tuple[Claim, ...], per: tuple[str, ...], bare: bool) -> Position:
    first = alike[0]
    return Position(
        subject=first.subject,
        value=None if bare else first.value,
        stance=first.qualifiers.stance,
        separators=separators(first, per),
        claims=alike,
    )


def _order(position: Position) -> tuple[object, ...]:
    value = value_order(position.value)
    return position.subject, value, position.stance, str(position.separators)


def same_time_and_place(a: Position, b: Position) -> bool:
    """Whether two positions can be compared: nothing keeps them apart, nor is one an older value.

    An article that gives both values and dates one of them separates them itself.
    """
    if separated(a.separators, b.separators):
        return False
    dates_one = (a.separators.time is None) != (b.separators.time is None)
    return not (dates_one and a.sources & b.sources)


def values_stand(a: Position, b: Position) -> Verdict:
    """The verdict on two values of a property that has one value, denials included."""
    if a.stance == b.stance:
        affirmed = a.stance is Stance.AFFIRMS
        return _compared(a.value, b.value) if affirmed else _likewise(a, b)
    affirmation, denial = (b, a) if a.stance is Stance.DENIES else (a, b)
    if affirmation.sources & denial.sources and _compared(a.value, b.value) is Verdict.ROUNDING:
        return Verdict.WEAKER  # €15m, and not €20m: who says both takes neither for the other rounded
    return denied_by(affirmation.value, denial.value)


def denials_stand(a: Position, b: Position) -> Verdict:
    """The verdict on two claims of a property with many values: only a denial of the same one conflicts."""
    if a.stance == b.stance:
        return _likewise(a, b)
    verdict = values_stand(a, b)
    return verdict if verdict is Verdict.CONFLICT else Verdict.INCOMPARABLE


def _likewise(a: Position, b: Position) -> Verdict:
    return Verdict.AGREE if a.value == b.value else Verdict.INCOMPARABLE


def denied_by(affirmed: Value | None, denied: Value | None) -> Verdict:
    """The verdict on a denial and a value: it contradicts the values it covers, without a value all."""
    if denied is None:
        return Verdict.CONFLICT
    verdict = Verdict.INCOMPARABLE if affirmed is None else compare(affirmed, denied)
    if affirmed is not None and _is_only_about(affirmed, denied):
        return Verdict.WEAKER
    match verdict:
        case Verdict.AGREE | Verdict.ROUNDING:
            return Verdict.CONFLICT
        case Verdict.WEAKER if allows_all_of(denied, affirmed):
            return Verdict.CONFLICT
        case Verdict.INCOMPARABLE:
            return Verdict.INCOMPARABLE
        case _:
            return Verdict.WEAKER


def _is_only_about(affirmed: Value, denied: Value) -> bool:
    """Whether a value is known only about, and the one denied is another near it: about 70 %, not 71.2 %."""
    if not isinstance(affirmed, Quantity) or not isinstance(denied, Quantity):
        return False
    both = in_one_unit(affirmed, denied)
    if both is None or affirmed.qualifier is not Qualifier.ABOUT or denied.qualifier is Qualifier.ABOUT:
        return False
    about, exactly = both
    return about.value != exactly.value and contains(about.loose, exactly.loose)


def _compared(a: Value | None, b: Value | None) -> Verdict:
    return Verdict.INCOMPARABLE if a is None or b is None else compare(a, b)
