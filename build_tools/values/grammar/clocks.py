"""Times of day as they are written, and the dates that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_tools.values.date_parts import DAY, HALF_DAY, DateParts, Hours
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.patterns import Found
from build_tools.values.grammar.placed import Placed, after, before, between
from build_tools.values.grammar.seen import Seen
from build_tools.values.grammar.tense import REACH, SENTENCE, until

SURE_SIGN = "时"
MIDNIGHT = 24


def clock(found: Found, seen: Seen) -> DateParts | None:
    """晚上9点30分, 2:53pm EST, 0038 hrs, noon."""
    minutes = _minutes(found)
    if minutes is None:
        return None
    about = found.get("about") is not None or found.get("more") is not None
    zones = (item.word("zone").name for name in ("zone", "zone_after") if (item := found.get(name)))
    told = ("part", "am", "part_after", "zone", "zone_after", "noon", "hhmm", "minute_word", "sharp", "more")
    sure = any(found.get(name) for name in told) or _is_spelt_out(found) or "oclock" in _kinds(found)
    return DateParts(found.start, found.end, hours=Hours(minutes, minutes, about, next(zones, None), sure))


def _is_spelt_out(found: Found) -> bool:
    """3点20 and 3点5分, but not 十五点七, which is a decimal."""
    minute, hour = found.get("minute"), found.get("hour")
    if minute is None and hour and "arabic" in hour.kinds and _sign(found) == SURE_SIGN:
        return True
    if minute is None or "hour_sign" not in _kinds(found):
        return False
    return minute.end - minute.start > 1 or "minute_sign" in _kinds(found)


def _sign(found: Found) -> str:
    """The sign of the hour: 17时 is one, 5点 may be points."""
    signs = (item for item in found.items[found.first : found.last] if "hour_sign" in item.kinds)
    return next((word.name for item in signs for word in item.words if word.kind == "hour_sign"), "")


def _kinds(found: Found) -> frozenset[str]:
    return frozenset().union(*(item.kinds for item in found.items[found.first : found.last]))


def _minutes(found: Found) -> int | None:
    if noon := found.get("noon"):
        return int(noon.word("noon").name) * 60
    if (hhmm := found.number("hhmm")) is not None:
        return hhmm // 100 * 60 + hhmm % 100
    hour, minute = found.number("hour") or 0, found.number("minute") or 0
    if word := found.get("minute_word"):
        minute = int(word.word("quarter_hour").number) if "quarter_hour" in word.kinds else 30
    if minute > 59 or hour > 24:
        return None
    of_day = _of_day(found, hour)
    return None if of_day is None else of_day * 60 + minute


def _of_day(found: Found, hour: int) -> int | None:
    """The hour of the day, by a.m. and p.m. or by the part of the day."""
    if am := found.get("am"):
        after = int(am.word("am_pm").name)
        return hour % 12 + after if 1 <= hour <= 12 else hour if after and hour < 24 else None
    for name, kind in (("part", "day_part"), ("part_after", "day_part_after")):
        if part := found.get(name):
            first, last = map(int, part.word(kind).name.split("-"))
            if hour < 12 and first <= hour + 12 <= last and not first <= hour <= last:
                return hour + 12
            if hour == 12 and (last >= MIDNIGHT or first == 0):
                return MIDNIGHT if first else 0
            return hour
    return hour


def clock_range(found: Found, seen: Seen) -> DateParts | None:
    """9 to 11 p.m., 9:30-11:15 a.m.: the second says of both which half of the day it is."""
    last = _minutes_of(found, "hour2", "minute2")
    first = _minutes_of(found, "hour", "minute")
    if first is None or last is None:
        return None
    first -= HALF_DAY if first > last else 0
    zone = found.get("zone_after")
    name = zone.word("zone").name if zone else None
    return DateParts(found.start, found.end, hours=Hours(first, last, zone=name)) if first >= 0 else None


def _minutes_of(found: Found, hour: str, minute: str) -> int | None:
    am, at_ = found.get("am"), found.number(hour) or 0
    if am is None or not 1 <= at_ <= 12:
        return None
    return (at_ % 12 + int(am.word("am_pm").name)) * 60 + (found.number(minute) or 0)


def day_part(found: Found, seen: Seen) -> DateParts:
    """The morning, 夜间: it belongs to its day and does not narrow it."""
    return DateParts(found.start, found.end, hours=Hours(0, DAY - 1, sure=False))


LINKS = frozenset({"comma", "at", "on", "of", "about_clock", "close", "open", "article", "between"})
MOST_LINKS = 3
LEADS = frozenset({"at", "until_before", "to", "since_before", "before_before", "after_before", "between"})
NOT_TIME = frozenset({"within", "colon", "slash", "dash", "money", "percent"})
PARTS_OF_DAY = frozenset({"day_part"})


def with_hours(placed: Sequence[Placed], items: Sequence[Item]) -> list[Placed]:
    """The dates with the hours beside them; a time alone that may be something else is left out."""
    found: list[Placed] = []
    for one in _ranges(placed, items):
        last = found[-1] if found else None
        joined = _joined(last, one, items) if last else None
        if joined:
            found[-1] = joined
        else:
            found.append(one)
    return [_with_zone(one, items) for one in found if _counts(one, items)]


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
    gap = between(one, other, items)
    if len(gap) > MOST_LINKS or any(not item.kinds & LINKS for item in gap):
        return None
    clock, date = (one, other) if one.is_clock or one.rule in PARTS_OF_DAY else (other, one)
    is_part = clock.rule in PARTS_OF_DAY
    if not (clock.is_clock or is_part) or date.is_clock or date.rule in PARTS_OF_DAY:
        return None
    if not is_part and date.parts.hours is not None:
        return None
    if one is clock and not is_part and gap and not any(item.kinds & {"on", "of", "comma"} for item in gap):
        return None
    if is_part and one is clock and not any("of" in item.kinds for item in gap):
        return None
    if is_part and one is date and gap:
        return None
    hours = _in_part(date.parts.hours, clock, items) if is_part else clock.parts.hours
    if not is_part:
        hours = _in_evening(hours, date, clock, items)
    parts = replace(date.parts, start=one.parts.start, end=other.parts.end, hours=hours)
    return Placed(parts, one.first, other.last, date.rule)


def _in_part(hours: Hours | None, part: Placed, items: Sequence[Item]) -> Hours | None:
    """At 9:30 on Tuesday night: the part of the day says which half of it is meant."""
    return _shifted(hours, items[part.first].word("day_part").name)


def _in_evening(hours: Hours | None, date: Placed, clock: Placed, items: Sequence[Item]) -> Hours | None:
    """昨晚11点: the word for the day says that it is its evening, where the time itself does not."""
    told = any(item.kinds & {"day_part", "am_pm"} for item in items[clock.first : clock.last])
    words = [item for item in items[date.first : date.last] if "evening_word" in item.kinds]
    return _shifted(hours, words[0].word("evening_word").name) if words and not told else hours


def _shifted(hours: Hours | None, within: str) -> Hours | None:
    if hours is None or hours.first is None or hours.last is None or hours.first >= HALF_DAY:
        return hours
    first, _, last = within.partition("-")
    later = int(first) * 60 <= hours.first + HALF_DAY <= int(last) * 60
    return replace(hours, first=hours.first + HALF_DAY, last=hours.last + HALF_DAY) if later else hours
