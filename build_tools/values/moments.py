"""The minutes that a date spans: how dates with and without a time of day are put on one line."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from zoneinfo import ZoneInfo

from build_tools.model import Clock, DateValue, Interval
from build_tools.values.date_parts import DAY

WHOLE_HOUR, QUARTER, FIVE = 60, 15, 5
SLACK = {WHOLE_HOUR: 29, QUARTER: 7, FIVE: 2}  # a time in whole hours may be nearly half an hour off
ABOUT = 15


def first_minute(value: DateValue) -> int | None:
    """The first minute of a date where it is told, counted from the beginning of the calendar.

    >>> first_minute(DateValue("0001-01-02", date(1, 1, 2), date(1, 1, 2))), DAY
    (2880, 1440)
    """
    if value.earliest is None:
        return None
    return _minute(value.earliest, value.clock.first if value.clock and value.clock.first else time.min)


def last_minute(value: DateValue) -> int | None:
    """The last minute of a date where it is told; a day without a time runs to its end."""
    if value.latest is None:
        return None
    return _minute(value.latest, value.clock.last if value.clock and value.clock.last else time.max)


def minutes_asserted(value: DateValue, zoned: bool = False) -> Interval:
    """A date as an interval of minutes, both ends counting; `zoned` counts them in one zone."""
    shift = offset_of(value) or 0 if zoned else 0
    first, last = first_minute(value), last_minute(value)
    return Interval(
        None if first is None else Decimal(first - shift), None if last is None else Decimal(last - shift)
    )


def in_one_zone(a: DateValue, b: DateValue) -> tuple[Interval, Interval]:
    """Two dates in minutes of one zone; one that knows no zone is taken as of the other's place."""
    zoned = offset_of(a) is not None and offset_of(b) is not None
    return minutes_asserted(a, zoned), minutes_asserted(b, zoned)


def in_own_zones(a: DateValue, b: DateValue) -> tuple[Interval, Interval] | None:
    """A day and a time of day elsewhere, in Greenwich; None where the zone of the day is not known."""
    day, told = (a, b) if b.clock else (b, a)
    zone = day.zone if not day.clock and offset_of(told) is not None else None
    if not zone:
        return None
    there = ZoneInfo(zone)
    return in_greenwich(a, there), in_greenwich(b, there)


def in_greenwich(value: DateValue, zone: tzinfo | None) -> Interval:
    """A date in minutes of Greenwich; what names no zone of its own is told in `zone`.

    >>> from build_tools.values.dates import parse_edtf
    >>> from zoneinfo import ZoneInfo
    >>> there, here = parse_edtf("2031-11-18T18:07"), parse_edtf("2031-11-18T13:07Z")
    >>> in_greenwich(there, ZoneInfo("Asia/Karachi")) == in_greenwich(here, None) if there and here else None
    True
    """
    first, last = first_minute(value), last_minute(value)
    clock = value.clock or Clock(None, None)
    return Interval(
        None if first is None else Decimal(first - _ahead(value.earliest, clock.first, zone)),
        None if last is None else Decimal(last - _ahead(value.latest, clock.last, zone)),
    )


def date_at(minute: Decimal, zone: tzinfo | None) -> DateValue:
    """A minute of Greenwich as a date, in the time of a zone.

    >>> date_at(Decimal(DAY * date(2031, 11, 19).toordinal()), UTC).edtf
    '2031-11-19T00:00:00+00:00'
    """
    day, left = divmod(int(minute), DAY)
    there = datetime.combine(date.fromordinal(day), time(left // 60, left % 60), UTC).astimezone(zone or UTC)
    at = there.time().replace(tzinfo=timezone(there.utcoffset() or timedelta()) if zone else None)
    return DateValue(instant(there.date(), at, "seconds"), there.date(), there.date(), clock=Clock(at, at))


def _ahead(day: date | None, at: time | None, zone: tzinfo | None) -> int:
    """By how many minutes a clock is ahead of Greenwich on a day: its own zone, else the one given."""
    if day is None:
        return 0
    moment = datetime.combine(day, at or time.min)
    ahead = (moment if moment.tzinfo else moment.replace(tzinfo=zone)).utcoffset()
    return int(ahead.total_seconds() // 60) if ahead else 0


def is_over(value: DateValue, moment: DateValue) -> bool:
    """Whether all of a date lies before the end of a moment, in one zone where both know theirs.

    >>> day, month = date(2025, 6, 21), (date(2025, 6, 1), date(2025, 6, 30))
    >>> is_over(DateValue("2025-06-21", day, day), DateValue("2025-06", *month))
    True
    >>> is_over(DateValue("2025-06", *month), DateValue("2025-06-21", day, day))
    False
    """
    then, now = (one.high for one in in_one_zone(value, moment))
    return then is not None and now is not None and then <= now


def takes_zone(a: DateValue, b: DateValue) -> bool:
    """Whether two times of day are compared as if of one place, because one of them knows no zone."""
    told = a.clock is not None and b.clock is not None
    return told and (offset_of(a) is None) != (offset_of(b) is None)


def offset_of(value: DateValue) -> int | None:
    """How many minutes the clock of a date is ahead of Greenwich; None where no zone is known."""
    end = (value.clock.first or value.clock.last) if value.clock else None
    day = value.earliest or value.latest
    ahead = datetime.combine(day, end).utcoffset() if end and day else None
    return None if ahead is None else int(ahead.total_seconds() // 60)


def slack(value: DateValue) -> int:
    """How many minutes a time of day may be off, as it is told: 9 p.m. may be ten past."""
    ends = [end for end in (value.clock.first, value.clock.last) if end] if value.clock else []
    rounded = [_rounding(end) for end in ends]
    if not rounded or not value.clock:
        return 0
    return max(*rounded, ABOUT) * 2 if value.clock.about else max(rounded)


def instant(day: date | None, at: time | None, timespec: str = "minutes") -> str | None:
    """An end of a date as ISO 8601: a plain day, or a day with its time.

    >>> instant(date(2020, 2, 6), time(21, 30)), instant(date(2020, 2, 6), None)
    ('2020-02-06T21:30', '2020-02-06')
    """
    if day is None or at is None:
        return day.isoformat() if day else None
    return datetime.combine(day, at).isoformat(timespec=timespec)


def _minute(day: date, at: time) -> int:
    return day.toordinal() * DAY + at.hour * 60 + at.minute


def _rounding(at: time) -> int:
    return next((off for step, off in SLACK.items() if (at.hour * 60 + at.minute) % step == 0), 0)
