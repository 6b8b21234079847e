"""Our records are what the library makes of the same class."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any

import pytest

from build_tools import records


class Named:
    """A base with nothing of its own."""

    __slots__ = ()


def given(made: Callable[..., Any], **asked: bool) -> Any:
    """One class, made by the library or by us."""

    @made(frozen=True, **asked)
    class Given(Named):
        first: str
        second: int = 2
        third: list[int] = field(default_factory=list, compare=False)
        fourth: str = field(default="", repr=False)
        fifth: dict[str, int] = field(default_factory=dict, hash=False)

    return Given


@records.dataclass(frozen=True, slots=True)
class Pair:
    """Has slots."""

    left: str
    right: tuple[int, ...] = ()


@records.dataclass(frozen=True)
class Counted:
    """Has its attributes in a dictionary."""

    text: str

    @cached_property
    def length(self) -> int:
        """Kept beside the field."""
        return len(self.text)


@records.dataclass(frozen=True, slots=True)
class Triple(Pair):
    """Adds a field."""

    middle: str = "m"


@records.dataclass(frozen=True, slots=True)
class Loose:
    """Says itself what is equal."""

    text: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Loose) and self.text.lower() == other.text.lower()

    def __hash__(self) -> int:
        return hash(self.text.lower())


@records.dataclass(frozen=True, slots=True)
class Nothing:
    """Has no field."""


@pytest.mark.parametrize("asked", [{}, {"slots": True}])
def test_as_the_library_makes_it(asked: dict[str, bool]) -> None:
    ours, theirs = given(records.dataclass, **asked), given(dataclass, **asked)
    calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
        (("a",), {}),
        (("a", 2), {"fourth": "x"}),
        ((), {"first": "b", "third": [1]}),
        (("a", 2, [3], "x"), {}),
    ]
    for one, other in ((a, b) for a in calls for b in calls):
        mine, yours = ours(*one[0], **one[1]), theirs(*one[0], **one[1])
        assert repr(mine) == repr(yours)
        assert hash(mine) == hash(yours)
        equal = yours == theirs(*other[0], **other[1])
        assert (mine == ours(*other[0], **other[1])) is equal
        assert [getattr(mine, each.name) for each in fields(mine)] == [
            getattr(yours, each.name) for each in fields(yours)
        ]
    assert ours.__match_args__ == theirs.__match_args__
    assert hasattr(ours("a"), "__dict__") is hasattr(theirs("a"), "__dict__")
    assert ours("a").third is not ours("a").third
    assert ours("a") != theirs("a")


@pytest.mark.parametrize("call", [(), ("a", 1, [], "", {}, 6)])
def test_a_wrong_call_is_refused(call: tuple[Any, ...]) -> None:
    made = given(records.dataclass)
    for _ in range(2):  # before and after the methods are compiled
        with pytest.raises(TypeError):
            made(*call)


@pytest.mark.parametrize("one", [Pair("a"), Counted("abc"), Triple("a", (1,))])
def test_nothing_of_a_record_changes(one: Any) -> None:
    name = fields(one)[0].name
    with pytest.raises(FrozenInstanceError, match=f"cannot assign to field '{name}'"):
        setattr(one, name, "b")
    with pytest.raises(FrozenInstanceError, match=f"cannot delete field '{name}'"):
        delattr(one, name)


@pytest.mark.parametrize(
    "one", [Pair("a", (1, 2)), Counted("abc"), Triple("a", (1,), "x"), Loose("A"), Nothing()]
)
def test_copied_and_pickled(one: Any) -> None:
    again = (pickle.loads(pickle.dumps(one)), copy.copy(one), copy.deepcopy(one), replace(one))
    assert all(type(each) is type(one) and each == one and hash(each) == hash(one) for each in again)


def test_what_a_class_defines_stays() -> None:
    assert Loose("A") == Loose("a")
    assert len({Loose("A"), Loose("a")}) == 1
    assert Counted("abc").length == 3
    assert Pair("a") != Triple("a")
    assert repr(Triple("a")) == "Triple(left='a', right=(), middle='m')"


def test_what_is_asked_beyond_being_frozen_is_left_to_the_library() -> None:
    @records.dataclass
    class Open:
        count: int = 0

    @records.dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        count: int

    one = Open()
    one.count += 1
    assert one == Open(1)
    assert is_dataclass(Open)
    assert Ordered(1) < Ordered(2)
