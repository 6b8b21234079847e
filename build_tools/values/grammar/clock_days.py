"""The day of a time of day that names none: the last day mentioned, or the night after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from build_tools.values.date_parts import DAY
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.placed import Placed, after, between
from build_tools.values.grammar.seen import Seen, plus
from build_tools.values.grammar.tense import CLAUSE, REACH, is_past, until

NEAR = 4  # items
EVENING, DAWN = 18 * 60, 6 * 60
BACKWARDS = frozenset({"after_before", "since_before", "before_before"})


def is_of_next_day(last: Placed, one: Placed, items: Sequence[Item]) -> bool:
    """12:30 a.m. behind 11:40 p.m. is of the next day, if no word goes back in time."""
    first, hours = last.parts.hours, one.parts.hours
    if first is None or hours is None or first.first is None or hours.first is None:
        return False
    gap = items[last.last : one.first]
    if any(
        "newline" in item.kinds or (item.kinds & BACKWARDS and "until_by" not in item.kinds) for item in gap
    ):
        return False
    return first.first < DAY and first.first >= EVENING and hours.first < DAWN


def is_after_night(last: Placed, one: Placed, items: Sequence[Item]) -> bool:
    """清晨5点 behind 昨夜: the night is over on the next day."""
    words = [
        item.word("evening_word") for item in items[last.first : last.last] if "evening_word" in item.kinds
    ]
    hours, gap = one.parts.hours, items[last.last : one.first]
    if not words or last.parts.hours or hours is None or hours.first is None:
        return False
    back = any("newline" in item.kinds or item.kinds & BACKWARDS for item in gap)
    return not back and words[0].name.endswith("-24") and hours.first < DAWN


def is_of_day_before(one: Placed, items: Sequence[Item], seen: Seen, ahead: bool) -> bool:
    """Struck at 11:40 p.m., in an article of 20 minutes past midnight."""
    hours, clock = one.parts.hours, seen.published.clock if seen.published else None
    if ahead or clock is None or clock.first is None or hours is None or hours.first is None:
        return False
    now = clock.first.hour * 60 + clock.first.minute
    if hours.first <= now:
        return False
    happened = seen.text.endswith(tuple(load_date_lexicon().lists["happened"]), 0, one.parts.start)
    return happened or now < DAWN or is_past(one, items, seen.text)


def day_behind(placed: Sequence[Placed], items: Sequence[Item]) -> Placed | None:
    """Monday in 4 p.m. local time (0800 GMT) on Monday: the day of both."""
    if len(placed) < 3 or not placed[0].is_clock or not placed[1].is_clock or placed[2].is_clock:
        return None
    opened, closed = between(placed[0], placed[1], items), between(placed[1], placed[2], items)
    kinds = [item.kinds for item in closed]
    if (
        [item for item in opened if "open" not in item.kinds]
        or not opened
        or not kinds
        or "close" not in kinds[0]
    ):
        return None
    return placed[2] if all(one & {"on", "comma"} for one in kinds[1:]) else None


def recurs(one: Placed, items: Sequence[Item]) -> bool:
    """每天8点到22点, at 9 a.m. every day, daily from 10 a.m.: of no one day."""
    before = until(reversed(items[max(0, one.first - REACH) : one.first]), CLAUSE)
    behind = list(until(items[one.last : one.last + NEAR], CLAUSE))
    return any("every" in item.kinds for item in (*before, *behind))


def is_in_brackets(one: Placed, items: Sequence[Item]) -> bool:
    """Whether a time of day is alone in brackets."""
    closed = after(one.last, items)
    return (
        one.first > 0
        and "open" in items[one.first - 1].kinds
        and closed is not None
        and "close" in items[closed].kinds
    )


def days_later(day: str, days: int) -> str:
    """A day so many days behind another.

    >>> days_later("2025-05-31", 1)
    '2025-06-01'
    """
    return plus(date.fromisoformat(day), days).isoformat()
