"""The rules of dates as patterns over the kinds of items, each mix of kinds written as one letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TypeVar

import yaml

from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.items import Item, items_of, kinds_of
from build_tools.values.grammar.lexer import lex
from build_tools.values.grammar.openings import AHEAD, AROUND, openings

FIRST_LETTER = 0xE000
NUMBERS = (
    '0, 1; 3: 9. 10 12 (20) 30/31 – 24 - 25 36 "45" 50 “60” 61 70 99 120 150 1,000 2,500 2025 1305 50000 '
    "03 09。— $5 5% 1st 2nd 35th\n一,三,十,二十,三百,二〇二五 twelve twenty first three 第三 前三 甲乙"
)
SPACE = "space"
Made = TypeVar("Made")
MACRO = re.compile(r"\{(\w+)\}")
NAMED = re.compile(r"\(\?P<\w+>")
COPY = re.compile(r"__\d+$")


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


@dataclass
class Letters:
    """A letter for every mix of kinds that items have shown so far."""

    of: dict[frozenset[str], str] = field(default_factory=dict)
    classes: dict[tuple[frozenset[str], tuple[str, ...]], tuple[int, str]] = field(default_factory=dict)

    def spell(self, items: Sequence[Item]) -> str:
        """The items as a text of letters."""
        return "".join(self.of.get(item.kinds) or self._new(item.kinds) for item in items)

    def _new(self, kinds: frozenset[str]) -> str:
        return self.of.setdefault(kinds, chr(FIRST_LETTER + len(self.of)))

    def of_kind(self, kinds: frozenset[str], alternatives: Sequence[str]) -> str:
        """The letters of all mixes that hold one of the alternatives and all of the kinds."""
        key = (kinds, tuple(alternatives))
        seen, fit = self.classes.get(key, (0, ""))
        among = frozenset(alternatives)
        fit += "".join(
            letter
            for mix, letter in islice(self.of.items(), seen, None)
            if kinds <= mix and not among.isdisjoint(mix)
        )
        self.classes[key] = (len(self.of), fit)
        return fit


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a file, in order, and the sets and macros that they are written with."""

    sets: Mapping[str, Sequence[str]]
    macros: Mapping[str, str]
    rules: tuple[tuple[str, str], ...]


LETTERS = Letters()


@cache
def load_rules() -> Rules:
    """The rules beside this module."""
    raw = yaml.load(
        (files(__package__) / "rules" / "dates.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    rules = tuple((kind, pattern) for rule in raw["rules"] for kind, pattern in rule.items())
    return Rules(raw["sets"], raw["macros"], rules)


def find(items: Sequence[Item], make: Callable[[Found], Made | None]) -> Iterator[tuple[Found, Made]]:
    """Every place where a rule fits and something can be made of it, from left to right."""
    if not LETTERS.of:
        prepare()
    letters = LETTERS.spell(items)
    known, rules, at = len(LETTERS.of), load_rules().rules, 0
    finder = _finder(known)
    while found := finder.search(letters, at):
        at = found.start() + 1
        for rule in range(_number(found), len(rules)):
            match = _rule(known, rule).match(letters, found.start())
            kept = _kept(match, items) if match else {}
            place = Found(rules[rule][0], match.start(), match.end(), items, kept) if match else None
            made = make(place) if place else None
            if place and made:
                at = place.last
                yield place, made
                break


def _number(found: re.Match[str]) -> int:
    """Which rule is the first that fits."""
    return int((found.lastgroup or "r0")[1:])


def _kept(match: re.Match[str], items: Sequence[Item]) -> dict[str, Item]:
    return {
        COPY.sub("", name): items[match.start(name)]
        for name, letter in match.groupdict().items()
        if letter is not None
    }


@cache
def _finder(known: int) -> re.Pattern[str]:
    """All rules at once; compiled anew only where a mix of kinds is met for the first time."""
    rules = load_rules()
    bare = (NAMED.sub("(?:", _pattern(pattern, rules)) for _, pattern in rules.rules)
    every = "|".join(f"(?P<r{number}>{one})" for number, one in enumerate(bare))
    return re.compile(f"(?=[{_openings(rules)}])(?:{every})")


def _openings(rules: Rules) -> str:
    """The letters with which any rule may begin: most items are none, and are passed by at once."""
    kinds = {kind for _, pattern in rules.rules for kind in openings(_expanded(pattern, rules).split())}
    return "".join(dict.fromkeys("".join(_letters(kind, rules) for kind in sorted(kinds))))


@cache
def _rule(known: int, number: int) -> re.Pattern[str]:
    rules = load_rules()
    return re.compile(_pattern(rules.rules[number][1], rules))


def _expanded(rule: str, rules: Rules) -> str:
    while MACRO.search(rule):
        rule = MACRO.sub(lambda found: rules.macros[found[1]], rule)
    return rule


def _pattern(rule: str, rules: Rules) -> str:
    space = _class(SPACE, rules)
    pieces, tight, names = [f"(?!{space})"], False, 0
    for word in _expanded(rule, rules).split():
        if word == "~":
            tight = True
        elif word == AHEAD:
            pieces.append("(?=")
        elif word[0] in "()|":
            pieces.append(word.replace("(", "(?:"))
        elif around := next((sign for sign in AROUND if word.startswith(sign)), ""):
            pieces.append(AROUND[around].format(space, _class(word.removeprefix(around), rules)))
        else:
            names += 1
            pieces.append(_element(word, rules, "" if tight else f"{space}?", names))
            tight = False
    return "".join(pieces)


def _element(word: str, rules: Rules, space: str, number: int) -> str:
    optional = word.endswith("?")
    name, _, kind = word.rstrip("?").rpartition(":")
    one = _class(kind, rules)
    one = f"(?P<{name}__{number}>{one})" if name else one
    return f"(?:{space}{one})?" if optional else f"{space}{one}"


def _class(kind: str, rules: Rules) -> str:
    letters = _letters(kind, rules)
    return f"[{letters}]" if letters else "[^\\s\\S]"


def _letters(kind: str, rules: Rules) -> str:
    *fixed, last = kind.split("&")
    return LETTERS.of_kind(frozenset(fixed), rules.sets.get(last, [last]))


def prepare() -> None:
    """Gives every mix of kinds of the lexicon and of numbers its letter, so that few are met later."""
    for words in load_date_lexicon().words.values():
        LETTERS.spell([Item(0, 0, kinds_of(words))])
    LETTERS.spell(items_of(lex(NUMBERS, load_date_lexicon())))
