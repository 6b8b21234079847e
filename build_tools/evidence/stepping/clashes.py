"""Finds steps of a series that cannot both hold: a falling tally, two values of one moment, a denial."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import combinations, product

import yaml

from build_tools.data_files import read_data
from build_tools.evidence.positions import denied_by
from build_tools.evidence.separators import Separators, separated, separators
from build_tools.evidence.stepping.steps import NEVER, Step
from build_tools.model import (
    NOT_YET,
    SAME_VALUE,
    Claim,
    DateValue,
    Quantity,
    Series,
    Stance,
    Verdict,
)
from build_tools.text.folding import fold_plain
from build_tools.values import compare, read_dates
from build_tools.values.units import in_one_unit

SAYS_WHEN = ("en", "zh")  # the tables of words that say that a number is of another time
BELLS = ("opening", "closing")
FEW = 200
REACH = 50


@dataclass(frozen=True, slots=True)
class Clashes:
    """Of steps, by their places, the pairs that cannot both hold, and those of which one may be an update."""

    sides: tuple[tuple[int, int], ...]
    updates: tuple[tuple[int, int], ...]


def clashes_of(steps: tuple[Step, ...], series: Series) -> Clashes:
    """The pairs of steps, oldest first, that are not simply one before the other."""
    sides: list[tuple[int, int]] = []
    updates: list[tuple[int, int]] = []
    kinds = [_kind(step.claim) for step in steps]
    for one, other in _pairs(steps):
        if not _comparable(kinds[one], kinds[other]):
            continue
        if _clash(steps[one], steps[other], series):
            sides.append((one, other))
        elif _may_update(steps[one], steps[other]):
            updates.append((one, other))
    return Clashes(tuple(sides), tuple(updates))


def _pairs(steps: Sequence[Step]) -> Iterator[tuple[int, int]]:
    """All pairs if the steps are few, else each with the next ones and with the highest before it."""
    if len(steps) <= FEW:
        yield from combinations(range(len(steps)), 2)
        return
    highest = 0
    for at in range(1, len(steps)):
        if highest < at - REACH:
            yield highest, at
        yield from ((before, at) for before in range(max(at - REACH, 0), at))
        if _least(steps[at]) > _least(steps[highest]):
            highest = at


def _least(step: Step) -> Decimal:
    value = step.claim.value
    low = value.loose.low if isinstance(value, Quantity) else None
    affirmed = step.claim.qualifiers.stance is Stance.AFFIRMS
    return low if low is not None and affirmed else Decimal("-Infinity")


def _kind(claim: Claim) -> tuple[bool, Separators]:
    """Whether a claim is a plan, and its period and place; its time is that of its step."""
    return claim.qualifiers.modality in NOT_YET, replace(separators(claim), time=None)


def _comparable(one: tuple[bool, Separators], other: tuple[bool, Separators]) -> bool:
    """Whether two claims are of one period and place, and neither a plan where the other is a fact."""
    return one[0] == other[0] and not separated(one[1], other[1])


def _clash(one: Step, other: Step, series: Series) -> bool:
    a, b = one.claim.qualifiers.stance, other.claim.qualifiers.stance
    if a is not b:
        return _denies(one, other) if b is Stance.DENIES else _denies(other, one)
    if a is Stance.DENIES or not _are_apart(one, other):
        return False
    if one.misprints == other.claim.id or other.misprints == one.claim.id:
        return True
    if _ordered(one, other):
        return series is Series.TALLY and _falls(*((one, other) if one.is_before(other) else (other, one)))
    if _are_of_one_close(one, other) or one.is_of_months_with(other):
        return True
    return one.is_with(other) and (one.is_of_given_moment or not _told_apart(one, other))


def _are_of_one_close(one: Step, other: Step) -> bool:
    """Whether both say what a price was at the close of one day."""
    if one.assumed or other.assumed or one.within != other.within or one.within == NEVER:
        return False
    if _at_two_bells(one.claim, other.claim):
        return False
    said = ("".join(each.claim.citation.quote) for each in (one, other))
    return all(_worded("closing").search(fold_plain(quote)) for quote in said)


def _may_update(one: Step, other: Step) -> bool:
    """Whether two values differ, and neither their times nor their article say which came first."""
    return _are_apart(one, other) and not _ordered(one, other) and not _told_apart(one, other)


def _denies(affirmed: Step, denied: Step) -> bool:
    """Whether one denies what the other says; a later value may have come true since the denial."""
    if denied.is_before(affirmed):
        return False
    return denied_by(affirmed.claim.value, denied.claim.value) is Verdict.CONFLICT


def _ordered(one: Step, other: Step) -> bool:
    return one.is_before(other) or other.is_before(one)


def _are_apart(one: Step, other: Step) -> bool:
    a, b = one.claim.value, other.claim.value
    return a is not None and b is not None and compare(a, b) is Verdict.CONFLICT


def _falls(earlier: Step, later: Step) -> bool:
    """Whether the later of two numbers that differ is the lower one."""
    match earlier.claim.value, later.claim.value:
        case Quantity() as before, Quantity() as after:
            both = in_one_unit(before, after)
            if both is None or both[0].loose.low is None or both[1].loose.high is None:
                return False
            return both[1].loose.high <= both[0].loose.low
        case _:
            return False


def _told_apart(one: Step, other: Step) -> bool:
    """Whether an article with both values says in words that they are of two times."""
    if one.claim.citation.source != other.claim.citation.source:
        return False
    quotes = ["".join(each.claim.citation.quote) for each in (one, other)]
    if any(_says_other_time(each.claim, quote) for each, quote in zip((one, other), quotes, strict=True)):
        return True
    if _at_two_bells(one.claim, other.claim):
        return True
    first, second = (_times_told(each, quote) for each, quote in zip((one, other), quotes, strict=True))
    alike = (compare(a, b) in SAME_VALUE or _of_one_hour(a, b) for a, b in product(first, second))
    return bool(first and second) and not any(alike)


def _at_two_bells(one: Claim, other: Claim) -> bool:
    """Whether one value is of the opening of trading and the other of the close."""
    quotes = [fold_plain("".join(each.citation.quote)) for each in (one, other)]
    numbers = [fold_plain(each.raw) for each in (one, other)]
    if numbers[1] in quotes[0]:
        return _are_shared_out(quotes[0], numbers)
    told = [{bell for bell in BELLS if _worded(bell).search(quote)} for quote in quotes]
    return all(len(bells) == 1 for bells in told) and told[0] != told[1]


def _are_shared_out(quote: str, numbers: Sequence[str]) -> bool:
    """Whether one bell stands between two numbers and the other outside: opened at 18 and closed at 16."""
    first, last = sorted(quote.rfind(number) for number in numbers)
    found = [[bell.start() for bell in _worded(each).finditer(quote)] for each in BELLS]
    if any(len(places) != 1 for places in found):
        return False
    return sum(first < places[0] < last for places in found) == 1


def _of_one_hour(one: DateValue, other: DateValue) -> bool:
    """Whether two times show one hour: the noon of a day, and a noon that names none, or up to noon."""
    hours = [each.clock and (each.clock.first or each.clock.last) for each in (one, other)]
    first, second = (hour and hour.replace(tzinfo=None) for hour in hours)
    return first is not None and first == second


def _times_told(step: Step, quote: str) -> tuple[DateValue, ...]:
    return tuple(date for date in read_dates(quote, step.time) if date.edtf)


def _says_other_time(claim: Claim, quote: str) -> bool:
    """Whether words of a quote say that its number is of another time than the one beside it."""
    text, raw = fold_plain(quote), fold_plain(claim.raw)
    if any(_worded(table).search(text) for table in SAYS_WHEN):
        return True
    before = (text[: found.start()] for found in re.finditer(re.escape(raw), text)) if raw else ()
    return any(
        re.search(rf"(?:{_worded('before_number').pattern})(?: \w+){{0,2}} ?$", words) for words in before
    )


@cache
def _worded(kind: str) -> re.Pattern[str]:
    """The words of a kind, English ones as whole words."""
    words: dict[str, list[str]] = yaml.load(read_data(__package__, "words.yaml"), yaml.CBaseLoader)
    each = (rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in words[kind])
    return re.compile("|".join(each))
