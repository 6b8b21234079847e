"""Parts of a week, month or year: week 31, the first ten days of May, earlier this week."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from build_tools.values.date_parts import THIRDS, DateParts
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.patterns import Found
from build_tools.values.grammar.seen import Seen, dated, month_here, plus, shifted, value, week_of_year
from build_tools.values.grammar.written_dates import YEAR_PARTS, year_of


def year_week(found: Found, seen: Seen) -> DateParts | None:
    """The last week of 2016, the second week of March, the last week of this month, week 31 of 2028."""
    year, unknown = year_of(found, seen)
    year = year if year is not None or unknown else seen.year
    if year is None:
        return dated(found, None)
    month = value(found, "mon", "month_name", "month_maybe") or None
    if found.get("month_word"):
        here = month_here(seen)
        if here is None:
            return dated(found, None)
        year, month = shifted(here, value(found, "month_word", "month_word"))
    weeks = found.number("nth_weeks")
    nth = 1 if weeks and not found.get("last") else found.number("nth")
    return dated(found, week_of_year(year, month, nth, weeks or 1))


def month_before(word: Item, last: DateParts | None, year: int | None, seen: Seen) -> str | None:
    """2月份上涨0.8%，涨幅比上月扩大: 上月 is the month before the `last` told of, not before publication."""
    lists = load_date_lexicon().lists
    led = seen.text.endswith(lists["compared"], 0, word.start)
    led = led or seen.text[word.start : word.end].lower() in lists["months_before"]
    months = last.months if led and last and not last.days else None
    if not year or not months or months[0] != months[1] or word.word("month_word").number != -1:
        return None
    year, month = shifted(date(year, months[0], 1), -1)
    return f"{year:04}-{month:02}"


def first_days(found: Found, seen: Seen) -> DateParts | None:
    """The first ten days of last year, the last three days of May 2028."""
    if found.get("mon") and not found.get("year"):
        month = value(found, "mon", "month_name", "month_maybe")
        count = found.number("first_days") or 0
        days = (1, count) if count else None
        return DateParts(found.start, found.end, months=(month, month), days=days)
    year, _ = year_of(found, seen)
    if year is None:
        return dated(found, None)
    month = value(found, "mon", "month_name", "month_maybe")
    first = date(year, month or 1, 1)
    last = date(year, month or 12, monthrange(year, month or 12)[1])
    count = found.number("first_days") or found.number("last_days") or 1
    if not 0 < count <= (last - first).days + 1:
        return dated(found, None)
    length = timedelta(days=count - 1)
    ends = (first, first + length) if found.get("first_days") else (last - length, last)
    return dated(found, "/".join(day.isoformat() for day in ends))


WEEK_PARTS = {"early": (0, 2), "mid": (1, 3), "late": (3, 6)}  # late is from Thursday on
NAMES = {"earlier": "early", "later": "late"}
VERB = "end"  # talks end this week


def part_seen(found: Found, seen: Seen) -> DateParts | None:
    """Earlier this year runs to the day before publication, later this week from that day on."""
    name = _part(found, seen)
    if name is None:
        return None
    if seen.today is None:
        return dated(found, None)
    word = found.get("word")
    assert word
    first, last = _ends(word, value(found, "word", *WORDS), name, found, seen.today)
    if first <= seen.today <= last and found.get("sooner"):
        yesterday = max(first, plus(seen.today, -1))
        first, last = (first, yesterday) if name == "early" else (seen.today, last)
    return dated(found, f"{first}/{last}")


WORDS = ("week_word", "month_word", "year_word", "the_year")


def _part(found: Found, seen: Seen) -> str | None:
    """Early, mid or late; None for words that are no part of a time here."""
    sooner = found.get("sooner")
    if sooner and sooner.start > found.start and seen.text[sooner.start].isascii():
        return None  # next week later in the day
    if sooner:
        return NAMES[sooner.word("sooner").name]
    part = found.get("part")
    if part is None or seen.text[part.start : part.end].lower() == VERB:
        return None
    name = part.word("part_sign", "part_of").name
    return name if "part_of" in part.kinds or name != "mid" else None  # 本周中方 says nothing of a middle


def _ends(word: Item, away: int, name: str, found: Found, today: date) -> tuple[date, date]:
    """The first and last day of the time, or of its part where it is not that of publication."""
    if "the_year" in word.kinds:
        away = 0
    whole = found.get("sooner") is not None and not away
    if "week_word" in word.kinds:
        monday = plus(today, 7 * away - today.weekday())
        first, last = (0, 6) if whole else WEEK_PARTS[name]
        return plus(monday, first), plus(monday, last)
    if "month_word" in word.kinds:
        year, month = shifted(today, away)
        length = monthrange(year, month)[1]
        first, last = (1, length) if whole else THIRDS[name]
        return date(year, month, first), date(year, month, min(last, length))
    year = min(max(1, today.year + away), 9999)
    first, last = (1, 12) if whole else YEAR_PARTS[name]
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
