"""A scalar of a YAML file that knows its place, and the trees made of such scalars."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from build_tools.model import Written
from build_tools.problem import Origin


class Located(str):
    """A text as written, with its path, line, column and width.

    >>> Located("49%", "a.yaml", 3, 7, 3).origin
    Origin(path='a.yaml', line=3, column=7, width=3)
    """

    __slots__ = ("column", "line", "path", "width")

    path: str
    line: int
    column: int
    width: int

    def __new__(cls, text: str, path: str, line: int, column: int, width: int) -> Located:
        made = str.__new__(cls, text)
        made.path, made.line, made.column, made.width = path, line, column, width
        return made

    def __reduce__(self) -> tuple[type[Located], tuple[str, str, int, int, int]]:
        return Located, (str(self), self.path, self.line, self.column, self.width)

    @property
    def origin(self) -> Origin:
        return Origin(self.path, self.line, self.column, self.width)

    @property
    def written(self) -> Written:
        return Written(str(self), self.origin)


class Flow(list["Node"]):
    """A list written as `[a, b]`; it has no prose."""


Node: TypeAlias = Located | list["Node"] | dict[Located, "Node"]


def scalars(node: Node | None) -> Iterator[Located]:
    """Every key and value of a tree, in the order of the file."""
    match node:
        case Located():
            yield node
        case dict():
            for key, value in node.items():
                yield key
                yield from scalars(value)
        case list():
            for item in node:
                yield from scalars(item)


def first_of(node: Node | None) -> Located | None:
    """The first key or value of a tree, which shows where it begins."""
    return next(scalars(node), None)


def whole_file(path: str) -> Origin:
    """A file as a place: no line of it is at fault more than another."""
    return Origin(path, width=0)


def place_of(path: str, node: Node | None) -> Origin:
    """Where a file begins: its first word, or the file where it has none."""
    first = first_of(node)
    return first.origin if first else Origin(path)


def value_of_key(node: Node | None, name: str) -> Node | None:
    """The value of a key, or nothing."""
    return (
        next((value for key, value in node.items() if key == name), None) if isinstance(node, dict) else None
    )


def under(node: Node | None, name: str) -> Iterator[Located]:
    """The texts of a list, or the keys of a mapping, under a key."""
    found = value_of_key(node, name)
    if isinstance(found, list | dict):
        yield from (each for each in found if isinstance(each, Located))


def texts(node: Node | None, name: str) -> Iterator[Located]:
    """The text under a key, in every language that it is given in."""
    found = value_of_key(node, name)
    each_language = found.values() if isinstance(found, dict) else (found,)
    yield from (each for each in each_language if isinstance(each, Located))
