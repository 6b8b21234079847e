"""An hour that an article tells again, shorter: 今晚9点30分去世, and later 9点30分."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from build_tools.values.date_parts import HALF_DAY, DateParts, Hours, edtf_of
from build_tools.values.grammar.clock_days import DAWN, days_later
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.date_ranges import WHOLE_DAY
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.placed import Placed
from build_tools.values.grammar.seen import Seen
from build_tools.values.grammar.tense import is_ahead

NEAR = 40  # letters before a day that may compare with it
HALF = frozenset({"day_part", "day_part_after", "am_pm", "evening_word"})
Dial = tuple[int, int]


@dataclass
class Heard:
    """The times of day that an article has told in full, by where the hands of a clock stand."""

    full: dict[Dial, DateParts] = field(default_factory=dict)

    def remember(self, one: Placed, parts: DateParts, items: Sequence[Item]) -> None:
        """Keep a time, completed, with its day and its half of the day, or the noon of a day."""
        hours = parts.hours
        if hours is None or not hours.sure or len(edtf_of(parts) or "") != WHOLE_DAY:
            return
        dial, kinds = _dial(hours), _kinds(one, items)
        noon = "noon" in kinds and (hours.zone or not one.is_clock)
        if dial and (kinds & HALF or noon or (hours.first or 0) > HALF_DAY):
            self.full[dial] = parts

    def filled(self, one: Placed, items: Sequence[Item], seen: Seen, day: str | None) -> Placed:
        """An hour with what the article told of it before: its half, its zone, its day if none is near."""
        hours = one.parts.hours
        if hours is None or not hours.sure or not one.is_clock or one.carried:
            return one
        known, kinds = self.full.get(_dial(hours) or (-1, -1)), _kinds(one, items)
        if kinds & HALF or not kinds & {"hour_sign", "noon"}:
            return one
        if known is None or known.hours is None or is_ahead(one, items, seen.text):
            return _of_last_night(one, kinds, seen) if known is None and day is None else one
        zone = hours.zone or known.hours.zone
        told = replace(hours, first=known.hours.first, last=known.hours.last, zone=zone)
        return replace(one, parts=replace(one.parts, hours=told, edtf=day or edtf_of(known)))


def _of_last_night(one: Placed, kinds: frozenset[str], seen: Seen) -> Placed:
    """9点30分 in an article of 0:55: half past nine of the evening that is just over."""
    clock, hours = seen.published.clock if seen.published else None, one.parts.hours
    if clock is None or clock.first is None or seen.today is None or hours is None or hours.first is None:
        return one
    now = clock.first.hour * 60 + clock.first.minute
    if "hour_sign" not in kinds or now >= DAWN or not DAWN <= hours.first < HALF_DAY or hours.last is None:
        return one
    evening = replace(hours, first=hours.first + HALF_DAY, last=hours.last + HALF_DAY)
    return replace(one, parts=replace(one.parts, hours=evening, edtf=days_later(seen.today.isoformat(), -1)))


def is_compared(one: Placed, seen: Seen) -> bool:
    """Whether a day is only what another is compared with: 比昨天, than on Monday."""
    words = load_date_lexicon().lists["compared_with"]
    near = seen.text[max(0, one.parts.start - NEAR) : one.parts.start]
    return near.lower().rstrip().endswith(words)


def _dial(hours: Hours) -> Dial | None:
    if hours.first is None or hours.first != hours.last:
        return None
    return hours.first // 60 % 12, hours.first % 60


def _kinds(one: Placed, items: Sequence[Item]) -> frozenset[str]:
    return frozenset().union(*(item.kinds for item in items[one.first : one.last]))
