"""From pairs that clash to the sides of a disagreement."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice, product

from build_tools.evidence.keys import value_breadth, value_order
from build_tools.evidence.nearness import FEW, Near, near
from build_tools.evidence.positions import Position, Stands, same_time_and_place
from build_tools.evidence.separators import separated
from build_tools.model import COMPATIBLE, Stance, Verdict

Positions = tuple[Position, ...]
Pairs = dict[int, set[int]]
Apart = Callable[[Position, Position], bool]


def never(one: Position, other: Position) -> bool:
    """No two positions are of different times, but by their qualifiers."""
    return False


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sides, the positions that clash with none of them, and the pairs of sides that clash (by place)."""

    sides: tuple[Positions, ...]
    fits_both: Positions
    clashes: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """The positions on one point, the verdict on any two of them, and which are compared; by their index."""

    positions: Positions
    stands: Stands
    near: Near
    apart: Apart = never
    echoes: dict[int, Sequence[Position]] = field(default_factory=dict)

    def clash(self, one: int, other: int) -> bool:
        """Whether two positions cannot both hold, of the same time and place, on any fair reading."""
        a, b = self.positions[one], self.positions[other]
        at_odds = self.stands(a, b) is Verdict.CONFLICT and same_time_and_place(a, b)
        return at_odds and not self._belong_apart(one, other) and not self.apart(a, b)

    def gave_way(self, at: int, part: Iterable[int]) -> bool:
        """Whether it is a plan at odds with a fact of a part, which took its place."""
        own = self.positions[at]
        others = [one for each in part if not (one := self.positions[each]).is_ahead]
        return own.is_ahead and any(
            self.stands(own, one) is Verdict.CONFLICT and self.apart(own, one) for one in others
        )

    def fits(self, one: int, other: int) -> bool:
        """Whether both may hold, of the same time and place."""
        a, b = self.positions[one], self.positions[other]
        return not separated(a.separators, b.separators) and self.stands(a, b) in COMPATIBLE

    def agree(self, one: int, other: int) -> bool:
        """Whether both say the same: two spellings of one value."""
        a, b = self.positions[one], self.positions[other]
        return not separated(a.separators, b.separators) and self.stands(a, b) is Verdict.AGREE

    def _belong_apart(self, one: int, other: int) -> bool:
        """Whether a value without a time is given elsewhere for another time.

        `700亿` without a year is no conflict with 2024's `390亿` where another claim says 700亿 of 2025.
        """
        pairs = product(self._echoes(one), self._echoes(other))
        if self.positions[one].value is None:  # that an article tells two apart excuses no other
            return any(separated(a.separators, b.separators) for a, b in pairs)
        return any(not same_time_and_place(a, b) for a, b in pairs)

    def _echoes(self, at: int) -> Sequence[Position]:
        """A position and those with the same value; one without a date does not date another."""
        if at not in self.echoes:
            own = self.positions[at]
            agreeing = (self.positions[other] for other in self.near[at] if self.agree(at, other))
            dated = (a for a in agreeing if own.separators.time is None or a.separators.time)
            self.echoes[at] = (own, *islice(dated, FEW))
        return self.echoes[at]


def disagreements(positions: Positions, stands: Stands, apart: Apart = never) -> tuple[Disagreement, ...]:
    """Every disagreement among positions on one point; those that share no clash are kept apart.

    `stands` gives the verdict on two positions, leaving aside when and where they hold; only what is said
    of one subject, and both times affirmed or both times denied, can agree. `apart` says of two whether one
    took the place of the other.
    """
    field = Field(positions, stands, near(positions), apart)
    clashes = _clashes(field)
    return tuple(_sorted_out(field, part, clashes) for part in _parts(clashes))


def _clashes(field: Field) -> Pairs:
    found: Pairs = {}
    for at, others in enumerate(field.near):
        for to in others:
            if at < to and field.clash(at, to):
                found.setdefault(at, set()).add(to)
                found.setdefault(to, set()).add(at)
    return found


def _parts(clashes: Pairs) -> list[list[int]]:
    """The connected parts of the clashes, each in order."""
    parts: list[list[int]] = []
    seen: set[int] = set()
    for start in sorted(clashes):
        if start in seen:
            continue
        part, waiting = {start}, [start]
        while waiting:
            new = clashes[waiting.pop()] - part
            part |= new
            waiting += new
        seen |= part
        parts.append(sorted(part))
    return parts


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides so far, each a row of places, and the number of the side that has a position."""

    rows: list[list[int]] = field(default_factory=list)
    of: dict[int, int] = field(default_factory=dict)

    def put(self, at: int, home: int | None) -> None:
        """Put a position on a side, or on a new one."""
        if home is None:
            home = len(self.rows)
            self.rows.append([])
        self.rows[home].append(at)
        self.of[at] = home

    def near(self, field: Field, at: int) -> dict[int, list[int]]:
        """Of each side the positions that this one is compared with."""
        found: dict[int, list[int]] = {}
        for other in field.near[at]:
            if other in self.of:
                found.setdefault(self.of[other], []).append(other)
        return found


def _sorted_out(field: Field, part: list[int], clashes: Pairs) -> Disagreement:
    sides = Sides()
    led_by: dict[Hashable, int] = {}
    for at in sorted(part, key=lambda at: _firmest_first(field.positions[at])):
        stand = field.positions[at].stand
        home = led_by[stand] if stand in led_by else _home(field, sides, at, clashes)
        sides.put(at, home)
        if home is None:
            led_by[stand] = sides.of[at]
    around = {other for at in part for other in field.near[at]}
    calm = [at for at in sorted(around) if at not in clashes and not field.gave_way(at, part)]
    fits_both = [at for at in calm if not _joined(field, sides, at)]
    fitting = [at for at in fits_both if _fitting(field, sides, at)]
    return Disagreement(
        tuple(tuple(field.positions[at] for at in row) for row in sides.rows),
        tuple(field.positions[at] for at in fitting),
        _clashing_sides(sides, clashes),
    )


def _clashing_sides(sides: Sides, clashes: Pairs) -> tuple[tuple[int, int], ...]:
    """The pairs of sides of which some position clashes with one of the other."""
    pairs = ((sides.of[at], sides.of[other]) for at in sides.of for other in clashes.get(at, ()))
    return tuple(sorted({(one, other) for one, other in pairs if one < other}))


def _firmest_first(position: Position) -> tuple[object, ...]:
    """The most precise value leads its side; a denial comes after what it denies."""
    return (
        position.stance is Stance.DENIES,
        value_breadth(position.value),
        position.subject,
        value_order(position.value),
    )


def _home(field: Field, sides: Sides, at: int, clashes: Pairs) -> int | None:
    """The side with the same value in another spelling; a value that is only compatible has its own side."""
    alike = [
        side
        for side, members in sides.near(field, at).items()
        if any(field.agree(member, at) for member in members) and not clashes[at].intersection(members)
    ]
    return alike[0] if len(alike) == 1 else None


def _fitting(field: Field, sides: Sides, at: int) -> list[int]:
    """The sides with a position that may hold beside this one."""
    near = sides.near(field, at).items()
    return [side for side, members in near if any(field.fits(member, at) for member in members)]


def _joined(field: Field, sides: Sides, at: int) -> bool:
    """Put a position that clashes with none on the side with the same value, if there is one."""
    fitting = _fitting(field, sides, at)
    if len(fitting) != 1:
        return False
    members = sides.near(field, at)[fitting[0]]
    agreed = any(field.agree(member, at) for member in members)
    if agreed:
        sides.put(at, fitting[0])
    return agreed
