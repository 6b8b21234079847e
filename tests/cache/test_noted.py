"""What is looked up while something is made is noted, and found again by what was noted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.cache.noted import Finder, Noted, noting
from build_tools.on_demand import MadeOf


@dataclass(frozen=True)
class Shelf:
    name: str
    books: Mapping[str, int]

    def pages(self, title: str) -> int:
        return self.books.get(title, 0)


@dataclass(frozen=True)
class Room:
    shelf: Shelf
    doors: tuple[str, ...] = ("north",)
    colour: str = "red"
    squares: MadeOf[int, int] = field(default_factory=lambda: MadeOf({2: (2,)}, lambda n: n * n))


ROOM = Room(Shelf("oak", {"Emma": 400, "Persia": 90}))


def watched() -> tuple[Room, Noted]:
    noted = Noted()
    return noting(ROOM, noted, [Shelf], ["colour"]), noted


def test_what_a_method_reads_is_noted_too() -> None:
    room, noted = watched()
    found = noted.during(lambda: (room.shelf.pages("Emma"), room.shelf.pages("Ulysses"), room.colour))
    assert found[0] == (400, 0, "red")
    assert found[1] == {(".shelf.books", "Emma"), (".shelf.books", "Ulysses")}


def test_what_goes_through_all_is_noted_as_all() -> None:
    room, noted = watched()
    assert noted.during(lambda: list(room.shelf.books.items()))[1] == {(".shelf.books",)}
    assert noted.during(lambda: len(room.shelf.books))[1] == {(".shelf.books",)}
    assert noted.during(lambda: room.doors)[1] == {(".doors",)}


def test_what_a_part_looked_up_counts_for_the_whole() -> None:
    room, noted = watched()

    def whole() -> tuple[str, frozenset[object]]:
        part = noted.during(lambda: room.shelf.name)
        return room.doors[0], frozenset(part[1])

    (_, part), all_of_it = noted.during(whole)
    assert part == {(".shelf.name",)}
    assert all_of_it == {(".shelf.name",), (".doors",)}


def test_what_was_noted_is_found_in_another_object() -> None:
    finder = Finder(Room(Shelf("ash", {"Emma": 401})))
    assert finder.find((".shelf.name",)) == ("ash",)
    assert finder.find((".shelf.books", "Emma")) == (401,)
    assert finder.find((".shelf.books", "Persia")) == ()
    assert finder.find((".squares", 2)) == (2,)
