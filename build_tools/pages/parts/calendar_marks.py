"""What stands on the axis of a calendar: hours, days, months or years, as many as have room."""

from __future__ import annotations

from datetime import date, time, timedelta

from build_tools.website.editions import Edition

STEPS = (1, 2, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)))  # in months
HOURS = (3, 6, 12)
MOST = 8  # names that have room
HOURLY, DAILY = timedelta(days=3), timedelta(days=28)

Mark = tuple[date, time | None, str]


def times_on_axis(edition: Edition, first: date, last: date) -> list[Mark]:
    """Each mark of a calendar: its day, its hour where it is one, and its name."""
    if last - first <= HOURLY:
        return _hours(edition, first, last)
    if last - first < DAILY:
        return [(day, None, edition.day(day)) for day in days(first, last)]
    return [(day, None, name) for day, name in _named_months(edition, first, last)]


def _hours(edition: Edition, first: date, last: date) -> list[Mark]:
    """The days, and the hours between them."""
    length = (last - first).days
    step = next(step for step in HOURS if length * 24 <= MOST * step or step == HOURS[-1])
    found: list[Mark] = []
    for at in range(length):
        day = first + timedelta(days=at)
        found.append((day, None, edition.day(day)))
        found += [(day, time(hour), f"{hour:02}:00") for hour in range(step, 24, step)]
    return found


def days(first: date, last: date) -> list[date]:
    """The days of a short calendar, so many that their names have room.

    >>> [day.day for day in days(date(2034, 3, 8), date(2034, 3, 16))]
    [8, 9, 10, 11, 12, 13, 14, 15]
    """
    length = (last - first).days
    step = -(-length // MOST)
    return [first + timedelta(days=at) for at in range(0, length, step)]


def _named_months(edition: Edition, first: date, last: date) -> list[tuple[date, str]]:
    found = months(first, last)
    years = any(day.month == 1 for day in found)
    return [(day, edition.month(day, with_year=not years and day == found[0])) for day in found]


def months(first: date, last: date) -> list[date]:
    """The first days of months, so many that their names have room; where it fits, a January is one of them.

    >>> [str(day) for day in months(date(2024, 12, 1), date(2025, 12, 31))]
    ['2025-01-01', '2025-03-01', '2025-05-01', '2025-07-01', '2025-09-01', '2025-11-01']
    >>> [day.year for day in months(date(1066, 10, 1), date(2025, 12, 31))]
    [1200, 1400, 1600, 1800]
    """
    begin, end = (12 * day.year + day.month - 1 for day in (first, last))
    step = next(step for step in STEPS if end - begin < MOST * step)
    found = range(-(-begin // step) * step, end + 2 - (step + 1) // 2, step)
    return [date(month // 12, month % 12 + 1, 1) for month in found]
