"""Dates that are counted: 8天后 from an event, 三天前 and in two weeks from the day of publication."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from build_tools.model import Offset
from build_tools.text.letters import is_han
from build_tools.values.date_parts import DAY, DateParts, Hours
from build_tools.values.grammar.bounds import BoundSide, open_side
from build_tools.values.grammar.compiled import worded
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.patterns import Found
from build_tools.values.grammar.seen import Seen, plus, shifted
from build_tools.values.grammar.tokens import TokenKind

DECEMBER = 12
FIRST_YEAR = 1500  # 2025年后 is after the year 2025
FARTHEST = 10**6
SEVERAL = (2, 9)
MONTHS = {"decade": 120, "year": 12, "quarter": 3, "month": 1}
DAYS = {"week": 7, "fortnight": 14, "day": 1}
WEEK = 7
MINUTES = {"hour": 60, "minute": 1}
MANY = {"fortnight": (14, "day"), "decade": (10, "year")}
FROM_ZERO = frozenset({"under", "at_most", "nearly"})
NO_END = frozenset({"over", "at_least"})
SCALES = frozenset({"million", "billion", "trillion"})
BOUND_NAMES = NO_END | {"under", "at_most"}


def counted_date(found: Found, seen: Seen) -> DateParts | None:
    """A date so far after or before another: unresolved where only an event can date it."""
    number = found.get("n")
    if number and ((number.number or 0) >= FIRST_YEAR or number.kinds & {"lead0", "nth"}):
        return None
    if number and seen.text[number.start : number.end].lower() in SCALES:
        return None  # 171 million years ago
    if number and _is_before_month(number, found, seen):
        return None
    if found.get("n2"):
        return _of_two(found, seen)
    found = _without_difference(found, seen)
    offset = _offset(found)
    found = _without_rhetoric(found)
    if found.get("within"):
        return replace(_dated(found, seen, offset, ahead=True), if_ahead=True) if offset else None
    way = found.get("dir")
    if way is None:
        return None
    if "ago" in way.kinds and "later" not in way.kinds:
        return _ago(found, seen, offset) if _is_ago(found, seen) else None
    if "from_now" in way.kinds:
        return _dated(found, seen, offset, ahead=True)
    if "later" in way.kinds and _is_bounded(found, seen):
        return None
    if way.kinds & {"after_before"} and not found.get("one") and is_lasting(found.start, seen):
        return None
    if seen.text.endswith(load_date_lexicon().lists["lasting_han"], 0, found.start):
        return None
    return DateParts(found.start, found.end, offset=offset, unresolved=True)


def _is_before_month(number: Item, found: Found, seen: Seen) -> bool:
    """5月前 is before May, where 5个月前 is five months ago."""
    span, way = found.get("span"), found.get("dir")
    bare = span and seen.text[span.start : span.end] in load_date_lexicon().lists["bare_months"]
    return bool(bare and way and "ago" in way.kinds and 1 <= (number.number or 0) <= DECEMBER)


def _ago(found: Found, seen: Seen, offset: Offset | None) -> DateParts:
    """Two years ago; more than two years ago is then or before."""
    if offset is not None or (at := _offset(found, bound=False)) is None:
        return _dated(found, seen, offset, ahead=False)
    parts = _dated(found, seen, at, ahead=False)
    edtf = open_side(parts.edtf, BoundSide.UNTIL) if parts.edtf and parts.hours is None else None
    return replace(parts, edtf=edtf, unresolved=edtf is None, hours=None)


def _is_bounded(found: Found, seen: Seen) -> bool:
    """Less than a year after: how long it was, of which no day can be told."""
    near = found.items[max(0, found.first - 2) : found.first]
    said = (word for item in (found.get("q"), *near) if item for word in item.words)
    bound = any(word.kind is TokenKind.BEFORE and word.name in BOUND_NAMES for word in said)
    return bound and seen.text[found.start].isascii()


def is_lasting(start: int, seen: Seen) -> bool:
    """Five days from 7am, for six hours after: how long it was, and not when."""
    return seen.text.endswith(load_date_lexicon().lists["lasting"], 0, start)


def _of_two(found: Found, seen: Seen) -> DateParts | None:
    """Two weeks and two days ago, 一年零三个月前: counted in both; 11月15日以前 is a date."""
    months = days = 0
    for number, span in (("n", "span"), ("n2", "span2")):
        item, count = found.get(span), found.number(number)
        if item is None or count is None or count > FARTHEST:
            return None
        unit = item.word("span").name
        if (
            seen.text[item.start : item.end] in load_date_lexicon().lists["signs_of_dates"]
            or unit not in MONTHS | DAYS
        ):
            return None
        months, days = months + MONTHS.get(unit, 0) * count, days + DAYS.get(unit, 0) * count
    way = found.get("dir")
    if way is None or ("later" in way.kinds and "from_now" not in way.kinds) or found.get("q"):
        return DateParts(found.start, found.end, unresolved=True)
    sign = -1 if "ago" in way.kinds else 1
    if seen.today is None or (sign < 0 and not _is_ago(found, seen)):
        return DateParts(found.start, found.end, unresolved=True)
    year, month = shifted(seen.today, sign * months)
    if not days:
        return DateParts(found.start, found.end, edtf=f"{year:04}-{month:02}")
    day = date(year, month, min(seen.today.day, monthrange(year, month)[1]))
    return DateParts(found.start, found.end, edtf=plus(day, sign * days).isoformat())


def _without_difference(found: Found, seen: Seen) -> Found:
    """£1.4bn more than a year earlier: by how much, and no bound of the year."""
    said = found.get("q")
    amount = said is not None and worded("amount_before").search(seen.text, 0, said.start)
    if not said or not amount or not seen.text[said.start : said.end].lower().endswith(" than"):
        return found
    first = next(at for at in range(found.first + 1, found.last) if "space" not in found.items[at].kinds)
    kept = {name: item for name, item in found.kept.items() if name != "q"}
    return replace(found, first=first, kept=kept)


def _without_rhetoric(found: Found) -> Found:
    """短短8天后 without 短短, which asserts nothing."""
    said = found.get("q")
    if said is None or any(
        word.name not in ("exact", "") for word in said.words if word.kind.value == "before"
    ):
        return found
    first = next(at for at in range(found.first + 1, found.last) if "space" not in found.items[at].kinds)
    return replace(found, first=first)


def week_on(found: Found, seen: Seen) -> DateParts | None:
    """A week on Tuesday, a fortnight on Friday: so many weeks behind the next such day."""
    item, weeks, day = found.get("span"), found.number("n"), found.get("day_name")
    days = DAYS.get(item.word("span").name, 1) if item else 1
    if days < WEEK or day is None or is_lasting(found.start, seen):
        return None
    if seen.today is None:
        return DateParts(found.start, found.end, unresolved=True)
    next_one = (int(day.word("weekday").number) - seen.today.weekday() - 1) % WEEK + 1
    on = plus(seen.today, next_one + days * (1 if weeks is None else weeks))
    return DateParts(found.start, found.end, edtf=on.isoformat())


def counted_from(found: Found, seen: Seen) -> DateParts | None:
    """Two weeks from, three days before: the date that they count from must follow."""
    offset, number = _offset(found, bound=False), found.get("n")
    if number and number.kinds & {"year", "nth"}:
        return None
    if offset is None:
        return DateParts(found.start, found.end, unresolved=True)
    way = found.get("way")
    if way and "before_before" in way.kinds:
        offset = Offset(-offset.high, -offset.low, offset.unit)
    return DateParts(found.start, found.end, offset=offset, unresolved=True)


def counted_on(parts: DateParts, day: date) -> str | None:
    """The date that lies so far from a day."""
    offset = parts.offset
    if offset is None or offset.low != offset.high:
        return None
    if offset.unit in MONTHS:
        return "{:04}-{:02}".format(*shifted(day, MONTHS[offset.unit] * offset.low))
    return plus(day, DAYS[offset.unit] * offset.low).isoformat() if offset.unit in DAYS else None


def _is_ago(found: Found, seen: Seen) -> bool:
    """上任三天前 counts from taking office; 三天前 from today."""
    before, lists, span = (
        seen.text[found.start - 1 : found.start],
        load_date_lexicon().lists,
        found.get("span"),
    )
    if not is_han(before) or before in lists["leads_ago"]:
        return True
    counts = (
        span is not None
        and seen.text[span.start : span.end] not in load_date_lexicon().lists["signs_of_dates"]
    )
    return counts and before in lists["people_ago"]


def _offset(found: Found, bound: bool = True) -> Offset | None:
    """How far, at least and at most; None where the words set no end."""
    span = found.get("span")
    unit = span.word("span").name if span else "day"
    low, high = _count(found)
    said = {word.name for item in (found.get("q"), found.get("more")) if item for word in item.words}
    if (bound and said & NO_END) or high > FARTHEST:
        return None
    if said & FROM_ZERO:
        low = 0
    if found.get("half") or found.get("half_more"):
        return _with_half(found, unit, low, high)
    if unit in MANY:
        times, name = MANY[unit]
        return Offset(times * low, times * high, name)
    return Offset(low, high, unit)


def _count(found: Found) -> tuple[int, int]:
    number = found.get("n")
    if number and number.pair:
        return number.pair
    if found.get("few"):
        return SEVERAL
    count = number.number if number and number.number is not None else 1
    return count, count


def _with_half(found: Found, unit: str, low: int, high: int) -> Offset | None:
    """半年, 一年半, half an hour; half a day and half a month are no whole numbers of anything."""
    finer = {"decade": (10, "year"), "year": (12, "month"), "hour": (60, "minute")}.get(unit)
    if finer is None:
        return Offset(15, 15, "day") if unit == "month" and found.get("half") else None
    whole = 0 if found.get("half") else 1
    size, name = finer
    return Offset(size * low * whole + size // 2, size * high * whole + size // 2, name)


def _dated(found: Found, seen: Seen, offset: Offset | None, ahead: bool) -> DateParts:
    """Counted from the day of publication: as fine as its unit."""
    parts = DateParts(found.start, found.end, offset=offset if ahead else None, unresolved=True)
    if offset is None or offset.low != offset.high or seen.published is None or seen.published.latest is None:
        return replace(parts, offset=None)
    count = offset.low if ahead else -offset.low
    edtf: str | None = None
    if (
        offset.unit == "year"
        and seen.year is not None
        and seen.published.earliest
        and seen.published.earliest.year == seen.year
    ):
        edtf = f"{min(max(1, seen.year + count), 9999):04}"
    elif offset.unit in MONTHS:
        edtf = "{:04}-{:02}".format(*shifted(seen.published.latest, MONTHS[offset.unit] * count))
    elif offset.unit in DAYS and seen.today:
        edtf = plus(seen.today, DAYS[offset.unit] * count).isoformat()
    elif offset.unit in MINUTES:
        return _by_minutes(found, seen, MINUTES[offset.unit] * count)
    return DateParts(found.start, found.end, edtf=edtf, unresolved=edtf is None)


def _by_minutes(found: Found, seen: Seen, minutes: int) -> DateParts:
    """Two hours ago: of a publication whose time of day is known."""
    clock = seen.published.clock if seen.published else None
    if clock is None or clock.first is None or seen.today is None:
        return DateParts(found.start, found.end, unresolved=True)
    at = clock.first.hour * 60 + clock.first.minute + minutes
    day = plus(seen.today, at // DAY)
    return DateParts(found.start, found.end, edtf=day.isoformat(), hours=Hours(at % DAY, at % DAY))
