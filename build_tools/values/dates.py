"""Dates: read in a text, or parsed from the one a contributor wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.model import DateValue, Span
from build_tools.values.date_parts import DateParts, edtf_of, in_context, resolve, value_of
from build_tools.values.date_patterns import FINDER, READERS, TRIGGER
from build_tools.values.edtf import read_edtf
from build_tools.values.plain import PlainText, is_whole, make_plain
from build_tools.values.relative_dates import read_counted
from build_tools.values.words import load_date_words, whole_words

WORDS = load_date_words()
AHEAD = re.compile(whole_words(WORDS.ahead), re.IGNORECASE)
AHEAD_CLOSE = re.compile(whole_words(WORDS.ahead_close), re.IGNORECASE)
CLAUSE_END = re.compile("[,，;；。!?\n]")
SENTENCE_END = re.compile("[。!?;\n]|[.] ")
STORY_END = re.compile("[。!?\n]|[.] ")  # a semicolon strings dates together
STRING = re.compile("[,;、和与及]| and ")  # 成立于2020年3月的公司6月12日说: nothing strings these
TO = re.compile(r" {0,2}(?:到|至|[~—-]|to|through|until) {0,2}")
AND = re.compile(" {0,2}(?:and|与|和) {0,2}")
BETWEEN = re.compile("(?i:between (?:the )?)\\Z|介于\\Z")


def dates_in(plain: PlainText, published: DateValue | None = None) -> tuple[DateValue, ...]:
    """The dates of a text made ready, in order."""
    counted = (
        parts
        for phrase in plain.phrases
        if phrase.measured and (parts := read_counted(phrase, plain.text, published))
    )
    found = sorted((*_written(plain.text, published), *counted), key=lambda one: (one.start, -one.end))
    resolved = _resolved(tuple(_apart(found)), plain.text, published)
    return tuple(value_of(one, plain.given) for one in resolved)


def read_dates(text: str, published: DateValue | None = None) -> tuple[DateValue, ...]:
    """The dates of a text, in order; relative ones are told from the date of publication.

    >>> [(d.raw, d.edtf) for d in read_dates("2025年6月12日,Meta宣布收购。短短8天后")]
    [('2025年6月12日', '2025-06-12'), ('8天后', None)]
    """
    return dates_in(make_plain(text), published)


def parse_date(text: str, published: DateValue | None = None) -> DateValue | None:
    """The date a whole text is, in words or as EDTF; None if it is not one.

    >>> date = parse_date("2025年6月12日")
    >>> date.edtf if date else None
    '2025-06-12'
    """
    found = read_dates(text, published)
    if len(found) == 1 and is_whole(text, found[0].raw):
        return found[0]
    return parse_edtf(text.strip())


def parse_edtf(text: str) -> DateValue | None:
    """An EDTF level 1 expression as a date.

    >>> date = parse_edtf("2025-12~")
    >>> str(date.latest) if date else None
    '2025-12-31'
    """
    found = read_edtf(text)
    return DateValue(text, found[0], found[1], None, text, Span(0, len(text))) if found else None


def _written(plain: str, published: DateValue | None) -> Iterator[DateParts]:
    done = 0
    for trigger in TRIGGER.finditer(plain):
        found = FINDER.match(plain, trigger.start()) if trigger.start() >= done else None
        if not found:
            continue
        pattern, make = READERS[found.lastgroup or ""]
        match = None if _is_part_of_word(found, plain) else pattern.match(plain, found.start())
        parts = make(match, published) if match else None
        done = max(found.end(), found.start() + 1)
        if parts:
            yield parts


def _is_part_of_word(found: re.Match[str], plain: str) -> bool:
    """过去年轻人 is not about last year, nor 前日本首相 about the day before yesterday."""
    start, end = found.span()
    words = found[0]
    before, after = plain[max(0, start - 1) : start], plain[end : end + 1]
    head = next((word for word in (words[:2], words) if word in WORDS.not_after), "")
    tail = WORDS.not_before.get(words, "")
    return bool((before and before in WORDS.not_after.get(head, "")) or (after and after in tail))


def _is_ahead(plain: str, start: int) -> bool:
    """Whether the words before the date speak of what is to come: in its sentence, or close by."""
    before = plain[max(0, start - 40) : start]
    sentence = max((found.end() for found in SENTENCE_END.finditer(before)), default=0)
    clause = max((found.end() for found in CLAUSE_END.finditer(before)), default=0)
    return bool(AHEAD.search(before, sentence) or AHEAD_CLOSE.search(before, clause))


def _apart(parts: Sequence[DateParts]) -> Iterator[DateParts]:
    """The parts that do not overlap an earlier one."""
    done = 0
    for one in parts:
        if one.start >= done:
            done = one.end
            yield one


def _resolved(parts: Sequence[DateParts], plain: str, published: DateValue | None) -> Iterator[DateParts]:
    """The parts with their years; two dates with `to` between them are one range."""
    at, told, year = 0, None, None
    while at < len(parts):
        if told and not _is_one_story(plain, told.end, parts[at].start):
            told = None
        first, ahead = _later_than(in_context(parts[at], told), year), _is_ahead(plain, parts[at].start)
        last = parts[at + 1] if at + 1 < len(parts) else None
        joined = None
        if last and _is_range(first, last, plain):
            joined = _range(resolve(_in_year_of(first, last), published, ahead), last, published, ahead)
        one = joined or resolve(first, published, ahead)
        told = first if first.months else told
        year = one.year or (int(one.edtf[:4]) if one.edtf and one.edtf[:4].isdigit() else year)
        yield one
        at += 2 if joined else 1


def _is_one_story(plain: str, start: int, end: int) -> bool:
    """Whether a date goes on from the one before it: in the same sentence, after a comma or an `and`."""
    return bool(STRING.search(plain, start, end)) and not STORY_END.search(plain, start, end)


def _later_than(parts: DateParts, year: int | None) -> DateParts:
    """同年8月 and 次年3月 with the year that they count from."""
    if parts.later is None:
        return parts
    return replace(parts, unresolved=True) if year is None else replace(parts, year=year + parts.later)


def _is_range(first: DateParts, last: DateParts, plain: str) -> bool:
    gap = plain[first.end : last.start] if last.start - first.end < 12 else "…"
    if AND.fullmatch(gap):
        return bool(BETWEEN.search(plain[max(0, first.start - 12) : first.start]))
    return bool(TO.fullmatch(gap))


def _in_year_of(first: DateParts, last: DateParts) -> DateParts:
    """In 5月至2025年7月 the year counts for both."""
    return replace(first, year=last.year) if first.year is None and first.months and last.months else first


def _range(first: DateParts, last: DateParts, published: DateValue | None, ahead: bool) -> DateParts | None:
    if last.days and first.days and not last.months:
        last = replace(last, year=first.year, months=first.months)
    elif last.year is None and first.year is not None and (last.months or last.season):
        later = bool(first.months and last.months and last.months[1] < first.months[0])
        last = replace(last, year=first.year + later)
    low, high = edtf_of(first), edtf_of(resolve(last, published, ahead))
    if not low or not high or first.offset or last.offset:
        return None
    edtf = f"{low.partition('/')[0]}/{high.rpartition('/')[2]}"
    return DateParts(first.start, last.end, edtf=edtf) if read_edtf(edtf) else None
