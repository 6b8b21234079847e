"""Whether a quote and its translation have the same numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from build_tools.model import COMPATIBLE, Clock, DateValue, Qualifier, Quantity, Reading
from build_tools.text.folding import fold_plain
from build_tools.text.letters import DIGIT
from build_tools.values.compare import compare
from build_tools.values.currencies import same_unit
from build_tools.values.dates import gives_year, named_date, parse_edtf
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.tokens import TokenKind
from build_tools.values.intervals import overlap
from build_tools.values.reading import read_values
from build_tools.values.units import is_speed_of
from build_tools.values.value_patterns import worded

LOOSE_UNITS = frozenset({None, "person", "count", "times", "device", "rank"})
HEAT = frozenset({"celsius", "degree"})  # 34度, 34 degrees
AGES = frozenset({"year", "year-person"})  # 船龄22年, 22 years old
DAY_OF_MONTH = re.compile(r"\d{1,2}\D")
CLEAR_FROM = 10
NO_CLOCK = Clock(None, None)


def differing_values(
    quote: str, translation: str, published: DateValue | None = None
) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    """The clear readings of the quote that its translation lacks, and those it adds.

    Clear is a reading written with a digit, or a number from ten up: 一个 may well be `a` or `its`.

    >>> lost, added = differing_values("以143亿美元收购49%的股份", "bought 49% for $14.8 billion")
    >>> [value.raw for value in lost], [value.raw for value in added]
    (['143亿美元'], ['$14.8 billion'])
    """
    first, second = read_values(quote, published), read_values(translation, published)
    one, other = list(_told_apart(first, second)), list(_told_apart(second, first))
    return _lacking(one, other), _lacking(other, one)


def _lacking(readings: Sequence[Reading], others: Iterable[Reading]) -> tuple[Reading, ...]:
    """The clear readings without a counterpart; each counterpart serves once."""
    left, lacking = list(others), []
    for reading in sorted(readings, key=lambda one: not _is_clear(one)):
        match = next((other for other in left if _same(reading, other)), None)
        if match:
            left.remove(match)
        elif _is_clear(reading):
            lacking.append(reading)
    return tuple(sorted(lacking, key=lambda one: one.span.start))


def _told_apart(readings: Iterable[Reading], others: Sequence[Reading]) -> Iterator[Reading]:
    """Readings in which a range becomes its two ends, if the other text has these: from 38 to 45 yuan."""
    for one in readings:
        ends = _ends(one)
        apart = [any(_same(end, other) for other in others if not _ends(other)) for end in ends]
        yield from ends if ends and all(apart) else (one,)


def _ends(reading: Reading) -> tuple[Reading, ...]:
    """The ends of a range as two readings; empty for anything else."""
    if isinstance(reading, DateValue):
        first, _, last = (reading.edtf or "").partition("/")
        days = [parse_edtf(end) for end in (first, last) if last and ".." not in (first, last)]
        return tuple(replace(day, raw=reading.raw, span=reading.span) for day in days if day)
    if not isinstance(reading, Quantity) or reading.qualifier is not Qualifier.RANGE:
        return ()
    ends = (end for end in (reading.tight.low, reading.tight.high) if end is not None)
    return tuple(replace(reading, value=end, qualifier=Qualifier.EXACT) for end in ends)


def _is_clear(reading: Reading) -> bool:
    if DIGIT.search(reading.raw):
        return True
    if isinstance(reading, DateValue):
        return False
    least = reading.value if reading.value is not None else reading.tight.low
    return least is not None and abs(least) >= CLEAR_FROM


def _same(a: Reading, b: Reading) -> bool:
    match a, b:
        case Quantity(), Quantity():
            return _same_unit(a, b) and _same_number(a, b)
        case DateValue(), DateValue():
            return _same_date(a, b)
        case (DateValue() as date, Quantity() as quantity) | (Quantity() as quantity, DateValue() as date):
            if quantity.unit == "rank" or (quantity.unit == "day" and DAY_OF_MONTH.fullmatch(quantity.raw)):
                named = named_date(date)
                one_day = named.earliest is not None and named.earliest == named.latest
                return one_day and named.earliest is not None and quantity.value == named.earliest.day
            return date.offset is not None and quantity.value == date.offset.low
    return False


def _same_unit(a: Quantity, b: Quantity) -> bool:
    if is_speed_of(a.unit, b.unit) or is_speed_of(b.unit, a.unit):
        return True
    if same_unit(a, b) or a.unit is None or b.unit is None:
        return True
    return any(a.unit in alike and b.unit in alike for alike in (LOOSE_UNITS, AGES, HEAT))


def _same_number(a: Quantity, b: Quantity) -> bool:
    """Equal, neither rounded; a share may be a percentage, and what has no number overlaps."""
    first, second = _number(a), _number(b)
    ranges = a.unit == b.unit and a.qualifier is b.qualifier is Qualifier.RANGE
    if ranges and DIGIT.search(a.raw) and DIGIT.search(b.raw):  # 十多年 is ten-odd years, whatever its ends
        return a.tight == b.tight
    if first is None or second is None:
        return overlap(a.tight, b.tight)
    return first == second


def _number(quantity: Quantity) -> Decimal | None:
    if quantity.value is None:
        return None
    return quantity.value / 100 if quantity.unit == "%" else quantity.value


def _on_dial(clock: Clock) -> tuple[tuple[int, int] | None, ...]:
    """Where the hands of a clock are, which are the same at 9 in the morning and at night."""
    return tuple((one.hour % 12, one.minute) if one else None for one in (clock.first, clock.last))


def _same_date(a: DateValue, b: DateValue) -> bool:
    """The same days, or days of which one is unresolved and counts from nothing: no reason for doubt.

    A bare hour takes its half of the day, and the day, from words that a translation may have elsewhere.
    """
    if a.clock and b.clock and (worded("bare_hour").fullmatch(a.raw) or worded("bare_hour").fullmatch(b.raw)):
        return _on_dial(a.clock) == _on_dial(b.clock)
    if (a.edtf is None) is not (b.edtf is None):
        return (a if a.edtf is None else b).offset is None
    if a.edtf is None or b.edtf is None:
        return a.offset is None or b.offset is None or a.offset == b.offset
    first, second = named_date(a), named_date(b)
    if (first.earliest, first.latest) != (second.earliest, second.latest):
        return _same_in_any_year(first, second)
    return a.clock is None or b.clock is None or compare(first, second) in COMPATIBLE


def _same_in_any_year(a: DateValue, b: DateValue) -> bool:
    """The same days where neither text gives the year or the week: 3月8日 and 8 March, 周五 and Friday.

    Which year and which week is meant is taken from the tense, that of each text from its own.
    """
    if all(worded("year_beside").search(one.raw) for one in (a, b)):
        return False
    if gives_year(a) or gives_year(b) or _on_dial(a.clock or NO_CLOCK) != _on_dial(b.clock or NO_CLOCK):
        return False
    if _is_weekday(a) or _is_weekday(b):
        return _is_weekday(a) and _is_weekday(b) and _weekday(a) == _weekday(b) is not None
    days = [(day and (day.month, day.day)) for one in (a, b) for day in (one.earliest, one.latest)]
    return None not in days and days[:2] == days[2:]


def _is_weekday(one: DateValue) -> bool:
    """Whether words give a day of the week and not of which."""
    return fold_plain(one.raw).lower().removeprefix("on ") in load_date_lexicon().of(TokenKind.WEEKDAY)


def _weekday(one: DateValue) -> int | None:
    return one.earliest.weekday() if one.earliest and one.earliest == one.latest else None
