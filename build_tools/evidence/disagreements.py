"""From pairs that clash to the sides of a disagreement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.evidence.keys import breadth, value_order
from build_tools.evidence.positions import FITS, Position, Stands, same_time_and_place
from build_tools.evidence.separators import apart
from build_tools.model import Stance, Verdict

Positions = tuple[Position, ...]
Pairs = dict[int, set[int]]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sides that clash, and the positions that clash with none of them."""

    sides: tuple[Positions, ...]
    fits_both: Positions


@dataclass(frozen=True, slots=True)
class Field:
    """The positions on one point, and how any two of them stand."""

    positions: Positions
    stands: Stands

    def clash(self, a: Position, b: Position) -> bool:
        """Whether two positions cannot both hold, of the same time and place, on any fair reading."""
        at_odds = self.stands(a, b) is Verdict.CONFLICT and same_time_and_place(a, b)
        return at_odds and not self._belong_apart(a, b)

    def fits(self, a: Position, b: Position) -> bool:
        """Whether both may hold, of the same time and place."""
        return not apart(a.separators, b.separators) and self.stands(a, b) in FITS

    def agree(self, a: Position, b: Position) -> bool:
        """Whether both say the same: two spellings of one value."""
        return not apart(a.separators, b.separators) and self.stands(a, b) is Verdict.AGREE

    def _belong_apart(self, a: Position, b: Position) -> bool:
        """Whether a value that leaves the time open is given elsewhere for another time.

        `700亿` without a year is no conflict with 2024's `390亿` where another claim says 700亿 of 2025.
        """
        return any(
            not same_time_and_place(one, other) for one in self._echoes(a) for other in self._echoes(b)
        )

    def _echoes(self, a: Position) -> list[Position]:
        """It and those that give its value too; one without a date cannot say when a dated one holds."""
        echoes = (other for other in self.positions if self.agree(a, other))
        return [a, *(other for other in echoes if a.separators.time is None or other.separators.time)]


def disagreements(positions: Positions, stands: Stands) -> tuple[Disagreement, ...]:
    """Every disagreement among positions on one point; those that share no clash are kept apart.

    `stands` gives the verdict on two positions, leaving aside when and where they hold; only what is said
    of one subject, and both times affirmed or both times denied, can agree.
    """
    field = Field(positions, stands)
    clashes = _clashes(field)
    if not clashes:
        return ()
    calm = [position for at, position in enumerate(positions) if at not in clashes]
    return tuple(_sorted_out(field, [positions[at] for at in part], calm) for part in _parts(clashes))


def _clashes(field: Field) -> Pairs:
    found: Pairs = {}
    for at, a in enumerate(field.positions):
        for to in range(at + 1, len(field.positions)):
            if field.clash(a, field.positions[to]):
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


def _sorted_out(field: Field, clashing: list[Position], calm: list[Position]) -> Disagreement:
    sides: list[list[Position]] = []
    for position in sorted(clashing, key=_firmest_first):
        home = _home(field, sides, position)
        if home is None:
            sides.append([position])
        else:
            home.append(position)
    fits_both = [position for position in calm if not _joined(field, sides, position)]
    fitting = [position for position in fits_both if _fits_any(field, sides, position)]
    return Disagreement(tuple(map(tuple, sides)), tuple(fitting))


def _firmest_first(position: Position) -> tuple[object, ...]:
    """The most precise value leads its side; a denial comes after what it denies."""
    return (
        position.stance is Stance.DENIES,
        breadth(position.value),
        position.subject,
        value_order(position.value),
    )


def _home(field: Field, sides: Iterable[list[Position]], position: Position) -> list[Position] | None:
    """The side of the value that a position gives, in any spelling; a value that only fits has its own."""
    same = [side for side in sides if side[0].stand == position.stand]
    alike = same or [side for side in sides if _says_the_same(field, side, position)]
    return alike[0] if same or len(alike) == 1 else None


def _says_the_same(field: Field, side: list[Position], position: Position) -> bool:
    agreed = any(field.agree(member, position) for member in side)
    return agreed and not any(field.clash(member, position) for member in side)


def _fits(field: Field, side: list[Position], position: Position) -> bool:
    return any(field.fits(member, position) for member in side)


def _joined(field: Field, sides: list[list[Position]], position: Position) -> bool:
    """Put a position that clashes with none on the one side it says the same as, if there is one."""
    fitting = [side for side in sides if _fits(field, side, position)]
    if len(fitting) != 1 or not any(field.agree(one, position) for one in fitting[0]):
        return False
    fitting[0].append(position)
    return True


def _fits_any(field: Field, sides: list[list[Position]], position: Position) -> bool:
    return any(_fits(field, side, position) for side in sides)
