"""How long a run took, how tall someone is, how old many are: 3:49.62, 2:03:14, 6-foot-9, over-75s."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from build_tools.model import Qualifier
from build_tools.values.grammar.compiled import worded
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numeral import DIVISION, ONE, Numeral

HOUR, MINUTE, INCHES = 3600, 60, Decimal(12)


@cache
def _run() -> re.Pattern[str]:
    minutes = r"(?P<minute>[0-9]{1,2}):(?P<second>[0-5][0-9])[.](?P<part>[0-9]{1,3})"
    hours = (
        r"(?P<hour>[0-9]{1,2}):(?P<minutes>[0-5][0-9]):(?P<seconds>[0-5][0-9])(?:[.](?P<parts>[0-9]{1,3}))?"
    )
    return re.compile(f"(?<![0-9:.])(?:{hours}|{minutes})(?![0-9:])")


def run_time_at(lexed: Lexed, at: int) -> Numeral | None:
    """3:49.62 in seconds; 2:03:14 only where the words say that it is how long something took.

    >>> from build_tools.values.grammar.lexer import lex
    >>> [str(one.value) for text in ("3:49.62", "2:03:14") if (one := run_time_at(lex(text), 0))]
    ['229.62']
    """
    start = lexed.tokens[at].start
    found = _run().match(lexed.text, start)
    if not found or (found["hour"] and not lexed.small.endswith(load_lexicon().lists["took"], 0, start)):
        return None
    hours, part = int(found["hour"] or 0), found["part"] or found["parts"] or ""
    whole = (
        hours * HOUR
        + int(found["minute"] or found["minutes"]) * MINUTE
        + int(found["second"] or found["seconds"])
    )
    place = ONE.scaleb(-len(part))
    value = Decimal(whole) + Decimal(part or 0) * place
    stop = at
    while stop < len(lexed.tokens) and lexed.tokens[stop].start < found.end():
        stop += 1
    return Numeral(start, found.end(), value, place, place, unit="second", first=at, stop=stop)


def height_at(lexed: Lexed, at: int) -> Numeral | None:
    """6-foot-9, 5'11\": feet and inches, told in feet.

    >>> from build_tools.values.grammar.lexer import lex
    >>> found = height_at(lex("6-foot-9 forward"), 0)
    >>> found and (str(found.value), found.unit, found.end)
    ('6.75', 'foot', 8)
    """
    start = lexed.tokens[at].start
    found = worded("height").match(lexed.small, start)
    if not found:
        return None
    stop = at
    while stop < len(lexed.tokens) and lexed.tokens[stop].start < found.end():
        stop += 1
    value = DIVISION.divide(Decimal(found["feet"]) * INCHES + Decimal(found["inches"]), INCHES)
    place = DIVISION.divide(ONE, INCHES)
    return Numeral(start, found.end(), value, place, place, unit="foot", first=at, stop=stop)


@cache
def _ages() -> re.Pattern[str]:
    return re.compile(r"(?P<bound>over|under)[- ](?P<years>[0-9]{1,2})s(?![a-z0-9])")


def ages_at(lexed: Lexed, at: int) -> Numeral | None:
    """Over-75s: people older than that; Under-21s with a capital is a team.

    >>> from build_tools.values.grammar.lexer import lex
    >>> found = ages_at(lex("over-75s"), 0)
    >>> found and (str(found.value), found.unit, found.qualifier.value)
    ('75', 'year-person', 'over')
    """
    start = lexed.tokens[at].start
    found = _ages().match(lexed.text, start)
    if not found:
        return None
    stop = at
    while stop < len(lexed.tokens) and lexed.tokens[stop].start < found.end():
        stop += 1
    bound = Qualifier.OVER if found["bound"] == "over" else Qualifier.UNDER
    years = Decimal(found["years"])
    return Numeral(start, found.end(), years, qualifier=bound, unit="year-person", first=at, stop=stop)
