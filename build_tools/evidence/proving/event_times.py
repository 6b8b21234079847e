"""The time of an event where words give it as the end of a period: not until six, moved from 3 to 5."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.language import Force
from build_tools.language.tables import level_letters, one_of
from build_tools.model import Clock, DateValue, Span
from build_tools.values import named_date


def event_times(passage: Passage) -> Iterator[DateValue]:
    """Each date that is given as the end of an open time, as a plain day or hour."""
    for one in passage.dates:
        if one.named and worded("until").match(level_letters(one.raw)) and _begins_then(one, passage):
            yield _end(one)
        elif _moved_from().search(_before(one, passage)):
            yield from _last_of_range(one)


def is_moved(one: DateValue, passage: Passage) -> bool:
    """Whether a date is the one to which something is put off or changed: postponed to, 改为."""
    return bool(_moved_to().search(_before(one, passage)))


def is_as_planned(one: DateValue, passage: Passage) -> bool:
    """Whether a date is the one for which something was first set: 原定9日, due at 3 p.m."""
    return bool(worded("set_for").search(_before(one, passage).lower()))


def is_put_off(one: DateValue, others: Iterable[DateValue], passage: Passage) -> bool:
    """Whether a date is the one from which something is moved to a later place of the sentence."""
    later = (other for other in others if other.span.start > one.span.start and is_moved(other, passage))
    return any(not _moves_another(passage.article.words(Span(one.span.end, two.span.start))) for two in later)


def _moves_another(between: str) -> bool:
    """Whether what is moved is not what the clause of the first date speaks of: 昨日应讯，将案件押后至."""
    leveled = level_letters(between)
    found = worded("moves_what").search(leveled)
    return found is not None and found["what"] not in leveled[: found.start()]


def _before(one: DateValue, passage: Passage) -> str:
    """The sentence of a quote up to a date."""
    sentence = passage.sentence
    return level_letters(passage.article.words(Span(sentence.start, max(one.span.start, sentence.start))))


def _begins_then(one: DateValue, passage: Passage) -> bool:
    """Whether something begins at the end that a date names: not until Monday, 直到周一才."""
    sentence, words = passage.sentence, passage.article.words
    if worded("only_then").match(level_letters(words(Span(one.span.end, max(one.span.end, sentence.end))))):
        return True
    start = passage.article.sentence_cues(sentence)[0]
    negative = [
        Span(cue.span.start + start, cue.span.end + start)
        for cue in passage.cues
        if cue.force is Force.NEGATION
    ]
    before = [cue for cue in negative if cue.start <= one.span.start]
    return one.raw.isascii() and passage.share_clause(one.span, before)


def _end(one: DateValue) -> DateValue:
    """The day or the hour that the words of an open time name, without the word that opens it."""
    named, clock = named_date(one), one.clock
    lead = worded("until").match(level_letters(one.raw))
    raw = one.raw[lead.end() if lead else 0 :]
    day = replace(named, raw=raw)
    return _at(day, clock) if clock else day


def _last_of_range(one: DateValue) -> Iterator[DateValue]:
    """The last day or hour of a range, in its own words; nothing of a date that is no range."""
    clock = one.clock
    hours = clock is not None and clock.first != clock.last
    *_, raw = worded("joined").split(one.raw)
    if one.latest and raw != one.raw and (hours or one.earliest != one.latest):
        last = replace(one, earliest=one.latest, edtf=one.latest.isoformat(), raw=raw.strip())
        yield _at(last, clock) if clock else last


def _at(day: DateValue, clock: Clock) -> DateValue:
    """A day at the last of some hours."""
    if day.latest is None or clock.last is None:
        return day
    edtf = f"{day.latest.isoformat()}T{clock.last:%H:%M:%S}"
    return replace(day, clock=Clock(clock.last, clock.last, clock.about), edtf=edtf)


@cache
def _moved_to() -> re.Pattern[str]:
    english = rf"{one_of('moving_en')}\s(?:from\s[^,;.]{{1,40}}?\s)?(?:to|until|till)\s$"
    return re.compile(rf"{english}|{one_of('moving_zh')}[^,。;]{{0,2}}$")


@cache
def _moved_from() -> re.Pattern[str]:
    return re.compile(rf"{one_of('moving_en')}\s(?:\w+\s)?from\s$|{worded.source('changed_from')}")
