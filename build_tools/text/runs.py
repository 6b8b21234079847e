"""Runs of digits, of Chinese numerals and of Latin letters, which a quote or a name may not cut."""

from __future__ import annotations

import re
from functools import cache

from build_tools.model import Span
from build_tools.text.folding import LETTER, NUMERAL, character_table
from build_tools.text.text_patterns import worded

CAPITAL, SMALL = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
# CEO|Alexandr, but CEOs and OpenAI are one word.
GLUED = rf"(?<=[{CAPITAL}][{CAPITAL}])(?=[{CAPITAL}](?!s(?![{LETTER}]))[{SMALL}])"
WORD = rf"[{LETTER}]+?(?:{GLUED}|(?![{LETTER}]))"
OF_WORD = re.compile(rf"[{LETTER}]")
BOUNDARY = re.compile(GLUED)

REACH = 64
LEVEL = frozenset({"script", "width"})


@cache
def before_to() -> str:
    """What is before a stroke that means "to": 6月-9月, 10亿-20亿."""
    return rf"{LETTER}\d%{NUMERAL}{worded.source('counted_before')}"


@cache
def _run() -> re.Pattern[str]:
    """A signed number with its links, or a word."""
    size, few, more = (worded.source(name) for name in ("size", "few_before", "more_between"))
    point, share = worded.source("point_between"), worded.source("share_between")
    sign = rf"(?:(?<![{before_to()}])[-−–](?=\d))?"
    number = rf"(?:\d+(?:[.,]\d+)*|(?:{few}(?=[{size}]))?[{NUMERAL}]+)"
    link = (
        rf"(?:(?<=[{NUMERAL}]){point}(?=[{NUMERAL}])|{share}(?=[\d{NUMERAL}])"
        rf"|(?:[{more}]|(?<=\d)[^\S\n])?(?=[{size}])|(?<=[{size}])(?=\d))"
    )
    return re.compile(rf"{sign}{number}(?:{link}{number})*|{WORD}")


@cache
def _of_number() -> re.Pattern[str]:
    between = "".join(
        worded.source(name) for name in ("few_before", "point_between", "share_between", "more_between")
    )
    return re.compile(rf"[\d{NUMERAL}.,−–\-{between}\s]")


def run_cut_at(text: str, at: int) -> Span | None:
    """The run that would be cut in two before the code point `at`, if there is one.

    >>> run_cut_at("裁减287人", 3)
    Span(start=2, end=5)
    >>> run_cut_at("其 CEOAlexandr Wang", 5) is None
    True
    """
    start = max(at - REACH, 0)
    for run in _run().finditer(_level(text, start, at + REACH)):
        if run.start() + start < at < run.end() + start:
            return Span(run.start() + start, run.end() + start)
    return None


def cuts_at(text: str, at: int) -> bool:
    """Whether a number or a word would be cut before the code point `at`: the same, and fast.

    >>> cuts_at("Metaverse", 4), cuts_at("Meta的", 4)
    (True, False)
    """
    if not 0 < at < len(text):
        return False
    kind = _kind(text[at])
    if not kind or kind != _kind(text[at - 1]):
        return False
    if kind == "word":
        return not BOUNDARY.match(_level(text, max(at - 2, 0), at + 3), min(at, 2))
    return run_cut_at(text, at) is not None


@cache
def _kind(character: str) -> str:
    """Whether a character can be part of a `word`, of a `number`, or of neither."""
    level = _level(character, 0, 1)
    if OF_WORD.match(level):
        return "word"
    return "number" if _of_number().match(level) else ""


def cuts_run(text: str, span: Span) -> bool:
    """Whether a passage begins or ends inside a number or a word.

    >>> cuts_run("增长-5%", Span(3, 5)), cuts_run("2021-2024年", Span(5, 10))
    (True, False)
    """
    return cuts_at(text, span.start) or cuts_at(text, span.end)


def _level(text: str, start: int, end: int) -> str:
    return text[start:end].translate(character_table(LEVEL))
