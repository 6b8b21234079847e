"""Dates right behind the words of an event: the concert in Osaka on 2 May, talks that ended on 3 May."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.evidence.proving.claim_context import ClaimContext
from build_tools.evidence.proving.own_words import subject_words
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.language.subject_of_saying import has_verb
from build_tools.language.tables import level_letters
from build_tools.model import DateValue, Span


def is_set_beside(date: DateValue, words: Iterable[Span], context: ClaimContext) -> bool:
    """Whether nothing but a place or the like is between one of some words and "on" with a date."""
    gaps = _gaps(date, words, context)
    return any(worded("set_beside").fullmatch(gap) and not has_verb(gap) for gap in gaps)


def is_its_end(date: DateValue, words: Iterable[Span], context: ClaimContext) -> bool:
    """Whether a date is behind a verb by which one of some words comes to its end."""
    return any(worded("ended").fullmatch(gap) for gap in _gaps(date, words, context))


def is_when_left(date: DateValue, context: ClaimContext) -> bool:
    """Whether a verb of leaving an office is right behind a date: 2047年6月被免职."""
    article = context.passage.article
    behind = article.words(Span(date.span.end, max(date.span.end, context.passage.sentence.end)))
    return bool(worded("leaves_office").match(level_letters(behind)))


def is_when_counted_up_to(date: DateValue, context: ClaimContext) -> bool:
    """Whether a date only says up to when other things are counted: 出现渗漏，截至17日18时已转移."""
    counted = date.named and worded("counted_up_to").match(level_letters(date.raw))
    return bool(counted) and not context.passage.share_clause(date.span, subject_words(context))


def points_back(time: DateValue) -> bool:
    """Whether a date is one that the sentence has given before: 4月9日公告，自即日起召回."""
    return bool(worded("same_day").search(level_letters(time.raw)))


def is_of_later_verb(one: DateValue, found: DateValue, context: ClaimContext) -> bool:
    """Whether a Chinese date comes after all that is said of an event, which another date leads in.

    Chinese gives the time before the verb: 2047年11月接受手术，今年1月才出院.
    """
    words = [span for span in subject_words(context) if not span.touches([found.span])]
    if not words or context.passage.article.words(words[0]).isascii():
        return False
    first, last = min(one.start for one in words), max(one.end for one in words)
    led = found.span.end <= first and last <= one.span.start
    return led and not context.passage.share_clause(one.span, words)


def _gaps(date: DateValue, words: Iterable[Span], context: ClaimContext) -> list[str]:
    article = context.passage.article
    return [article.words(Span(word.end, date.span.start)) for word in words if word.end <= date.span.start]
