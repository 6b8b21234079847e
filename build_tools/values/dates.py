"""Dates: read in a text, or parsed from the one a contributor wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from build_tools.model import DateValue, Span
from build_tools.values import chinese_dates, english_dates, relative_dates
from build_tools.values.date_parts import Parts, edtf_of, resolve, value_of
from build_tools.values.edtf import read_edtf
from build_tools.values.phrases import AFTER, BEFORE
from build_tools.values.plain import Plain, make_plain
from build_tools.values.words import alternatives, load_date_words

Maker = Callable[[re.Match[str], DateValue | None], Parts | None]


def read_iso(match: re.Match[str], published: DateValue | None) -> Parts | None:
    """2025-06-12, 2025/6/12, 2025.6.12, 2025-06."""
    numbers = [int(part) for part in re.findall("[0-9]+", match[0].partition("T")[0])]
    day = (numbers[2], numbers[2]) if len(numbers) > 2 else None
    return (
        Parts(match.start(), match.end(), numbers[0], (numbers[1], numbers[1]), day)
        if numbers[1] <= 12
        else None
    )


def read_iso_range(match: re.Match[str], published: DateValue | None) -> Parts | None:
    """2025-10-21/2025-10-31."""
    return Parts(match.start(), match.end(), edtf=match[0]) if read_edtf(match[0]) else None


def read_bare_year(match: re.Match[str], published: DateValue | None) -> Parts | None:
    """2025 where no unit, currency or bound stands by it."""
    text = match.string
    after, before = (
        AFTER.match(text, match.end()),
        BEFORE.match(text[match.start() - 20 if match.start() > 20 else 0 : match.start()][::-1]),
    )
    if not after or not before or after["unit"] or after["more"] or before["money"] or before["sign"]:
        return None
    if before["word"] or match[0] == "2000":
        return None
    return Parts(match.start(), match.end(), int(match[0]))


ISO = (
    r"(?<![0-9A-Za-z./_-])(?:1[5-9]|20)[0-9]{2}(?:-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2}|\.[0-9]{1,2}\.[0-9]{1,2})"
    r"(?:T[0-9:]{5,8}(?:Z|[+-][0-9:]{2,5})?)?(?![0-9A-Za-z./_-]?[0-9A-Za-z])"
)
ISO_MONTH = r"(?<![0-9A-Za-z./_-])(?:1[5-9]|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?![0-9A-Za-z./_-])"
ISO_PARTS = "(?:1[5-9]|20)[0-9]{2}(?:-[0-9]{2}){0,2}"
ISO_RANGE = rf"(?<![0-9A-Za-z./_-]){ISO_PARTS}/{ISO_PARTS}(?![0-9/-])"
BARE_YEAR = (
    r"(?<![0-9A-Za-z$€£¥/#_])(?<![0-9][.,:])(?:(?<![0-9]-)|(?<=(?:19|20)[0-9]{2}-))(?:19[5-9][0-9]|20[0-4][0-9])"
    r"(?![0-9A-Za-z%]|[.,:/][0-9]| ?[万亿兆千百财学赛])"
)

PATTERNS: tuple[tuple[str, str, Maker], ...] = (
    ("iso_range", ISO_RANGE, read_iso_range),
    ("iso", ISO, read_iso),
    ("iso_month", ISO_MONTH, read_iso),
    ("decade", chinese_dates.DECADE, chinese_dates.read_decade),
    ("dated", chinese_dates.DATED, chinese_dates.read_dated),
    ("alone", chinese_dates.ALONE, chinese_dates.read_alone),
    ("part_alone", chinese_dates.PART_ALONE, chinese_dates.read_alone),
    ("day_alone", chinese_dates.DAY_ALONE, chinese_dates.read_day),
    ("day_month", english_dates.DAY_MONTH, english_dates.read_english),
    ("month_year", english_dates.MONTH_YEAR, english_dates.read_english),
    ("month_day", english_dates.MONTH_DAY, english_dates.read_english),
    ("quarter_year", english_dates.QUARTER_YEAR, english_dates.read_english),
    ("year_quarter", english_dates.YEAR_QUARTER, english_dates.read_english),
    ("english_season", english_dates.SEASON, english_dates.read_english),
    ("part_year", english_dates.PART_YEAR, english_dates.read_english),
    ("relative_year", english_dates.RELATIVE_YEAR, english_dates.read_english),
    ("month_after", english_dates.MONTH_AFTER, english_dates.read_english),
    ("first_quarters", english_dates.FIRST_QUARTERS, english_dates.read_english),
    ("month_alone", english_dates.MONTH_ALONE, english_dates.read_english),
    ("english_decade", english_dates.DECADE, english_dates.read_english),
    ("relative_week", relative_dates.WEEK, relative_dates.read_relative),
    ("relative_quarter", relative_dates.QUARTER, relative_dates.read_relative),
    ("relative_month", relative_dates.MONTH, relative_dates.read_relative),
    ("relative_day", relative_dates.DAY, relative_dates.read_relative),
    ("bare_year", BARE_YEAR, read_bare_year),
)
READERS = {name: (re.compile(pattern), make) for name, pattern, make in PATTERNS}
NAMED = re.compile(r"\(\?P<\w+>")
FINDER = re.compile("|".join(f"(?P<{name}>{NAMED.sub('(?:', pattern)})" for name, pattern, _ in PATTERNS))
WORDS = load_date_words()
RELATIVE = [*WORDS.years, *WORDS.months, *WORDS.quarters, *WORDS.weeks, *WORDS.days]
HAN = "".join(sorted({word[0] for word in RELATIVE if not word.isascii()}))
LATIN = [*(word for word in RELATIVE if word.isascii()), *WORDS.month_names, *WORDS.seasons]
LATIN += ["this", "last", "next", "the", "first", "second", "third", "fourth", "early", "mid", "late", "end"]
LATIN += [*(day for day in WORDS.weekdays if day.isascii()), "beginning", "start", "middle", "q", "h"]
TRIGGER = re.compile(
    f"[0-9第前上下年月春夏秋冬{HAN}]|[一二三四五六七八九十](?=.{{0,6}}[年月季])"
    f"|(?<![A-Za-z])(?i:{alternatives(word for word in LATIN if word.isascii())})"
)
AHEAD = re.compile(alternatives(WORDS.ahead))
AHEAD_CLOSE = re.compile(alternatives(WORDS.ahead_close))
CLAUSE_END = re.compile("[,，;；。!?\n]")
SENTENCE_END = re.compile("[。!?;\n]|[.] ")
TO = re.compile(r" {0,2}(?:到|至|~|-|–|to|through|until) {0,2}")
AND = re.compile(" {0,2}(?:and|与|和) {0,2}")
BETWEEN = re.compile("(?i:between (?:the )?)$|介于$")


def dates_in(plain: Plain, published: DateValue | None = None) -> tuple[DateValue, ...]:
    """The dates of a text made ready, in order."""
    counted = (
        parts
        for phrase in plain.phrases
        if phrase.measured and (parts := relative_dates.read_counted(phrase, plain.text, published))
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
    if len(found) == 1 and found[0].raw == text.strip():
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


def _written(plain: str, published: DateValue | None) -> Iterator[Parts]:
    done = 0
    for trigger in TRIGGER.finditer(plain):
        found = FINDER.match(plain, trigger.start()) if trigger.start() >= done else None
        if not found:
            continue
        pattern, make = READERS[found.lastgroup or ""]
        match = pattern.match(plain, found.start())
        parts = make(match, published) if match else None
        done = max(found.end(), found.start() + 1)
        if parts:
            yield parts


def _is_ahead(plain: str, start: int) -> bool:
    """Whether the words before the date speak of what is to come: in its sentence, or close by."""
    before = plain[max(0, start - 40) : start]
    sentence = max((found.end() for found in SENTENCE_END.finditer(before)), default=0)
    clause = max((found.end() for found in CLAUSE_END.finditer(before)), default=0)
    return bool(AHEAD.search(before, sentence) or AHEAD_CLOSE.search(before, clause))


def _apart(parts: Sequence[Parts]) -> Iterator[Parts]:
    """The parts that do not overlap an earlier one."""
    done = 0
    for one in parts:
        if one.start >= done:
            done = one.end
            yield one


def _resolved(parts: Sequence[Parts], plain: str, published: DateValue | None) -> Iterator[Parts]:
    """The parts with their years; two dates with `to` between them are one range."""
    at = 0
    while at < len(parts):
        first, ahead = parts[at], _is_ahead(plain, parts[at].start)
        last = parts[at + 1] if at + 1 < len(parts) else None
        joined = None
        if last and _is_range(first, last, plain):
            joined = _range(resolve(_in_year_of(first, last), published, ahead), last, published, ahead)
        yield joined or resolve(first, published, ahead)
        at += 2 if joined else 1


def _is_range(first: Parts, last: Parts, plain: str) -> bool:
    gap = plain[first.end : last.start] if last.start - first.end < 12 else "…"
    if AND.fullmatch(gap):
        return bool(BETWEEN.search(plain[max(0, first.start - 12) : first.start]))
    return bool(TO.fullmatch(gap))


def _in_year_of(first: Parts, last: Parts) -> Parts:
    """In 5月至2025年7月 the year counts for both."""
    return replace(first, year=last.year) if first.year is None and first.months and last.months else first


def _range(first: Parts, last: Parts, published: DateValue | None, ahead: bool) -> Parts | None:
    if last.days and first.days and not last.months:
        last = replace(last, year=first.year, months=first.months)
    elif last.year is None and first.year is not None and (last.months or last.season):
        later = bool(first.months and last.months and last.months[1] < first.months[0])
        last = replace(last, year=first.year + later)
    low, high = edtf_of(first), edtf_of(resolve(last, published, ahead))
    if not low or not high or first.offset or last.offset:
        return None
    edtf = f"{low.partition('/')[0]}/{high.rpartition('/')[2]}"
    return Parts(first.start, last.end, edtf=edtf) if read_edtf(edtf) else None
