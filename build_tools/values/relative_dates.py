"""Dates told from the day of publication (昨日, 上周), and those counted from an event (8天后)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from build_tools.model import DateValue, Offset, Qualifier
from build_tools.values.date_parts import DateParts
from build_tools.values.phrases import Phrase
from build_tools.values.words import EDGE, alternatives, load_date_words

WORDS = load_date_words()
_ZH = "一二三四五六日天"
DAY = rf"(?P<day>(?i:{alternatives(WORDS.days)}))(?![A-Za-z])"
WEEKDAY_NAME = r"(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
CHINESE_WEEK = alternatives(word for word in WORDS.weeks if not word.isascii())
WEEK = (
    rf"(?:(?P<week>{CHINESE_WEEK})(?P<weekday>[{_ZH}末])?"
    rf"|(?i:(?P<english>(?:this|last|next) week)|(?P<which>this|last|next) (?P<name>{WEEKDAY_NAME})))"
    "(?![A-Za-z])"
)
MONTH = (
    rf"(?:(?P<of_month>(?i:early|mid|late))[- ])?(?P<month>(?i:{alternatives(WORDS.months)}))"
    "(?:(?P<part>[上中下]旬|[初中底末])| ?(?P<date>[0-3]?[0-9])[日号])?(?![A-Za-z])"
)
BRACKETED = "(?P<head>[今明前后本上下去])[(][0-9]{1,4}[)](?P<tail>[年月])"  # 今(2025)年
QUARTER = rf"(?P<quarter>(?i:{alternatives(WORDS.quarters)}))(?![A-Za-z]| of{EDGE})"
AFTER = re.compile(rf"(?:之|以)?后(?![来者期续果悔方面备台端])|(?i: (?:later|after|afterwards){EDGE})")
AGO = re.compile(rf"(?:之|以)?前(?![沿景者往途后])|(?i: ago{EDGE})")
BEFORE_AGO = re.compile(r"(?:^|[^\u4e00-\u9fff]|[在早于就自从约]|超过)\Z")
COUNTABLE = frozenset({"year", "quarter", "month", "week", "day"})
MAY_BE_MEANT = 2  # days: the day before would be called yesterday
FIRST_YEAR = 1500  # 2025年后 is after the year 2025
COUNTED = {"year": 12, "quarter": 3, "month": 1}


def read_relative(match: re.Match[str], published: DateValue | None) -> DateParts | None:
    """昨日, 上周五, 本月底: a day, week, month or quarter seen from the day of publication."""
    return _seen_from(published, match.groupdict(), *match.span())


def read_bracketed(match: re.Match[str], published: DateValue | None) -> DateParts | None:
    """本(6)月, 今(2025)年: the word without the number in its brackets."""
    word = match["head"] + match["tail"]
    if published and published.latest and word in WORDS.years:
        return DateParts(*match.span(), published.latest.year + WORDS.years[word])
    return _seen_from(published, {"month": word if word in WORDS.months else None}, *match.span())


def _seen_from(
    published: DateValue | None, found: Mapping[str, str | None], start: int, end: int
) -> DateParts:
    if not published or not published.earliest or not published.latest:
        return DateParts(start, end, unresolved=True)
    edtf = _month(found, published.earliest, published.latest)
    if edtf is None and published.earliest == published.latest:
        edtf = _day(found, published.earliest)
    return DateParts(start, end, edtf=edtf, unresolved=edtf is None)


def _day(found: Mapping[str, str | None], today: date) -> str | None:
    if day := found.get("day"):
        return _plus(today, WORDS.days[day.lower()]).isoformat()
    word = (
        found.get("week")
        or found.get("english")
        or (f"{found['which']} week" if found.get("which") else None)
    )
    if not word:
        return None
    monday = _plus(today, 7 * WORDS.weeks[word.lower()] - today.weekday())
    name = found.get("weekday") or found.get("name")
    if found.get("which") and name:
        return _either(monday, WORDS.weekdays[name.lower()], today)
    if name == "末":
        return f"{_plus(monday, 5).isoformat()}/{_plus(monday, 6).isoformat()}"
    if name:
        return _plus(monday, WORDS.weekdays[name.lower()]).isoformat()
    return f"{monday.isoformat()}/{_plus(monday, 6).isoformat()}"


def _either(monday: date, weekday: int, today: date) -> str:
    """Last Monday, told on a Friday, is of this week or of the last: from the one to the other."""
    there, here = _plus(monday, weekday), _plus(today, weekday - today.weekday())
    first, last = min(there, here), max(there, here)
    between = first < today < last or abs((here - today).days) < MAY_BE_MEANT or there == here
    return there.isoformat() if between else f"{first.isoformat()}/{last.isoformat()}"


def _plus(day: date, days: int) -> date:
    """A day so many days later, kept within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _month(found: Mapping[str, str | None], first: date, last: date) -> str | None:
    if (first.year, first.month) != (last.year, last.month):
        return None
    if word := found.get("month"):
        year, month = _shifted(first, WORDS.months[word.lower()])
        part = found.get("part") or (found.get("of_month") or "").lower()
        if number := found.get("date"):
            return f"{year:04}-{month:02}-{int(number):02}"
        if not part:
            return f"{year:04}-{month:02}"
        low, high = WORDS.month_parts[part]
        high = min(high, monthrange(year, month)[1])
        return f"{year:04}-{month:02}-{low:02}/{year:04}-{month:02}-{high:02}"
    if word := found.get("quarter"):
        year, month = _shifted(first, 3 * WORDS.quarters[word.lower()] - (first.month - 1) % 3)
        return f"{year:04}-{month:02}/{year:04}-{month + 2:02}"
    return None


def _shifted(day: date, months: int) -> tuple[int, int]:
    number = max(12, day.year * 12 + day.month - 1 + months)
    return min(number // 12, 9999), number % 12 + 1


def read_counted(phrase: Phrase, text: str, published: DateValue | None) -> DateParts | None:
    """8天后 and 不到一年后, which only an event can date; 三天前, which publication can."""
    if phrase.unit.name not in COUNTABLE or (phrase.numeral.value or 0) >= FIRST_YEAR:
        return None
    if after := AFTER.match(text, phrase.end):
        return DateParts(phrase.start, after.end(), offset=offset_of(phrase), unresolved=True)
    ago = AGO.match(text, phrase.end)
    if not ago or (ago[0] != " ago" and not BEFORE_AGO.search(text[max(0, phrase.start - 2) : phrase.start])):
        return None
    edtf = _ago(phrase, published)
    return DateParts(phrase.start, ago.end(), edtf=edtf, unresolved=edtf is None)


def offset_of(phrase: Phrase) -> Offset | None:
    """How far, at least and at most; None where the words set no end."""
    low, high = _bounds(phrase)
    if low is None or high is None or high > 10**6:
        return None
    unit = phrase.unit.name or "day"
    if low != int(low) or high != int(high):
        return Offset(int(low * 12), int(high * 12), "month") if unit == "year" else None
    return Offset(int(low), int(high), unit)


def _bounds(phrase: Phrase) -> tuple[Decimal | None, Decimal | None]:
    numeral = phrase.numeral
    value = numeral.value
    match phrase.qualifier:
        case Qualifier.SEVERAL | Qualifier.RANGE if numeral.asserted:
            within = numeral.asserted
            return within.low, within.high if not within.high_open or within.high is None else within.high - 1
        case Qualifier.UNDER | Qualifier.AT_MOST | Qualifier.NEARLY:
            return Decimal(0), value
        case Qualifier.AT_LEAST | Qualifier.OVER:
            return (None, None)
        case _:
            return (None, None) if value is None else (value, value)


def _ago(phrase: Phrase, published: DateValue | None) -> str | None:
    if not published or not published.earliest or not published.latest:
        return None
    offset = offset_of(phrase)
    if not offset or offset.low != offset.high:
        return None
    if offset.unit in COUNTED:
        if offset.unit == "year" and published.earliest.year == published.latest.year:
            return f"{max(1, published.earliest.year - offset.low):04}"
        year, month = _shifted(published.latest, -COUNTED[offset.unit] * offset.low)
        return f"{year:04}-{month:02}"
    if published.earliest != published.latest:
        return None
    return _plus(published.earliest, -offset.low * (7 if offset.unit == "week" else 1)).isoformat()
