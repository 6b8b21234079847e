"""The year, week or day that a date leaves out, by the words beside it and the day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_tools.values.date_parts import DateParts, is_just_past, resolve_year
from build_tools.values.grammar.clock_days import days_later, is_of_day_before
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.placed import Placed, after, before
from build_tools.values.grammar.seen import Seen
from build_tools.values.grammar.tense import is_ahead, is_past, takes_effect
from build_tools.values.grammar.weekdays import by_weekday, of_day_and_weekday, of_week

SATURDAY = 5
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
    ahead = is_ahead(one, items, seen.text)
    if ahead and takes_effect(one, items, seen.text) and is_just_past(parts, seen.published):
        ahead = False
    if parts.weekday is not None and not parts.days and not ahead and _is_led_on(one, items):
        ahead = not is_past(one, items, seen.text)  # alerts through Friday
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
