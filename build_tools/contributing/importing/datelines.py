"""The publication date in the lines around a headline, with its time and zone where they give one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import cache
from itertools import pairwise

import yaml

from build_tools.contributing.importing.months import with_iso_days
from build_tools.data_files import read_data
from build_tools.model import DateValue
from build_tools.values import parse_date, read_dates

# A day, or a day with its time, or a month; a year alone is no date of publication.
DATED = re.compile(r"\d{4}-\d\d(?:-\d\d(?:T[\d:]+(?:[+-][\d:]+)?)?)?")
SECONDS = re.compile(r"(?<=T\d\d:\d\d):\d\d")
DOTTED_TIME = re.compile(r"(?<=\s\d\d)\.(?=\d\d (?:GMT|BST|UTC)\b)")
SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:20)?\d\d)(?![\d/])")
OFFSET = re.compile(r"\s*(?:UTC|GMT)?([+-]\d\d):?(\d\d)\b")
# The line of an English paper: the town, the date, and an agency between it and the text.
DATE = r"(?:[0-3]?\d [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? [0-3]?\d),? 20\d\d"
AFTER_TOWN = re.compile(
    rf"^\W*(?:[A-Z][A-Z .'’-]+, )?(?:[A-Z][a-z]+day,? )?(?P<date>{DATE})(?:\W*$| \([^)\n]{{2,40}}\) [—–-])",
    re.M,
)


@dataclass(frozen=True, slots=True)
class DatedLine:
    """The dates of a line, each with whether it is that of a change, and the words beside them."""

    dates: tuple[tuple[str, bool], ...]
    rest: str


@cache
def words_around() -> dict[str, list[str]]:
    """The table of words that lines around an article hold."""
    found: dict[str, list[str]] = yaml.load(read_data(__package__, "words.yaml"), yaml.CSafeLoader)
    return found


def words_pattern(*kinds: str) -> str:
    """The words of these kinds as a pattern, longest first; a Latin word is whole."""
    words = sorted((word for kind in kinds for word in words_around()[kind]), key=len, reverse=True)
    return "|".join(rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in words)


def publication_date(lines: Sequence[DatedLine]) -> str:
    """The first date that is not of a change, else the first."""
    dates = [date for line in lines for date in line.dates]
    return next((date for date, changed in dates if not changed), dates[0][0] if dates else "")


def dated_line(line: str) -> DatedLine:
    """What a line says of dates, and its words without them and without their labels.

    >>> dated_line("Published: November 10, 2011")
    DatedLine(dates=(('2011-11-10', False),), rest='')
    >>> dated_line("11 November 2011 Last updated at 02:39")
    DatedLine(dates=(('2011-11-11', False), ('2011-11-11T02:39', True)), rest='')
    >>> dated_line("11/10/11 02:39 PM ET").dates, dated_line("11/10/11 14:39").dates
    ((('2011-11-10T14:39-05:00', False),), ())
    >>> dated_line("Publié le 14 mars 2031 à 18h05")
    DatedLine(dates=(('2031-03-14T18:05', False),), rest='')
    >>> dated_line("2026-03-06 08:15:20 +0800 来源：远山财经")
    DatedLine(dates=(('2026-03-06T08:15+08:00', False),), rest='来源：远山财经')
    """
    line = with_iso_days(DOTTED_TIME.sub(":", SLASHED.sub(_iso_of_slashes, line)))
    if found := AFTER_TOWN.match(line):
        date = parse_date(found["date"])
        return DatedLine(((date.edtf, False),), "") if date and date.edtf else DatedLine((), line)
    found_dates = [one for one in read_dates(line) if one.span and DATED.fullmatch(one.edtf or "")]
    if not found_dates:
        return DatedLine((), line.strip())
    pieces, dates = _between(line, found_dates)
    return DatedLine(tuple(_joined(dates)), _without_labels(" ".join(pieces)))


def _between(line: str, found: Sequence[DateValue]) -> tuple[list[str], list[tuple[str, bool]]]:
    """The pieces of a line around its dates, and the dates."""
    changed = re.compile(words_pattern("updated"), re.I)
    pieces: list[str] = []
    dates: list[tuple[str, bool]] = []
    end = 0
    for one in found:
        assert one.span
        before = line[end : one.span.start]
        edtf, end = SECONDS.sub("", one.edtf or ""), one.span.end
        offset = OFFSET.match(line, end)
        if offset and "T" in edtf and not re.search(r"[+-]\d\d:\d\d$", edtf):
            edtf, end = f"{edtf}{offset[1]}:{offset[2]}", offset.end()
        pieces.append(before)
        dates.append((edtf, bool(changed.search(before))))
    return [*pieces, line[end:]], dates


def _joined(dates: Sequence[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """The dates; a day that a time of the same day follows is one with it."""
    for (date, changed), (later, later_changed) in pairwise((*dates, ("", False))):
        if not (later.startswith(f"{date}T") and changed == later_changed):
            yield date, changed


def _without_labels(rest: str) -> str:
    labels = re.sub(rf"(?:{words_pattern('updated', 'published', 'weekdays')})\W*", " ", rest, flags=re.I)
    return labels.strip(" \t|｜丨·•,，;:：*_()（）/-–—")


def _iso_of_slashes(found: re.Match[str]) -> str:
    """11/10/11 as an ISO date where its numbers or a zone behind it decide which is the month."""
    first, second, year = int(found[1]), int(found[2]), int(found[3]) % 100 + 2000
    american = re.search(rf"(?:{words_pattern('month_first')})", found.string[found.end() : found.end() + 24])
    if second > 12 or (american and first <= 12):
        month, day = first, second
    elif first > 12:
        day, month = first, second
    else:
        return found[0]
    return f"{year}-{month:02}-{day:02}" if month <= 12 and day <= 31 else found[0]


def moment(text: str) -> str:
    """A moment in the head of a page as `published:` has it: to the minute where it has a time.

    >>> moment("2025-10-03T08:00:20+08:00"), moment("2025-10-03T00:00:00"), moment("2025-10-03 ...")
    ('2025-10-03T08:00+08:00', '2025-10-03', '2025-10-03')
    >>> moment("Thu, 10 Nov 2011 14:39:00 GMT"), moment("20111110"), moment("last week")
    ('2011-11-10T14:39+00:00', '2011-11-10', '')
    """
    try:
        read = datetime.fromisoformat(text.strip())
    except ValueError:
        try:
            return datetime.fromisoformat(text.strip()[:10]).date().isoformat()
        except ValueError:
            line = dated_line(text)
            return "" if line.rest else publication_date([line])
    whole_day = read.time() == time() and read.tzinfo is None
    return read.date().isoformat() if whole_day else read.isoformat(timespec="minutes")
