"""Authors of a statement that somebody else mentions: denied a report in the Courier."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from build_tools.language.cue_kinds import Force, Reach
from build_tools.language.cues import find_cues
from build_tools.language.sentence_patterns import worded
from build_tools.language.tables import level_letters, one_of
from build_tools.model import Span

CONTRARY = re.compile(r"\b(?:contrary to|unlike)\s+(?:what\s+)?(?:the\s+)?$")
AS = re.compile(r"\bas\s+(?:the\s+)?$")
NEAR = 4


def denied_authors(text: str, names: Sequence[Span]) -> tuple[Span, ...]:
    """The names of those whose statement somebody else denies: denied a report in the Courier that ….

    >>> text = "Kestrel denied a report in the Courier that it had bought ships"
    >>> [text[name.start : name.end] for name in denied_authors(text, [Span(0, 7), Span(31, 38)])]
    ['Courier']
    """
    denials = [cue for cue in find_cues(text) if cue.force is Force.DENIAL and cue.reach is Reach.SAYS]
    negations = [cue for cue in find_cues(text) if cue.force is Force.NEGATION]
    leveled = level_letters(text)
    return tuple(
        name
        for name in names
        if any(
            _authors(leveled[cue.span.start : name.start], leveled[name.end :])
            for cue in denials[:1]
            if cue.span.end <= name.start
        )
        or CONTRARY.search(leveled[: name.start])
        or any(
            _is_corrected(leveled[cue.span.end : name.start], leveled[name.end :])
            for cue in negations
            if cue.span.end <= name.start
        )
    )


def _is_corrected(before: str, rest: str) -> bool:
    """Whether a name behind "not" is an author: not €9 as the Herald claimed, 而非网民所说的."""
    english = AS.search(before) and worded("counts").match(rest)
    return bool(english) or (len(before) <= NEAR and bool(_said_of().match(rest)))


def compared_authors(text: str, names: Sequence[Span]) -> tuple[Span, ...]:
    """The names whose figure another figure is compared with: five more than the ministry counts.

    >>> text = "26 have died, five more than the Ministry counts"
    >>> [text[name.start : name.end] for name in compared_authors(text, [Span(33, 41)])]
    ['Ministry']
    """
    leveled = level_letters(text)
    return tuple(
        name
        for name in names
        if worded("than").search(leveled[: name.start]) and worded("counts").match(leveled[name.end :])
    )


def _authors(before: str, rest: str) -> bool:
    """Whether the words around a name make it that of the author of a statement."""
    return bool(_report_of().search(before) or _own_report().match(rest))


@cache
def _said_of() -> re.Pattern[str]:
    return re.compile(rf"》?[\u3400-\u9fff]{{0,4}}?{one_of('reporting_zh')}{worded.source('de')}")


@cache
def _report_of() -> re.Pattern[str]:
    made = r"(?:\s+(?:made|carried|published|broadcast|written))?\s+(?:in|by|from)\s+(?:the\s+)?(?:\w+\s+)?$"
    return re.compile(rf"{one_of('statements_en')}{made}")


@cache
def _own_report() -> re.Pattern[str]:
    english = rf"['’]s?\s+(?:\w+\s+)?{one_of('statements_en')}"
    return re.compile(rf"{english}|》?[^,。;:!?]{{0,24}}?{one_of('statements_zh')}")
