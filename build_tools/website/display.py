"""Figures and dates in the reader's manner: `US$14.3 billion`, `143亿美元`, `143億美元`, `12 June 2025`."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Protocol

from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_name

from build_tools.model import DateValue, Qualifier, Quantity

SIGNS = {"USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "HKD": "HK$", "TWD": "NT$"}
ENGLISH_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
CHINESE_SCALES = ((12, "万亿"), (8, "亿"), (4, "万"))
ENGLISH_SEVERAL = (
    "several",
    "tens of",
    "hundreds of",
    "thousands of",
    "tens of thousands of",
    "hundreds of thousands of",
)
CHINESE_SEVERAL = ("几", "数十", "数百", "数千")
QUALIFIED = {
    Qualifier.ABOUT: "about {value}",
    Qualifier.OVER: "more than {value}",
    Qualifier.AT_LEAST: "at least {value}",
    Qualifier.UNDER: "less than {value}",
    Qualifier.AT_MOST: "at most {value}",
    Qualifier.NEARLY: "nearly {value}",
}
UNITS = {
    "person": ("{value} person", "{value} people"),
    "device": ("{value} device", "{value} devices"),
    "count": ("{value} time", "{value} times"),
    "times": ("{value} time as much", "{value} times as much"),
    "pp": ("{value} percentage point", "{value} percentage points"),
    "%": ("{value}%", "{value}%"),
    "years-old": ("{value} year old", "{value} years old"),
    "year": ("{value} year", "{value} years"),
    "month": ("{value} month", "{value} months"),
    "week": ("{value} week", "{value} weeks"),
    "day": ("{value} day", "{value} days"),
    "hour": ("{value} hour", "{value} hours"),
    "minute": ("{value} minute", "{value} minutes"),
    "parameter": ("{value} parameter", "{value} parameters"),
    "rank": ("rank {value}", "rank {value}"),
}
SEASONS = {"21": "spring {year}", "22": "summer {year}", "23": "autumn {year}", "24": "winter {year}"}
EDTF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?P<about>[~%?]?)")


class Speaker(Protocol):
    """An edition, as far as numbers and dates need it."""

    @property
    def chinese(self) -> bool: ...
    @property
    def locale(self) -> str: ...
    def say(self, message: str, **values: str | int) -> str: ...
    def script(self, text: str) -> str: ...


def quantity_words(value: Quantity, edition: Speaker) -> str:
    """A figure as this edition writes it, with what the article's words make of it."""
    low, high = value.tight.low, value.tight.high
    if value.value is not None:
        shown = _measured(_number(value.value, edition), value.value, value.unit, edition)
        return edition.say(QUALIFIED[value.qualifier], value=shown) if value.qualifier in QUALIFIED else shown
    if value.qualifier is Qualifier.SEVERAL and low is not None:
        return _several(low, value.unit, edition)
    if low is not None and high is not None:
        both = edition.say("{low} to {high}", low=_number(low, edition), high=_number(high, edition))
        return _measured(both, high, value.unit, edition)
    return value.raw


def _measured(number: str, value: Decimal, unit: str | None, edition: Speaker) -> str:
    """A number with its unit."""
    if unit is None:
        return number
    if unit in UNITS:
        return edition.say(UNITS[unit][value != 1], value=number)
    if not unit.isupper() or len(unit) != 3:
        return f"{number} {unit}"
    return _money(number, unit, edition)


def _money(number: str, currency: str, edition: Speaker) -> str:
    if edition.chinese:
        return number + get_currency_name(currency, locale=edition.locale)
    return SIGNS.get(currency, f"{currency} ") + number


def _number(value: Decimal, edition: Speaker) -> str:
    """A number with its scale in words: `14.3 billion`, `143亿`, `710,000`, `71万`."""
    for power, name in CHINESE_SCALES if edition.chinese else ENGLISH_SCALES:
        scaled = value.scaleb(-power).normalize()
        if abs(scaled) >= 1 and _is_short(scaled):
            digits = _plain(scaled, edition)
            return digits + edition.script(name) if edition.chinese else f"{digits} {name}"
    return _plain(value, edition)


def _is_short(number: Decimal) -> bool:
    """Whether a number is read at a glance: at most three digits behind the point."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -3


def _plain(number: Decimal, edition: Speaker) -> str:
    grouped = not edition.chinese or abs(number) >= 10_000
    pattern = "#,##0.######" if grouped else "0.######"
    return str(format_decimal(number, format=pattern, locale="en", decimal_quantization=False))


def _several(low: Decimal, unit: str | None, edition: Speaker) -> str:
    """A vague count by its size: `hundreds of billions`, `数百亿`."""
    power = max(low.adjusted(), 0)
    for scale, name in CHINESE_SCALES if edition.chinese else ENGLISH_SCALES:
        if power >= scale:
            return _some(power - scale, name, unit, edition)
    return _some(power, "", unit, edition)


def _some(power: int, scale: str, unit: str | None, edition: Speaker) -> str:
    if edition.chinese:
        number = edition.script(CHINESE_SEVERAL[min(power, 3)] + scale)
        return _measured(number, Decimal(2), unit, edition)
    number = f"{ENGLISH_SEVERAL[power]} {scale}s" if power and scale else ENGLISH_SEVERAL[power]
    if scale and not power:
        number = f"{scale}s"
    if unit is not None and unit.isupper() and len(unit) == 3:
        name = get_currency_name(unit, count=2, locale="en")
        return f"{number} of {name}" if scale else f"{number} {name}"
    return _measured(f"{number} of" if scale else number, Decimal(2), unit, edition)


def date_words(value: DateValue, edition: Speaker) -> str:
    """A date as this edition writes it; the article's own words where it stays unresolved."""
    if value.edtf is None:
        return value.raw
    first, slash, last = value.edtf.partition("/")
    if not slash:
        return _day(first, edition)
    return _quarter(value.edtf, edition) or _range(first, last, edition)


def _range(first: str, last: str, edition: Speaker) -> str:
    """From one day to another, the year and the month said once where both have the same."""
    start, end = _day(first, edition), _day(last, edition)
    same = len(first) == len(last) and not set(first + last) - set("0123456789-")
    shared = 2 if same and first[:7] == last[:7] else 1 if same and first[:4] == last[:4] else 0
    if shared and edition.chinese:
        end = end.split("年月"[shared - 1], 1)[1]
    elif shared:
        start = start.rsplit(" ", min(shared, start.count(" ")))[0]
    return edition.say("{first} to {last}", first=start, last=end)


def _quarter(edtf: str, edition: Speaker) -> str:
    """A range of months that is a quarter of a year by that name."""
    found = re.fullmatch(r"(\d{4})-(01|04|07|10)/\1-(03|06|09|12)", edtf)
    if not found or int(found[3]) - int(found[2]) != 2:
        return ""
    return edition.say("quarter {n} of {year}", n=int(found[3]) // 3, year=found[1])


def _day(edtf: str, edition: Speaker) -> str:
    found = EDTF.fullmatch(edtf)
    if not found:
        return edtf
    year, month, day = found["year"], found["month"], found["day"]
    if month in SEASONS:
        shown = edition.say(SEASONS[month], year=year)
    else:
        shown = _calendar(year, month, day, edition)
    return edition.say("about {value}", value=shown) if found["about"] else shown


def month_words(day: date, edition: Speaker) -> str:
    """A month where there is little room: `Jun 2025`, `2025年6月`."""
    return str(format_date(day, "y年M月" if edition.chinese else "MMM y", locale=edition.locale))


def _calendar(year: str, month: str | None, day: str | None, edition: Speaker) -> str:
    when = date(int(year), int(month or 1), int(day or 1))
    patterns = ("y年", "y年M月", "y年M月d日") if edition.chinese else ("y", "MMMM y", "d MMMM y")
    precision = (month is not None) + (day is not None)
    return str(format_date(when, patterns[precision], locale=edition.locale))
