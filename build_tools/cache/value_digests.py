"""Digests of values that are made of our records: what tells a value from another, in every run."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import partial
from hashlib import sha256
from operator import attrgetter
from types import FunctionType, NoneType, UnionType
from typing import get_args, get_type_hints

from build_tools.cache.noted import is_noting
from build_tools.cache.packed import plain_bytes
from build_tools.model import Anchored, Claim, Conflict, ConflictFinding, Entity, Finding, Source

Flat = Callable[[object], object]
Held = Callable[[object, Flat], bytes]
HELD = (Anchored, Claim, Conflict, ConflictFinding, Entity, Finding, Source)  # by many others
ATOMS = (str, int, float, bool, bytes, NoneType)
FORM = 0  # of bytes: the one that is the same however a value shares its parts


class ValueDigests:
    """Digests of values; a record that many others hold is digested once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}
        self._flat = _Flatteners(self._held)

    def of(self, value: object) -> bytes:
        """The digest of a value; equal ones of two runs have the same."""
        return _digest(self._flat.of(value))

    def of_work(self, work: object) -> bytes:
        """The digest of a function with all that it was given; what it looks up itself is noted elsewhere."""
        return self.of(_parts(work))

    def _held(self, record: object, flat: Flat) -> bytes:
        known = self._known.get(id(record))
        if known is None:
            known = self._known[id(record)] = record, _digest(flat(record))
        return known[1]


class _Flatteners(dict[type, Flat]):
    """How a value of each class is taken apart, into what needs none of our classes."""

    def __init__(self, held: Held) -> None:
        self._held = held

    def of(self, value: object) -> object:
        """A value taken apart."""
        return self[type(value)](value)

    def __missing__(self, kind: type) -> Flat:
        self[kind] = found = self._made(kind)
        return found

    def _made(self, kind: type) -> Flat:
        if kind in ATOMS:
            return lambda one: one
        if is_dataclass(kind):
            flat = self._record(kind)
            return (lambda one: self._held(one, flat)) if issubclass(kind, HELD) else flat
        if issubclass(kind, tuple | list):
            return lambda one: [self[type(each)](each) for each in one] if one else ()  # type: ignore[attr-defined]
        if issubclass(kind, frozenset | set):
            return lambda one: sorted(map(self.of, one), key=repr)  # type: ignore[call-overload]
        if issubclass(kind, Mapping):
            return lambda one: [(self.of(key), self.of(each)) for key, each in one.items()]  # type: ignore[attr-defined]
        if issubclass(kind, Enum):
            return lambda one: str(one.value)  # type: ignore[attr-defined]
        if issubclass(kind, str | Decimal | date | time):
            return str
        return plain_bytes

    def _record(self, kind: type) -> Flat:
        names = [field.name for field in fields(kind)]
        values = attrgetter(*names) if len(names) > 1 else lambda one: (getattr(one, names[0]),)
        hints = get_type_hints(kind)
        inner = [at for at, name in enumerate(names, 1) if not _is_atom(hints[name])]

        if not inner:
            return lambda one: (kind.__name__, values(one))

        def flat(one: object) -> object:
            parts = [kind.__name__, *values(one)]
            for at in inner:
                part = parts[at]
                parts[at] = self[type(part)](part)
            return parts

        return flat


def _digest(flat: object) -> bytes:
    try:
        return sha256(marshal.dumps(flat, FORM)).digest()  # type: ignore[arg-type] # only plain values are in it
    except ValueError:  # but for a word that is a member of an enumeration
        return sha256(plain_bytes(flat)).digest()


def _is_atom(hint: object) -> bool:
    """Whether what has this type needs not be taken apart."""
    if isinstance(hint, UnionType):
        return all(map(_is_atom, get_args(hint)))
    return hint in ATOMS or getattr(hint, "__supertype__", None) in ATOMS


def _parts(work: object) -> object:
    """A function by its name and what it was given, and that in turn."""
    match work:
        case partial():
            return [_parts(work.func), *map(_parts, work.args), *map(_parts, sorted(work.keywords.items()))]
        case FunctionType():
            enclosed = [cell.cell_contents for cell in work.__closure__ or ()]
            given = [*enclosed, *(work.__defaults__ or ()), *sorted((work.__kwdefaults__ or {}).items())]
            return [work.__module__, work.__qualname__, *map(_parts, given)]
        case _:
            return None if is_noting(work) else work
