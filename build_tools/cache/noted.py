"""Notes what is looked up in the findings while something is made of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, ItemsView, Iterator, Mapping, ValuesView
from types import MethodType
from typing import TypeVar, cast

from build_tools.on_demand import MadeOf

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
LookUp = tuple[str] | tuple[str, object]  # a place, or one key of the mapping that is there


class Noted:
    """What has been looked up."""

    def __init__(self) -> None:
        self.found: set[LookUp] = set()

    def during(self, make: Callable[[], T]) -> tuple[T, frozenset[LookUp]]:
        """Make something, and what was looked up meanwhile; it counts for whatever this is a part of too."""
        outer, self.found = self.found, set()
        try:
            made = make()
            return made, frozenset(self.found)
        finally:
            outer |= self.found
            self.found = outer


def noting(one: T, noted: Noted, inside: Collection[type], plain: Collection[str] = ()) -> T:
    """An object like the given one that notes what is read of it, and of the objects `inside` it.

    A value of a mapping is noted by its key; all else whole, but for the attributes that are `plain`.
    """
    return cast(T, _Noting(one, "", noted, frozenset(inside), frozenset(plain)))


class _Noting:
    """An object's attributes, noted as they are read; its methods read them here too."""

    def __init__(
        self, own: object, place: str, noted: Noted, inside: frozenset[type], plain: frozenset[str]
    ) -> None:
        self.__dict__.update(_own=own, _place=place, _noted=noted, _inside=inside, _plain=plain)

    def __getattr__(self, name: str) -> object:
        given = self.__dict__
        method = getattr(type(given["_own"]), name, None)
        if callable(method):
            given[name] = MethodType(method, self)
            return given[name]
        value, place = getattr(given["_own"], name), f"{given['_place']}.{name}"
        if name in given["_plain"]:
            given[name] = value
        elif type(value) in given["_inside"]:
            given[name] = _Noting(value, place, given["_noted"], given["_inside"], frozenset())
        elif isinstance(value, Mapping):
            given[name] = _NotingMapping(value, place, given["_noted"])
        else:
            given["_noted"].found.add((place,))
            return value
        return given[name]


class _NotingMapping(Mapping[K, V]):
    """A mapping whose keys are noted as they are asked for."""

    def __init__(self, own: Mapping[K, V], place: str, noted: Noted) -> None:
        self._own, self._place, self._noted = own, place, noted

    def __getitem__(self, key: K) -> V:
        self._noted.found.add((self._place, key))
        return self._own[key]

    def __contains__(self, key: object) -> bool:
        self._noted.found.add((self._place, key))
        return key in self._own

    def __iter__(self) -> Iterator[K]:
        self._noted.found.add((self._place,))
        return iter(self._own)

    def __len__(self) -> int:
        self._noted.found.add((self._place,))
        return len(self._own)

    def items(self) -> ItemsView[K, V]:
        self._noted.found.add((self._place,))
        return self._own.items()

    def values(self) -> ValuesView[V]:
        self._noted.found.add((self._place,))
        return self._own.values()


def is_noting(value: object) -> bool:
    """Whether what is read of an object is noted."""
    return isinstance(value, _Noting)


class Finder:
    """What is at a place now."""

    def __init__(self, root: object) -> None:
        self._at: dict[str, object] = {"": root}

    def find(self, look_up: LookUp) -> object:
        """What a look-up finds, in a tuple, or what that is made of; nothing where there is no such key."""
        at = self._value(look_up[0])
        if len(look_up) == 1 or not isinstance(at, Mapping):
            return (at,)
        key = look_up[1]
        if key not in at:
            return ()
        return at.given[key] if isinstance(at, MadeOf) else (at[key],)

    def _value(self, place: str) -> object:
        if place not in self._at:
            above, _, name = place.rpartition(".")
            self._at[place] = getattr(self._value(above), name)
        return self._at[place]
