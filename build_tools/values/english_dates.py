"""Dates as English writes them: 12 June 2025, June 12th, late October, the third quarter of 2025."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from build_tools.model import DateValue
from build_tools.values.date_parts import DateParts, edtf_of
from build_tools.values.edtf import read_edtf
from build_tools.values.words import EDGE, alternatives, load_date_words

WORDS = load_date_words()
COUNTS = {"two": 2, "2": 2, "three": 3, "3": 3, "six": 6, "6": 6, "nine": 9, "9": 9}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
POINT = r"(?:(?<![A-Za-z]{5})(?<![ey])\.)?"  # of Jan., not of January.
MONTH = rf"(?P<month>(?i:{alternatives(WORDS.month_names)})(?<!may)(?<!mar)(?<!march))(?![A-Za-z]){POINT}"
DAY = (
    r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?:(?:-| to )(?P<last_day>[0-3]?[0-9])(?:st|nd|rd|th)?)?"
    r"(?![0-9A-Za-z%.,]?[0-9A-Za-z])"
)
YEAR = r"(?P<year>(?:1[5-9]|20|21)[0-9]{2})(?![0-9A-Za-z])"
RELATIVE = "(?P<relative>(?i:this|last|next) year)"
WEEKDAY = r"(?:(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day),? )?"
PART = r"(?:(?P<part>(?i:early|mid|late|end(?=-)|(?:the )?(?:beginning|start|middle|end) of))[- ](?:in )?)"
WEEK = "(?P<week>(?i:(?:the )?week of )(?:the )?)?"
DAY_MONTH = rf"(?<![0-9.,$€£]){WEEK}{WEEKDAY}{DAY}(?: of)? {MONTH}(?:,? {YEAR})?"
BETWEEN_DAYS = (
    rf"(?<=[Bb]etween )(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)? and (?P<last_day>[0-3]?[0-9])(?:st|nd|rd|th)?"
    rf" {MONTH}(?:,? {YEAR})?"
)
# The 26th, but not the 5th floor: what follows is no name of what is counted.
DAY_ALONE = (
    rf"(?<=[Oo]n the )(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)"
    rf"(?=[.,;:!?)]|$| (?:and|but|that|when|after|before|at|in|to|by|he|she|they|it|had|has|was|were){EDGE})"
)
MONTH_DAY = rf"{EDGE}{WEEK}{WEEKDAY}{MONTH} {DAY}(?:,? {YEAR})?"
MONTH_YEAR = rf"(?<![A-Za-z]){PART}?{MONTH},?(?: of)? (?:{YEAR}|{RELATIVE})"
AFTER_WORD = "(?<=in )|(?<=In )|(?<=since )|(?<=Since )|(?<=until )|(?<=by )|(?<=By )"
MONTH_AFTER = rf"(?<![A-Za-z])(?:{PART}|(?P<which>[Tt]his|[Ll]ast|[Nn]ext) |{AFTER_WORD}){MONTH}(?! [0-9])"
MONTH_ALONE = rf"(?<![A-Za-z])(?=(?:J|F|A[pu]|[SOND])[a-z]{{2}}){MONTH}(?! [A-Z][a-z])"
MONTH_TO = (  # a month that shares the year of the next
    rf"(?<![A-Za-z])(?=[A-Z]){MONTH}"
    rf"(?= ?(?:to|until|through|and|[-—~/]) ?(?i:{alternatives(WORDS.month_names)})[.,]? {YEAR})"
)
FIRST_QUARTERS = (
    rf"(?i:{EDGE}(?:the )?first (?P<count>two|three|2|3|six|nine|6|9) (?P<of>quarters|months))"
    rf"(?: of (?:{YEAR}|{RELATIVE}))?"
)
QUARTER = (
    rf"(?i:{EDGE}(?:the )?(?P<quarter>first|second|third|fourth|last|final) quarter|{EDGE}Q(?P<q>[1-4]){EDGE}"
    rf"|{EDGE}(?:the )?(?P<half>(?:first|second) half)|{EDGE}H(?P<h>[12]){EDGE})"
)
QUARTER_YEAR = rf"{QUARTER}(?: of|,|-)? ?(?:{YEAR}|{RELATIVE})"
YEAR_QUARTER = (
    rf"(?<![0-9A-Za-z])(?:(?P<year>20[0-9]{{2}})[ -]?(?:Q(?P<q>[1-4])|H(?P<h>[12]))"
    rf"|(?:(?P<quarters>[1-4])Q|(?P<halves>[12])H) ?(?:20)?(?P<short>[0-9]{{2}})){EDGE}"
)
QUARTER_ALONE = (
    rf"(?i:{EDGE}the (?P<quarter>first|second|third|fourth) quarter)"
    rf"(?:(?i: of the year{EDGE})(?! [0-9])|(?! (?i:of|hour|century|mile|final){EDGE})(?![A-Za-z]))"
)
HALF_ALONE = rf"(?i:{EDGE}the (?P<half>(?:first|second) half) of the year{EDGE})(?! [0-9])"
NEAR_SEASON = rf"(?i:{EDGE}(?P<near>this|last|next) (?P<season>spring|summer|autumn|fall|winter)){EDGE}"
SEASON = rf"(?<![A-Za-z])(?i:(?P<season>spring|summer|autumn|fall|winter))(?: of)? (?:{YEAR}|{RELATIVE})"
PART_YEAR = rf"(?<![A-Za-z]){PART}(?:{YEAR}|{RELATIVE})"
# The year that is told of, but no year that is only described: the end of the year to March.
YEAR_END = (
    rf"(?i:{EDGE}(?P<part>(?:the )?(?:beginning|start|middle|end) of) the year(?! (?:to|that|in|of|when|end))"
    rf"|{EDGE}(?:the )?(?P<year_end>year[- ]end)){EDGE}(?! [0-9])"
)
RELATIVE_YEAR = rf"(?<![A-Za-z]){RELATIVE}(?![A-Za-z])"
DECADE = (
    rf"(?<![0-9])(?P<decade>(?:1[5-9]|20)[0-9])0'?s{EDGE}"
    rf"|(?<![0-9])(?P<century>1[5-9]|2[01])(?:th|st) (?i:century){EDGE}(?! (?:Fox|Business|Studios))"
)


def read_english(match: re.Match[str], published: DateValue | None) -> DateParts | None:
    """Any of these, put into parts."""
    found = match.groupdict()
    start, end = match.span()
    if found.get("decade"):
        return DateParts(start, end, edtf=f"{found['decade']}X")
    if found.get("century"):
        return DateParts(start, end, edtf=f"{int(found['century'] or 0) - 1}XX")
    if found.get("relative") and not (published and published.latest):
        return DateParts(start, end, unresolved=True)
    year = _year(found, published)
    if season := found.get("season"):
        parts = DateParts(start, end, year, season=WORDS.seasons[season.lower()])
        return _near(parts, (found["near"] or "").lower(), published) if found.get("near") else parts
    return DateParts(start, end, year, _months(found), _days(found), week=bool(found.get("week")))


def _near(parts: DateParts, which: str, published: DateValue | None) -> DateParts:
    """This, last or next summer: of the year, the last that is over, or the next to begin, if one is."""
    if not published or not published.earliest or not published.latest:
        return replace(parts, unresolved=True)
    this = published.latest.year
    seasons = [replace(parts, year=year) for year in range(this - 2, this + 2)]
    days = {one.year: read_edtf(edtf_of(one) or "") for one in seasons}
    over = [year for year, found in days.items() if found and found[1] and found[1] < published.earliest]
    ahead = [year for year, found in days.items() if found and found[0] and found[0] > published.latest]
    year = next(iter({"last": over[::-1], "next": ahead}.get(which, [this])), None)
    return replace(parts, year=year, unresolved=year is None)


def _year(found: dict[str, str | None], published: DateValue | None) -> int | None:
    if found.get("year"):
        return int(found["year"] or 0)
    if short := found.get("short"):
        return 2000 + int(short)
    word = found.get("relative") or (f"{found['which']} year" if found.get("which") else None)
    if not word or not published or not published.latest:
        return None
    if found.get("which") and found["which"] != "next":
        return _before_this(found, published.latest)
    return published.latest.year + WORDS.years[word.lower()]


def _before_this(found: dict[str, str | None], today: date) -> int | None:
    """Last June, said in June, is a year ago; any other is the nearest past."""
    this = WORDS.month_names[(found["month"] or "").lower()] == today.month
    return today.year - 1 if this and (found["which"] or "").lower() == "last" else None


def _months(found: dict[str, str | None]) -> tuple[int, int] | None:
    if month := found.get("month"):
        return WORDS.month_names[month.lower()], WORDS.month_names[month.lower()]
    if count := found.get("count"):
        number = COUNTS[count.lower()]
        return 1, number * 3 if (found["of"] or "").lower() == "quarters" else number
    if quarter := found.get("q") or found.get("quarters") or found.get("quarter"):
        number = ORDINALS.get(quarter.lower()) or int(quarter)
        return 3 * number - 2, 3 * number
    if half := found.get("half") or found.get("h") or found.get("halves"):
        return (1, 6) if half.lower() in ("first half", "1") else (7, 12)
    part = "end of" if found.get("year_end") else found.get("part")
    return WORDS.year_parts[_plain(part)] if part else None


def _days(found: dict[str, str | None]) -> tuple[int, int] | None:
    if day := found.get("day"):
        return int(day), int(found.get("last_day") or day)
    part = found.get("part")
    return WORDS.month_parts[_plain(part)] if part and found.get("month") else None


def _plain(part: str) -> str:
    return part.lower().removeprefix("the ").removesuffix(" of")
