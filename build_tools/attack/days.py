"""Wrong dates and times: moved, or given from another date or time of the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from build_tools.attack.miscopied_digits import miscounted
from build_tools.attack.scene import AttackedAnnotation, Target
from build_tools.attack.truths import is_same_time
from build_tools.attack.variants import Variant, own_qualifier, with_qualifier, with_value
from build_tools.evidence.proving.since import edtf_of_days
from build_tools.model import DateValue, Written
from build_tools.values import parse_date
from build_tools.values.value_patterns import worded

Days = tuple[date, date]
NUMBER = re.compile(r"\d+")
TIMES = ("period", "from_", "until")
LONGEST_MONTH, LONGEST_YEAR = 31, 366
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a claim, its value or a qualifier: as it is written, and as it is proven."""

    target: Target
    qualifier: str
    written: Written
    value: DateValue

    def variants(self, others: Sequence[tuple[str, DateValue | None]]) -> Iterator[Variant]:
        """The claim with other dates in its place; one that holds the date, and says less, is true too."""
        texts = [text for text, _ in others]
        name = self.qualifier
        made = with_qualifier(self.target, name, texts) if name else with_value(self.target, texts)
        for variant, (_, other) in zip(made, others, strict=True):
            yield replace(variant, true=variant.true or (self._holding(other) if other else ""))

    def _holding(self, other: DateValue) -> str:
        if is_within(self.value, other):
            return f"{other.raw} holds {self.written.text}"
        given = self.target.scene.dates
        if any(is_same_time(self.value, one) for one in given):
            return ""
        both = (one for one in given if is_within(self.value, one) and is_within(other, one))
        return next((f"{one.raw} holds both" for one in both), "")


def dates_moved(scene: AttackedAnnotation) -> Iterator[Variant]:
    """The date of an event moved."""
    for dated in dated_values(scene):
        yield from dated.variants(moves(dated))


def as_of_moved(scene: AttackedAnnotation) -> Iterator[Variant]:
    """The day on which a claim holds moved."""
    for dated in dated_qualifiers(scene, ("as_of",)):
        yield from dated.variants(moves(dated))


def periods_moved(scene: AttackedAnnotation) -> Iterator[Variant]:
    """The time that a figure is for moved, or the beginning or the end of an office."""
    for dated in dated_qualifiers(scene, TIMES):
        yield from dated.variants(moves(dated))


def dates_exchanged(scene: AttackedAnnotation) -> Iterator[Variant]:
    """Another date of the sentence in place of any date of a claim."""
    for dated in (*dated_values(scene), *dated_qualifiers(scene, ("as_of", *TIMES))):
        others = [one for one in scene.dates if not is_same_time(dated.value, one)]
        named = {one.raw: one for one in reversed(others) if one.raw != dated.written.text}
        yield from dated.variants([(raw, named[raw]) for raw in reversed(named)])


def dated_values(scene: AttackedAnnotation) -> Iterator[Dated]:
    """The claims that date an event."""
    for target in scene.targets:
        written, value = target.written.value, target.claim.value
        if isinstance(written, Written) and isinstance(value, DateValue):
            yield Dated(target, "", written, value)


def dated_qualifiers(scene: AttackedAnnotation, names: Iterable[str]) -> Iterator[Dated]:
    """The qualifiers of claims that are dates."""
    for target in scene.targets:
        for name in names:
            written, value = own_qualifier(target, name), getattr(target.claim.qualifiers, name)
            if written and isinstance(value, DateValue):
                yield Dated(target, name, written, value)


def moves(dated: Dated) -> list[tuple[str, DateValue | None]]:
    """A date moved, each time as the author would write it: in the same words, else in its normal form."""
    value, text = dated.value, dated.written.text
    if value.earliest is None or value.latest is None:
        return [(text, None) for text in miscounted(text)[:1]] if value.offset else []
    days = (value.earliest, value.latest)
    published = dated.target.scene.passage.article.source.published
    texts = [put_in_words(text, days, other, published) for other in shifted_date(days)]
    return [(text, parse_date(text, published)) for text in texts]


def shifted_date(days: Days) -> Iterator[Days]:
    """Some days moved: forth by a day and a month, back by a week and a year, as far as they are exact.

    >>> [days[0].isoformat() for days in shifted_date((date(2025, 6, 30), date(2025, 6, 30)))]
    ['2025-07-01', '2025-06-23', '2025-07-30', '2024-06-30']
    >>> [edtf_of_days(*days) for days in shifted_date((date(2025, 6, 1), date(2025, 6, 30)))]
    ['2025-07', '2024-06']
    """
    first, last = days
    length = (last - first).days + 1
    if length == 1:
        yield first + DAY, last + DAY
        yield first - WEEK, last - WEEK
    if length <= LONGEST_MONTH:
        yield _by_months(days, 1)
    if length <= LONGEST_YEAR:
        yield _by_months(days, -12)


def _by_months(days: Days, number: int) -> Days:
    """Moved by months; the last day of a month stays the last, and no day is lost in a shorter one."""
    first, last = days
    ends = first.day == 1 and (last + DAY).day == 1
    moved = _month(last + DAY, number) - DAY if ends else _month(last, number)
    return _month(first, number), moved


def _month(day: date, number: int) -> date:
    months = day.year * 12 + day.month - 1 + number
    for back in range(4):
        try:
            return date(months // 12, months % 12 + 1, day.day - back)
        except ValueError:
            continue
    raise ValueError(day)


def put_in_words(text: str, old: Days, new: Days, published: DateValue | None = None) -> str:
    """The words with the new day, month and year in place of the old; else the new days as EDTF.

    >>> june, july = (date(2025, 6, 12),) * 2, (date(2025, 7, 12),) * 2
    >>> put_in_words("2025年6月12日", june, july), put_in_words("June 12", june, july)
    ('2025年7月12日', '2025-07-12')
    """
    for words in _put_in(text, old[0], new[0]):
        read = parse_date(words, published)
        if read and (read.earliest, read.latest) == new:
            return words
    return edtf_of_days(*new)


def _put_in(text: str, old: date, new: date) -> Iterator[str]:
    """Every way to put the numbers of a new date where those of the old may be."""
    parts = ((old.year, new.year), (old.month, new.month), (old.day, new.day))
    changes = [(str(was), str(now)) for was, now in parts if was != now]
    made = [text]
    for was, now in changes:
        made = [words for one in made for words in (one, *_replaced(one, was, now))]
    yield from (words for words in made if words != text)


def _replaced(text: str, was: str, now: str) -> Iterator[str]:
    for found in NUMBER.finditer(text):
        if found[0].lstrip("0") == was:
            yield f"{text[: found.start()]}{now.zfill(len(found[0]))}{text[found.end() :]}"


def is_within(inner: DateValue, outer: DateValue) -> bool:
    """Whether every day of a date is one of another's, which is not of one hour alone."""
    if inner.earliest is None or inner.latest is None or outer.edtf is None:
        return False
    if outer.clock and outer.clock != inner.clock:
        return False
    after = outer.earliest is None or outer.earliest <= inner.earliest
    return after and (outer.latest is None or inner.latest <= outer.latest)


CLOCK = re.compile(
    rf"(?P<hour>\d{{1,2}})(?P<sign>\s*(?:[:：.]|{worded.source('hour_sign_written')})\s*)(?P<minute>\d{{1,2}})?"
    r"|(?P<noon>\d{1,2})(?=\s*[ap]\.?m\b)",
    re.IGNORECASE,
)
MINUTES = 10


def hours_moved(scene: AttackedAnnotation) -> Iterator[Variant]:
    """The time of day of a claim moved by an hour or some minutes, or another hour of the sentence."""
    for dated in (*dated_values(scene), *dated_qualifiers(scene, ("as_of", "period", "from_", "until"))):
        if dated.value.clock is None:
            continue
        published = scene.passage.article.source.published
        moved = [(text, parse_date(text, published)) for text in moved_clocks(dated.written.text)]
        others = [one for one in scene.dates if one.clock and not is_same_time(dated.value, one)]
        yield from dated.variants([*moved, *((one.raw, one) for one in others)])


def moved_clocks(text: str) -> Iterator[str]:
    """The words with the hour one later or earlier, and with other minutes where they give any.

    >>> list(moved_clocks("7:05 p.m.")), list(moved_clocks("18日8时"))
    (['8:05 p.m.', '7:15 p.m.'], ['18日9时'])
    """
    found = CLOCK.search(text)
    if found is None:
        return
    group = "hour" if found["hour"] else "noon"
    hour = int(found[group])
    other = hour + 1 if hour not in (11, 12, 23, 24) else hour - 1
    yield _with(text, found.span(group), str(other), found[group])
    if found["minute"]:
        minute = (int(found["minute"]) + MINUTES) % 60
        yield _with(text, found.span("minute"), f"{minute:02}", found["minute"])


def _with(text: str, place: tuple[int, int], number: str, was: str) -> str:
    return f"{text[: place[0]]}{number.zfill(len(was))}{text[place[1] :]}"
