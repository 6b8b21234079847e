"""Dates of one word that need the words around them: May, the 26th, 2025, 年初."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.model import Qualifier
from build_tools.text.letters import is_han
from build_tools.values.date_parts import THIRDS, DateParts
from build_tools.values.grammar.compiled import worded
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.patterns import Found
from build_tools.values.grammar.placed import after, before
from build_tools.values.grammar.seen import Seen, value
from build_tools.values.grammar.written_dates import TAIWAN, week_way, written

LEADS = frozenset(
    {
        "on",
        "at",
        "of",
        "within",
        "since_before",
        "from_before",
        "until_before",
        "until_by",
        "before_before",
        "after_before",
    }
)
FREE = frozenset({"since_before", "until_before", "to", "at", "ahead", "ahead_close"})  # 自年初, 在年初
SHORT_NAME = 3
TAIPEI, ROC_NEAR = "Asia/Taipei", 30
MONTH_LENGTH = 7  # january, october: nothing else is written so
SHOWN_YEARS = range(1950, 2050)
TO_COME = range(2050, 2151)
ROUND, CHANGE = 2000, 24
BOUNDS = frozenset({"since_before", "before_before", "after_before", "until_before"})
NAME_AFTER = frozenset(
    ["comma", "stop", "close", "newline", "semicolon", "dash", "quote", "apostrophe", "han", "both", "to"]
)


def month_to(found: Found, seen: Seen) -> DateParts | None:
    """A month without its year: its name is written with a capital, and no person's follows."""
    word = seen.text[found.start : found.end]
    maybe = "month_name" not in found.items[found.first].kinds
    small = not word[0].isupper() and (maybe or len(word) < MONTH_LENGTH)
    if small or (_names_someone(found, seen) and not _led(found)):
        return None
    if maybe and not (_led(found) or _to_month(found) or _from_month(found) or _ends_span(found)):
        return None
    return _month(found)


def _ends_span(found: Found) -> bool:
    """The May of the three months to May."""
    to = before(found.first, found.items)
    led = before(to, found.items) if to is not None and "to" in found.items[to].kinds else None
    return led is not None and "span" in found.items[led].kinds


def _month(found: Found) -> DateParts:
    month = value(found, "mon", "month_name", "month_maybe")
    return DateParts(found.start, found.end, months=(month, month))


def _led(found: Found) -> bool:
    at = before(found.first, found.items)
    return at is not None and bool(found.items[at].kinds & LEADS)


def _to_month(found: Found) -> bool:
    """March to May, March and May 2020."""
    link = after(found.last, found.items)
    other = after(link + 1, found.items) if link is not None else None
    return (
        link is not None
        and other is not None
        and bool(found.items[link].kinds & {"to", "both", "dash", "slash"})
        and bool(found.items[other].kinds & {"month_name", "month_maybe"})
    )


def _from_month(found: Found) -> bool:
    """The May of March to May, and of January-May."""
    link = before(found.first, found.items)
    other = before(link, found.items) if link is not None else None
    return (
        link is not None
        and other is not None
        and bool(found.items[link].kinds & {"to", "dash"})
        and bool(found.items[other].kinds & {"month_name", "month_maybe"})
    )


def _names_someone(found: Found, seen: Seen) -> bool:
    """April Smith: a word with a capital follows."""
    rest = seen.text[found.end : found.end + 3]
    at = after(found.last, found.items)
    if len(rest) < SHORT_NAME or at is None or found.items[at].kinds & (NAME_AFTER | {"month_name"}):
        return False
    return rest[0] == " " and rest[1].isupper() and rest[2].islower()


def english_month(found: Found, seen: Seen) -> DateParts | None:
    """This May, last June, next March."""
    month = value(found, "mon", "month_name", "month_maybe")
    which = value(found, "which", "which")
    if not seen.text[found.items[found.last - 1].start].isupper():
        return None
    if seen.published is None or seen.published.latest is None:
        return DateParts(found.start, found.end, unresolved=True)
    today, year = seen.published.latest, None
    if which > 0:
        year = today.year + 1
    elif which < 0 and month == today.month:
        year = today.year - 1
    return DateParts(found.start, found.end, year, (month, month))


def lone_day(found: Found, seen: Seen) -> DateParts | None:
    """12日; but 神舟二十号 is a name, and 连升4日 how long it lasts."""
    lists = load_date_lexicon().lists
    other = seen.text.endswith(lists["day_counts"], 0, found.start)
    if not seen.text.endswith(lists["always_days"], found.start, found.end):
        other = other or seen.text.endswith(lists["numbered"], 0, found.start)
    other = other or seen.text.startswith(lists["day_counts_behind"], found.end)
    return None if other else written(found, seen)


def lone_month(found: Found, seen: Seen) -> DateParts | None:
    """3月, 3月5日; but the 6月 of 8年6月徒刑 and of 徒刑8年6月 are months."""
    lists = load_date_lexicon().lists
    years = found.items[max(0, found.first - 2) : found.first]
    led = bool(years) and "year_sign" in years[-1].kinds
    served = led and seen.text.endswith(lists["served_before"], 0, years[0].start)
    return None if served or seen.text.startswith(lists["served"], found.end) else written(found, seen)


def roc_year(found: Found, seen: Seen) -> DateParts | None:
    """113年 of an article of Taiwan: a year, where the words do not make it a length of time."""
    year, lists = (found.number("roc") or 0) + TAIWAN, load_date_lexicon().lists
    zone = seen.published.zone if seen.published else None
    taiwanese = zone == TAIPEI or any(era in seen.text for era in load_lexicon().lists["era_of_republic"])
    lasting = seen.text.endswith(lists["roc_not_before"], 0, found.start) or seen.text.startswith(
        lists["roc_not_after"], found.end
    )
    near = seen.year is not None and abs(year - seen.year) <= ROC_NEAR
    return written(found, seen) if taiwanese and near and not lasting else None


def lone_quarter(found: Found, seen: Seen) -> DateParts | None:
    """一季度, 第四季; but 4季 are as many."""
    counted = found.get("quarter_no") is not None and "rank" not in found.items[found.first].kinds
    sign, signs = seen.text[found.start : found.end], load_lexicon().lists["quarters_han"]
    return written(found, seen) if not counted or any(one in sign for one in signs) else None


def the_day(found: Found, seen: Seen) -> DateParts | None:
    """He left on the 26th; not on the 5th floor: what follows is no name of what is counted.

    A number may follow: on the 17th 3,268 people.
    """
    day, at = found.number("day") or 0, after(found.last, found.items)
    if at is not None and not found.items[at].kinds & (GOES_ON | {"arabic", "sized"}):
        return None
    known = 1 <= day <= 31
    return DateParts(found.start, found.end, days=(day, day), week=week_way(found)) if known else None


def day_of_list(found: Found, seen: Seen) -> DateParts | None:
    """The 19 of `June 18 and 19`, and of `June 17, 18 and 19`; what is counted is no day."""
    day, at = found.number("day") or 0, after(found.last, found.items)
    if at is not None and not found.items[at].kinds & GOES_ON:
        return None
    items, place = found.items, before(found.first, found.items)
    for _ in range(DAYS_OF_MONTH):
        if place is None or not items[place].kinds & {"both", "comma"}:
            break
        place = _before_link(items, place)
        if place is None or not items[place].kinds & DAYS:
            return None
        place = before(place, items)
    if place is None or not items[place].kinds & {"month_name", "month_maybe"}:
        return None
    return DateParts(found.start, found.end, days=(day, day))


def month_of_list(found: Found, seen: Seen) -> DateParts | None:
    """The 3 of 3、4月; a comma parts."""
    month = found.number("month") or 0
    return DateParts(found.start, found.end, months=(month, month)) if seen.text[found.end] == "、" else None


def _before_link(items: Sequence[Item], place: int) -> int | None:
    """The day before `and`, before a comma, or before both."""
    left = before(place, items)
    return before(left, items) if left is not None and "comma" in items[left].kinds else left


def told_from(found: Found, seen: Seen) -> DateParts | None:
    """The following day, 前一日: from the day last mentioned; the next day of the trial is another."""
    item, at = found.items[found.first], after(found.last, found.items)
    word, free = item.word("from_told"), at is None or bool(found.items[at].kinds & GOES_ON)
    if seen.text[found.start].isascii() and (not free or (at is not None and "of" in found.items[at].kinds)):
        return None
    return DateParts(found.start, found.end, days_later=int(word.number), unresolved=True)


def told_year(found: Found, seen: Seen) -> DateParts | None:
    """The year before: from the year told last; the year before the war is another, as is more than it."""
    at = after(found.last, found.items)
    free = at is None or bool(found.items[at].kinds & GOES_ON)
    compared = seen.text.endswith("than ", 0, found.start)
    return written(found, seen) if free and not compared and seen.text[found.start].isascii() else None


DAYS = frozenset({"n12", "n24", "n31"})
DAYS_OF_MONTH = 31  # a list of days is no longer
GOES_ON = frozenset(
    {"goes_on", "comma", "dot", "stop", "semicolon", "colon", "close", "newline", "quote", "dash"}
)


def part_alone(found: Found, seen: Seen) -> DateParts | None:
    """年初, 月底: of the year or month last mentioned; 三年初 is none."""
    at = found.first - 1
    if at >= 0 and not _is_free(found.items[at], seen):
        return None
    parts = written(found, seen)
    if parts is None or "month_sign" not in found.items[found.first].kinds:
        return parts
    third = found.get("part")
    days = THIRDS.get(third.word("part_sign").name) if third else None
    return DateParts(found.start, found.end, days=days)


def _is_free(item: Item, seen: Seen) -> bool:
    last = seen.text[item.end - 1]
    free = bool(item.kinds & FREE) or not (is_han(last) or last.isdigit())
    return free or last in load_date_lexicon().lists["before_part"]


def bare_year(found: Found, seen: Seen) -> DateParts | None:
    """2025 where no unit, currency or bound is by it."""
    text, start, end = seen.text, found.start, found.end
    year = found.number("year") or 0
    if "arabic" not in found.items[found.first].kinds:
        return DateParts(start, end, year) if " " in text[start:end] or "-" in text[start:end] else None
    if (year not in SHOWN_YEARS and not _is_led_in(found, text)) or _is_part_of_more(text, start, end):
        return None
    own = seen.phrase_at(start)
    if (
        (year == ROUND and not _bounds(found))
        or own is None
        or own.measured
        or own.negative
        or own.end > own.numeral.end
    ):
        return None
    exact = own.qualifier is Qualifier.EXACT and own.start == own.numeral.start
    return DateParts(start, end, year) if exact else None


def _is_led_in(found: Found, text: str) -> bool:
    """Opened in 1931, dates from before 1700: an old year needs its word, and no noun behind it."""
    at, following = before(found.first, found.items), after(found.last, found.items)
    far = (found.number("year") or 0) in TO_COME and not _is_change(text[: found.start])
    leads = BOUNDS | {"within", "until_by"} if far else BOUNDS | {"within"}
    led = at is not None and bool(found.items[at].kinds & leads)
    return led and (following is None or bool(found.items[following].kinds & GOES_ON))


def _is_change(head: str) -> bool:
    """Rose by: what follows is by how much."""
    words = head[-CHANGE:].lower().split()
    return len(words) > 1 and words[-1] == "by" and words[-2] in load_lexicon().lists["changes"]


def _bounds(found: Found) -> bool:
    """Since 2000, before 2000: there it is no round number."""
    at = before(found.first, found.items)
    return at is not None and bool(found.items[at].kinds & BOUNDS)


def _is_part_of_more(text: str, start: int, end: int) -> bool:

    return not re.fullmatch(BEFORE_YEAR, text[max(0, start - 12) : start], re.DOTALL) or bool(
        worded("after_year").match(text[end : end + 8])
    )


FISCAL = "(?<![Ff]iscal )(?<![Ff]iscal year )(?<!FY )(?<!FY)"
BEFORE_YEAR = rf".*{FISCAL}(?<![0-9A-Za-z$€£¥/#_])(?<![0-9][.,:])(?:(?<![0-9]-)|(?<=(?:19|20)[0-9][0-9]-))"
