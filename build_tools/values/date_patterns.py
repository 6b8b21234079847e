"""The table of patterns by which a date is found."""

from __future__ import annotations

import re
from collections.abc import Callable

from build_tools.model import DateValue
from build_tools.values import chinese_dates, english_dates, relative_dates
from build_tools.values.beside import AFTER, BEFORE
from build_tools.values.date_parts import DateParts
from build_tools.values.edtf import read_edtf
from build_tools.values.words import alternatives, load_date_words, starting

Maker = Callable[[re.Match[str], DateValue | None], DateParts | None]


def read_iso(match: re.Match[str], published: DateValue | None) -> DateParts | None:
    """2025-06-12, 2025/6/12, 2025.6.12, 2025-06."""
    numbers = [int(part) for part in re.findall("[0-9]+", match[0].partition("T")[0])]
    day = (numbers[2], numbers[2]) if len(numbers) > 2 else None
    return (
        DateParts(match.start(), match.end(), numbers[0], (numbers[1], numbers[1]), day)
        if numbers[1] <= 12
        else None
    )


def read_slashed(match: re.Match[str], published: DateValue | None) -> DateParts:
    """13/06/2025 and 6/13/2025; 12/06/2025 may be one of two days and stays open."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    days = {(month, day) for month, day in ((first, second), (second, first)) if 1 <= month <= 12}
    if len(days) != 1:
        return DateParts(match.start(), match.end(), unresolved=True)
    month, day = days.pop()
    return DateParts(match.start(), match.end(), year, (month, month), (day, day))


def read_two_years(match: re.Match[str], published: DateValue | None) -> DateParts | None:
    """2024-25年, 2024/25: from one year to a later one, of the next century too."""
    first, last = int(match["first"]), int(match["last"])
    until = first // 100 * 100 + last + (100 if last < first % 100 else 0)
    if not 0 < until - first <= LONGEST_SHORT:
        return DateParts(match.start(), match.end("first"), first)
    return DateParts(match.start(), match.end(), edtf=f"{first}/{until}")


def read_before_our_era(match: re.Match[str], published: DateValue | None) -> DateParts:
    """公元前221年: a date, and none of those that EDTF level 1 is read for here."""
    return DateParts(match.start(), match.end(), unresolved=True)


def read_other_calendar(match: re.Match[str], published: DateValue | None) -> DateParts:
    """农历七月十五: a day of the moon's year, which is not reckoned here."""
    return DateParts(match.start(), match.end(), unresolved=True)


def read_iso_range(match: re.Match[str], published: DateValue | None) -> DateParts | None:
    """2025-10-21/2025-10-31."""
    return DateParts(match.start(), match.end(), edtf=match[0]) if read_edtf(match[0]) else None


def read_bare_year(match: re.Match[str], published: DateValue | None) -> DateParts | None:
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
    return DateParts(match.start(), match.end(), int(match[0]))


ISO = (
    r"(?<![0-9A-Za-z./_-])(?:1[5-9]|20)[0-9]{2}(?:-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2}|\.[0-9]{1,2}\.[0-9]{1,2})"
    r"(?:T[0-9:]{5,8}(?:Z|[+-][0-9:]{2,5})?)?(?![0-9A-Za-z./_-]?[0-9A-Za-z])"
)
SLASHED = (
    r"(?<![0-9A-Za-z./_-])(?P<first>[0-3]?[0-9])/(?P<second>[0-3]?[0-9])/(?P<year>(?:19|20)[0-9]{2})"
    r"(?![0-9A-Za-z/_-])"
)
ISO_MONTH = r"(?<![0-9A-Za-z./_-])(?:1[5-9]|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?![0-9A-Za-z./_-])"
ISO_PARTS = "(?:1[5-9]|20)[0-9]{2}(?:-[0-9]{2}){0,2}"
ISO_RANGE = rf"(?<![0-9A-Za-z./_-]){ISO_PARTS}/{ISO_PARTS}(?![0-9/-])"
LONGEST_SHORT = 50  # years that a range written short may span
TWO_YEARS = (
    "(?<![0-9A-Za-z$€£¥./_-])(?P<first>(?:1[5-9]|20)[0-9]{2}) ?[-—~/至到] ?"
    "(?P<last>[0-9]{2}(?= ?年(?![度代]))|(?:1[3-9]|[2-9][0-9]|(?<=99[-/])00)(?! ?年))"
    "(?![0-9A-Za-z%_/-]|[.,][0-9]| ?[十百千万亿兆财])(?: ?年)?"
)
BEFORE_OUR_ERA = (
    "公元前 ?(?:[0-9]+|[零一二三四五六七八九十百千]+) ?(?:年|世纪)|[0-9]{1,4} ?(?:BCE?|B[.]C[.])(?![A-Za-z])"
)
FISCAL = "(?<![Ff]iscal )(?<![Ff]iscal year )(?<!FY )"
BARE_YEAR = (
    rf"{FISCAL}(?<![0-9A-Za-z$€£¥/#_])(?<![0-9][.,:])(?:(?<![0-9]-)|(?<=(?:19|20)[0-9]{{2}}-))"
    r"(?:19[5-9][0-9]|20[0-4][0-9])"
    r"(?![0-9A-Za-z%]|[.,:/][0-9]| ?[万亿兆千百财学赛]|[-—][0-9]{2} ?财)"
)

PATTERNS: tuple[tuple[str, str, Maker], ...] = (
    ("iso_range", ISO_RANGE, read_iso_range),
    ("iso", ISO, read_iso),
    ("slashed", SLASHED, read_slashed),
    ("two_years", TWO_YEARS, read_two_years),
    ("before_our_era", BEFORE_OUR_ERA, read_before_our_era),
    ("iso_month", ISO_MONTH, read_iso),
    ("decade", chinese_dates.DECADE, chinese_dates.read_decade),
    ("dated", chinese_dates.DATED, chinese_dates.read_dated),
    ("alone", chinese_dates.ALONE, chinese_dates.read_alone),
    ("part_alone", chinese_dates.PART_ALONE, chinese_dates.read_alone),
    ("told_day", chinese_dates.TOLD_DAY, chinese_dates.read_day),
    ("lunar", chinese_dates.LUNAR, read_other_calendar),
    ("day_alone", chinese_dates.DAY_ALONE, chinese_dates.read_day),
    ("between_days", english_dates.BETWEEN_DAYS, english_dates.read_english),
    ("day_month", english_dates.DAY_MONTH, english_dates.read_english),
    ("month_year", english_dates.MONTH_YEAR, english_dates.read_english),
    ("month_day", english_dates.MONTH_DAY, english_dates.read_english),
    ("quarter_year", english_dates.QUARTER_YEAR, english_dates.read_english),
    ("year_quarter", english_dates.YEAR_QUARTER, english_dates.read_english),
    ("quarter_alone", english_dates.QUARTER_ALONE, english_dates.read_english),
    ("half_alone", english_dates.HALF_ALONE, english_dates.read_english),
    ("near_season", english_dates.NEAR_SEASON, english_dates.read_english),
    ("english_season", english_dates.SEASON, english_dates.read_english),
    ("part_year", english_dates.PART_YEAR, english_dates.read_english),
    ("year_end", english_dates.YEAR_END, english_dates.read_english),
    ("relative_year", english_dates.RELATIVE_YEAR, english_dates.read_english),
    ("month_to", english_dates.MONTH_TO, english_dates.read_english),
    ("month_after", english_dates.MONTH_AFTER, english_dates.read_english),
    ("first_quarters", english_dates.FIRST_QUARTERS, english_dates.read_english),
    ("month_alone", english_dates.MONTH_ALONE, english_dates.read_english),
    ("the_day", english_dates.DAY_ALONE, english_dates.read_english),
    ("english_decade", english_dates.DECADE, english_dates.read_english),
    ("relative_week", relative_dates.WEEK, relative_dates.read_relative),
    ("relative_quarter", relative_dates.QUARTER, relative_dates.read_relative),
    ("relative_month", relative_dates.MONTH, relative_dates.read_relative),
    ("bracketed", relative_dates.BRACKETED, relative_dates.read_bracketed),
    ("relative_day", relative_dates.DAY, relative_dates.read_relative),
    ("bare_year", BARE_YEAR, read_bare_year),
)
READERS = {name: (re.compile(pattern), make) for name, pattern, make in PATTERNS}
NAMED = re.compile(r"\(\?P<\w+>")
FINDER = re.compile("|".join(f"(?P<{name}>{NAMED.sub('(?:', pattern)})" for name, pattern, _ in PATTERNS))
WORDS = load_date_words()
RELATIVE = [*WORDS.years, *WORDS.months, *WORDS.quarters, *WORDS.weeks, *WORDS.days]
HAN = "".join(sorted({word[0] for word in RELATIVE if not word.isascii()}))
LATIN = [word for word in (*RELATIVE, *WORDS.weekdays) if word.isascii()]
LATIN += [*WORDS.month_names, *(word for word in WORDS.seasons if word.isascii()), "week", "q", "h"]
LATIN += ["this", "last", "next", "the", "first", "second", "third", "fourth", "final"]
LATIN += ["year", "early", "mid", "late", "end", "beginning", "start", "middle"]
TRIGGER = starting(
    ("公", "公元前"),
    ("农旧阴", "[农旧阴]历"),
    ("".join(era[0] for era in WORDS.eras), alternatives(WORDS.eras)),
    (f"0-9第前上下年月春夏秋冬{HAN}", f"[0-9第前上下年月春夏秋冬{HAN}]"),
    ("同当次翌隔", "[同当次翌隔]年"),
    ("首头", "[首头](?=[季0-9一二三四五六七八九十])"),
    ("一二三四五六七八九十", "[一二三四五六七八九十](?=.{0,6}[年月季世])"),
    ("A-Za-z", f"(?<![A-Za-z])(?i:{alternatives(LATIN)})"),
)
