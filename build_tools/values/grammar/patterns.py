"""The rules of dates, read once, and where in a row of items they fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from build_tools.data_files import read_data
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.matching import (
    Kept,
    KindRow,
    Kinds,
    Opening,
    Step,
    chain_parts,
    openings_of,
    parse,
)
from build_tools.values.grammar.placed import SPACE

Made = TypeVar("Made")
MACRO = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a rule fits: which rule, where, and the words that it keeps by name."""

    rule: str
    first: int
    last: int
    items: Sequence[Item]
    kept: Mapping[str, Item]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.items[self.first].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.items[self.last - 1].end

    def get(self, name: str) -> Item | None:
        """A kept word, if the rule found one."""
        return self.kept.get(name)

    def number(self, name: str) -> int | None:
        """What a kept number is worth."""
        item = self.kept.get(name)
        return item.number if item else None


@dataclass(frozen=True, slots=True)
class DateRule:
    """The kind of date that a rule finds, its pattern as a step, and the items it may begin with."""

    name: str
    step: Step
    openings: frozenset[Opening]

    def may_begin(self, kinds: Kinds, following: Kinds) -> bool:
        """Whether it may match from an item of these kinds, behind which is one of those."""
        return any(
            opening[0].fits(kinds) and (len(opening) == 1 or opening[1].fits(following))
            for opening in self.openings
        )


@cache
def load_rules() -> tuple[DateRule, ...]:
    """The rules beside this module, in order."""
    import yaml  # it takes long to import, and only whoever reads words needs it

    raw = yaml.load(read_data(__package__, "rules", "dates.yaml"), yaml.CSafeLoader)
    return tuple(
        _rule(name, _written_out(pattern, raw["macros"]), raw["sets"])
        for rule in raw["rules"]
        for name, pattern in rule.items()
    )


def _written_out(pattern: str, macros: Mapping[str, str]) -> str:
    while MACRO.search(pattern):
        pattern = MACRO.sub(lambda found: macros[found[1]], pattern)
    return pattern


def _rule(name: str, pattern: str, sets: Mapping[str, Sequence[str]]) -> DateRule:
    parts = parse(pattern, sets)
    return DateRule(name, chain_parts(parts), openings_of(parts))


@cache
def _beginning(kinds: Kinds) -> tuple[DateRule, ...]:
    """The rules that may begin with an item of these kinds; none begins with a space."""
    if SPACE in kinds:
        return ()
    return tuple(rule for rule in load_rules() if any(opening[0].fits(kinds) for opening in rule.openings))


@lru_cache(maxsize=1 << 14)
def rules_for(kinds: Kinds, following: Kinds) -> tuple[DateRule, ...]:
    """The rules that may begin with an item of these kinds and go on with the one that follows."""
    return tuple(rule for rule in _beginning(kinds) if rule.may_begin(kinds, following))


def find(items: Sequence[Item], make: Callable[[Found], Made | None]) -> Iterator[tuple[Found, Made]]:
    """Every place where a rule fits and something can be made of it, from left to right."""
    row, done = KindRow(items), 0
    kinds, solid = row.kinds, row.solid
    for at, own in enumerate(kinds[:-1]):
        if at < done or not _beginning(own):
            continue
        for rule in rules_for(own, kinds[solid[at + 1]]):
            fit = rule.step(row, at, None)
            place = Found(rule.name, at, fit[0], items, _kept(fit[1], items)) if fit else None
            made = make(place) if place else None
            if place and made:
                done = place.last
                yield place, made
                break


def _kept(kept: Kept | None, items: Sequence[Item]) -> dict[str, Item]:
    """The words kept, by name: of two with one name the later."""
    found: dict[str, Item] = {}
    while kept:
        found.setdefault(kept.name, items[kept.place])
        kept = kept.earlier
    return found
