"""Counts that are said in other words than a number: once, no passengers, 没有一名."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.language.tables import level_letters, one_of, words_of
from build_tools.model import Quantity, Span
from build_tools.text.folding import NUMERAL
from build_tools.text.letters import HAN
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


def zero_of(text: str, passage: Passage, words: Sequence[Span]) -> Quantity | None:
    """The zero that a quote says in other words than a number, as it is written: no passengers, 没有一名.

    没有 alone is one where `words`, those of the figure, are close behind it: 没有儿童死亡.
    """
    zero, leveled = parse_quantity("0"), level_letters(text.strip())
    alone = leveled in words_of("nothing_zh")
    if zero is None or not (alone or _nothing().fullmatch(leveled)):
        return None
    places = [one for one in passage.places((text,)) if not alone or _leads_to(one, words, passage)]
    return replace(zero, raw=passage.article.words(places[0]), span=places[0]) if places else None


def _leads_to(place: Span, words: Sequence[Span], passage: Passage) -> bool:
    behind = (passage.article.words(Span(place.end, one.start)) for one in words if one.start >= place.end)
    return any(_few_letters().fullmatch(level_letters(between)) for between in behind)


@cache
def _few_letters() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]{{0,6}}")


@cache
def _nothing() -> re.Pattern[str]:
    english = rf"{one_of('zero_en')}(?:\s[a-z-]+)?|no\s[a-z-]+(?:\s[a-z-]+)?"
    return re.compile(rf"{english}|{one_of('zero_zh')}[{HAN}]{{0,3}}|{one_of('nothing_zh')}[{HAN}]{{2,6}}")


def none_said(passage: Passage, words: Sequence[Span]) -> Quantity | None:
    """The zero of words of which a quote says that there are none: 没有收到任何投诉."""
    zero = parse_quantity("0")
    for word in words if zero else ():
        clause = passage.article.clause_around(word)
        if found := _none_of_any().search(level_letters(clause)):
            raw = clause[found.start() : found.end()]
            places = [one for one in passage.places((raw,)) if one.start < word.end]
            if zero and places:
                return replace(zero, raw=raw, span=places[-1])
    return None


@cache
def _none_of_any() -> re.Pattern[str]:
    return re.compile(rf"{one_of('nothing_any_zh')}[{HAN}]{{0,4}}?{one_of('any_zh')}")


def single_of(text: str, passage: Passage) -> Quantity | None:
    """The count of a thing that no table has, as it is written: one sailor, 八节."""
    small = level_letters(text.strip())
    counted = _single().fullmatch(small) or _few().fullmatch(small)
    number = parse_quantity(counted["number"]) if counted else None
    for place in passage.places((text.strip(),)) if number else ():
        around = passage.article.words(Span(max(0, place.start - 10), place.end + 20))
        at = min(place.start, 10)
        before, behind = around[:at].lower(), around[at + place.end - place.start :].lower()
        if number and not (_not_one()[0].search(before) or _not_one()[1].match(behind)):
            return replace(number, raw=passage.article.words(place), span=place, unit=None)
    return None


@cache
def _single() -> re.Pattern[str]:
    return re.compile(r"(?P<number>one)(?:\s[a-z-]+)?")


@cache
def _few() -> re.Pattern[str]:
    return re.compile(rf"(?P<number>[{NUMERAL}\d]+){worded.source('no_time_sign')}[{HAN}]{{1,5}}")


@cache
def _not_one() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"{one_of('not_one_before')}\s$|{worded.source('ranked_before')}"),
        re.compile(rf"\s{one_of('not_one_behind')}"),
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
