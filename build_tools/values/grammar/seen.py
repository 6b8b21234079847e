"""Dates counted from the day of publication: yesterday, 上周五, last month, in the third week of 2018."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from build_tools.model import DateValue
from build_tools.values.date_parts import THIRDS, DateParts, edtf_of
from build_tools.values.edtf import read_edtf
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.patterns import Found
from build_tools.values.grammar.phrases import Phrase
from build_tools.values.grammar.placed import after

MAY_BE_MEANT = 2  # days: the day before would be called yesterday
WEEKEND = (5, 6)
MARKS = frozenset({"comma", "dot", "stop", "semicolon", "close", "newline", "quote"})
LAST_WORD, NEXT_WORD = -1, 1
NEAREST = 16  # days: each day of a month is so near


@dataclass(frozen=True, slots=True)
class Seen:
    """From where a text is read: its characters, when it was published, how it writes 11/10, its figures.

    `given` has the characters as they were, of which an opening quotation mark is another than a closing one.
    """

    given: str
    text: str
    published: DateValue | None
    month_first: bool | None
    phrase_at: Callable[[int], Phrase | None]  # by where its numeral begins

    @property
    def today(self) -> date | None:
        """The day of publication, where it is known to the day."""
        one = self.published
        return one.earliest if one and one.earliest and one.earliest == one.latest else None

    @property
    def year(self) -> int | None:
        """The year of publication."""
        return self.published.latest.year if self.published and self.published.latest else None


def plus(day: date, days: int) -> date:
    """A day so many days later, kept within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def shifted(day: date, months: int) -> tuple[int, int]:
    """The year and month so many months later, kept within the calendar."""
    number = max(12, day.year * 12 + day.month - 1 + months)
    return min(number // 12, 9999), number % 12 + 1


def dated(found: Found, edtf: str | None) -> DateParts:
    """A date that is known, or one that stays unresolved."""
    return DateParts(found.start, found.end, edtf=edtf, unresolved=edtf is None)


def value(found: Found, name: str, *kinds: str) -> int:
    """What a kept word is worth."""
    item = found.get(name)
    return int(item.word(*kinds).number) if item else 0


def day_seen(found: Found, seen: Seen) -> DateParts:
    """昨日, the day before yesterday."""
    days = value(found, "word", "day_word", "day_head")
    return dated(found, _on_day(plus(seen.today, days), found).isoformat() if seen.today else None)


def week(found: Found, seen: Seen) -> DateParts:
    """上周五, next week, Monday next week, 上周末."""
    if seen.today is None:
        return dated(found, None)
    monday = plus(seen.today, 7 * value(found, "word", "week_word") - seen.today.weekday())
    for name, kinds in (("wd", ("weekday_short", "weekday")), ("day_name", ("weekday",))):
        if found.get(name):
            return dated(found, _on_day(plus(monday, value(found, name, *kinds)), found).isoformat())
    first, last = WEEKEND if found.get("end") else (0, 6)
    return dated(found, f"{plus(monday, first)}/{plus(monday, last)}")


def _on_day(day: date, found: Found) -> date:
    """下周三(28日): the nearest such day of a month, where the words name it beside."""
    named = found.number("day")
    near = (plus(day, away) for size in range(NEAREST) for away in (size, -size))
    return next((one for one in near if one.day == named), day) if named else day


def weekend(found: Found, seen: Seen) -> DateParts:
    """周末, last weekend."""
    if seen.today is None:
        return dated(found, None)
    monday = plus(seen.today, 7 * value(found, "word", "weekend_word") - seen.today.weekday())
    return dated(found, f"{plus(monday, 5)}/{plus(monday, 6)}")


def which_weekday(found: Found, seen: Seen) -> DateParts:
    """Last Monday, told on a Friday, is of this week or of the last: from the one to the other."""
    if seen.today is None:
        return dated(found, None)
    today, weekday, which = (
        seen.today,
        value(found, "day_name", "weekday"),
        value(found, "which", "which"),
    )
    item = found.get("which")
    if item and seen.text[item.start : item.end].lower().endswith("past"):
        return dated(found, plus(today, -((today.weekday() - weekday - 1) % 7) - 1).isoformat())
    here = plus(today, weekday - today.weekday())
    there = plus(here, 7 * which)
    first, last = min(there, here), max(there, here)
    between = first < today < last or abs((here - today).days) < MAY_BE_MEANT or there == here
    return dated(found, there.isoformat() if between else f"{first}/{last}")


def weekday_day(found: Found, seen: Seen) -> DateParts | None:
    """Tue 13th, tuesday the eleventh: a day of the month, as `the_day` is; not Monday 3 people."""
    day, weekday = found.number("day") or 0, value(found, "day_name", "weekday")
    last = found.items[found.last - 1]
    at = after(found.last, found.items)
    counts = at is not None and not found.items[at].kinds & MARKS
    known = 1 <= day <= 31 and ("nth" in last.kinds or ("arabic" in last.kinds and not counts))
    return DateParts(found.start, found.end, days=(day, day), weekday=weekday) if known else None


def soon_weekday(found: Found, seen: Seen) -> DateParts:
    """The coming Thursday: the next after the day of publication."""
    if seen.today is None:
        return dated(found, None)
    days = (value(found, "day_name", "weekday") - seen.today.weekday() - 1) % 7 + 1
    return dated(found, plus(seen.today, days).isoformat())


def month_seen(found: Found, seen: Seen) -> DateParts:
    """上个月31日, late last month, the 15th day of next month."""
    here = month_here(seen)
    if here is None:
        return dated(found, None)
    year, month = shifted(here, value(found, "word", "month_word"))
    if day := found.number("day"):
        known = day <= monthrange(year, month)[1]
        return dated(found, f"{year:04}-{month:02}-{day:02}" if known else None)
    days = third_of(found)
    parts = DateParts(found.start, found.end, year, (month, month), days)
    return dated(found, edtf_of(parts))


def third_of(found: Found) -> tuple[int, int] | None:
    """The days of a third of a month, or of its beginning, middle or end."""
    half = found.get("half")
    if half and "half_year" in half.kinds:
        return (1, 15) if half.word("half_year").name == "1" else (16, 31)
    third = found.get("third")
    if third and "month_third" in third.kinds:
        first, last = third.word("month_third").name.split("-")
        return int(first), int(last)
    for name, kind in (("part", "part_sign"), ("of_month", "part_of"), ("part", "part_of")):
        item = found.get(name)
        if item and kind in item.kinds:
            return THIRDS.get(item.word(kind).name)
    return None


def half_month(found: Found, seen: Seen) -> DateParts:
    """上半月, of the month of publication."""
    here, item = month_here(seen), found.get("half_month")
    if here is None or item is None:
        return dated(found, None)
    first, last = item.word("half_month").name.split("-")
    days = (int(first), int(last))
    return dated(found, edtf_of(DateParts(found.start, found.end, here.year, (here.month, here.month), days)))


def quarter_seen(found: Found, seen: Seen) -> DateParts:
    """上季, next quarter."""
    here = month_here(seen)
    if here is None:
        return dated(found, None)
    year, month = shifted(here, 3 * value(found, "word", "quarter_word") - (here.month - 1) % 3)
    return dated(found, f"{year:04}-{month:02}/{year:04}-{month + 2:02}")


def decade_seen(found: Found, seen: Seen) -> DateParts:
    """The next decade."""
    if seen.year is None:
        return dated(found, None)
    ten = seen.year // 10 + value(found, "word", "decade_word")
    return dated(found, f"{ten:03}X")


def month_here(seen: Seen) -> date | None:
    """A day of the month of publication, where it is known to the month."""
    one = seen.published
    if not one or not one.earliest or not one.latest:
        return None
    return (
        one.latest if (one.earliest.year, one.earliest.month) == (one.latest.year, one.latest.month) else None
    )


def near_days(found: Found, seen: Seen) -> DateParts:
    """今明两天."""
    item = found.get("near")
    if seen.today is None or item is None:
        return dated(found, None)
    first, last = (plus(seen.today, int(days)) for days in item.word("near_days").name.split("/"))
    return dated(found, f"{first}/{last}")


def near_season(found: Found, seen: Seen) -> DateParts:
    """今夏, 去冬."""
    item = found.get("near")
    if seen.year is None or item is None:
        return dated(found, None)
    years, season = item.word("near_season").name.split("/")
    return dated(
        found, edtf_of(DateParts(found.start, found.end, seen.year + int(years), season=int(season)))
    )


def near_season_en(found: Found, seen: Seen) -> DateParts:
    """This, last or next summer: of the year, the last that is over, or the next to begin, if one is."""
    one, item = seen.published, found.get("season")
    if not one or not one.earliest or not one.latest or item is None:
        return dated(found, None)
    season, this = int(item.word("en_season").name), one.latest.year
    years = range(max(1, this - 2), min(this + 2, 9999 + 1))
    all_ = {year: edtf_of(DateParts(0, 0, year, season=season)) or "" for year in years}
    days = {year: read_edtf(edtf) for year, edtf in all_.items()}
    over = [year for year, ends in days.items() if ends and ends[1] and ends[1] < one.earliest]
    ahead = [year for year, ends in days.items() if ends and ends[0] and ends[0] > one.latest]
    choices = {LAST_WORD: over[::-1], NEXT_WORD: ahead}.get(value(found, "which", "which"), [this])
    return dated(found, all_.get(choices[0]) if choices else None)


def week_of_year(year: int, month: int | None, nth: int | None, weeks: int = 1) -> str | None:
    """A week of a year or month by its Mondays, the first being that which holds its first Thursday.

    >>> week_of_year(2018, None, 3), week_of_year(2016, None, None)
    ('2018-01-15/2018-01-21', '2016-12-26/2017-01-01')
    """
    first = date(year, month or 1, 1)
    last = date(year, month or 12, monthrange(year, month or 12)[1])
    monday = plus(first, (3 - first.weekday()) % 7 - 3)
    if nth is None:
        end = plus(last, 3 - (last.weekday() - 3) % 7)
        return f"{plus(end, 1 - 7 * weeks)}/{end}"
    start = plus(monday, 7 * (nth - 1))
    return f"{start}/{plus(start, 7 * weeks - 1)}" if start <= last else None


def bare_weekday(found: Found, seen: Seen) -> DateParts | None:
    """On Wednesday, 周三: of which week the tense says; the sun and a dog that sat end a sentence."""
    day, written = found.number("day"), seen.text[found.start : found.end]
    weekly = seen.text.startswith(load_date_lexicon().lists["weekly"], found.end)
    if weekly or (written.endswith(".") and written.islower()):
        return None
    days = (day, day) if day else None
    return DateParts(found.start, found.end, days=days, weekday=value(found, "day_name", "weekday"))


def bracketed(found: Found, seen: Seen) -> DateParts:
    """本(6)月, 今(2025)年: the word without the number in its brackets."""
    number = value(found, "head", "near_head")
    sign = found.get("sign")
    if sign and "year_sign" in sign.kinds:
        return dated(found, f"{seen.year + number:04}" if seen.year is not None else None)
    here = month_here(seen)
    if here is None:
        return dated(found, None)
    year, month = shifted(here, number)
    return dated(found, edtf_of(DateParts(0, 0, year, (month, month), third_of(found))))
