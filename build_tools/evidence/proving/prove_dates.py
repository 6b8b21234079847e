"""Proving a date: in the words of the article, or in its normal form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import time
from enum import IntEnum

from build_tools.evidence.proving.bound import check_value
from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.copied_values import copied_date
from build_tools.evidence.proving.event_times import event_times
from build_tools.evidence.proving.parts import VALUE
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.prove_quantities import cut_short
from build_tools.evidence.proving.seasons import season_of
from build_tools.evidence.proving.wording import OR_INFERRED, listed
from build_tools.model import Clock, DateValue, Written
from build_tools.problem import Problem
from build_tools.text.folding import fold_plain
from build_tools.values import are_of_one_part, named_date, parse_date, parse_edtf


class End(IntEnum):
    """The end of a range of dates: `from` is proven by its first date, `until` by its last."""

    FIRST = 0
    LAST = 1


def prove_date(written: Written, context: ClaimContext, part: str = VALUE, end: End | None = None) -> Proof:
    """The quote's own reading of the date; one that counts from an event comes out unresolved.

    A qualifier's date may also be in the context.
    """
    passage = context.passage
    asked = parse_date(written.text, passage.article.source.published)
    dates = passage.dates
    ends = () if end is None else tuple(ends_of(dates, end))
    if part == VALUE:
        ends = tuple(event_times(passage))
    copied = copied_date(written.text, passage) if asked is None else None
    opened = [one for one in dates if end is not None or (one.edtf or "").endswith("/..")]
    proofs = [
        _prove_as(one, written, context, part)
        for one in _all(written, asked or copied, (*dates, *ends, *_named(opened, written.text)))
    ]
    if proofs:
        return next((one for one in proofs if not one.gaps), proofs[0])
    if part != VALUE and (found := _all(written, asked, _beside(passage.context_dates, written, end))):
        return Proof(part, found[0], found[0].raw)
    if asked is None and (season := season_of(written.text, passage)):
        return Proof(part, season, season.raw)
    if asked is None:
        return Proof(part, faults=(unreadable_date(written),))
    against = tuple(one.raw for one in passage.dates)
    gaps = (date_not_in_quote(written, context),)
    return Proof(part, replace(asked, raw=written.text), written.text, gaps=gaps, against=against)


def _prove_as(found: DateValue, written: Written, context: ClaimContext, part: str) -> Proof:
    """A date by one reading of the quote; another hour of the same day may be that of the event."""
    cut = context.passage.cut(found)
    unbound = check_value(written, found, context) if part == VALUE else ()
    return Proof(part, found, found.raw, gaps=(cut_short(written, cut.raw),) if cut else tuple(unbound))


def ends_of(dates: Iterable[DateValue], end: End) -> Iterator[DateValue]:
    """The first or the last date of every range that the words themselves give two ends.

    >>> from build_tools.values import read_dates
    >>> [one.raw for one in ends_of(read_dates("2020年至2024年任职"), End.LAST)]
    ['2024年']
    """
    for one in dates:
        parts = (one.edtf or "").split("/")
        if (
            len(parts) > 1
            and worded("date_range_joined").search(one.raw)
            and (date := parse_edtf(parts[end]))
        ):
            words = _words_of(date, one.raw, end)
            yield replace(_at_its_hour(date, words), raw=words, span=one.span)


def _at_its_hour(day: DateValue, words: str) -> DateValue:
    """A day that ends a range, at the hour that its own words give: 15日8时 in 15日8时至17日8时."""
    read = parse_date(words, day)
    return read if read and read.clock and (read.earliest, read.latest) == (day.earliest, day.latest) else day


def _beside(dates: Iterable[DateValue], written: Written, end: End | None) -> Iterator[DateValue]:
    """The dates of the context, and those that its ranges and its open intervals name."""
    given = tuple(dates)
    yield from given
    if end is not None:
        yield from ends_of(given, end)
        yield from _named(given, written.text)


def _named(dates: Iterable[DateValue], words: str) -> Iterator[DateValue]:
    """The dates that open intervals name: 6月30日 in 截至6月30日, 19日 in 19日开始."""
    for one in dates:
        if one.named and fold_plain(words) in fold_plain(one.raw):
            yield replace(named_date(one), raw=words)


def _words_of(date: DateValue, raw: str, end: End) -> str:
    """The words of a range that give its first or its last date; the whole where they need each other."""
    cuts = range(len(raw) - 1, 0, -1)
    parts = (raw[:at] if end is End.FIRST else raw[-at:] for at in cuts)
    return next((part for part in parts if _gives(part, date)), raw)


def _gives(words: str, date: DateValue) -> bool:
    read = parse_date(words, date)
    return read is not None and is_same_date(replace(read, clock=None), date)


def _all(written: Written, asked: DateValue | None, readings: Iterable[DateValue]) -> tuple[DateValue, ...]:
    """The readings of the quote that are written here: one in the same words, else all of the same days."""
    words = _words(written.text)
    alike = [one for one in readings if _words(one.raw) == words or (asked and is_same_date(asked, one))]
    same = [one for one in alike if _words(one.raw) == words]
    return tuple(same[:1] or alike)


def _words(text: str) -> str:
    """The words of a date without what dates nothing: on Friday, Friday; the end of July, end of July."""
    return fold_plain(text).lower().removeprefix("on ").removeprefix("the ")


def is_same_date(asked: DateValue, given: DateValue) -> bool:
    """Whether a date as written is the date as read: the same days, or the same count from an event.

    An hour that is written is the hour that is read, whether or not the words say `about`; one that is
    left out says less.
    """
    if asked.clock and (given.clock is None or _hands(asked.clock) != _hands(given.clock)):
        return False
    if asked.edtf is None and given.edtf is None:
        counted = asked.offset is not None and asked.offset == given.offset
        return counted or fold_plain(asked.raw) == fold_plain(given.raw)
    same = (asked.earliest, asked.latest) == (given.earliest, given.latest)
    return same and (bool(asked.clock) or are_of_one_part(asked.raw, given.raw))


def _hands(clock: Clock) -> tuple[time | None, time | None]:
    """The hours and minutes that a time shows, without its zone, which the quote gives."""
    return (
        clock.first and clock.first.replace(tzinfo=None),
        clock.last and clock.last.replace(tzinfo=None),
    )


def unreadable_date(written: Written) -> Problem:
    """Words that give no date; a day of the week alone does not say of which week."""
    hint = "write it as the article does, or as 2025-06-12, 2025-10 or 2025"
    if worded("weekday").fullmatch(written.text):
        hint = "write the day that it was, as 2025-06-12, and under `inferred:` how it follows"
    message = f"no date can be read in `{written.text}`"
    return Problem(written.origin, "value-unreadable", message, hint)


def date_not_in_quote(written: Written, context: ClaimContext) -> Problem:
    """A date that the quote does not give."""
    given = listed(one.raw for one in context.passage.dates) or "no date"
    hint = f"correct the date, quote the passage that gives {written.text}, {OR_INFERRED}"
    return Problem(written.origin, "date-not-in-quote", f"the quote gives {given}", hint)
