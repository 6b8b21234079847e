"""What a text says beside its numbers: which is compared with which, and that one is more, less or later."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from build_tools.language.senses import Say, language_of, words_say
from build_tools.model import DateValue, Quantity
from build_tools.values import read_quantities

CLAUSE_END = re.compile(r"[,，;；.。](?!\d)")
FIRST_DIGIT = re.compile(r"[0-9]")
BEHIND = 24  # letters in which a comparison follows its number
FAR = 500
SIDES = ((Say.MORE_BY, Say.LESS_BY), (Say.SOONER_BY, Say.LATER_BY))


def turned_sides(quote: str, ours: str, published: DateValue | None = None) -> tuple[str, str] | None:
    """The first number of a quote and of its translation that are compared the other way about.

    >>> turned_sides("41%，较去年同期的56%低", "56 percent, lower than the 41 percent of last year")
    ('56%', 'lower than the 41 percent')
    >>> turned_sides("仅比对手多出2318票", "only 2,318 votes fewer than the rival")
    ('2318票', '2,318 votes')
    >>> turned_sides("41%，较去年同期的56%低", "41 percent, lower than the 56 percent of last year")
    """
    all_given, all_told = read_quantities(quote, published), read_quantities(ours, published)
    given, told = _once(all_given), _once(all_told)
    found = (
        *_other_standards(quote, given, ours, told),
        *_other_sides(quote, given, ours, told),
        *_other_ends(quote, given, all_told),
    )
    return next(iter(found), None)


def moves_wrongly(ours: str, published: DateValue | None = None) -> str:
    """The first movement of an English text that its numbers contradict: "fell from 2 to 3"; nothing if none.

    >>> moves_wrongly("sales fell from 5.2 million to 5.9 million"), moves_wrongly("it fell from 9 to 5")
    ('from 5.2 million to 5.9 million', '')
    """
    if language_of(ours) == "zh":
        return ""
    for first, second in pairwise(read_quantities(ours, published)):
        if first.value is None or second.value is None or second.unit not in (first.unit, None):
            continue
        if not words_say(ours[first.span.end : second.span.start], Say.TOWARD):
            continue
        if max(first.value, second.value) > FAR * min(first.value, second.value):
            continue  # "from 9 to 5 million"
        before = ours[: first.span.start]
        up, down = words_say(before, Say.RISING), words_say(before, Say.FALLING)
        if (up and not down and first.value > second.value) or (
            down and not up and first.value < second.value
        ):
            return f"from {first.raw} to {second.raw}"
    return ""


def _other_standards(
    quote: str, given: Sequence[Quantity], ours: str, told: Sequence[Quantity]
) -> Iterator[tuple[str, str]]:
    """The number with which the quote compares another, and the other, if the translation turns it."""
    standards = [one for one in given if _is_standard(one, quote)]
    plain = {one.value for one in given} - {one.value for one in standards}
    ours_compared = [one for one in told if _is_standard(one, ours)]
    ours_plain = {one.value for one in told} - {one.value for one in ours_compared}
    for one in standards:
        for other in ours_compared:
            alike = next((each for each in given if each.value == other.value), None)
            if alike and alike.unit == one.unit and one.value in ours_plain and other.value in plain:
                yield one.raw, other.raw


def _is_standard(number: Quantity, text: str) -> bool:
    before, behind = _beside(number, text)
    return words_say(before or " ", Say.STANDARD) or words_say(behind, Say.STANDARD_BEHIND)


def _other_ends(
    quote: str, given: Sequence[Quantity], all_told: Iterable[Quantity]
) -> Iterator[tuple[str, str]]:
    """A range of the translation, "51 to 94 minutes", where the quote moves from the second to the first."""
    ends = {one.value: one for one in given}
    for told in all_told:
        first, second = ends.get(told.tight.low), ends.get(told.tight.high)
        if told.value is not None or first is None or second is None:
            continue
        if _is_standard(second, quote) and not _is_standard(first, quote):
            yield second.raw, told.raw


def _beside(number: Quantity, text: str) -> tuple[str, str]:
    """What is before the digits of a number in its clause, its bound too, and what is behind it."""
    digits = FIRST_DIGIT.search(text, number.span.start, number.span.end)
    start = digits.start() if digits else number.span.start
    return CLAUSE_END.split(text[:start])[-1], text[number.span.end : number.span.end + BEHIND]


def _other_sides(
    quote: str, given: Sequence[Quantity], ours: str, told: Sequence[Quantity]
) -> Iterator[tuple[str, str]]:
    """A number by which the quote says more or sooner, and the translation less or later, or the reverse."""
    for one in given:
        same = next((other for other in told if other.value == one.value), None)
        for sides in SIDES if same else ():
            side = _side(one, quote, sides)
            other_side = _side(same, ours, sides) if side and same else None
            if same and other_side and other_side is not side:
                yield one.raw, same.raw


def _side(number: Quantity, text: str, sides: tuple[Say, Say]) -> Say | None:
    """Which of two a text says of a number; nothing where it says neither or both."""
    before, behind = _beside(number, text)
    language = language_of(text)
    said = [side for side in sides if _say(before, side, language) or _say(behind, side, language)]
    return said[0] if len(said) == 1 else None


def _say(words: str, side: Say, language: str) -> bool:
    return bool(words) and language_of(words) == language and words_say(words, side)


def _once(quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities whose number a text has once."""
    counted: Counter[Decimal | None] = Counter(one.value for one in quantities)
    return [one for one in quantities if one.value is not None and counted[one.value] == 1]
