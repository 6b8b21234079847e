"""Patterns over the kinds of items: parsed into functions that try an item and hand on to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from build_tools.values.grammar.items import Item
from build_tools.values.grammar.placed import SPACE

AHEAD = "=("
SIGNS = ("!>", "!~>", "<!", "<=")
Kinds = frozenset[str]
NO_KINDS: Kinds = frozenset()


class KindRow:
    """The kinds of items in a row, and where each place is once a space is passed over."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.kinds = [*(item.kinds for item in items), NO_KINDS]
        self.solid = [at + 1 if SPACE in kinds else at for at, kinds in enumerate(self.kinds)]


class Kept(NamedTuple):
    """A word that a pattern keeps by name, and those that it kept before."""

    name: str
    place: int
    earlier: Kept | None


Fit = tuple[int, Kept | None]
Step = Callable[[KindRow, int, Kept | None], Fit | None]  # where the match ends, if from here it does


@dataclass(frozen=True, slots=True)
class One:
    """An item: of one of some kinds, and of all the fixed ones."""

    among: Kinds
    fixed: Kinds

    def fits(self, kinds: Kinds) -> bool:
        """Whether an item of these kinds is one."""
        return not self.among.isdisjoint(kinds) and self.fixed <= kinds


@dataclass(frozen=True, slots=True)
class Element:
    """An item with its name; `tight` where no space may come before it."""

    one: One
    name: str
    optional: bool
    tight: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What must, or must not, come before or after a place."""

    sign: str
    one: One


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several rows of parts."""

    ways: tuple[tuple[Part, ...], ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Ahead:
    """What must follow, in one of several ways; its words are kept, but end no match."""

    ways: tuple[tuple[Part, ...], ...]


Part = Element | Around | Choice | Ahead
Opening = tuple[One, ...]
NOTHING: frozenset[Opening] = frozenset({()})


def parse(pattern: str, sets: Mapping[str, Sequence[str]]) -> tuple[Part, ...]:
    """The parts of a pattern whose macros are written out.

    >>> [part.tight for part in parse("a ~ b", {}) if isinstance(part, Element)]
    [False, True]
    """
    parts, _ = _row(_Words(iter(pattern.split())), sets)
    return parts


@dataclass
class _Words:
    """The words of a pattern that are left, and whether the next item must touch the one before."""

    left: Iterator[str]
    tight: bool = False


def _row(words: _Words, sets: Mapping[str, Sequence[str]]) -> tuple[tuple[Part, ...], str]:
    """The parts up to the end of a row, and the word that ends it."""
    parts: list[Part] = []
    for word in words.left:
        if word == "~":
            words.tight = True
        elif word == "(":
            parts.append(_choice(words, sets))
        elif word == AHEAD:
            parts.append(Ahead(_choice(words, sets).ways))
        elif word[0] in ")|":
            return tuple(parts), word
        elif sign := next((sign for sign in SIGNS if word.startswith(sign)), ""):
            parts.append(Around(sign, _one(word.removeprefix(sign), sets)))
        else:
            name, _, kind = word.rstrip("?").rpartition(":")
            parts.append(Element(_one(kind, sets), name, word.endswith("?"), words.tight))
            words.tight = False
    return tuple(parts), ""


def _choice(words: _Words, sets: Mapping[str, Sequence[str]]) -> Choice:
    ways, end = [], "|"
    while end == "|":
        way, end = _row(words, sets)
        ways.append(way)
    return Choice(tuple(ways), end.endswith("?"))


def _one(kind: str, sets: Mapping[str, Sequence[str]]) -> One:
    *fixed, last = kind.split("&")
    return One(frozenset(sets.get(last, (last,))), frozenset(fixed))


def openings_of(parts: Sequence[Part]) -> frozenset[Opening]:
    """The first two items of every way in which these parts match; one item where it may be all."""
    found = NOTHING
    for part in parts:
        more = _openings_in(part)
        found = frozenset((*way, *rest)[:2] for way in found for rest in (more if len(way) < 2 else {()}))
    return found


def _openings_in(part: Part) -> frozenset[Opening]:
    if isinstance(part, Around):
        return NOTHING
    found = frozenset({(part.one,)}) if isinstance(part, Element) else _openings_among(part.ways)
    return found | NOTHING if isinstance(part, Element | Choice) and part.optional else found


def _openings_among(ways: Iterable[Sequence[Part]]) -> frozenset[Opening]:
    return frozenset(opening for way in ways for opening in openings_of(way))


def whole_match(row: KindRow, at: int, kept: Kept | None) -> Fit | None:
    """The end of every pattern."""
    return at, kept


def chain_parts(parts: Sequence[Part], then: Step = whole_match) -> Step:
    """The parts as one step, each of which goes on with the next; what may be missing is tried first."""
    for part in reversed(parts):
        if isinstance(part, Element):
            then = _optional(_item(part, then), then) if part.optional else _item(part, then)
        elif isinstance(part, Around):
            then = _beside(part, then)
        elif isinstance(part, Ahead):
            then = _ahead(_either([chain_parts(way) for way in part.ways]), then)
        else:
            ways = [chain_parts(way, then) for way in part.ways]
            then = _either([*ways, then] if part.optional else ways)
    return then


def _item(part: Element, then: Step) -> Step:
    among, fixed, name, tight = part.one.among, part.one.fixed, part.name, part.tight

    def step(row: KindRow, at: int, kept: Kept | None) -> Fit | None:
        place = at if tight else row.solid[at]
        kinds = row.kinds[place]
        if among.isdisjoint(kinds) or not fixed <= kinds:
            return None
        return then(row, place + 1, Kept(name, place, kept) if name else kept)

    return step


def _optional(step: Step, then: Step) -> Step:
    return lambda row, at, kept: step(row, at, kept) or then(row, at, kept)


def _either(ways: Sequence[Step]) -> Step:
    def step(row: KindRow, at: int, kept: Kept | None) -> Fit | None:
        for way in ways:
            if fit := way(row, at, kept):
                return fit
        return None

    return step


def _ahead(following: Step, then: Step) -> Step:
    def step(row: KindRow, at: int, kept: Kept | None) -> Fit | None:
        fit = following(row, at, kept)
        return then(row, at, fit[1]) if fit else None

    return step


def _beside(part: Around, then: Step) -> Step:
    met = {"!>": _follows, "!~>": _touches, "<!": _precedes, "<=": _precedes}[part.sign]
    wanted, one = part.sign == "<=", part.one

    def step(row: KindRow, at: int, kept: Kept | None) -> Fit | None:
        return then(row, at, kept) if met(row, at, one) is wanted else None

    return step


def _follows(row: KindRow, at: int, one: One) -> bool:
    return one.fits(row.kinds[row.solid[at]])


def _touches(row: KindRow, at: int, one: One) -> bool:
    return one.fits(row.kinds[at])


def _precedes(row: KindRow, at: int, one: One) -> bool:
    at -= 1
    if at >= 1 and SPACE in row.kinds[at]:
        at -= 1
    return at >= 0 and one.fits(row.kinds[at])
