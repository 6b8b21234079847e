"""The year, week or day that a date leaves out, by its weekday, the words beside it and the publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from build_tools.values.date_parts import DateParts, edtf_of, is_just_past, resolve_year
from build_tools.values.edtf import read_edtf
from build_tools.values.grammar.clock_days import days_later, is_of_day_before
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.placed import Placed, after, before
from build_tools.values.grammar.seen import Seen, plus, shifted
from build_tools.values.grammar.tense import is_ahead, is_forecast, is_past, takes_effect

NEAR_YEAR = 250  # days within which a day of the week tells the year
MOST_MONTHS = 28  # within which every day of a month falls on every day of the week


def by_weekday(parts: DateParts, seen: Seen) -> DateParts:
    """Sunday, 25 May: of the nearest year in which it is one, if one is near."""
    if seen.today is None or parts.year is not None:
        return parts
    days = []
    for year in range(max(1, seen.today.year - 1), min(seen.today.year + 1, 9999) + 1):
        found = read_edtf(edtf_of(replace(parts, year=year)) or "")
        near = found and found[0] and abs((found[0] - seen.today).days) <= NEAR_YEAR
        if near and found and found[0] and found[0].weekday() == parts.weekday:
            days.append(found[0])
    nearest = min(days, key=lambda day: abs((day - seen.today).days) if seen.today else 0, default=None)
    return replace(parts, year=nearest.year) if nearest else parts


def of_day_and_weekday(parts: DateParts, seen: Seen, ahead: bool) -> DateParts:
    """Tuesday the 13th: of the nearest month in which it is one."""
    if seen.today is None or parts.days is None:
        return replace(parts, unresolved=True)
    for months in range(MOST_MONTHS):
        if months == 2 and (soon := _soon(parts, seen.today, not ahead)):
            return replace(parts, edtf=soon)
        year, month = shifted(seen.today, months if ahead else -months)
        edtf = edtf_of(DateParts(0, 0, year, (month, month), parts.days)) or ""
        day = days[0] if (days := read_edtf(edtf)) else None
        if day and day.weekday() == parts.weekday and (day >= seen.today if ahead else day <= seen.today):
            return replace(parts, edtf=edtf)
    return replace(parts, unresolved=True)


def _soon(parts: DateParts, today: date, ahead: bool) -> str | None:
    """周三(28日): the one of this month or the next the other way, where the last two months have none."""
    for months in (0, 1):
        year, month = shifted(today, months if ahead else -months)
        edtf = edtf_of(replace(parts, year=year, months=(month, month))) or ""
        if (days := read_edtf(edtf)) and days[0] and days[0].weekday() == parts.weekday:
            return edtf
    return None


def of_week(parts: DateParts, seen: Seen, ahead: bool) -> DateParts:
    """Wednesday: the last one before publication, or where the words look ahead the next; that day too."""
    if seen.today is None or parts.weekday is None:
        return replace(parts, unresolved=True)
    back = (seen.today.weekday() - parts.weekday) % 7
    days = (7 - back) % 7 if ahead else -back
    return replace(parts, edtf=plus(seen.today, days).isoformat())


SATURDAY = 5
SINCE = ("since", "ever since")
WHEN = frozenset(
    {"at", "on", "within", "to", "until_by", "until_before", "before_before", "from_before", "since_before"}
    | {"after_before", "ahead", "ahead_close"}
)
MOST_BESIDE = 3  # on, 于


def resolved(parts: DateParts, one: Placed, items: Sequence[Item], seen: Seen) -> DateParts:
    """Parts with the year, week or day that they leave out, by the tense and the day of publication."""
    if one.rule == "weekend" and _is_bare_weekend(one, items, seen):
        return replace(parts, edtf="/".join(days_later(end, -7) for end in (parts.edtf or "").split("/")))
    if parts.edtf or parts.offset or parts.unresolved or parts.year is not None:
        return parts
    ahead = not _is_since(one, items, seen) and is_ahead(one, items, seen.text)
    if ahead and takes_effect(one, items, seen.text) and is_just_past(parts, seen.published):
        ahead = False
    if parts.weekday is not None and not parts.days and not ahead and _is_led_on(one, items):
        ahead = not is_past(one, items, seen.text)  # alerts through Friday
    if parts.weekday is not None and not parts.months and not ahead:
        ahead = is_forecast(one, items, seen.text) and not is_past(one, items, seen.text)
    if parts.weekday is not None and not parts.months:
        return of_day_and_weekday(parts, seen, ahead) if parts.days else of_week(parts, seen, ahead)
    if parts.weekday is not None:
        parts = by_weekday(parts, seen)
    if one.is_clock:
        edtf = seen.today.isoformat() if seen.today else None
        if edtf and is_of_day_before(one, items, seen, ahead):
            edtf = days_later(edtf, -1)
        return replace(parts, edtf=edtf, unresolved=edtf is None)
    begins = parts.days is not None or _begins(one, seen)
    soon = _belongs(one, items) if ahead else begins and _is_soon(one, items, seen)
    return resolve_year(parts, seen.published, ahead, soon)


def _is_since(one: Placed, items: Sequence[Item], seen: Seen) -> bool:
    """Since Sunday afternoon: what has begun is past, whatever will be."""
    led = before(one.first, items)
    return led is not None and seen.text[items[led].start : items[led].end].lower() in SINCE


def _begins(one: Placed, seen: Seen) -> bool:
    """6月起票价上调, of an article of March: of this year."""
    return seen.text.startswith(load_date_lexicon().lists["starts"], one.parts.end)


def _belongs(one: Placed, items: Sequence[Item]) -> bool:
    """The October of 将公布10月份数据, of what is to come and not when; 将于10月 is when."""
    led, behind = before(one.first, items), after(one.last, items)
    if behind is not None and "ahead_close" in items[behind].kinds:
        return False  # 3月将举行选举
    return led is None or not items[led].kinds & WHEN


def _is_bare_weekend(one: Placed, items: Sequence[Item], seen: Seen) -> bool:
    """Took in over the weekend, of an article of Thursday: the weekend before."""
    written = seen.text[one.parts.start : one.parts.end].lower()
    bare = written in load_date_lexicon().lists["bare_weekends"]
    early = seen.today is not None and seen.today.weekday() < SATURDAY
    return bare and early and is_past(one, items, seen.text) and not is_ahead(one, items, seen.text)


def _is_led_on(one: Placed, items: Sequence[Item]) -> bool:
    led = before(one.first, items)
    return led is not None and bool(items[led].kinds & {"to", "until_before", "until_by"})


def _is_soon(one: Placed, items: Sequence[Item], seen: Seen) -> bool:
    """Whether no word beside a date says that it is past; through Jan. 30 and until 30日 look on."""
    on = _is_led_on(one, items)
    beside = len(seen.text.strip()) > one.parts.end - one.parts.start + MOST_BESIDE
    return beside and (on or not is_past(one, items, seen.text))
