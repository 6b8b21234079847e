"""The dates of a text: found by the rules, completed with hours, ends, bounds and years."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from build_tools.model import DateValue
from build_tools.values.date_parts import DateParts
from build_tools.values.grammar import seen as told_by
from build_tools.values.grammar import written_dates as by_words
from build_tools.values.grammar.bounds import bounded
from build_tools.values.grammar.clock_words import clock, clock_day, clock_range, day_part, iso_instant
from build_tools.values.grammar.clocks import with_hours
from build_tools.values.grammar.counted import counted_date, counted_from, week_on
from build_tools.values.grammar.decades import decade
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.lone import (
    bare_year,
    day_of_list,
    english_month,
    lone_day,
    lone_month,
    lone_quarter,
    month_of_list,
    month_to,
    part_alone,
    roc_year,
    the_day,
    told_from,
    told_year,
)
from build_tools.values.grammar.named_days import named_day, nth_weekday
from build_tools.values.grammar.patterns import Found, find
from build_tools.values.grammar.period_parts import first_days, part_seen, year_week
from build_tools.values.grammar.placed import Placed
from build_tools.values.grammar.seen import Seen
from build_tools.values.grammar.telling import complete_dates
from build_tools.values.grammar.values_of import value_of
from build_tools.values.plain_text import PlainText

Maker = Callable[[Found, Seen], DateParts | None]

MAKERS: Mapping[str, Maker] = {
    "written": by_words.written,
    "season": by_words.written,
    "alone": by_words.written,
    "month_alone_han": lone_month,
    "roc_year": roc_year,
    "first_quarters": by_words.written,
    "english_quarter": by_words.written,
    "english_quarter_alone": by_words.written,
    "day_alone": lone_day,
    "quarter_alone": lone_quarter,
    "told_day": by_words.written,
    "year_end": by_words.written,
    "instant": iso_instant,
    "iso": by_words.iso,
    "iso_range": by_words.iso_range,
    "slashed": by_words.slashed,
    "named_month": by_words.written,
    "named": named_day,
    "nth_weekday": nth_weekday,
    "compact": by_words.compact,
    "first_days": first_days,
    "part_seen": part_seen,
    "told_from": told_from,
    "told_year": told_year,
    "day_of_list": day_of_list,
    "month_of_list": month_of_list,
    "two_years": by_words.two_years,
    "era_years": by_words.era_years,
    "before_era": by_words.open_date,
    "lunar": by_words.open_date,
    "decade": decade,
    "year_week": year_week,
    "clock": clock,
    "clock_range": clock_range,
    "clock_day": clock_day,
    "day_part": day_part,
    "part_alone": part_alone,
    "month_to": month_to,
    "month_alone": english_month,
    "the_day": the_day,
    "bare_year": bare_year,
    "near_days": told_by.near_days,
    "near_season": told_by.near_season,
    "near_season_en": told_by.near_season_en,
    "month_seen": told_by.month_seen,
    "half_month": told_by.half_month,
    "bracketed": told_by.bracketed,
    "quarter_seen": told_by.quarter_seen,
    "weekend": told_by.weekend,
    "week": told_by.week,
    "decade_seen": told_by.decade_seen,
    "day_seen": told_by.day_seen,
    "weekday_day": told_by.weekday_day,
    "which_weekday": told_by.which_weekday,
    "soon_weekday": told_by.soon_weekday,
    "bare_weekday": told_by.bare_weekday,
    "week_on": week_on,
    "counted": counted_date,
    "counted_from": counted_from,
}
SLASHED = re.compile(r"(?<![0-9/.-])([0-3]?[0-9])/([0-3]?[0-9])/(?:19|20)?[0-9]{2}(?![0-9/])")


def dates_in(plain: PlainText, published: DateValue | None = None) -> tuple[DateValue, ...]:
    """The dates of a text made ready, in order, counted from the date of publication."""
    items = plain.items
    seen = Seen(plain.given, plain.text, published, _month_first(plain.text), plain.phrase_at)
    placed = list(_found(items, seen))
    joined = with_hours(placed, items, plain.text)
    told = complete_dates(joined, items, seen)
    return tuple(value_of(one.parts, plain.given, published) for one in bounded(told, items, plain.text))


def _found(items: Sequence[Item], seen: Seen) -> Iterator[Placed]:
    def make(found: Found) -> DateParts | None:
        return MAKERS[found.rule](found, seen)

    for found, parts in find(items, make):
        yield Placed(parts, found.first, found.last, found.rule)


def _month_first(text: str) -> bool | None:
    """Whether the article writes 11/10 with the month first, as others of its dates show."""
    if "/" not in text:
        return None
    ways = {
        first <= 12
        for first, second in ((int(one[1]), int(one[2])) for one in SLASHED.finditer(text))
        if (first > 12) != (second > 12)
    }
    return ways.pop() if len(ways) == 1 else None
