"""The parts of a date as a text gives them, and the EDTF that they make."""

from __future__ import annotations

from calendar import isleap, monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from build_tools.model import DateValue, Offset
from build_tools.values.edtf import read_edtf
from build_tools.values.feasts import day_of_feast

WINTER = 24
WHOLE_YEAR = (1, 12)
LEAP_DAY = (2, 29)
LEAP = 9  # years within which there always is one
SOON, YEAR, DAYS_AHEAD, JUST = 95, 365, 7, 14  # days; nobody names one a year ahead without its year
THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


DAY = 24 * 60  # in minutes
HALF_DAY = 12 * 60


@dataclass(frozen=True, slots=True)
class Hours:
    """A time of day, in minutes from the midnight before; it may run beyond a day."""

    first: int | None
    last: int | None
    about: bool = False
    zone: str | None = None
    sure: bool = True  # 9:30 beside a day is a time; alone it may be a ratio
    both: bool = False  # the first is of the one day and the last of the other: 17日8时至18日8时


@dataclass(frozen=True, slots=True)
class DateParts:
    """A date as far as it is written; `months` and `days` are ranges, both ends counting.

    `week` is 1 for a day that names the week it begins, -1 for one that names the week it ends. `later` is by
    how many years a date comes after the one told before it (同年8月, 次年3月), `days_later` how many days.
    `weekday` is one of no named week, `hours` a time of day, `feast` a day that falls again in each year, and
    `named` the date that an open interval names; `if_ahead` counts only where the words look ahead.
    """

    start: int
    end: int
    year: int | None = None
    months: tuple[int, int] | None = None
    days: tuple[int, int] | None = None
    season: int | None = None
    week: int = 0
    later: int | None = None
    edtf: str | None = None
    offset: Offset | None = None
    unresolved: bool = False
    weekday: int | None = None
    hours: Hours | None = None
    named: str | None = None
    if_ahead: bool = False
    feast: str = ""
    days_later: int | None = None


def edtf_of(parts: DateParts) -> str | None:
    """The EDTF of parts whose year is known; None if there is no such day.

    >>> edtf_of(DateParts(0, 0, 2025, (10, 10), (21, 31)))
    '2025-10-21/2025-10-31'
    """
    if parts.edtf or parts.year is None:
        return parts.edtf
    year = f"{parts.year:04}"
    if parts.season:
        return f"{year}-12/{parts.year + 1:04}-02" if parts.season == WINTER else f"{year}-{parts.season}"
    if parts.feast:
        return day_of_feast(parts.feast, parts.year).isoformat()
    if not parts.months:
        return year
    first, last = parts.months
    if parts.days:
        lone = parts.days[0] == parts.days[1]  # the week of June 9-15 names its days itself
        days = _days(parts.year, first, parts.days)
        return _week_by(days, parts.week) if days and parts.week and lone else days
    if parts.months == WHOLE_YEAR:
        return year
    return f"{year}-{first:02}" if first == last else f"{year}-{first:02}/{year}-{last:02}"


def _days(year: int, month: int, days: tuple[int, int]) -> str | None:
    if not 1 <= month <= 12:
        return None
    length = monthrange(year, month)[1]
    first, last = days
    if first == last:
        return f"{year:04}-{month:02}-{first:02}" if first <= length else None
    return f"{year:04}-{month:02}-{first:02}/{year:04}-{month:02}-{min(last, length):02}"


def _week_by(day: str, way: int) -> str | None:
    """The week that begins or ends on a day; None if there is no such day, or the calendar ends within it."""
    try:
        named = date.fromisoformat(day)
        other = named + timedelta(days=6 * way)
    except (ValueError, OverflowError):
        return None
    return f"{min(named, other)}/{max(named, other)}"


def resolve_year(parts: DateParts, published: DateValue | None, ahead: bool, soon: bool = False) -> DateParts:
    """Parts with the year they lack: the nearest past seen from publication, or the nearest to come.

    With `soon`, a day that is soon to come and long past is to come, where the words say neither; and a month
    just past is that, where it only belongs to what is to come.
    """
    if parts.year is not None or parts.edtf or parts.offset or parts.unresolved:
        return parts
    if not published or not published.latest or not published.earliest:
        return replace(parts, unresolved=True)
    if not parts.months and not parts.season and not parts.feast:
        return _with_month(parts, published, ahead or (soon and _is_days_ahead(parts, published.latest)))
    this = replace(parts, year=published.latest.year)
    if parts.months == (LEAP_DAY[0],) * 2 and parts.days == (LEAP_DAY[1],) * 2:
        return _leap_day(this, published, ahead)
    found = read_edtf(edtf_of(this) or "")
    if not found or not found[0] or not found[1]:
        return this
    if soon and not ahead:
        return _nearest(this, found[0], published.latest)
    if ahead and soon and not parts.days and is_just_past(parts, published):
        return this
    if ahead and parts.days and 0 < (published.earliest - found[1]).days <= JUST:
        return this
    if ahead and found[1] < published.earliest:
        return replace(this, year=published.latest.year + 1)
    if not ahead and found[0] > published.latest:
        return replace(this, year=published.latest.year - 1)
    return this


def is_just_past(parts: DateParts, published: DateValue | None) -> bool:
    """Whether a month or day, in the year of publication, is over since a few weeks: 将公布10月份数据."""
    if not published or not published.earliest or not (parts.months or parts.days):
        return False
    if not parts.months and parts.days:
        return 0 < published.earliest.day - parts.days[1] <= JUST  # 11日：9日起实施
    found = read_edtf(edtf_of(replace(parts, year=published.earliest.year)) or "")
    return bool(found and found[1] and 0 < (published.earliest - found[1]).days <= SOON)


def _nearest(parts: DateParts, day: date, today: date) -> DateParts:
    """Of this year or the next where that is near, else of the last that is past."""
    assert parts.year
    away = (day - today).days
    if 0 < away <= SOON or SOON - YEAR < away <= 0:
        return parts
    return replace(parts, year=min(parts.year + 1, 9999) if away <= 0 else max(parts.year - 1, 1))


def _leap_day(parts: DateParts, published: DateValue, ahead: bool) -> DateParts:
    """29 February: of the last year that has one, or of the next."""
    assert parts.year
    years = range(parts.year, parts.year + (LEAP if ahead else -LEAP), 1 if ahead else -1)
    for year in filter(isleap, years):
        day = date(year, *LEAP_DAY)
        if published.earliest and published.latest:
            past, to_come = day <= published.latest, day >= published.earliest
            if to_come if ahead else past:
                return replace(parts, year=year)
    return parts


def in_context(parts: DateParts, told: DateParts | None) -> DateParts:
    """Parts with the year or month of the date before them: 2021年3月成立,8月融资; 5月12日、13日."""
    if (
        not told
        or told.months in (None, WHOLE_YEAR)
        or parts.year is not None
        or parts.edtf
        or parts.later is not None
    ):
        return parts
    if parts.months and told.months and parts.months[0] >= told.months[0]:
        return replace(parts, year=told.year)
    if parts.days and not parts.months and told.days and told.days[0] < parts.days[0]:
        return replace(parts, year=told.year, months=told.months)
    return parts


def _is_days_ahead(parts: DateParts, today: date) -> bool:
    """14日, written on the 13th: tomorrow, not a month ago; in any month that has it."""
    last = min(today.toordinal() + DAYS_AHEAD, date.max.toordinal())
    days = [date.fromordinal(day).day for day in range(today.toordinal() + 1, last + 1)]
    return parts.days is not None and parts.days[0] in days


def _with_month(parts: DateParts, published: DateValue, ahead: bool) -> DateParts:
    """A day alone is of the month of publication, or of the nearest before, or to come, that has it."""
    assert published.latest
    year, month, day = published.latest.year, published.latest.month, parts.days[0] if parts.days else 1
    step = 1 if ahead else -1
    past = day < published.latest.day if ahead else day > published.latest.day
    for _ in range(3):
        if not past and 1 <= year <= 9999 and day <= monthrange(year, month)[1]:
            return replace(parts, year=year, months=(month, month))
        year, month = year + (month + step - 1) // 12, (month + step - 1) % 12 + 1
        past = False
    return replace(parts, year=published.latest.year, months=(published.latest.month,) * 2)
