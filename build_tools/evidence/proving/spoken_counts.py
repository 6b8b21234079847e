"""Counts that are said in other words than a number: once, no passengers, 没有一名."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.language.tables import level_letters, one_of, words_of
from build_tools.model import Quantity, Span
from build_tools.values import parse_quantity


def spoken_counts(passage: Passage) -> Iterator[Quantity]:
    """Each "once" of the quote that may count, with the bound before it."""
    for part in passage.citation.spans:
        for found in _pattern().finditer(passage.article.words(part).lower()):
            if counted := _counted(found):
                place = Span(part.start + found.start(), part.start + found.end())
                yield replace(counted, raw=passage.article.words(place), span=place)


def parse_spoken(text: str) -> Quantity | None:
    """A count that is one word, as a contributor writes it.

    >>> found = parse_spoken("at least once")
    >>> found and (found.qualifier.value, str(found.value))
    ('at_least', '1')
    """
    found = _pattern().fullmatch(text.strip().lower())
    return _counted(found) if found else None


def zero_of(text: str, passage: Passage) -> Quantity | None:
    """The zero that a quote says in other words than a number, as it is written: no passengers, 没有一名."""
    zero = parse_quantity("0")
    if zero is None or not _nothing().fullmatch(level_letters(text.strip())):
        return None
    places = passage.places((text,))
    return replace(zero, raw=passage.article.words(places[0]), span=places[0]) if places else None


@cache
def _nothing() -> re.Pattern[str]:
    return re.compile(
        rf"{one_of('zero_en')}(?:\s[a-z-]+)?|no\s[a-z-]+(?:\s[a-z-]+)?|{one_of('zero_zh')}[\u3400-\u9fff]{{0,3}}"
    )


def _counted(found: re.Match[str]) -> Quantity | None:
    times = words_of("counting_en").index(found["word"]) + 1
    return parse_quantity(f"{found['bound'] or ''}{times} times")


@cache
def _pattern() -> re.Pattern[str]:
    bound = rf"(?P<bound>{one_of('bounding_en')}\s+)?"
    compared = (
        rf"(?!\s+(?:(?:as|that|per|an?)\b|(?:the|their|its|his|her)\s+(?:\w+\s+)?{one_of('measures_en')}))"
    )
    return re.compile(rf"{bound}(?P<word>{one_of('counting_en')}){compared}")
