"""The same months of another year: 去年同期, the same period last year, after a time that the text named."""

from __future__ import annotations

from dataclasses import replace

from build_tools.values.date_parts import DateParts, edtf_of
from build_tools.values.edtf import read_edtf
from build_tools.values.grammar.date_lexicon import load_date_lexicon

YEAR_LENGTH, MONTHS_LENGTH, DAY_LENGTH = len("2025"), len("2025-01"), len("2025-01-31")
FAR = 32  # letters before a year
LEAST, MOST = 27, 360  # days from the first to the last of what may be called a period


def period_of(edtf: str, start: int, text: str) -> str | None:
    """Some months, less than a year, which 同期 goes back to; empty where the words tell of more of them."""
    ends = read_edtf(edtf)
    if not ends or not ends[0] or not ends[1] or ends[0].year != ends[1].year:
        return None
    if not LEAST <= (ends[1] - ends[0]).days < MOST:
        return None
    head = text[max(0, start - FAR) : start].lower().rstrip(" ")
    return "" if head.endswith(load_date_lexicon().lists["months_up_to"]) else edtf


def same_period(parts: DateParts, period: str | None, text: str) -> DateParts:
    """A year with 同期 behind it as those months of it that the text last told of."""
    edtf = edtf_of(parts) or ""
    if not period or len(edtf) != YEAR_LENGTH or not edtf.isdigit():
        return parts
    lists = load_date_lexicon().lists
    behind = next((word for word in lists["same_period"] if text.startswith(word, parts.end)), "")
    head = text[max(0, parts.start - FAR) : parts.start].lower()
    before = max((word for word in lists["of_same_period"] if head.endswith(word)), key=len, default="")
    if not behind and not before:
        return parts
    moved = _in_year(period, min(int(edtf), int(period[:YEAR_LENGTH]) - 1))
    return replace(parts, start=parts.start - len(before), end=parts.end + len(behind), year=None, edtf=moved)


def closing_day(parts: DateParts, text: str) -> DateParts:
    """The quarter to the end of September ends on one day, and not in the last third of the month."""
    lists, edtf = load_date_lexicon().lists, edtf_of(parts) or ""
    head = text[max(0, parts.start - FAR) : parts.start].lower().rstrip(" ")
    led = head.endswith(lists["months_up_to"]) and text.startswith(lists["ends_of"], parts.start)
    last = edtf.rpartition("/")[2]
    return replace(parts, year=None, edtf=last) if led and len(last) == DAY_LENGTH and last != edtf else parts


def _in_year(period: str, year: int) -> str:
    """Months in another year; whole months, since the last of February differs.

    >>> _in_year("2025-01/2025-06", 2024), _in_year("2025-08", 2023)
    ('2024-01/2024-06', '2023-08')
    """
    first, _, last = period.partition("/")
    ends = [f"{year:04}{end[YEAR_LENGTH:MONTHS_LENGTH]}" for end in (first, last) if end]
    return "/".join(dict.fromkeys(ends))
