"""Units: the name of one however it is written, and values of one dimension in one unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import localcontext
from functools import cache

from build_tools.model import UNSAID_UNITS, Interval, Quantity
from build_tools.values.grammar.characters import plain_text, small_ascii_letters
from build_tools.values.grammar.lexicon import UnitRow, load_lexicon
from build_tools.values.grammar.tokens import TokenKind, Word
from build_tools.values.plain_text import EXACT

TONNE, SHORT_TON = "tonne", "ton"
THING_LIST = "thing: "
NAMING = (TokenKind.CURRENCY_BEFORE, TokenKind.CURRENCY_AFTER, TokenKind.UNIT)


def unit_named(words: str) -> str:
    """The unit that a word or a sign stands for; the word itself where it is for none.

    >>> unit_named("USD"), unit_named("公頃"), unit_named("people"), unit_named("£"), unit_named("bushel")
    ('USD', 'hectare', 'person', 'GBP', 'bushel')
    >>> unit_named("times"), unit_named("GW"), unit_named("years-old")
    ('times', 'gigawatt', 'year-person')
    >>> unit_named("例"), unit_named("cases")
    ('case', 'case')
    """
    lexicon = load_lexicon()
    if words in lexicon.units or words in _currencies():
        return words
    if named := _first_spellings().get(words):
        return named
    text = plain_text(words.strip())
    thing = _things().get(small_ascii_letters(text), words)
    roles = lexicon.signs.get(text) or lexicon.words.get(small_ascii_letters(text))
    entries = roles.words if roles else ()
    return next((word.name for word in entries if _names(word)), thing)


def _names(word: Word) -> bool:
    return word.kind in NAMING and word.number == 1 and word.name not in ("", "-")


@cache
def _things() -> Mapping[str, str]:
    """What figures count by their words; in a text these are no units."""
    lists = load_lexicon().lists
    things = {name: lists[name] for name in lists if name.startswith(THING_LIST)}
    return {word: name.removeprefix(THING_LIST) for name, words in things.items() for word in words}


@cache
def _currencies() -> frozenset[str]:
    lexicon = load_lexicon()
    kinds = (TokenKind.CURRENCY_BEFORE, TokenKind.CURRENCY_AFTER)
    return frozenset(word.name for kind in kinds for word in lexicon.of(kind).values())


def may_be_unsaid(unit: str | None) -> bool:
    """Whether words may leave out what is counted: it is plain, or a thing that is no unit of the table.

    >>> may_be_unsaid("person"), may_be_unsaid("books"), may_be_unsaid("meter"), may_be_unsaid("USD")
    (True, True, False, False)
    """
    return unit is not None and (unit in UNSAID_UNITS or not is_known_unit(unit))


def is_speed_of(unit: str | None, speed: str | None) -> bool:
    """Whether a unit of length says a speed in which the hour is left out: 限速65公里.

    >>> is_speed_of("kilometer", "kilometer-per-hour"), is_speed_of("kilometer", "mile-per-hour")
    (True, False)
    """
    return unit is not None and speed == f"{unit}-per-hour"


def is_degree_of(unit: str | None, scale: str | None) -> bool:
    """Whether a unit is the degree of a scale that is left out: it fell to 3 degrees.

    >>> is_degree_of("degree", "celsius"), is_degree_of("degree", "kilometer")
    (True, False)
    """
    return unit == "degree" and scale in ("celsius", "fahrenheit")


def is_known_unit(unit: str) -> bool:
    """Whether the tables have a unit or a currency, or the parts of a rate."""
    return _row(unit) is not None or unit in _currencies() or unit in UNSAID_UNITS


@cache
def _first_spellings() -> Mapping[str, str]:
    return {row.first: row.name for row in load_lexicon().units.values() if row.first}


def first_spelling(unit: str | None) -> str:
    """The name by which a unit was first written; ids are reckoned from it.

    >>> first_spelling("gigawatt"), first_spelling("year-person"), first_spelling("USD"), first_spelling(None)
    ('GW', 'years-old', 'USD', '')
    """
    row = load_lexicon().units.get(unit or "")
    if unit is None or not is_known_unit(
        unit
    ):  # what is counted and no unit: it is left out, as in the words
        return ""
    return row.first if row and row.first else unit


def in_one_unit(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both in the first unit of their dimension, if they are of one.

    >>> from build_tools.values.quantities import parse_quantity
    >>> both = in_one_unit(parse_quantity("5GW"), parse_quantity("5000MW"))
    >>> [(str(one.value), one.unit) for one in both or ()]
    [('5000000000', 'watt'), ('5000000000', 'watt')]
    """
    if a.unit == b.unit:
        return a, b
    first, second = _row(a.unit), _row(b.unit)
    if not first or not second or first.of != second.of:
        return None
    return in_first_unit(a), in_first_unit(b)


def same_dimension(unit: str, other: str) -> bool:
    """Whether values in two units can be compared.

    >>> same_dimension("mile", "kilometer"), same_dimension("mile", "hour"), same_dimension("USD", "CNY")
    (True, False, False)
    """
    first, second = _row(unit), _row(other)
    return unit == other or (first is not None and second is not None and first.of == second.of)


def in_first_unit(quantity: Quantity) -> Quantity:
    """A quantity in the first unit of its dimension; as it is where its unit has none."""
    row = _row(quantity.unit)
    if row is None:
        return quantity
    with localcontext(EXACT):
        return _converted(quantity, row, _first_unit(row.of))


def in_short_tons(quantity: Quantity) -> Quantity | None:
    """The same number of tons of 2,000 pounds, where the word may mean those: 60 tons, but not 60 tonnes.

    >>> from build_tools.values.quantities import parse_quantity
    >>> found = [in_short_tons(one) for text in ("60 tons", "60 tonnes") if (one := parse_quantity(text))]
    >>> [one and one.unit for one in found]
    ['ton', None]
    """
    raw, lists = small_ascii_letters(quantity.raw), load_lexicon().lists
    bare = raw.endswith(lists["bare_tons"]) and not raw.endswith(lists["metric_tons"])
    return replace(quantity, unit=SHORT_TON) if bare and quantity.unit == TONNE else None


@cache
def _first_unit(dimension: str) -> str:
    rows = load_lexicon().units.values()
    return next(
        (row.name for row in rows if row.of == dimension and row.factor == 1 and not row.offset), dimension
    )


def _row(unit: str | None) -> UnitRow | None:
    """The row of a unit; a rate has the dimension and the factor of its two parts."""
    units = load_lexicon().units
    if unit is None or unit in units:
        return units.get(unit or "")
    of, per, by = unit.partition("-per-")
    above, below = units.get(of), units.get(by)
    if not per or not above or not below:
        return None
    return UnitRow(unit, f"{above.of} per {below.of}", above.factor / below.factor)


def _converted(quantity: Quantity, row: UnitRow, base: str) -> Quantity:
    value = None if quantity.value is None else quantity.value * row.factor + row.offset
    return replace(
        quantity,
        value=value,
        tight=_interval(quantity.tight, row),
        loose=_interval(quantity.loose, row),
        unit=base,
    )


def _interval(within: Interval, row: UnitRow) -> Interval:
    low, high = (None if end is None else end * row.factor + row.offset for end in (within.low, within.high))
    return replace(within, low=low, high=high)
