"""A mapping whose values are made when they are asked for: of many that could be, few are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class OnDemand(Mapping[K, V]):
    """The values of some keys, each made once.

    >>> squares = OnDemand([1, 2, 3], lambda n: n * n)
    >>> squares[3], dict(squares), squares.get(4)
    (9, {1: 1, 2: 4, 3: 9}, None)
    """

    def __init__(self, keys: Iterable[K], make: Callable[[K], V]) -> None:
        self._keys = dict.fromkeys(keys)
        self._make = make
        self._made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class MadeOf(OnDemand[K, V]):
    """Values that are made of what is given for their keys, and of nothing else.

    >>> sums = MadeOf({"a": (1, 2)}, lambda one, other: one + other)
    >>> sums["a"], sums.given["a"]
    (3, (1, 2))
    """

    def __init__(self, given: Mapping[K, tuple[object, ...]], make: Callable[..., V]) -> None:
        super().__init__(given, lambda key: make(*given[key]))
        self.given = given
