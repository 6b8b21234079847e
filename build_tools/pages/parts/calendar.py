"""Events on a common calendar: a list on a phone, a picture of the same on a wide screen."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from build_tools.model import Clock, DateValue, EntityId, Kind
from build_tools.pages.parts.lists import groups_holding, in_time, marked_name, taking_part, when
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.editions import Edition
from build_tools.website.markdown import Markup

LONGEST = timedelta(days=730)
SHORT = timedelta(days=14)  # a calendar as short as this begins and ends with its days

FEW_TIMES = 3  # events in a run that are worth a picture of its hours
MOST_BARS = 100


@dataclass(frozen=True, slots=True)
class Calendar:
    """The stretch of days that the picture shows."""

    first: date
    last: date

    def at(self, day: date, clock: time | None = None) -> str:
        """Where a day is, and an hour of it, as CSS wants it.

        >>> year = Calendar(date(2025, 1, 1), date(2025, 1, 11))
        >>> year.at(date(2025, 1, 6)), year.at(date(2025, 1, 6), time(12))
        ('50.0%', '55.0%')
        """
        inside = min(max(day, self.first), self.last)
        hours = (clock.hour + clock.minute / 60) / 24 if clock and inside == day < self.last else 0
        days = (inside - self.first).days + hours
        return f"{100 * days / max((self.last - self.first).days, 1):.1f}%"


def all_events(view: View) -> tuple[EntityId, ...]:
    """All events, earliest first."""
    return in_time(view, (event.id for event in view.of_kind(Kind.EVENT)))


def rows(context: Context, events: tuple[EntityId, ...], again: bool = False) -> Markup:
    """A row an event: when, what, and its days on the common calendar; shown `again` it has no address."""
    main = context.view.findings.main_event
    kept = sorted(dates_of(context.view, main), key=_length)[:1] if main in events else []
    calendar = calendar_of([date for id in events for date in dates_of(context.view, id)], kept)
    shown = [_row(context, id, calendar, again) for id in events]
    return (
        md.block("div", md.blocks(*shown, _axis(context, calendar)), class_="timeline") if shown else md.EMPTY
    )


def bare(context: Context, events: Iterable[EntityId]) -> Markup:
    """Events that no article dates: by what they are called, and in the article's words for when."""
    shown = [_row(context, id, None, again=False) for id in events]
    return md.block("div", md.blocks(*shown), class_="timeline") if shown else md.EMPTY


def dates_of(view: View, id: EntityId) -> list[DateValue]:
    """The days that sources give an event."""
    groups = groups_holding(view, id, DateValue)
    values = [statement.value for group in groups for statement in group.statements]
    dates = (view.local(value) for value in values if isinstance(value, DateValue))
    return [value for value in dates if value.earliest and value.latest]


def hours_of(view: View, events: Sequence[EntityId]) -> list[tuple[EntityId, ...]]:
    """The runs of events that times of day tell apart; none where the whole calendar is as short as they."""
    dated = {id: dates_of(view, id) for id in events}
    days = [each for dates in dated.values() for each in dates]
    calendar = calendar_of(days)
    if calendar is None or calendar.last - calendar.first <= HOURLY:
        return []
    runs: list[list[EntityId]] = [[]]
    for id in events:
        timed = [date for date in dated[id] if date.clock and date.earliest == date.latest]
        if not timed or (runs[-1] and not _is_near(dated[runs[-1][-1]], timed)):
            runs.append([])
        if timed:
            runs[-1].append(id)
    return [tuple(run) for run in runs if len(run) >= FEW_TIMES]


def _is_near(before: Sequence[DateValue], after: Sequence[DateValue]) -> bool:
    """Whether some day of one is next to some day of the other."""
    pairs = ((a.latest, b.earliest) for a in before for b in after)
    return any(a and b and abs((b - a).days) <= 1 for a, b in pairs)


def calendar_of(dates: list[DateValue], kept: Sequence[DateValue] = ()) -> Calendar | None:
    """The months or days of most events: a fifth at either end may be at the edge, but not what is kept."""
    firsts = sorted(each.earliest for each in dates if each.earliest)
    lasts = sorted(each.latest for each in dates if each.latest)
    if not firsts or not lasts:
        return None
    few = len(firsts) // 5
    first = firsts[0] if lasts[-1] - firsts[0] <= LONGEST else firsts[few]
    last = lasts[-1] if lasts[-1] - first <= LONGEST else lasts[-1 - few]
    first = min([first, *(each.earliest for each in kept if each.earliest)])
    last = max([last, *(each.latest for each in kept if each.latest)])
    if last - first <= SHORT and last < date.max:
        return Calendar(first, last + timedelta(days=1))
    return Calendar(first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1]))


def _length(date: DateValue) -> timedelta:
    return date.latest - date.earliest if date.latest and date.earliest else timedelta.max


def _row(context: Context, id: EntityId, calendar: Calendar | None, again: bool) -> Markup:
    cells = [
        md.inline("span", _when(context, id, calendar), class_="when"),
        md.inline("span", marked_name(context, id), class_="what"),
    ]
    if calendar:
        bars = (_bar(value, calendar) for value in dates_of(context.view, id)[:MOST_BARS])
        cells.append(md.inline("span", md.join(bars), class_="track", aria_hidden="true"))
    who = " ".join(taking_part(context.view, id))
    year = context.view.findings.years.get(id, "")
    address = {} if again else {"id": f"e-{id}"}
    return md.line("div", md.join(cells), class_="event", **address, data_who=who, data_year=year)


def _when(context: Context, id: EntityId, calendar: Calendar | None) -> Markup:
    """When it was; among events with dates one without says so."""
    if not groups_holding(context.view, id, DateValue):
        return context.say("undated") if calendar else md.EMPTY
    return md.join([when(context, id), _compatible(context, id)], md.SPACE)


def _compatible(context: Context, id: EntityId) -> Markup:
    """That the articles date an event differently, though all may be right."""
    changed = context.view.findings.changed_plans
    groups = groups_holding(context.view, id, DateValue)
    given = [each for group in groups for each in group.statements]
    held = (each.value for each in given if not all(claim.id in changed for claim in each.claims))
    dates = {value.edtf for value in held if isinstance(value, DateValue) and value.latest}
    if len(dates) < 2 or context.view.conflicts(id) or context.view.asked(id):
        return md.EMPTY
    return md.inline("span", context.say("dates differ but are compatible"), class_="count")


def _bar(value: DateValue, calendar: Calendar) -> Markup:
    if value.earliest is None or value.latest is None:
        return md.EMPTY
    clock = value.clock or Clock(None, None)
    css = "bar exact" if value.earliest == value.latest else "bar range"
    if value.latest < calendar.first or value.earliest > calendar.last:
        css = "bar earlier" if value.latest < calendar.first else "bar later"
    first, last = calendar.at(value.earliest, clock.first), calendar.at(value.latest, clock.last)
    place = f"--from:{first};--to:{last}"
    return md.inline("span", md.EMPTY, class_=css, style=place)


def _axis(context: Context, calendar: Calendar | None) -> Markup:
    if calendar is None:
        return md.EMPTY
    marks = [
        md.inline("span", md.text(name), class_="tick", style=f"--at:{calendar.at(day, clock)}")
        for day, clock, name in times_on_axis(context.edition, calendar.first, calendar.last)
    ]
    return md.line("div", md.join(marks), class_="axis", aria_hidden="true")


STEPS = (1, 2, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)))  # in months
HOURS = (3, 6, 12)
MOST = 8  # names that have room
HOURLY, DAILY = timedelta(days=3), timedelta(days=28)

Mark = tuple[date, time | None, str]


def times_on_axis(edition: Edition, first: date, last: date) -> list[Mark]:
    """Each mark of a calendar: its day, its hour where it is one, and its name."""
    if last - first <= HOURLY:
        return _hours(edition, first, last)
    if last - first < DAILY:
        return [(day, None, edition.day(day)) for day in days(first, last)]
    return [(day, None, name) for day, name in _named_months(edition, first, last)]


def _hours(edition: Edition, first: date, last: date) -> list[Mark]:
    """The days, and the hours between them."""
    length = (last - first).days
    step = next(step for step in HOURS if length * 24 <= MOST * step or step == HOURS[-1])
    found: list[Mark] = []
    for at in range(length):
        day = first + timedelta(days=at)
        found.append((day, None, edition.day(day)))
        found += [(day, time(hour), f"{hour:02}:00") for hour in range(step, 24, step)]
    return found


def days(first: date, last: date) -> list[date]:
    """The days of a short calendar, so many that their names have room.

    >>> [day.day for day in days(date(2034, 3, 8), date(2034, 3, 16))]
    [8, 9, 10, 11, 12, 13, 14, 15]
    """
    length = (last - first).days
    step = -(-length // MOST)
    return [first + timedelta(days=at) for at in range(0, length, step)]


def _named_months(edition: Edition, first: date, last: date) -> list[tuple[date, str]]:
    found = months(first, last)
    years = any(day.month == 1 for day in found)
    return [(day, edition.month(day, with_year=not years and day == found[0])) for day in found]


def months(first: date, last: date) -> list[date]:
    """The first days of months, so many that their names have room; where it fits, a January is one of them.

    >>> [str(day) for day in months(date(2024, 12, 1), date(2025, 12, 31))]
    ['2025-01-01', '2025-03-01', '2025-05-01', '2025-07-01', '2025-09-01', '2025-11-01']
    >>> [day.year for day in months(date(1066, 10, 1), date(2025, 12, 31))]
    [1200, 1400, 1600, 1800]
    """
    begin, end = (12 * day.year + day.month - 1 for day in (first, last))
    step = next(step for step in STEPS if end - begin < MOST * step)
    found = range(-(-begin // step) * step, end + 2 - (step + 1) // 2, step)
    return [date(month // 12, month % 12 + 1, 1) for month in found]
