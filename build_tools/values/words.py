"""The words of numbers and dates, read once from `words.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NotRequired, TypedDict

import yaml

from build_tools.model import Qualifier
from build_tools.text.folding import character_table

EDGE = r"(?a:\b)"  # the edge of a Latin word: Han beside it does not belong to it
BLANKS, DASHES = "\xa0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", "—―─"  # a stroke may be a minus
FOLDED = {**character_table(), **dict.fromkeys(map(ord, DASHES), "—"), **dict.fromkeys(map(ord, BLANKS), " ")}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a text names it; `assumed` where the word leaves the currency open."""

    name: str | None
    assumed: bool = False
    money: bool = False
    factor: Decimal = Decimal(1)


class Currency(TypedDict):
    """A row of the file: the words before and after a sum, and those that leave its currency open."""

    before: list[str]
    after: list[str]
    assumed: NotRequired[Mapping[str, list[str]]]


@dataclass(frozen=True, slots=True)
class WordTables:
    """Every table of `words.yaml`, with folded words as keys."""

    digits: Mapping[str, int]
    formal_digits: Mapping[str, int]
    places: Mapping[str, int]
    scales: Mapping[str, Decimal]
    english: Mapping[str, int]
    english_scales: Mapping[str, Decimal]
    english_ordinals: Mapping[str, int]
    english_fractions: Mapping[str, int]
    suffixes: Mapping[str, Decimal]
    money_suffixes: Mapping[str, Decimal]
    before: Mapping[str, Qualifier]
    after: Mapping[str, Qualifier]
    precisely: frozenset[str]
    names: tuple[str, ...]
    products: tuple[str, ...]
    multiples: Mapping[str, Decimal]
    vague: Mapping[str, tuple[int, int]]
    not_after: Mapping[str, str]
    function_words: frozenset[str]
    units_alone: tuple[str, ...]
    currencies: frozenset[str]
    small_money: Mapping[str, Decimal]
    open_currencies: Mapping[str, tuple[str, ...]]
    units_before: Mapping[str, Unit]
    units_after: Mapping[str, Unit]


def alternatives(words: Iterable[str]) -> str:
    """The words as one group of a pattern, longest first.

    >>> alternatives(["more", "more than", "€"])
    '(?:more\\\\ than|more|€)'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in ordered)})"


def whole_words(words: Iterable[str]) -> str:
    """The same, but Latin words whole: no plan in a plant.

    >>> re.findall(whole_words(["plan", "计划"]), "plans of a plant; 大计划; the plan")
    ['计划', 'plan']
    """
    latin, other = ([word for word in words if word.isascii() is ascii] for ascii in (True, False))
    return f"(?:{EDGE}{alternatives(latin)}{EDGE}|{alternatives(other)})"


def starting(*starts: tuple[str, str]) -> re.Pattern[str]:
    """Several patterns as one, each with the characters it may begin with; others are passed over at once."""
    firsts, patterns = zip(*starts, strict=True)
    return re.compile(f"(?=[{''.join(firsts)}])(?:{'|'.join(patterns)})")


def fold_characters(text: str) -> str:
    """Script, width and quotes folded, one character for one, so that every span stays.

    >>> fold_characters("１４３億「美元」")
    '143亿"美元"'
    """
    return text.translate(FOLDED)


@dataclass(frozen=True, slots=True)
class DateWords:
    """The tables under `dates`, with folded words in small letters as keys."""

    years: Mapping[str, int]
    months: Mapping[str, int]
    quarters: Mapping[str, int]
    weeks: Mapping[str, int]
    days: Mapping[str, int]
    weekdays: Mapping[str, int]
    eras: Mapping[str, int]
    seasons: Mapping[str, int]
    month_names: Mapping[str, int]
    year_parts: Mapping[str, tuple[int, int]]
    month_parts: Mapping[str, tuple[int, int]]
    ahead: tuple[str, ...]
    ahead_close: tuple[str, ...]
    not_after: Mapping[str, str]
    not_before: Mapping[str, str]


@cache
def load_date_words() -> DateWords:
    """The words of dates, from the same file."""
    raw = tables()["dates"]
    parts = {
        of: {word: tuple(ends) for word, ends in raw[of].items()} for of in ("year_parts", "month_parts")
    }
    return DateWords(**raw | parts)


@cache
def load_words() -> WordTables:
    """The tables, read from the file beside this module."""
    raw = tables()
    qualifiers, units, currencies = raw["qualifiers"], raw["units"], raw["currencies"]
    return WordTables(
        digits=raw["digits"],
        formal_digits=raw["formal_digits"],
        places=raw["places"],
        scales=_decimals(raw["scales"]),
        english=raw["english_numbers"],
        english_scales=_decimals(raw["english_scales"]),
        english_ordinals=raw["english_ordinals"],
        english_fractions=raw["english_fractions"],
        suffixes=_decimals(raw["suffixes"]["always"]),
        money_suffixes=_decimals(raw["suffixes"]["money"]),
        before=_qualifiers(qualifiers, "before"),
        after=_qualifiers(qualifiers, "after"),
        precisely=frozenset(raw["precisely"]),
        names=tuple(raw["names"]),
        products=tuple(fold_characters(word) for word in raw["products"]),
        multiples={word: Decimal(number) for word, number in raw["multiples"].items()},
        vague={word: (low, high) for word, (low, high) in raw["vague"].items()},
        not_after=raw["not_after"],
        function_words=frozenset(raw["function_words"].split()),
        currencies=frozenset(code for code in currencies if len(code) == 3 and code.isupper()),
        units_alone=tuple(raw["units_alone"]),
        small_money={word: Decimal(worth) for word, worth in raw["small_money"].items()},
        open_currencies={
            fold_characters(word): tuple(codes) for word, codes in raw["open_currencies"].items()
        },
        units_before=_currencies(currencies, "before"),
        units_after={**_measures(units), **_parts(raw["parts_of_units"]), **_currencies(currencies, "after")},
    )


@cache
def tables() -> Any:
    """The file as it is."""
    return yaml.load((files(__package__) / "words.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def _decimals(table: Mapping[str, int]) -> dict[str, Decimal]:
    return {word: Decimal(number) for word, number in table.items()}


def _qualifiers(table: Mapping[str, Mapping[str, list[str]]], where: str) -> dict[str, Qualifier]:
    return {
        fold_characters(word).lower(): Qualifier(name)
        for name, lists in table.items()
        for word in lists.get(where, ())
    }


def _measures(table: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Unit]:
    return {
        fold_characters(word).lower(): Unit(name or None)
        for name, row in table.items()
        for word in row["after"]
    }


def _parts(table: Mapping[str, tuple[str, str]]) -> dict[str, Unit]:
    return {
        word: Unit(name, assumed=name == "CNY", money=name == "CNY", factor=Decimal(factor))
        for word, (name, factor) in table.items()
    }


def _currencies(table: Mapping[str, Currency], where: Literal["before", "after"]) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for code, row in table.items():
        found |= {
            fold_characters(word).lower(): Unit(code, assumed=True, money=True)
            for word in row.get("assumed", {}).get(where, ())
        }
        found |= {fold_characters(word).lower(): Unit(code, money=True) for word in row[where]}
        if len(code) == 3 and code.isupper():
            found[f"m{code.lower()}"] = Unit(code, money=True, factor=Decimal(10**6))
    return found
