"""Time zones: those that the words of a text name, and that of an article whose clock times name none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from build_tools.model import Clock, DateValue
from build_tools.values.moments import instant, minutes_asserted


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


def zone_of_words(name: str) -> tzinfo | None:
    """A zone that a text gives: by its IANA name, or by how far its clocks are ahead.

    >>> str(zone_of_words("-05:30")), str(zone_of_words("+00:00"))
    ('UTC-05:30', 'UTC')
    """
    if name[:1] not in ("+", "-"):
        return zone_named(name)
    ahead = timedelta(hours=int(name[1:3]), minutes=int(name[4:6]))
    return timezone(-ahead if name[0] == "-" else ahead) if ahead else UTC


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
    if clock:
        first = fixed_on(clock.first, value.earliest, place) if clock.first else None
        last = fixed_on(clock.last, value.latest, place) if clock.last else None
        clock = Clock(first, last, clock.about)
    return replace(value, clock=clock, zone=zone)


def local_time(value: DateValue, zone: str) -> DateValue:
    """A time of day without a zone as one of a given zone; any other date as it is.

    >>> from build_tools.values.dates import parse_edtf
    >>> value = parse_edtf("2031-11-18T18:07")
    >>> local_time(value, "Asia/Karachi").edtf if value else ""
    '2031-11-18T18:07:00+05:00'
    """
    if not value.clock or any(end.tzinfo for end in (value.clock.first, value.clock.last) if end):
        return value
    placed = replace(told_in(value, zone), zone=value.zone)
    if not (value.edtf and "T" in value.edtf and placed.earliest and placed.clock and placed.clock.first):
        return placed
    return replace(placed, edtf=instant(placed.earliest, placed.clock.first, "seconds"))


def without_zone(value: DateValue) -> DateValue:
    """A time of day as clocks show it, wherever they are.

    >>> from build_tools.values.dates import parse_edtf
    >>> value = parse_edtf("2031-11-18T18:07+05:00")
    >>> without_zone(value).clock.first.isoformat() if value else ""
    '18:07:00'
    """
    if not value.clock:
        return value
    first, last = (end and end.replace(tzinfo=None) for end in (value.clock.first, value.clock.last))
    return replace(value, clock=Clock(first, last, value.clock.about))


def in_zone(value: DateValue, zone: str) -> DateValue:
    """A time of day that knows its zone, as clocks show it in another; any other date as it is.

    >>> from build_tools.values.dates import parse_edtf
    >>> value = parse_edtf("2031-11-18T22:15Z")
    >>> in_zone(value, "Asia/Karachi").edtf if value else ""
    '2031-11-19T03:15:00+05:00'
    """
    place, clock = zone_named(zone) if zone else None, value.clock
    if place is None or clock is None or not any(end and end.tzinfo for end in (clock.first, clock.last)):
        return value
    first_day, first = _moved(value.earliest, clock.first, place)
    last_day, last = _moved(value.latest, clock.last, place)
    edtf = value.edtf
    if edtf and "T" in edtf and first_day and first:
        edtf = datetime.combine(first_day, first).isoformat(timespec="seconds")
    return replace(
        value, edtf=edtf, earliest=first_day, latest=last_day, clock=Clock(first, last, clock.about)
    )


def _moved(day: date | None, at: time | None, zone: ZoneInfo) -> tuple[date | None, time | None]:
    """A day and a time of it as clocks of a zone show them."""
    if day is None or at is None or at.tzinfo is None:
        return day, at
    moment = datetime.combine(day, at).astimezone(zone)
    return moment.date(), fixed_on(moment.time(), moment.date(), zone)
