"""Whether a text gives the numbers of another to each other's things: 48 people and 340 flights."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from build_tools.language.senses import Say, language_of, words_say
from build_tools.model import COUNTED_THINGS, DateValue, Quantity
from build_tools.values import read_quantities

CLAUSE_END = re.compile(r"[,，;；]")
SCORE = re.compile(r"\b(\d+)(?:-|–| to | votes to )(\d+)\b")
BEHIND = 2  # letters behind a number, with its measure word: 840名受刑人, 24名中
OF_THEM = 16  # letters of a text behind a number in which "of them" follows
PLAIN = frozenset({None, "person", "count", *COUNTED_THINGS})


def exchanged_numbers(quote: str, ours: str, published: DateValue | None = None) -> tuple[str, str] | None:
    """The first two numbers that a translation gives in another order than its quote, without a reason.

    Numbers of different units come in any order: "bought 49% for $14.3 billion". Others keep their order,
    unless one is a part of the other or compared with it.

    >>> exchanged_numbers("340人受困电梯，48班航班取消", "48 people were trapped, and 340 flights cancelled")
    ('48 people', '340')
    >>> exchanged_numbers("58人中49人升井，9人被困", "of the 58 people 9 came up and 49 are trapped")
    ('9', '49')
    >>> exchanged_numbers("840名受刑人中约160人", "about 160 of the 840 inmates")
    >>> exchanged_numbers("840名受刑人中约160人", "about 840 of the 160 inmates")
    ('about 840', '160 inmates')
    """
    readings = (read_quantities(text, published) for text in (quote, ours))
    given, told = ([one for one in found if one.value != 0] for found in readings)
    found = (
        *_parts_above_wholes(ours, told),
        *_parts_of_less(ours, told),
        *_other_measures(given, told),
        *_inverted(quote, given, told),
    )
    return next(iter(found), None)


def numbers_turned(quote: str, ours: str) -> tuple[str, str] | None:
    """A score that our text gives the other way about, or how often something was done, in other numbers.

    >>> numbers_turned("They voted by 23 to 19", "They voted by 19 to 23")
    ('23 to 19', '19 to 23')
    >>> numbers_turned("She struck twice", "She struck three times")
    ('twice', 'three times')
    """
    scores = {found.groups(): found[0] for found in SCORE.finditer(quote)}
    for found in SCORE.finditer(ours):
        if found.groups() not in scores and (turned := scores.get(found.groups()[::-1])):
            return turned, found[0]
    often = [[one for one in read_quantities(text) if one.unit == "count"] for text in (quote, ours)]
    given, told = often
    if len(given) == len(told) == 1 and given[0].value != told[0].value:
        return given[0].raw, told[0].raw
    return None


def _inverted(quote: str, given: Sequence[Quantity], told: Sequence[Quantity]) -> Iterator[tuple[str, str]]:
    """Two numbers that are neighbours in both texts, in another order."""
    first_ones = _once(given)
    order = [one.value for one in first_ones]
    same = [one for one in _once(told) if one.value in order]
    for first, second in pairwise(same):
        one, other = order.index(first.value), order.index(second.value)
        if one - other == 1 and _keep_order(quote, first_ones[other], first_ones[one]):
            yield first.raw, second.raw


def _keep_order(quote: str, one: Quantity, other: Quantity) -> bool:
    """Whether a translation keeps two numbers of a quote in their order."""
    inside = quote[one.span.start : other.span.end + BEHIND]
    before = CLAUSE_END.split(quote[: one.span.start])[-1]
    if read_quantities(before):  # in 58人中49人升井，9人被困 the 中 is of the 58
        before = ""
    apart = one.unit == other.unit is not None or CLAUSE_END.search(inside)
    return bool(apart) and _are_alike(one, other) and not words_say(before + inside, Say.TURNING)


def _other_measures(given: Sequence[Quantity], told: Sequence[Quantity]) -> Iterator[tuple[str, str]]:
    """A measure of the translation whose number is of a plain count in the quote: 26 cracks, 40 cm long."""
    for one in told:
        if one.unit in PLAIN or one.value is None:
            continue
        units = {each.unit for each in given if each.value == one.value}
        instead = [each for each in given if each.unit == one.unit]
        kept = {each.value for each in instead} & {each.value for each in told if each.unit == one.unit}
        if (
            units
            and units <= PLAIN
            and instead
            and not kept
            and one.value not in {each.value for each in instead}
        ):
            yield one.raw, instead[0].raw


def _once(quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities whose number a text has once."""
    counted = Counter(one.value for one in quantities)
    return [one for one in quantities if one.value is not None and counted[one.value] == 1]


def _are_alike(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit or {one.unit, other.unit} <= PLAIN


def _between(first: Quantity, second: Quantity, text: str) -> str:
    return text[first.span.end : second.span.start]


def _parts_of_less(text: str, told: Sequence[Quantity]) -> Iterator[tuple[str, str]]:
    """A part that is more than every number before it: "5 have died, 7 of them in the flood"."""
    for at, one in enumerate(told):
        behind = text[one.span.end : one.span.end + OF_THEM]
        before = [each for each in told[:at] if _are_alike(each, one) and each.value is not None]
        if (
            not before
            or one.value is None
            or _is_of_sum(one, told[at - 1])
            or not words_say(f"{one.raw}{behind}", Say.OF_THEM)
        ):
            continue
        if all(each.value is not None and each.value < one.value for each in before):
            yield one.raw, before[-1].raw


def _is_of_sum(one: Quantity, before: Quantity) -> bool:
    """Whether a bare number is a part of the greater sum right before it: $21 million, 18 million of it."""
    if one.unit is not None or before.unit in PLAIN or one.value is None or before.value is None:
        return False
    return one.value <= before.value


def _parts_above_wholes(text: str, told: Sequence[Quantity]) -> Iterator[tuple[str, str]]:
    """A part that is more than its whole: "840 of the 160 inmates", "of the 160 inmates 840"."""
    if language_of(text) != "en":
        return
    for first, second in pairwise(told):
        whole: Decimal | None = second.value
        if whole is None or first.value is None or not words_say(_between(first, second, text), Say.OF_PART):
            continue
        if _are_alike(first, second) and first.value > whole:
            yield first.raw, second.raw
    for first, second in pairwise(told):
        if (
            first.value is None
            or second.value is None
            or not words_say(text[: first.span.start], Say.OF_WHOLE)
        ):
            continue
        one_clause = not CLAUSE_END.search(_between(first, second, text))
        if one_clause and _are_alike(first, second) and first.value < second.value:
            yield first.raw, second.raw
