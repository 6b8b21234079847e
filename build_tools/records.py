"""The decorator of our frozen records: dataclasses that cost less to define and to make.

The library compiles six methods of each class, which is an eighth of the time of a small check, and sets each
field of a frozen record by way of `object.__setattr__`. Here three are compiled, when the first record is
made, and each field is given to its slot. Whoever checks types sees the decorator of the library.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Container, Sequence
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

ORDINARY = ({"frozen": True, "slots": True}, {"frozen": True})  # what is asked of nearly all records
COMPILED = ("__init__", "__hash__", "__eq__")
Fields = Sequence[dataclasses.Field[Any]]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, **asked: bool) -> type | Callable[[type], type]:
        """As `dataclasses.dataclass`, which makes the class where it is not to be frozen, or more is asked.

        >>> @dataclass(frozen=True, slots=True)
        ... class Place:
        ...     line: int
        ...     column: int = 1
        >>> Place(2), Place(2) == Place(2, 1), hash(Place(2)) == hash((2, 1))
        (Place(line=2, column=1), True, True)
        """
        if asked in ORDINARY:
            return lambda cls: _record(cls, slots="slots" in asked)
        return dataclasses.dataclass(cls, **asked)


def _record(cls: type, slots: bool) -> type:
    """A class as a record; what it defines by itself stays."""
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
    given = dataclasses.fields(made)
    own = vars(made)
    compiled = {
        name for name in COMPILED if own.get(name) is None
    }  # `__hash__` is where only `__eq__` is defined
    methods = {
        "__repr__": _repr([one.name for one in given if one.repr]),
        "__setattr__": _refuse("assign to"),
        "__delattr__": _refuse("delete"),
    }
    if slots:
        methods["__reduce__"] = _reduce([one.name for one in given])
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    for name in compiled:
        setattr(made, name, _first(made, name, compiled, given))
    return made


def _first(cls: type, name: str, compiled: Container[str], given: Fields) -> Callable[..., object]:
    """A method that puts the compiled ones into their places and calls the one of its own name."""

    def first(self: object, *values: object, **named: object) -> object:
        for each, method in _compiled(cls, given).items():
            if each in compiled:
                setattr(cls, each, method)
        return getattr(cls, name)(self, *values, **named)

    return first


def _compiled(cls: type, given: Fields) -> dict[str, Callable[..., object]]:
    known: dict[str, Any] = {"missing": dataclasses.MISSING, "put": object.__setattr__}
    slots = all(isinstance(getattr(cls, one.name, None), MemberDescriptorType) for one in given)
    for one in given:
        known |= {f"default_{one.name}": one.default, f"make_{one.name}": one.default_factory}
        if slots:
            known[f"set_{one.name}"] = getattr(cls, one.name).__set__
    compared = [one for one in given if one.compare]
    hashed = [one for one in given if (one.compare if one.hash is None else one.hash)]
    lines = (
        f"def __init__({', '.join(['self', *map(_parameter, given)])}):",
        " pass",
        *(f" {_put(one, slots)}" for one in given),
        "def __hash__(self):",
        f" return hash({_tuple('self', hashed)})",
        "def __eq__(self, other):",
        " if other.__class__ is not self.__class__:",
        "  return NotImplemented",
        f" return {_tuple('self', compared)} == {_tuple('other', compared)}",
    )
    exec("\n".join(lines), known)
    return {name: known[name] for name in COMPILED}


def _parameter(field: dataclasses.Field[Any]) -> str:
    if field.default is not dataclasses.MISSING:
        return f"{field.name}=default_{field.name}"
    return field.name if field.default_factory is dataclasses.MISSING else f"{field.name}=missing"


def _put(field: dataclasses.Field[Any], slots: bool) -> str:
    """The line that gives a record the value of a field; a dictionary is left to the interpreter to make."""
    name = value = field.name
    if field.default_factory is not dataclasses.MISSING:
        value = f"make_{name}() if {name} is missing else {name}"
    return f"set_{name}(self, {value})" if slots else f"put(self, {name!r}, {value})"


def _tuple(record: str, taken: Fields) -> str:
    return f"({''.join(f'{record}.{one.name}, ' for one in taken)})"


def _repr(names: Sequence[str]) -> Callable[[object], str]:
    @recursive_repr()
    def show(self: object) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({shown})"

    return show


def _reduce(names: Sequence[str]) -> Callable[[object], tuple[object, ...]]:
    return lambda self: (type(self), tuple(getattr(self, name) for name in names))


def _refuse(what: str) -> Callable[..., None]:
    def refuse(self: object, name: str, *value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot {what} field {name!r}")

    return refuse
