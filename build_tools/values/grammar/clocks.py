"""Times of day as they are written, and the dates that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from build_tools.values.date_parts import DAY, HALF_DAY, Hours
from build_tools.values.grammar.carried import carried
from build_tools.values.grammar.clock_days import is_in_brackets
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.placed import Placed, after, before, between
from build_tools.values.grammar.tense import REACH, SENTENCE, until

LINKS = frozenset({"comma", "at", "on", "of", "about_clock", "close", "open", "article", "between"})
BETWEEN_LINKS = LINKS | {"zone"}  # noon local time on Wednesday
MOST_LINKS, MOST_BETWEEN, MOST_ZONE, MOST_ON = 3, 8, 8, 3
LOCAL = "local"
LEADS = frozenset({"at", "until_before", "to", "since_before", "before_before", "after_before", "between"})
NOT_TIME = frozenset({"within", "colon", "slash", "dash", "money", "percent"})
PARTS_OF_DAY = frozenset({"day_part"})
NO_DAYS = PARTS_OF_DAY | {"counted_from"}


def with_hours(placed: Sequence[Placed], items: Sequence[Item], text: str) -> list[Placed]:
    """The dates with the hours beside them; a time alone that may be something else is left out."""
    found: list[Placed] = []
    dates = _ranges([_in_brackets(one, items) for one in placed], items)
    for one, behind in zip_longest(dates, dates[1:]):
        last = found[-1] if found else None
        joined = (_joined(last, one, items) or _until(last, one, behind, items)) if last else None
        if joined:
            found[-1] = joined
        else:
            found.append(one)
    return [_with_zone(one, items) for one in carried(found, items, text) if _counts(one, items)]


def _in_brackets(one: Placed, items: Sequence[Item]) -> Placed:
    """9 p.m. (local time), 16时05分(澄江时间): a zone in brackets; one of no table is of its place."""
    hours, opened = one.parts.hours, after(one.last, items)
    if hours is None or hours.zone or opened is None or "open" not in items[opened].kinds:
        return one
    inner = list(until(items[opened + 1 : opened + MOST_ZONE], frozenset({"close"})))
    closed = opened + 1 + len(inner)
    if closed >= len(items) or "close" not in items[closed].kinds:
        return one
    if not inner or not inner[-1].kinds & {"zone", "zone_word"} or any(i.number is not None for i in inner):
        return one
    named = inner[-1].word("zone").name if len(inner) == 1 and "zone" in inner[-1].kinds else LOCAL
    parts = replace(one.parts, end=items[closed].end, hours=replace(hours, zone=named))
    return replace(one, parts=parts, last=closed + 1)


def _until(one: Placed, other: Placed, behind: Placed | None, items: Sequence[Item]) -> Placed | None:
    """10 p.m. on Monday to 5 a.m., 6日20点至21点半: the hours of a date up to those behind it.

    In 10 p.m. Friday to 5 a.m. Monday the hours behind it have a day of their own.
    """
    hours = one.parts.hours
    if behind and _is_on(other, behind, items) and _joined(other, behind, items):
        return None
    if one.is_clock or hours is None or not hours.sure or not other.is_clock or hours.first != hours.last:
        return None
    gap = between(one, other, items)
    return _range(one, other) if len(gap) == 1 and "to" in gap[0].kinds else None


def _is_on(one: Placed, other: Placed, items: Sequence[Item]) -> bool:
    """Whether a date follows hours at once: 5 a.m. Monday, noon on Saturday."""
    gap = items[one.last : other.first]
    return len(gap) <= 1 or (len(gap) <= MOST_ON and all(item.kinds & {"space", "on"} for item in gap))


def _with_zone(one: Placed, items: Sequence[Item]) -> Placed:
    """北京时间2月5日晚上8点, 9 p.m. on Tuesday, Beijing time: the zone before or after the date."""
    hours = one.parts.hours
    if hours is None or hours.zone:
        return one
    led, tail = before(one.first, items), after(one.last, items)
    if led is not None and "zone" in items[led].kinds:
        named = replace(hours, zone=items[led].word("zone").name)
        return Placed(replace(one.parts, start=items[led].start, hours=named), led, one.last, one.rule)
    if tail is not None and "comma" in items[tail].kinds:
        spaced = tail + 1 < len(items) and "space" in items[tail + 1].kinds  # 4时17分，当地有地震
        tail = after(tail + 1, items) if spaced else None
    if tail is not None and "zone" in items[tail].kinds:
        named = replace(hours, zone=items[tail].word("zone").name)
        return Placed(replace(one.parts, end=items[tail].end, hours=named), one.first, tail + 1, one.rule)
    return one


def _counts(one: Placed, items: Sequence[Item]) -> bool:
    if one.rule in PARTS_OF_DAY:
        return False
    if not one.is_clock or one.parts.hours is None or one.parts.hours.sure:
        return True
    if "colon" not in items[one.first + 1].kinds:
        return False
    led = before(one.first, items)
    return (led is not None and bool(items[led].kinds & LEADS)) or _is_bare_time(one, items)


def _is_bare_time(one: Placed, items: Sequence[Item]) -> bool:
    """The gates opened 17:00; but no score of 21:15, no 10:45 that a runner took, and no ratio."""
    hour, minute = items[one.first], items[one.first + 2]
    if one.last - one.first != len(("17", ":", "00")) or not minute.kinds & {"short"}:
        return False
    led, tail = before(one.first, items), after(one.last, items)
    if any(place is not None and items[place].kinds & NOT_TIME for place in (led, tail)):
        return False
    head, rest = items[max(0, one.first - REACH) : one.first], items[one.last : one.last + REACH]
    sentence = [*until(reversed(head), SENTENCE), *until(rest, SENTENCE)]
    return "short" in hour.kinds and not any("score_word" in item.kinds for item in sentence)


def _ranges(placed: Sequence[Placed], items: Sequence[Item]) -> list[Placed]:
    """20点到21点半 is one time; of two, one that is sure makes the other so."""
    found: list[Placed] = []
    for one in placed:
        last = found[-1] if found else None
        if last and last.is_clock and one.is_clock and _are_ends(last, one, items):
            found[-1] = _range(last, one)
        else:
            found.append(one)
    return found


def _are_ends(one: Placed, other: Placed, items: Sequence[Item]) -> bool:
    gap = between(one, other, items)
    led = before(one.first, items)
    both = led is not None and "between" in items[led].kinds and len(gap) == 1 and "both" in gap[0].kinds
    return both or (len(gap) == 1 and "to" in gap[0].kinds)


def _range(one: Placed, other: Placed) -> Placed:
    first, last = one.parts.hours, other.parts.hours
    assert first
    assert last
    begin, end = first.first or 0, last.last or 0
    if end < begin:
        end += HALF_DAY if end + HALF_DAY > begin and end < HALF_DAY and not _is_told(other) else DAY
    hours = Hours(begin, end, first.about or last.about, last.zone or first.zone, first.sure or last.sure)
    return Placed(replace(one.parts, end=other.parts.end, hours=hours), one.first, other.last, one.rule)


def _is_told(one: Placed) -> bool:
    return one.parts.hours is not None and one.parts.hours.sure


def _joined(one: Placed, other: Placed, items: Sequence[Item]) -> Placed | None:
    """A date and a time beside it, in either order; None where they have nothing to do with each other."""
    clock, date = (one, other) if one.is_clock or one.rule in PARTS_OF_DAY else (other, one)
    is_part = clock.rule in PARTS_OF_DAY
    if not (clock.is_clock or is_part) or date.is_clock or date.rule in NO_DAYS or _is_length(date):
        return None
    if (not is_part and date.parts.hours is not None) or other.first - one.last > MOST_BETWEEN:
        return None
    gap = between(one, other, items)
    if len(gap) > MOST_LINKS or any(not item.kinds & BETWEEN_LINKS for item in gap):
        return None
    if clock is one and any("close" in item.kinds for item in gap) and is_in_brackets(one, items):
        return None  # (0800 GMT) on Monday: the day is of the time before it too
    if one is clock and not is_part and gap and not any(item.kinds & {"on", "of", "comma"} for item in gap):
        return None
    if is_part and one is clock and not any("of" in item.kinds for item in gap):
        return None
    if is_part and one is date and gap:
        return None
    hours = _in_part(date.parts.hours, clock, items) if is_part else clock.parts.hours
    if not is_part:
        hours = _in_evening(hours, date, clock, items)
    zone = next((item.word("zone").name for item in gap if "zone" in item.kinds), None)
    hours = replace(hours, zone=zone) if hours and zone and not hours.zone else hours
    parts = replace(date.parts, start=one.parts.start, end=other.parts.end, hours=hours)
    return Placed(parts, one.first, other.last, date.rule)


def _is_length(date: Placed) -> bool:
    """Two hours after, more than an hour after: how far from an event, and no day of an hour."""
    return date.parts.offset is not None or (date.rule == "counted" and date.parts.unresolved)


def _in_part(hours: Hours | None, part: Placed, items: Sequence[Item]) -> Hours | None:
    """At 9:30 on Tuesday night: the part of the day says which half of it is meant."""
    return _shifted(hours, items[part.first].word("day_part").name)


def _in_evening(hours: Hours | None, date: Placed, clock: Placed, items: Sequence[Item]) -> Hours | None:
    """昨晚11点: the word for the day says that it is its evening, where the time itself does not."""
    told = any(item.kinds & {"day_part", "am_pm"} for item in items[clock.first : clock.last])
    words = [item for item in items[date.first : date.last] if "evening_word" in item.kinds]
    return _shifted(hours, words[0].word("evening_word").name) if words and not told else hours


def _shifted(hours: Hours | None, within: str) -> Hours | None:
    if hours is None or hours.first is None or hours.last is None:
        return hours
    first, _, last = within.partition("-")
    if HALF_DAY <= hours.first == hours.last < HALF_DAY + 60 and int(last) <= 12:
        return replace(
            hours, first=hours.first - HALF_DAY, last=hours.last - HALF_DAY
        )  # 12:30 in the morning
    if hours.first >= HALF_DAY:
        return hours
    later = int(first) * 60 <= hours.first + HALF_DAY <= int(last) * 60
    return replace(hours, first=hours.first + HALF_DAY, last=hours.last + HALF_DAY) if later else hours
