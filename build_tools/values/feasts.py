"""Days with a different date each year: Easter and those counted from it, the fourth Thursday of November."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EASTER = "easter"


def day_of_feast(feast: str, year: int) -> date:
    """The day of a year on which a feast falls: `easter+1`, or `11/thu/4` for a weekday of a month.

    >>> [day_of_feast(feast, 2024).isoformat() for feast in ("easter-2", "11/thu/4", "5/mon/-1")]
    ['2024-03-29', '2024-11-28', '2024-05-27']
    """
    if feast.startswith(EASTER):
        return _easter(year) + timedelta(days=int(feast.removeprefix(EASTER)))
    month, weekday, nth = feast.split("/")
    return _nth_weekday(year, int(month), WEEKDAYS.index(weekday), int(nth))


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """A weekday of a month, counted from its beginning, or from its end where the count is negative."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, ordinal = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    moon = (19 * (year % 19) + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * rest + 2 * (ordinal // 4) - moon - ordinal % 4) % 7
    month, day = divmod(moon + week - 7 * ((year % 19 + 11 * moon + 22 * week) // 451) + 114, 31)
    return date(year, month, day + 1)
