"""Dates that are one end of a time: since 2018, 11月15日前, by 29 June, 自2018年以来."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from enum import Enum

from build_tools.values.date_parts import DAY, DateParts, Hours, edtf_of
from build_tools.values.edtf import read_edtf
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.placed import Placed, after, before
from build_tools.values.grammar.tense import is_past

LENGTHS = {4: "year", 7: "month", 10: "day"}


class BoundSide(Enum):
    """On which side of the date named the time lies."""

    SINCE = "since"
    AFTER = "after"
    BEFORE = "before"
    UNTIL = "until"


LEADS = {
    "since_before": BoundSide.SINCE,
    "until_since": BoundSide.SINCE,
    "after_before": BoundSide.AFTER,
    "before_before": BoundSide.BEFORE,
    "until_before": BoundSide.UNTIL,
    "until_by": BoundSide.UNTIL,
}
TAILS = {
    "since_after": BoundSide.SINCE,
    "until_after": BoundSide.UNTIL,
    "after_after": BoundSide.AFTER,
    "before_after": BoundSide.BEFORE,
}
OF_HOURS = {
    BoundSide.BEFORE: BoundSide.UNTIL,
    BoundSide.AFTER: BoundSide.SINCE,
}  # before 3 a.m. on Friday, or Friday morning, is on that Friday
NUMBERS = frozenset({"n12", "n24", "n31", "n59", "n99", "n199", "large", "sized"})


def bounded(placed: Sequence[Placed], items: Sequence[Item], text: str) -> Iterator[Placed]:
    """The dates, those that are named as an end with the words that say so."""
    for at, one in enumerate(placed):
        least = placed[at - 1].last if at else 0
        most = placed[at + 1].first if at + 1 < len(placed) else len(items)
        edtf = edtf_of(one.parts)
        made = _bounded(one, edtf, items, least, most) if edtf else one
        yield made if made is one else _by_last_midnight(made, one, items, text)


def _bounded(one: Placed, named: str, items: Sequence[Item], least: int, most: int) -> Placed:
    if one.rule == "range":
        return one
    first, last = before(one.first, items, least), after(one.last, items, most)
    lead = _side(items[first], LEADS) if first is not None else None
    tail, ends = _tail(items, last, first, most) if last is not None else (None, one.last)
    side = lead if lead in (BoundSide.UNTIL, BoundSide.SINCE) else tail or lead
    side = OF_HOURS.get(side, side) if side and _is_within_day(one, items) else side
    edtf = open_side(named, _of_part(one, items, side)) if side else None
    if side is None or edtf is None:
        return one
    begins = first if first is not None and (lead or _is_from(items[first], tail)) else one.first
    ends = ends if tail else one.last
    hours = _open_hours(one.parts, side)
    start, end = items[begins].start, items[ends - 1].end
    parts = replace(one.parts, start=start, end=end, edtf=edtf, named=named, hours=hours)
    return Placed(parts, begins, ends, one.rule)


def _is_within_day(one: Placed, items: Sequence[Item]) -> bool:
    """Whether a date names an hour or a part of its day, which then lies on the day: 4日中午前."""
    hours = one.parts.hours
    in_parts = any("day_part" in item.kinds for item in items[one.first : one.last])
    return in_parts or (hours is not None and hours.sure)


def _by_last_midnight(made: Placed, one: Placed, items: Sequence[Item], text: str) -> Placed:
    """Dead by midnight, told early on Wednesday: the midnight with which that day began."""
    hours, told = made.parts.hours, one.parts.hours
    if not one.is_clock or not hours or not told or told.last != 0 or not is_past(one, items, text):
        return made
    return replace(made, parts=replace(made.parts, hours=replace(hours, last=0)))


def _of_part(one: Placed, items: Sequence[Item], side: BoundSide) -> BoundSide:
    """年底前 and before the end of May run to the end; after the beginning begins with it."""
    parts = {
        word.name
        for item in items[one.first : one.last]
        for word in item.words
        if word.kind in ("part_sign", "part_of")
    }
    if side is BoundSide.BEFORE and (
        "late" in parts or any("year_end" in i.kinds for i in items[one.first : one.last])
    ):
        return BoundSide.UNTIL
    return BoundSide.SINCE if side is BoundSide.AFTER and "early" in parts else side


def _side(item: Item, table: dict[str, BoundSide]) -> BoundSide | None:
    return next((side for kind, side in table.items() if kind in item.kinds), None)


def _is_from(item: Item, tail: BoundSide | None) -> bool:
    return "from_before" in item.kinds and tail is BoundSide.SINCE


def _tail(items: Sequence[Item], at: int, first: int | None, most: int) -> tuple[BoundSide | None, int]:
    """The words after a date that make it an end; in 6月12日前三名 and `June 12 on the coast` they do not."""
    item, following = items[at], at + 1
    other = after(following, items, most)
    if "both" in item.kinds and other is not None:
        return _or_before(items, other, most), other + 1
    side = _side(item, TAILS)
    parts = side in (BoundSide.AFTER, BoundSide.BEFORE) and following < len(items)
    if side is None or (parts and items[following].kinds & NUMBERS):
        return None, at
    if item.kinds & {"on"} and not (first is not None and "from_before" in items[first].kinds):
        return None, at
    return side, following


def _or_before(items: Sequence[Item], at: int, most: int) -> BoundSide | None:
    """Or before, and after: they hold the day; in `after 2016 and before 2018` they lead the next."""
    led = after(at + 1, items)
    if led == most and most < len(items):
        return None
    sides = {BoundSide.BEFORE: BoundSide.UNTIL, BoundSide.AFTER: BoundSide.SINCE}
    side = _side(items[at], LEADS)
    return sides.get(side) if side else None


def open_side(edtf: str, side: BoundSide) -> str | None:
    """The open interval on one side of a date.

    >>> [open_side("2015", side) for side in BoundSide]
    ['2015/..', '2016/..', '../2014', '../2015']
    """
    first, _, last = edtf.partition("/")
    last = last or first
    if ".." in (first, last):
        return None
    match side:
        case BoundSide.SINCE:
            return f"{first}/.."
        case BoundSide.UNTIL:
            return f"../{last}"
        case BoundSide.BEFORE:
            return _beside(first, -1, "../{}")
        case BoundSide.AFTER:
            return (
                f"{last}/.."
                if len(last) == len("2020-02-06") and last == first
                else _beside(last, 1, "{}/..")
            )


def _beside(edtf: str, way: int, form: str) -> str | None:
    """The day, month or year before or after one of its kind; for a season or decade the day."""
    days = read_edtf(edtf)
    if not days or not days[0] or not days[1]:
        return None
    try:
        day = days[0] - timedelta(days=1) if way < 0 else days[1] + timedelta(days=1)
    except OverflowError:
        return None
    known = LENGTHS.get(len(edtf), "day") if edtf.replace("-", "").isdigit() and edtf[5:7] <= "12" else "day"
    return form.format(day.isoformat()[: {"year": 4, "month": 7, "day": 10}[known]])


def _open_hours(parts: DateParts, side: BoundSide) -> Hours | None:
    hours = parts.hours
    if hours is None:
        return None
    if side in (BoundSide.SINCE, BoundSide.AFTER):
        return replace(hours, last=None)
    return replace(hours, first=None, last=hours.last or DAY)  # by midnight is by the end of the day
