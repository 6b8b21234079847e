"""Keeps what was made of the findings, and of what it was made: only here is it decided what is fresh.

A thing is fresh where the work that makes it is given the same, and all that it looked up then is the same
now. What shapes every thing, such as the tool, is the `frame`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from build_tools.cache.kept_files import KeptFiles
from build_tools.cache.noted import Finder, LookUp, Noted
from build_tools.cache.packed import packed_bytes
from build_tools.cache.value_digests import ValueDigests

T = TypeVar("T")
NUMBER = "I"  # of an array


@dataclass(frozen=True, slots=True)
class _Made:
    """One thing: the digest of what its work was given, the numbers of its look-ups, what is kept of it."""

    given: bytes
    numbers: bytes
    itself: object


@dataclass(frozen=True, slots=True)
class _All:
    """Things by name; the look-ups of all of them, and the digest of what each found."""

    look_ups: tuple[LookUp, ...] = ()
    found: tuple[bytes, ...] = ()
    made: dict[str, _Made] = field(default_factory=dict)


class Makings:
    """What is made of one root object, and what was made of it earlier."""

    def __init__(self, root: object, noted: Noted, files: KeptFiles, name: str, frame: bytes) -> None:
        """`noted` has what is looked up in the root; the things are kept under a name among some files."""
        self._digests, self._finder, self._noted = ValueDigests(), Finder(root), noted
        self._files, self._name, self._frame = files, name, frame
        kept = files.value(name, frame)
        self._before = kept if isinstance(kept, _All) else _All()
        self._found = list(map(self._digest, self._before.look_ups))
        self._changed = frozenset(
            number for number, was in enumerate(self._before.found) if self._found[number] != was
        )
        self._numbers = {look_up: number for number, look_up in enumerate(self._before.look_ups)}
        self._made: dict[str, _Made] = {}

    def fresh(self, name: str, work: Callable[[], object]) -> object:
        """What was kept of a thing that some work would make the same again; None where it would not."""
        before = self._before.made.get(name)
        if before is None or before.given != self._digests.of_work(work):
            return None
        return before.itself if self._changed.isdisjoint(array(NUMBER, before.numbers)) else None

    def recall(self, name: str) -> None:
        """Keep a thing as it was kept."""
        self._made[name] = self._before.made[name]

    def make(self, name: str, work: Callable[[], T], kept: Callable[[T], object]) -> T:
        """Make a thing, and keep of it what is to be kept."""
        made, look_ups = self._noted.during(work)
        numbers = array(NUMBER, sorted(map(self._number, look_ups))).tobytes()
        self._made[name] = _Made(self._digests.of_work(work), numbers, kept(made))
        return made

    def save(self) -> None:
        """Keep the things for the next run, and no others."""
        if self._changed or self._made != self._before.made:
            self._files.save(self._name, self._frame, packed_bytes(self._packed()))

    def _digest(self, look_up: LookUp) -> bytes:
        return self._digests.of(self._finder.find(look_up))

    def _number(self, look_up: LookUp) -> int:
        number = self._numbers.setdefault(look_up, len(self._numbers))
        if number == len(self._found):
            self._found.append(self._digest(look_up))
        return number

    def _packed(self) -> _All:
        """All things, with the look-ups that they need."""
        needed = sorted(frozenset().union(*(array(NUMBER, one.numbers) for one in self._made.values())))
        look_ups, anew = tuple(self._numbers), {number: at for at, number in enumerate(needed)}
        return _All(
            tuple(look_ups[number] for number in needed),
            tuple(self._found[number] for number in needed),
            {name: _renumbered(one, anew) for name, one in self._made.items()},
        )


def _renumbered(one: _Made, anew: dict[int, int]) -> _Made:
    numbers: Iterable[int] = array(NUMBER, one.numbers)
    return _Made(one.given, array(NUMBER, (anew[number] for number in numbers)).tobytes(), one.itself)
