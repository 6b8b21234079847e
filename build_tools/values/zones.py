"""Time zones: those that the words of a text name, and that of an article whose clock times name none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from build_tools.model import Clock, DateValue
from build_tools.values.moments import minutes_asserted


@cache
def zone_named(name: str) -> ZoneInfo | None:
    """A zone by its IANA name; None if there is none of that name.

    >>> zone_named("Asia/Shanghai") is not None, zone_named("Asia/Shangai") is not None
    (True, False)
    """
    try:
        return ZoneInfo(name) if "/" in name or name == "UTC" else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def fixed_on(at: time, day: date | None, zone: tzinfo | None) -> time:
    """A time of day with its distance from Greenwich on that day; as it is where none is known.

    >>> fixed_on(time(9), date(2025, 7, 1), zone_named("America/New_York")).isoformat("minutes")
    '09:00-04:00'
    """
    if at.tzinfo or zone is None or day is None:
        return at
    ahead = datetime.combine(day, at, zone).utcoffset()
    if ahead is None:
        return at
    return at.replace(tzinfo=timezone(ahead) if ahead else UTC)


def earliest_zone(dates: Iterable[DateValue]) -> str:
    """The zone of the earliest publication that has one; empty where none has."""
    zoned = [one for one in dates if one.zone]
    lows = ((minutes_asserted(one, zoned=True).low, one.zone or "") for one in zoned)
    return min(((low is None, low or 0, zone) for low, zone in lows), default=(True, 0, ""))[2]


def told_in(value: DateValue, zone: str) -> DateValue:
    """The date of a publication in the zone of its place, which its articles' clock times then have.

    >>> from build_tools.values.dates import parse_edtf
    >>> value = parse_edtf("2020-02-06T21:30")
    >>> told_in(value, "Asia/Shanghai").clock.first.isoformat() if value else ""
    '21:30:00+08:00'
    """
    if not zone:
        return value
    clock, place = value.clock, zone_named(zone)
    if clock and clock.first and clock.last:
        first, last = fixed_on(clock.first, value.earliest, place), fixed_on(clock.last, value.latest, place)
        clock = Clock(first, last, clock.about)
    return replace(value, clock=clock, zone=zone)
