"""What a time of day takes from the one before it in its sentence: 晚上9点到场，10点离开."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_tools.values.date_parts import DAY, HALF_DAY, Hours
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.placed import Placed
from build_tools.values.grammar.tense import CLAUSE, SENTENCE

EARLY, EVENING = 5 * 60, 18 * 60
AFTERNOON = 13
CUE, WINDOW = 4, 12
PARAGRAPH = frozenset({"newline"})
TOLD = frozenset({"day_part", "day_part_after", "am_pm", "evening_word", "noon"})


def carried(placed: Sequence[Placed], items: Sequence[Item], text: str) -> list[Placed]:
    """The dates with those hours that only the hour before them makes hours, and with its half of the day."""
    done: list[Placed] = []
    last: Placed | None = None  # the last time of day of the sentence
    near: Placed | None = None  # and of the paragraph, where the day is the same
    for one in placed:
        if last and _ends_between(last, one, items, SENTENCE):
            last = None
        if near and (not one.is_clock or _ends_between(near, one, items, PARAGRAPH)):
            near = None
        hours = one.parts.hours
        if hours is not None and one.is_clock and not hours.sure and _is_hour(one, last, items, text):
            hours = replace(hours, sure=True)
        if hours is not None and one.is_clock and last and not _kinds(one, items) & TOLD:
            hours = _after(last.parts.hours, hours) if _says_half(last, items) else hours
        elif hours is not None and hours.sure and near and one.is_clock and not _kinds(one, items) & TOLD:
            hours = _of_evening(near.parts.hours, hours) if _says_half(near, items) else hours
        if hours is not one.parts.hours:
            one = replace(one, parts=replace(one.parts, hours=hours), carried=last is not None)
        if hours is not None and hours.sure and hours.first is not None:
            last = near = one
        done.append(one)
    return done


def _ends_between(one: Placed, other: Placed, items: Sequence[Item], ends: frozenset[str]) -> bool:
    return any(not ends.isdisjoint(item.kinds) for item in items[one.last : other.first])


def _kinds(one: Placed, items: Sequence[Item]) -> frozenset[str]:
    return frozenset().union(*(item.kinds for item in items[one.first : one.last]))


def _says_half(one: Placed, items: Sequence[Item]) -> bool:
    """Whether an hour says which half of the day it is of, in Chinese and on a clock of twelve hours."""
    kinds = _kinds(one, items)
    twelve = any(
        item.number is not None and item.number < AFTERNOON and "hour_sign" in behind.kinds
        for item, behind in zip(items[one.first : one.last], items[one.first + 1 : one.last], strict=False)
    )
    return one.carried or (twelve and bool(kinds & TOLD))


def _after(last: Hours | None, hours: Hours) -> Hours:
    """10点 behind 晚上9点 is of the evening, 2点 of the night after; 3点 behind 上午9点 is past noon."""
    if (
        last is None
        or last.first is None
        or hours.first is None
        or hours.last is None
        or hours.first >= HALF_DAY
    ):
        return hours
    told = last.last if last.last is not None else last.first
    if told >= HALF_DAY:
        night = hours.first + HALF_DAY <= told and hours.first < EARLY and told >= EVENING
        later = HALF_DAY if hours.first + HALF_DAY > told else DAY if night else 0
    else:
        later = HALF_DAY if hours.first < told and told >= EARLY else 0
    return replace(hours, first=hours.first + later, last=hours.last + later)


def _of_evening(last: Hours | None, hours: Hours) -> Hours:
    """9点30分, in the sentence behind 昨晚8点50分: of that evening too, if that is later."""
    if last is None or last.first is None or last.first < EVENING or hours.first is None or not hours.last:
        return hours
    later = hours.first < HALF_DAY and hours.first + HALF_DAY > last.first
    return replace(hours, first=hours.first + HALF_DAY, last=hours.last + HALF_DAY) if later else hours


def _is_hour(one: Placed, last: Placed | None, items: Sequence[Item], text: str) -> bool:
    """他23点离开, 至10点: but an index that rose by 23点, and 3点建议, are points."""
    words, kinds = load_date_lexicon().lists, _kinds(one, items)
    if "hour_sign" not in kinds or text.startswith(words["points_after"], one.parts.end):
        return False
    start = one.parts.start
    clause = next((i for i in range(one.first - 1, -1, -1) if items[i].kinds & CLAUSE), None)
    begins = items[clause].end if clause is not None else 0
    head = text[max(begins, start - WINDOW) : start]
    if any(word in head for word in words["points_before"]):
        return False
    number = next(item for item in items[one.first : one.last] if item.number is not None)
    led = head.endswith(words["hour_before"]) or number is not items[one.first]
    return last is not None or ("arabic" in number.kinds and ((number.number or 0) >= AFTERNOON or led))
