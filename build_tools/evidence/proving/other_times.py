"""The times of a sentence that are not those of the figure claimed: of a report, of another figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.evidence.proving.claim_context import ClaimContext
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.language.given import (
    ends_with_comparing,
    is_changed,
    is_time_of_saying,
    past_acts,
    tells_when_reported,
)
from build_tools.model import DateValue, Quantity, Reading, Span

CLAUSE_BREAK = re.compile(r"[，,；;。]")
NEAR = 24
OF_ANOTHER = frozenset({"times", "%"})  # units of what is a part or a multiple of another value
ADJOINING = 4  # letters between a figure and its time: "$3.9 billion in 2030"


def is_of_report(time: DateValue, context: ClaimContext) -> bool:
    """Whether a date is that of a report: not €190 million as the bank had reported in January."""
    sentence, words = context.passage.sentence, context.passage.article.words
    before = words(Span(sentence.start, max(sentence.start, time.span.start)))
    return tells_when_reported(before, words(Span(time.span.end, max(time.span.end, sentence.end))))


def is_of_past_act(time: DateValue, words: Sequence[Span], context: ClaimContext) -> bool:
    """Whether a date is in an aside on what was done before with the thing: a ban, first proposed in 2038, ….

    It is not where the words of the claim are in the aside.
    """
    sentence, text = context.passage.sentence, context.passage.article.source.text
    for found in past_acts(text[sentence.start : sentence.end]):
        aside = Span(sentence.start + found[0], sentence.start + found[1])
        if time.span.is_within([aside]):
            return not any(word.is_within([aside]) for word in words)
    return False


def is_of_rank(time: DateValue, context: ClaimContext) -> bool:
    """Whether a date only says among which others a thing ranks: the strike, the third this year, began."""
    sentence, words = context.passage.sentence, context.passage.article.words
    before = words(Span(sentence.start, max(sentence.start, time.span.start)))
    return bool(worded("ranks_among").search(before))


def is_of_other(
    date: DateValue, found: DateValue, value: Quantity, around: Sequence[Reading], context: ClaimContext
) -> bool:
    """Whether a date beside the time of a figure is that of the saying, or of another figure."""
    return (
        _is_of_next(date, value, around, context)
        or _is_said_apart(date, value, context)
        or _is_of_saying(date, found, value, around, context)
        or is_right_behind(date, value, around, context)
        or _is_multiplied(date, value, context)
    )


def is_of_other_clause(
    rival: DateValue, found: DateValue, words: Sequence[Span], context: ClaimContext
) -> bool:
    """Whether a date is of another clause than the words of the claim and their own date.

    It leads up to what is said, "told staff on Monday that", or opens the next clause: ", and by 4 a.m.".
    """
    passage = context.passage
    behind = passage.article.words(Span(rival.span.end, passage.sentence.end))
    if rival.span.end <= found.span.start and worded("says_that").match(behind):
        return all(word.start >= rival.span.end for word in words)
    together = passage.share_clause(found.span, words) and found.span.end <= rival.span.start
    return together and not passage.share_clause(rival.span, words) and _opens_clause(rival, context)


def _opens_clause(time: DateValue, context: ClaimContext) -> bool:
    """Whether a date opens a clause that "and" or "but" joins to the one before."""
    sentence, words = context.passage.sentence, context.passage.article.words
    before = words(Span(sentence.start, max(sentence.start, time.span.start)))
    return bool(worded("opens_joined").search(before))


def is_right_behind(
    date: DateValue, value: Quantity, around: Sequence[Reading], context: ClaimContext
) -> bool:
    """Whether a date is right behind another figure of one kind, and the value has one right behind it.

    Inflation slowed to 7.1% in February from 7.6% in January.
    """
    if is_of_compared(date, value, around, context):
        return True
    alike = [one for one in around if isinstance(one, Quantity) and _counted(one) == _counted(value)]
    times = [one for one in around if isinstance(one, DateValue)]
    if any(_heads(date, one, value, context) for one in alike if one.span != value.span):
        return True
    own = any(_adjoins(value, time, context) for time in times)
    return own and any(_adjoins(one, date, context) for one in alike if one.span != value.span)


def own_time(value: Quantity, around: Sequence[Reading], context: ClaimContext) -> DateValue | None:
    """The date beside a figure with which another is compared: against 13.8% in May, 上年同期为8亿元."""
    text = context.passage.article.source.text
    times = [one for one in around if isinstance(one, DateValue) and one.offset is None]
    if owned := next((one for one in times if is_joined_to(one, value, context)), None):
        return owned
    before = next(
        (one for one in times if _leads_to(text[one.span.end : value.span.start], one, value)), None
    )
    if before is not None and _is_second(value, before.span.start, around):
        return before
    lead = text[max(context.passage.sentence.start, value.span.start - NEAR) : value.span.start]
    compared = ends_with_comparing(lead) and _is_second(value, value.span.start, around)
    return next((one for one in times if compared and _adjoins(value, one, context)), None)


def is_joined_to(time: DateValue, value: Quantity, context: ClaimContext) -> bool:
    """Whether only 的 stands between a time and the figure: 由2046年的7.2亿元增至2047年的7.5亿元."""
    if value.share or value.unit in OF_ANOTHER:
        return False  # 去年的一半
    between = context.passage.article.source.text[time.span.end : value.span.start]
    return time.span.end < value.span.start and bool(worded("joins_time").fullmatch(between))


def is_of_earlier(value: Quantity, around: Sequence[Reading], context: ClaimContext) -> bool:
    """Whether a figure is compared with another and is of a time that is reckoned back: a year before."""
    text = context.passage.article.source.text
    lead = text[max(context.passage.sentence.start, value.span.start - NEAR) : value.span.start]
    compared = ends_with_comparing(lead) and _is_second(value, value.span.start, around)
    return compared and bool(worded("reckoned_back").match(text, value.span.end))


def _leads_to(between: str, time: DateValue, value: Quantity) -> bool:
    return time.span.end <= value.span.start and bool(worded("leads_to_figure").fullmatch(between))


def _is_second(value: Quantity, place: int, around: Sequence[Reading]) -> bool:
    """Whether a figure of the same unit stands before a place: that with which this one is compared."""
    return any(
        isinstance(one, Quantity) and _counted(one) == _counted(value) and one.span.end <= place
        for one in around
    )


def _counted(one: Quantity) -> str:
    """The unit without what it is reckoned on: 每公斤26元, 31元."""
    return (one.unit or "").partition("-per-")[0]


def _heads(time: DateValue, other: Quantity, value: Quantity, context: ClaimContext) -> bool:
    """Whether a date is right before the figure from which the value has changed: 从五月的26元涨到31元."""
    text = context.passage.article.source.text
    between = text[time.span.end : other.span.start]
    joined = (
        time.span.end <= other.span.start < value.span.start and worded("owns").match(between[:1]) is not None
    )
    return (
        joined
        and len(between) <= ADJOINING + 2
        and is_changed(worded.source("from"), text[other.span.end : value.span.start])
    )


def _adjoins(figure: Quantity, time: DateValue, context: ClaimContext) -> bool:
    between = context.passage.article.source.text[figure.span.end : time.span.start]
    return figure.span.end <= time.span.start and len(between) <= ADJOINING and between.isascii()


def _is_multiplied(date: DateValue, value: Quantity, context: ClaimContext) -> bool:
    """Whether a value is so many times that of a date: 成交额为前一日的三倍."""
    between = context.passage.article.words(Span(date.span.end, max(date.span.end, value.span.start)))
    return value.unit == "times" and worded("owns").fullmatch(between) is not None


def _is_of_saying(
    date: DateValue, found: DateValue, value: Quantity, around: Sequence[Reading], context: ClaimContext
) -> bool:
    """Whether a figure has its own time behind it, and a date before says when it was given.

    The bank said on Monday that profit fell to $3 million in the fourth quarter.
    """
    text = context.passage.article.source.text
    if not date.span.end <= value.span.start < value.span.end <= found.span.start:
        return False
    between = Span(value.span.end, found.span.start)
    clear = not CLAUSE_BREAK.search(text[between.start : between.end])
    alone = not any(one.span.is_within([between]) for one in around)
    before = text[context.passage.sentence.start : date.span.start]
    return clear and alone and is_time_of_saying(before)


def _is_said_apart(date: DateValue, value: Quantity, context: ClaimContext) -> bool:
    """Whether a date says when a figure of a clause before was given: rose to $3, the bank said on Monday."""
    text, sentence = context.passage.article.source.text, context.passage.sentence
    apart = value.span.end <= date.span.start and CLAUSE_BREAK.search(text[value.span.end : date.span.start])
    return bool(apart) and is_time_of_saying(text[sentence.start : date.span.start])


def is_of_compared(
    date: DateValue, value: Quantity, around: Sequence[Reading], context: ClaimContext
) -> bool:
    """Whether a date is right behind a figure compared with the value: to $4 from $3 a year earlier."""
    text = context.passage.article.source.text
    other = [one for one in around if isinstance(one, Quantity) and value.span.end <= one.span.start]
    if not other or other[0].unit != value.unit:
        return False
    before, behind = text[value.span.end : other[0].span.start], text[other[0].span.end : date.span.start]
    near = other[0].span.end <= date.span.start and len(behind) <= ADJOINING
    return near and not CLAUSE_BREAK.search(behind) and ends_with_comparing(before)


def _is_of_next(date: DateValue, value: Quantity, around: Sequence[Reading], context: ClaimContext) -> bool:
    """Whether a date opens a later clause that gives its own value: 亏损46亿元，上年同期盈利8亿元."""
    if value.span is None or date.span.start < value.span.end:
        return False
    text = context.passage.article.source.text
    between = text[value.span.end : date.span.start]
    behind = [one for one in around if isinstance(one, Quantity) and one.span.start >= date.span.end]
    if not CLAUSE_BREAK.search(between) or not behind:
        return False
    return behind[0].unit == value.unit and not CLAUSE_BREAK.search(
        text[date.span.end : behind[0].span.start]
    )
