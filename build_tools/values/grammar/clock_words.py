"""Times of day as they are written: 晚上9点30分, 2:53pm EST, 0038 hrs, noon."""

from __future__ import annotations

from dataclasses import replace

from build_tools.values.date_parts import DAY, HALF_DAY, DateParts, Hours
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.patterns import Found
from build_tools.values.grammar.seen import Seen
from build_tools.values.grammar.written_dates import iso

MIDNIGHT = HOURS = 24
LONGEST_MONTH = 31


def clock(found: Found, seen: Seen) -> DateParts | None:
    """晚上9点30分, 2:53pm EST, 0038 hrs, noon."""
    if near := found.get("near"):
        return _near(found, near)
    minutes = _minutes(found, seen)
    if minutes is None:
        return None
    about = found.get("about") is not None or found.get("more") is not None
    zones = (item.word("zone").name for name in ("zone", "zone_after") if (item := found.get(name)))
    told = (
        "part",
        "am",
        "part_after",
        "zone",
        "zone_after",
        "noon",
        "hhmm",
        "minute_word",
        "sharp",
        "more",
        "past_hour",
        "point",
    )
    sure = any(found.get(name) for name in told) or _is_spelt_out(found) or "oclock" in _kinds(found)
    return DateParts(found.start, found.end, hours=Hours(minutes, minutes, about, next(zones, None), sure))


def _near(found: Found, near: Item) -> DateParts:
    """Shortly before midnight: the last half hour of the day that is named."""
    first, last = map(int, near.word("near_midnight").name.split("-"))
    zone = found.get("zone_after")
    hours = Hours(first, last, about=True, zone=zone.word("zone").name if zone else None)
    return DateParts(found.start, found.end, hours=hours)


def _is_spelt_out(found: Found) -> bool:
    """3点20 and 3点5分, but not 十五点七, which is a decimal."""
    minute, hour = found.get("minute"), found.get("hour")
    if (
        minute is None
        and hour
        and "arabic" in hour.kinds
        and _sign(found) in load_date_lexicon().lists["sure_with_digits"]
    ):
        return True
    if _sign(found) in load_date_lexicon().lists["sure_hours"]:
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


def _minutes(found: Found, seen: Seen) -> int | None:
    if noon := found.get("noon"):
        return int(noon.word("noon", "midday").name) * 60
    if (hhmm := found.number("hhmm")) is not None:
        return hhmm // 100 * 60 + hhmm % 100
    hour, minute = found.number("hour") or 0, found.number("minute") or 0
    if word := found.get("past_hour"):
        minute = int(word.word("past_hour", "to_hour").number)
    if point := found.get("point"):
        hour, minute = map(int, seen.text[point.start : point.end].split("."))
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


def clock_day(found: Found, seen: Seen) -> DateParts | None:
    """9 a.m. on the 6th: the hour of a day of the month."""
    hours, day = clock(found, seen), found.number("day") or 0
    if hours is None or not 1 <= day <= LONGEST_MONTH:
        return None
    return replace(hours, days=(day, day))


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


def iso_instant(found: Found, seen: Seen) -> DateParts | None:
    """2025-10-03T08:15:20+08:00: the day, the minute and how far its clock is ahead."""
    parts, minutes = iso(found, seen), _minutes(found, seen)
    if parts is None or minutes is None:
        return None
    return replace(parts, hours=Hours(minutes, minutes, zone=_ahead(found)))


def _ahead(found: Found) -> str | None:
    """How far the clock of an instant is ahead of Greenwich, as it is written: +08:00."""
    if found.get("instant_z"):
        return "+00:00"
    hhmm = found.number("ahead_hhmm")
    hours, minutes = divmod(hhmm, 100) if hhmm is not None else (found.number("ahead"), None)
    if hours is None or hours >= HOURS:
        return None
    return f"{'-' if found.get('west') else '+'}{hours:02}:{minutes or found.number('ahead_minute') or 0:02}"


def day_part(found: Found, seen: Seen) -> DateParts:
    """The morning, 夜间: it belongs to its day and does not narrow it."""
    return DateParts(found.start, found.end, hours=Hours(0, DAY - 1, sure=False))
