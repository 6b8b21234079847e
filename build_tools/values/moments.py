"""The minutes that a date spans: how dates with and without a time of day are put on one line."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from build_tools.model import DateValue, Interval
from build_tools.values.date_parts import DAY

WHOLE_HOUR, QUARTER, FIVE = 60, 15, 5
SLACK = {WHOLE_HOUR: 30, QUARTER: 7, FIVE: 2}  # a time told in whole hours may be half an hour off
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
