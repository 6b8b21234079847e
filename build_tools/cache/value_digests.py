"""Digests of values that are made of our records: what tells a value from another, in every run."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import partial
from hashlib import sha256
from io import BytesIO
from types import FunctionType

from build_tools.cache.noted import is_noting
from build_tools.cache.packed import REDUCERS, Reduced
from build_tools.model import Anchored, Claim, Conflict, ConflictFinding, Entity, Finding, Source

HELD = (Anchored, Claim, Conflict, ConflictFinding, Entity, Finding, Source)  # by many others


class ValueDigests:
    """Digests of values; a record that many others hold is digested once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}
        self._reducers = _Reducers(self._held)

    def of(self, value: object) -> bytes:
        """The digest of a value; equal ones of two runs have the same."""
        made = BytesIO()
        pickler = pickle.Pickler(made, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = self._reducers
        pickler.fast = True
        pickler.dump(in_order(value))
        return sha256(made.getbuffer()).digest()

    def of_work(self, work: object) -> bytes:
        """The digest of a function with all that it was given; what it looks up itself is noted elsewhere."""
        return self.of(tuple(self._parts(work)))

    def _parts(self, work: object) -> list[object]:
        match work:
            case partial():
                given = [*work.args, *sorted(work.keywords.items())]
                return [*self._parts(work.func), [self._parts(each) for each in given]]
            case FunctionType():
                enclosed = [cell.cell_contents for cell in work.__closure__ or ()]
                given = [*enclosed, *(work.__defaults__ or ()), *sorted((work.__kwdefaults__ or {}).items())]
                return [work.__module__, work.__qualname__, [self._parts(each) for each in given]]
            case _:
                return [] if is_noting(work) else [in_order(work)]

    def _held(self, record: object) -> Reduced:
        known = self._known.get(id(record))
        if known is None:
            values = tuple(in_order(getattr(record, field.name)) for field in fields(record))  # type: ignore[arg-type]
            known = self._known[id(record)] = record, self.of((type(record).__name__, values))
        return bytes, (known[1],)


class _Reducers(dict[type, Callable[[object], Reduced]]):
    """How a record of each class is taken apart; of one that many hold, its digest."""

    def __init__(self, held: Callable[[object], Reduced]) -> None:
        self._held = held

    def __missing__(self, record: type) -> Callable[[object], Reduced]:
        if issubclass(record, HELD):
            self[record] = self._held
        elif is_dataclass(record) and any("set[" in str(field.type) for field in fields(record)):
            names = [field.name for field in fields(record)]
            self[record] = lambda one: (record, tuple(in_order(getattr(one, name)) for name in names))
        else:
            self[record] = REDUCERS[record]
        return self[record]


def in_order(value: object) -> object:
    """A value whose order is the same in every run: the members of a set are sorted."""
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(map(in_order, value))
    return sorted(value, key=repr) if isinstance(value, frozenset | set) else value
