"""Positions: claims that say the same thing, of the same time and place, and how two of them stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from build_tools.evidence.keys import claim_order, contains, is_known, value_order
from build_tools.evidence.separators import Separators, apart, separators
from build_tools.model import Claim, EntityId, Modality, SourceId, Stance, Value, Verdict
from build_tools.values import compare

NOT_YET = (Modality.PLANNED, Modality.PREDICTED)
FITS = (Verdict.AGREE, Verdict.ROUNDING, Verdict.WEAKER)


@dataclass(frozen=True, slots=True)
class Position:
    """Claims that say the same; two positions are compared, never two heaps of claims."""

    subject: EntityId
    value: Value | None
    stance: Stance
    separators: Separators
    not_yet: bool
    claims: tuple[Claim, ...]

    @property
    def stand(self) -> Hashable:
        """What the position says, whatever the time and place."""
        return self.subject, self.value, self.stance

    @property
    def sources(self) -> frozenset[SourceId]:
        return frozenset(claim.citation.source for claim in self.claims)


Stands = Callable[[Position, Position], Verdict]


def positions(claims: Iterable[Claim], per: tuple[str, ...] = (), bare: bool = False) -> tuple[Position, ...]:
    """The claims by what they say; `bare` leaves the value out: only that the subject holds."""
    found: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=claim_order):
        found[_key(claim, per, bare)].append(claim)
    made = [_position(alike, per, bare) for alike in found.values()]
    return tuple(sorted(made, key=_order))


def _key(claim: Claim, per: tuple[str, ...], bare: bool) -> Hashable:
    value = None if bare else claim.value
    given = claim.qualifiers
    return claim.subject, value, given.stance, separators(claim, per), given.modality in NOT_YET


def _position(alike: list[Claim], per: tuple[str, ...], bare: bool) -> Position:
    first = alike[0]
    return Position(
        subject=first.subject,
        value=None if bare else first.value,
        stance=first.qualifiers.stance,
        separators=separators(first, per),
        not_yet=first.qualifiers.modality in NOT_YET,
        claims=tuple(alike),
    )


def _order(position: Position) -> tuple[object, ...]:
    first = position.claims[0]
    return position.subject, value_order(position.value), position.stance, claim_order(first)


def same_time_and_place(a: Position, b: Position) -> bool:
    """Whether two positions can be compared: nothing keeps them apart, nor is one an older value.

    An article that dates one of two values tells them apart itself.
    """
    if apart(a.separators, b.separators):
        return False
    one_article = len(a.sources) == 1 and a.sources == b.sources
    return not (one_article and (a.separators.time is None) != (b.separators.time is None))


def values_stand(a: Position, b: Position) -> Verdict:
    """How two values of a property that holds one stand to each other, denials included."""
    if a.stance == b.stance == Stance.AFFIRMS:
        return _compared(a.value, b.value)
    return denials_stand(a, b)


def denials_stand(a: Position, b: Position) -> Verdict:
    """How a denial stands to what another affirms; two denials, or two affirmations, never clash."""
    if a.stance == b.stance:
        return Verdict.AGREE if a.value == b.value else Verdict.INCOMPARABLE
    affirmed, denied = (b, a) if a.stance is Stance.DENIES else (a, b)
    if denied.value is None:
        return Verdict.CONFLICT
    return _denied(affirmed.value, denied.value)


def _denied(affirmed: Value | None, denied: Value) -> Verdict:
    """A denial speaks against every value that it covers, and fits all others."""
    verdict = Verdict.INCOMPARABLE if affirmed is None else compare(affirmed, denied)
    match verdict:
        case Verdict.AGREE | Verdict.ROUNDING:
            return Verdict.CONFLICT
        case Verdict.WEAKER if contains(denied, affirmed):
            return Verdict.CONFLICT
        case Verdict.INCOMPARABLE:
            return Verdict.INCOMPARABLE
        case _:
            return Verdict.WEAKER


def happenings_stand(a: Position, b: Position) -> Verdict:
    """How two claims on whether an event happened stand: a plan that did not come off is no conflict."""
    if a.not_yet != b.not_yet and a.stance != b.stance:
        return Verdict.WEAKER
    return denials_stand(a, b)


def _compared(a: Value | None, b: Value | None) -> Verdict:
    if a is None or b is None:
        return Verdict.AGREE if a is b else Verdict.INCOMPARABLE
    if not (is_known(a) and is_known(b)):
        return Verdict.INCOMPARABLE
    return compare(a, b)
