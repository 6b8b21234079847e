"""Dates as they are written out: 2025年6月12日, the third quarter of 2025, 民国114年, the 1990s."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from build_tools.values.date_parts import DateParts
from build_tools.values.edtf import read_edtf
from build_tools.values.grammar.exclusions import is_figure
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.patterns import Found
from build_tools.values.grammar.placed import after
from build_tools.values.grammar.seen import Seen, dated, third_of, value, week_of_year

OLD = 50  # 98年 is 1998
LONGEST_SHORT = 50  # years that a range written short may span
YEAR_PARTS = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}
QUARTER_ENDS = {"early": 0, "mid": 1, "late": 2}
TAIWAN = 1911
CLOSES = frozenset(
    {"goes_on", "comma", "dot", "stop", "semicolon", "close", "newline", "quote", "dash", "at", "to", "year"}
)
SEASON_KINDS = ("season", "season_short", "en_season")


def written(found: Found, seen: Seen) -> DateParts | None:
    """A date as far as it is written, with its year if that is written, too."""
    year, unknown = year_of(found, seen)
    if _is_verb(found, seen) or _is_other_nth(found) or _is_served(found, seen):
        return None
    if unknown:
        return DateParts(found.start, found.end, unresolved=True)
    if found.get("later"):
        parts = within(found, year)
        return replace(parts, later=value(found, "later", "later_year"))
    return _weeks(found, year) or _week_from(within(found, year), found)


def _is_verb(found: Found, seen: Seen) -> bool:
    """Prices may in 2028 have risen."""
    month = found.get("mon")
    small = month is not None and "month_name" not in month.kinds and seen.text[month.start].islower()
    return small and any("within" in item.kinds for item in found.items[found.first : found.last])


def _is_served(found: Found, seen: Seen) -> bool:
    """10年2月徒刑 is how long, and no month of 2010."""
    lists = load_lexicon().lists
    short = found.get("short") is not None and found.get("month") is not None and not found.get("day")
    behind = seen.text.startswith(lists["served"], found.end)
    return short and (behind or seen.text.endswith(lists["served_before"], 0, found.start))


def _is_other_nth(found: Found) -> bool:
    """October, the seventh straight drop: what follows is counted."""
    day, items = found.get("day"), found.items
    kinds = [item.kinds for item in items[found.first : found.last] if "space" not in item.kinds]
    if day is None or "nth" not in day.kinds or not any({"comma"} <= one for one in kinds[1:2]):
        return False
    following = after(found.last, items)
    return "article" in kinds[2] and following is not None and not items[following].kinds & CLOSES


def year_of(found: Found, seen: Seen) -> tuple[int | None, bool]:
    """The year that the words give, and whether they give one that is not known."""
    if (year := found.number("year")) is not None:
        return year, False
    if found.get("year_word"):
        return (
            (None, True) if seen.year is None else (seen.year + value(found, "year_word", "year_word"), False)
        )
    if found.get("head"):
        return (None, True) if seen.year is None else (seen.year + value(found, "head", "near_head"), False)
    if found.get("era"):
        return value(found, "era", "era") + (found.number("ey") or 1), False
    if (roc := found.number("roc")) is not None:
        return TAIWAN + roc, False
    if (short := found.number("short")) is not None:
        return short + (1900 if short >= OLD else 2000), False
    return None, False


def within(found: Found, year: int | None) -> DateParts:
    """The months and days of a year that the words give."""
    start, end = found.start, found.end
    if season := found.get("season"):
        return DateParts(start, end, year, season=int(season.word(*SEASON_KINDS).name))
    months = months_of(found)
    if months and not 1 <= months[0] <= months[1] <= 12:
        return DateParts(start, end, unresolved=True)
    weekday = value(found, "ew", "weekday") if found.get("ew") and months and year is None else None
    return DateParts(start, end, year, months, days_of_month(found), week=week_way(found), weekday=weekday)


def week_way(found: Found) -> int:
    """Whether a day names the week that it begins, or the one that it ends."""
    return bool(found.get("week_of")) - bool(found.get("week_to"))


def months_of(found: Found) -> tuple[int, int] | None:
    """The first and last month, as far as the words give them."""
    if months := found.get("months"):
        return months.pair
    if found.get("mon"):
        month = value(found, "mon", "month_name", "month_maybe")
        return month, month
    first = found.number("month")
    if first is not None:
        return first, found.number("month2") or first
    return _first_months(found) or _quarter(found) or _part_of_year(found)


def _first_months(found: Found) -> tuple[int, int] | None:
    if count := found.number("first_months"):
        return 1, count
    if count := found.number("last_months"):
        return 13 - count, 12
    if month := found.number("nth_month"):
        return month, month
    if quarters := found.number("quarters"):
        return 1, 3 * quarters
    return None


def _quarter(found: Found) -> tuple[int, int] | None:
    number = found.number("quarter_no")
    if quarter := found.get("quarter"):
        number = int(quarter.word("quarter").name)
    if found.get("first"):
        number = 1
    if found.get("last") or found.get("last_quarter"):
        number = 4
    if number is None:
        return None
    part = found.get("part")
    first = 3 * number - 2
    if part and "part_sign" in part.kinds:
        first += QUARTER_ENDS[part.word("part_sign").name]
        return first, first
    return first, 3 * number


def _part_of_year(found: Found) -> tuple[int, int] | None:
    if half := found.get("half"):
        return (1, 6) if half.word("half_year").name == "1" else (7, 12)
    part = found.get("part")
    if part is None or found.get("mon") or found.get("month"):
        return None
    if "year_end" in part.kinds:
        return YEAR_PARTS["late"]
    return YEAR_PARTS[part.word("part_sign", "part_of").name]


def days_of_month(found: Found) -> tuple[int, int] | None:
    """The days of the month, as far as the words give them."""
    if (day := found.number("day")) is not None:
        return day, found.number("day2") or day
    if found.get("month") and (days := found.number("first_days")):
        return 1, min(days if _counts_days(found) else 7 * days, 31)
    return third_of(found) if found.get("month") or found.get("mon") else None


def _week_from(parts: DateParts, found: Found) -> DateParts:
    """The first week of a month, where the words say which."""
    nth, last = found.number("nth"), found.get("last")
    if parts.year is None or not parts.months or not found.get("month") or (nth is None and not last):
        return parts
    return replace(parts, edtf=week_of_year(parts.year, parts.months[0], nth))


def _weeks(found: Found, year: int | None) -> DateParts | None:
    """2021年的第二周, 2021年的前2周, 去年的前10天."""
    if year is None or found.get("month"):
        return None
    edtf = None
    if nth := found.number("nth"):
        edtf = week_of_year(year, None, nth)
    elif weeks := found.number("nth_weeks"):
        edtf = week_of_year(year, None, 1, weeks)
    elif weeks := found.number("last_weeks"):
        edtf = week_of_year(year, None, None, weeks)
    elif days := found.number("first_days"):
        edtf = (
            f"{date(year, 1, 1)}/{date(year, 1, 1) + timedelta(days=days - 1)}"
            if _counts_days(found)
            else None
        )
    elif days := found.number("last_days"):
        edtf = (
            f"{date(year, 12, 31) - timedelta(days=days - 1)}/{date(year, 12, 31)}"
            if _counts_days(found)
            else None
        )
    return dated(found, edtf) if edtf else None


def _counts_days(found: Found) -> bool:
    return (
        "span" in found.items[found.last - 1].kinds and found.items[found.last - 1].word("span").name == "day"
    )


def compact(found: Found, seen: Seen) -> DateParts | None:
    """20200206, where nothing counts or names it."""
    text = seen.text
    phrase = seen.phrase_at(found.start)
    if phrase is None or phrase.measured or phrase.end > found.end or not is_figure(phrase, text):
        return None
    year, month, day = (int(text[found.start + at : found.start + to]) for at, to in ((0, 4), (4, 6), (6, 8)))
    return DateParts(found.start, found.end, year, (month, month), (day, day))


def iso(found: Found, seen: Seen) -> DateParts | None:
    """2025-06-12, 2025/6/12, 2025.6.12, 2025-06."""
    if found.get("dotted"):
        year, month, day = map(int, seen.text[found.start : found.end].split("."))
    else:
        year, month, day = (found.number(name) or 0 for name in ("year", "month", "day"))
    if month > 12:
        return None
    return DateParts(found.start, found.end, year, (month, month), (day, day) if day else None)


def iso_range(found: Found, seen: Seen) -> DateParts | None:
    """2025-10-21/2025-10-31."""
    edtf = seen.text[found.start : found.end]
    return DateParts(found.start, found.end, edtf=edtf) if read_edtf(edtf) else None


def slashed(found: Found, seen: Seen) -> DateParts | None:
    """13/06/2025 and 6/13/2025; 12/06/2025 as the article writes others, else it stays open."""
    first, second, year = found.number("first") or 0, found.number("second") or 0, year_of(found, seen)[0]
    days = {(month, day) for month, day in ((first, second), (second, first)) if 1 <= month <= 12}
    if len(days) > 1 and seen.month_first is not None:
        days = {(first, second) if seen.month_first else (second, first)}
    if found.get("day_name"):
        weekday = value(found, "day_name", "weekday")
        days = {(m, d) for m, d in days if _falls_on(weekday, m, d, seen)} or days
    if len(days) != 1:
        return DateParts(found.start, found.end, unresolved=True) if days or year else None
    month, day = days.pop()
    return DateParts(found.start, found.end, year, (month, month), (day, day))


def _falls_on(weekday: int, month: int, day: int, seen: Seen) -> bool:
    """Whether a day is that day of the week, in the year of publication."""
    try:
        return seen.year is not None and date(seen.year, month, day).weekday() == weekday
    except ValueError:
        return False


def two_years(found: Found, seen: Seen) -> DateParts | None:
    """2024-25年, 2024/25: from one year to a later one, of the next century too."""
    first, last = found.number("year") or 0, found.number("last") or 0
    until = first // 100 * 100 + last + (100 if last < first % 100 else 0)
    signed = bool(found.items[found.last - 1].kinds & {"year_sign"})
    if not 0 < until - first <= LONGEST_SHORT or (not signed and last <= 12 and first % 100 != 99):
        return None
    return DateParts(found.start, found.end, edtf=f"{first}/{until}")


def era_years(found: Found, seen: Seen) -> DateParts | None:
    """民國109年至111年: both years are of the era."""
    first, last = found.number("ey") or 0, found.number("last_ey") or 0
    began = value(found, "era", "era")
    return dated(found, f"{began + first:04}/{began + last:04}") if first < last else None


def open_date(found: Found, seen: Seen) -> DateParts:
    """公元前221年, 农历七月十五: a date, and none of those that EDTF level 1 is read for here."""
    return DateParts(found.start, found.end, unresolved=True)
