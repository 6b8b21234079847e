"""What a date leaves out, its year, week or day: by the tense, the dates before it and publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from build_tools.values.date_parts import DateParts, edtf_of, in_context
from build_tools.values.grammar.bounds import BoundSide, open_side
from build_tools.values.grammar.clock_days import (
    day_behind,
    days_later,
    is_after_night,
    is_of_next_day,
    recurs,
)
from build_tools.values.grammar.compiled import worded
from build_tools.values.grammar.counted import NO_END, counted_on, is_lasting
from build_tools.values.grammar.date_ranges import WHOLE_DAY, range_of
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.period_parts import month_before
from build_tools.values.grammar.placed import Placed, before, between
from build_tools.values.grammar.quoted import is_quoted
from build_tools.values.grammar.repeated_hours import Heard, is_compared
from build_tools.values.grammar.resolving import resolved
from build_tools.values.grammar.same_period import closing_day, period_of, same_period
from build_tools.values.grammar.seen import Seen, plus
from build_tools.values.grammar.tense import is_ahead
from build_tools.values.grammar.tokens import TokenKind

STORY_END = re.compile("[。!?\n]|[.] ")  # a semicolon strings dates together
COUNTED = frozenset({"counted", "counted_from"})
RELATIVE = frozenset({"day_seen"})


@dataclass
class Told:
    """The last date that the text mentioned, the last with its year, the last day, the last year."""

    last: DateParts | None = None
    dated: DateParts | None = None
    day: str | None = None
    year: int | None = None
    last_year: int | None = None  # of the last date, as it came out
    when: str | None = None  # the last day of all, today and the day of a time of day too
    clock: Placed | None = None  # the last time of day
    night: Placed | None = None  # the last date of all, which may be a night
    period: str | None = None  # the last months, which 同期 goes back to


def complete_dates(placed: Sequence[Placed], items: Sequence[Item], seen: Seen) -> list[Placed]:
    """The dates with all that they leave out; two with `to` between them are one range."""
    return list(_told(placed, items, seen))


def _told(placed: Sequence[Placed], items: Sequence[Item], seen: Seen) -> Iterator[Placed]:
    told, at, done, heard = Told(), 0, 0, Heard()
    while at < len(placed):
        one = placed[at]
        if one.parts.if_ahead and not is_ahead(one, items, seen.text):
            at += 1
            continue
        if "\n" in seen.text[done : one.parts.start]:
            told = Told(year=told.year)
        elif told.last and not _is_one_story(seen.text, told.last.end, one.parts.start):
            told.last = None
        one = heard.filled(one, items, seen, told.when)
        if parts := _counted(placed[at : at + 2], told, items, seen):
            yield Placed(parts, one.first, placed[at + 1].last, "anchored")
            done, at = parts.end, at + 2
            continue
        if one.rule == "counted_from":
            at += 1
            continue
        if (
            told.when
            and seen.today
            and told.when > seen.today.isoformat()
            and STORY_END.search(seen.text, done, one.parts.start)
        ):
            told.when = told.day
        if behind := day_behind(placed[at : at + 3], items):
            told.when = edtf_of(resolved(_in_context(behind, told, items, seen), behind, items, seen))
        other = placed[at + 1] if at + 1 < len(placed) else None
        other_end = other if other and _is_range(one, other, items) else None
        own_year = other_end and _has_year_of(one, other_end)
        first = one.parts if own_year else _in_context(one, told, items, seen)
        if done and _is_earlier(one, seen) and not STORY_END.search(seen.text, done, one.parts.start):
            first = replace(first, edtf=None, unresolved=True)
        if other and first.year is None and first.months and _shares_year(one, other, items):
            first = replace(first, year=other.parts.year)
        joined = range_of(first, one, other_end, items, seen) if other_end else None
        parts = joined or resolved(first, one, items, seen)
        parts = closing_day(same_period(parts, told.period, seen.text), seen.text)
        belongs = (
            one.last < len(items) and seen.text[items[one.last].start] in load_lexicon().lists["of_han"]
        ) or _is_since(one, items)
        day = told.when
        _remember(told, first, one, parts, belongs, seen.text)
        told.when = day if is_compared(one, seen) else told.when
        heard.remember(one, parts, items)
        last = other_end.last if joined and other_end else one.last
        yield Placed(parts, one.first, last, "range" if joined else one.rule)
        done, at = parts.end, at + (2 if joined else 1)


def _counted(pair: Sequence[Placed], told: Told, items: Sequence[Item], seen: Seen) -> DateParts | None:
    """Three days after January 12: counted from the date that follows at once."""
    if len(pair) < 2 or pair[0].rule not in COUNTED or not seen.text[pair[0].parts.end - 1].isascii():
        return None
    if is_lasting(pair[0].parts.start, seen):
        return None
    one, base = pair
    if [item for item in between(one, base, items) if "article" not in item.kinds]:
        return None
    day = edtf_of(resolved(_in_context(base, told, items, seen), base, items, seen)) or ""
    if len(day) != WHOLE_DAY:
        return None
    edtf = counted_on(one.parts, date.fromisoformat(day))
    if edtf and one.rule == "counted_from" and _is_beyond(one, items):
        offset = one.parts.offset
        edtf = open_side(edtf, BoundSide.BEFORE if offset and offset.high < 0 else BoundSide.AFTER)
    return DateParts(one.parts.start, base.parts.end, edtf=edtf, unresolved=edtf is None)


def _is_earlier(one: Placed, seen: Seen) -> bool:
    """3% in April from 5% a month earlier: a date before the one told of, not before publication."""
    return one.rule in COUNTED and seen.text[one.parts.start : one.parts.end].endswith("earlier")


def _is_beyond(one: Placed, items: Sequence[Item]) -> bool:
    """More than two weeks before."""
    words = (word for item in items[one.first : one.last] for word in item.words)
    return any(word.kind is TokenKind.BEFORE and word.name in NO_END for word in words)


def _in_context(one: Placed, told: Told, items: Sequence[Item], seen: Seen) -> DateParts:
    last = told.last
    if last and last.year is not None and seen.year is not None and last.year < seen.year:
        last = None if one.parts.months and is_ahead(one, items, seen.text) else last
    parts = in_context(one.parts, last)
    if parts.year is None and parts.months and one.parts.days and not one.parts.months:
        parts = replace(parts, year=told.last_year)
    if parts.days_later is not None:
        return _days_later(parts, told, seen)
    if parts.later is not None:
        year = None if told.year is None else told.year + parts.later
        parts = replace(parts, year=year, unresolved=year is None)
    if one.rule in RELATIVE and told.day and parts.edtf and seen.today and is_quoted(seen.given, parts.start):
        days = date.fromisoformat(parts.edtf).toordinal() - seen.today.toordinal()
        return replace(parts, edtf=plus(date.fromisoformat(told.day), days).isoformat())
    if one.rule == "month_seen" and one.last - one.first == 1:
        month = month_before(items[one.first], told.last, told.last_year, seen)
        return replace(parts, edtf=month or parts.edtf)
    if one.is_clock and recurs(one, items):
        return replace(parts, unresolved=True, hours=None)
    if one.is_clock and told.when:
        night = told.clock is not None and is_of_next_day(told.clock, one, items)
        night = night or (told.night is not None and is_after_night(told.night, one, items))
        return replace(parts, edtf=days_later(told.when, int(night)))
    return _in_paragraph(parts, told.dated)


def _days_later(parts: DateParts, told: Told, seen: Seen) -> DateParts:
    """The following day, from the day last mentioned; 当天 is else the day of publication."""
    day = date.fromisoformat(told.day) if told.day else None if parts.days_later else seen.today
    edtf = plus(day, parts.days_later or 0).isoformat() if day else None
    return replace(parts, edtf=edtf, unresolved=edtf is None)


def _in_paragraph(parts: DateParts, told: DateParts | None) -> DateParts:
    """A month in the year of the last date of the paragraph that gives one, if it does not go back."""
    if parts.year is not None or parts.edtf or parts.season or not (parts.months and told and told.months):
        return parts
    return replace(parts, year=told.year) if parts.months[0] >= told.months[0] else parts


def _remember(told: Told, first: DateParts, one: Placed, parts: DateParts, belongs: bool, text: str) -> None:
    told.last = first if first.months and not belongs and one.rule != "named" else told.last
    if one.parts.year is not None and one.parts.months and one.rule == "written" and not belongs:
        told.dated = one.parts
    edtf = edtf_of(parts) or ""
    period = period_of(edtf, one.parts.start, text)
    told.period = told.period if period is None else period
    told.last_year = int(edtf[:4]) if first.months and edtf[:4].isdigit() else told.last_year
    told.year = first.year or (int(edtf[:4]) if edtf[:4].isdigit() else told.year)
    told.night = one
    told.clock = one if parts.hours and parts.hours.sure else told.clock
    if len(edtf) == WHOLE_DAY:
        told.when = edtf
        told.day = edtf if one.rule not in RELATIVE else told.day


def _is_since(one: Placed, items: Sequence[Item]) -> bool:
    """Since March 2023: of another time than what follows."""
    led = before(one.first, items)
    return led is not None and "since_before" in items[led].kinds and one.parts.year is not None


def _is_one_story(text: str, start: int, end: int) -> bool:
    """Whether a date goes on from the one before it: in the same sentence, after a comma or an `and`."""
    strung = worded("dates_strung").search(text, start, end)
    return bool(strung) and not STORY_END.search(text, start, end)


def _shares_year(one: Placed, other: Placed, items: Sequence[Item]) -> bool:
    """In March and May 2020: the year counts for both."""
    gap = between(one, other, items)
    months, last = one.parts.months, other.parts.months
    joined = len(gap) == 1 and bool(gap[0].kinds & {"both", "dash", "slash"}) and one.rule == "month_to"
    return joined and months is not None and last is not None and months <= last


def _has_year_of(one: Placed, other: Placed) -> bool:
    """Whether the beginning of a range takes its year from the end: 3月到2028年6月."""
    return bool(one.parts.months) and one.parts.year is None and other.parts.year is not None


def _is_range(one: Placed, other: Placed, items: Sequence[Item]) -> bool:
    gap = between(one, other, items)
    if one.is_clock and other.parts.hours and other.rule == "told_from":
        return len(gap) == 1 and "to" in gap[0].kinds  # 晚上10点到次日早上5点
    if len(gap) == 2 and "since_after" in gap[0].kinds and "to" in gap[1].kinds:
        return one.rule in RELATIVE  # 即日起至11月30日
    if len(gap) != 1 or one.is_clock or other.is_clock:
        return len(gap) == 2 and bool(gap[0].kinds & {"to"}) and bool(gap[1].kinds & {"article", "on"})
    if "both" in gap[0].kinds:
        lead = before(one.first, items)
        tail = items[other.last] if other.last < len(items) else None
        led = lead is not None and "between" in items[lead].kinds
        return led or (tail is not None and "between_end" in tail.kinds)
    return bool(gap[0].kinds & {"to", "dash"})
