"""Dates as Chinese writes them: 2025年6月12日, 去年底, 10月下旬, 前三季度."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from build_tools.model import DateValue
from build_tools.values.chinese import DIGITS, compact, worth
from build_tools.values.date_parts import DateParts
from build_tools.values.words import alternatives, load_date_words

WORDS = load_date_words()
_ = " {0,2}"
SMALL = "(?:[0-3]?[0-9](?![0-9])|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
OLD = 50  # 98年 is 1998
FOUR = f"(?:(?:1[5-9]|20|21)[0-9]{{2}}|[一二][{DIGITS}]{{3}})"
ROC = f"(?P<roc>1[0-4][0-9])年(?={_}{SMALL}{_}月)"  # as Taiwan counts, without 民国
TWO = f"(?P<short>[0-9]{{2}})年(?={_}{SMALL}{_}月)"
THIS_YEAR = f"(?P<relative>{alternatives(word for word in WORDS.years if not word.isascii())})"
ERA_YEAR = "(?P<era_year>元|[0-9]{1,3}|[零〇一二三四五六七八九十百]{1,5})"
ERA = f"(?P<era>{alternatives(WORDS.eras)}){_}{ERA_YEAR}{_}年"
SHORT = "(?P<of_year>20[0-9]{2})(?= ?(?:[上下]半年|第?[一二三四1-4]季度|前[二两三23]个?季度|全年))"
LONE_SEASON = "[春夏秋冬](?![节运晚招游令奥装衣季天日])"
LATER = f"(?P<later>[同当次翌隔]年)(?={_}的?{_}{SMALL}{_}月)"
NEAR = f"(?P<near>[今去明])(?={LONE_SEASON})"
COUNTED_YEAR = f"{ROC}|{TWO}|{SHORT}|{THIS_YEAR}|{LATER}|{NEAR}"
YEAR = f"(?:(?<![0-9])(?<![0-9][.])(?:(?P<year>{FOUR}){_}年度?|{COUNTED_YEAR})|{ERA})"
CLOCK = (
    "(?:(?:凌晨|早上|早晨|清晨|上午|中午|下午|傍晚|晚上|晚间|夜间|[早晚])?"
    f"{_}(?:[0-9]{{1,2}}[点时:][0-9]{{0,2}}(?:分)?(?:许)?)?)"
)
WEEKDAY = f"(?:{_}[(]?(?:周|星期|礼拜)[一二三四五六日天][)]?)?"
MONTH_PART = "(?P<month_part>(?:上中|中下|[上中下])旬|[初底末]|中(?![国央东午秋]))"
DAY = f"(?P<day>{SMALL}){_}[日号](?![元圆线]|报(?![道导告])){WEEKDAY}{CLOCK}"
MONTH = f"(?P<month>{SMALL}){_}月(?!活|薪|球|亮|饼|光|供|租|销|票)份?(?:{_}(?:{DAY}|{MONTH_PART}))?"
TO = f"{_}月?{_}[-—~至到]{_}"
NEXT = "|".join(f"(?<={one})(?={two})" for one, two in pairwise(DIGITS[1:]))  # 四五月
MONTHS = f"(?P<first>{SMALL})(?:{TO}|{NEXT})(?P<last>{SMALL}){_}月(?!{_}[0-9])份?"
FIRST_MONTHS = f"[前首头](?P<first_months>{SMALL})个?月"
QUARTER = (
    "(?:(?:第?(?P<quarter>[一二三四1-4])|(?P<first_quarter>首))季度?(?![节])"
    "|Q(?P<q>[1-4])(?![A-Za-z0-9]| ?(?:of )?(?:[0-9]|FY|[Ff]iscal))"
    "|前(?P<first_quarters>[二两三23])个?季度?)(?P<quarter_part>[初末底])?"
)
HALF = "(?P<half>[上下]半年)"
SEASON = "(?P<season>[春夏秋冬])(?:[季天](?![然])|日)"
YEAR_PART = "(?P<year_part>全年|伊始|(?:年)?(?:初|底|末|终|中(?![国央东午秋方文小])))"
WITHIN_YEAR = f"{MONTHS}|{MONTH}|{FIRST_MONTHS}|{QUARTER}|{HALF}|{SEASON}"
SHORT_SEASON = f"(?P<short_season>{LONE_SEASON})"
DATED = f"{YEAR}(?:{_}的?{_}(?:{WITHIN_YEAR}|{SHORT_SEASON}|{YEAR_PART}))?"
FISCAL = "(?<!财年)(?<!财年第)(?<!FY[0-9]{2} )(?<!FY[0-9]{4} )"
ALONE = (
    f"(?<![0-9个数几第{DIGITS}十])(?<![0-9][.])(?:{MONTHS}|{MONTH})|(?:(?<![\u4e00-\u9fff])|(?<=累计)){FIRST_MONTHS}"
    f"|{FISCAL}(?:{HALF}|(?<![每个]){QUARTER})|{SEASON}"
)
PART_ALONE = (
    "(?:(?<![\u4e00-\u9fff0-9])|(?<=[在自从于到至]))"
    f"(?:(?P<year_part>年(?:[初底末]|中(?![国央东午秋])))|月{MONTH_PART})"
)
DAY_ALONE = (
    f"(?<![0-9月{DIGITS}十第个每近])(?<![0-9][.])"
    f"(?P<day>[0-3]?[0-9]){_}日(?!报(?![道导告])|[元圆线均常内后前游夜子间程本]){WEEKDAY}{CLOCK}"
)
TOLD_DAY = "[昨今明前][(](?P<day>[0-3]?[0-9])日?[)][日天晚早晨]"  # 昨(28)日
LUNAR_DAY = f"(?:初[一二三四五六七八九十]|[廿卅][一二三四五六七八九]?|{SMALL})"
LUNAR = (
    f"(?:农历|旧历|阴历)(?:(?:{FOUR}|{THIS_YEAR})年?)?"
    f"(?:闰?(?:[正冬腊]|{SMALL})月(?:{LUNAR_DAY}日?)?|{LUNAR_DAY}日?)"
).replace("(?P<relative>", "(?:")
CENTURY = "(?:1[0-9]|2[01]|十[五六七八九]|二十一?)"
DECADE = (
    f"(?<![0-9])(?:(?P<years>1[5-9]|20)|(?P<century>{CENTURY})世纪|上个?世纪)?(?P<ten>[0-9]|[一二三四五六七八九][十零])0?年代"
    f"|(?<![0-9])(?P<whole>{CENTURY})世纪(?!福克斯)"
)


def read_dated(match: re.Match[str], published: DateValue | None) -> DateParts | None:
    """A date whose year is written, or told from the year of publication."""
    found = match.groupdict()
    if (found["relative"] or found["near"]) and not (published and published.latest):
        return DateParts(match.start(), match.end(), unresolved=True)
    parts = _within_year(match)
    if parts.unresolved:
        return parts
    if found["later"]:
        return replace(parts, later=0 if found["later"][0] in "同当" else 1)
    return replace(parts, year=_year(found, published))


def read_alone(match: re.Match[str], published: DateValue | None) -> DateParts | None:
    """A month, quarter, half or season without its year."""
    return _within_year(match)


def read_day(match: re.Match[str], published: DateValue | None) -> DateParts | None:
    """A day of a month that is not named."""
    day = int(match["day"])
    return DateParts(match.start(), match.end(), days=(day, day)) if 1 <= day <= 31 else None


def read_decade(match: re.Match[str], published: DateValue | None) -> DateParts | None:
    """1990年代 and 上世纪90年代 are 199X, 21世纪 is 20XX; 10年代 and 20年代 alone are left open."""
    start, end = match.span()
    if match["whole"]:
        return DateParts(start, end, edtf=f"{_small(match['whole']) - 1}XX")
    ten = str(worth(match["ten"][0]))
    century = match["years"] or (str(_small(match["century"]) - 1) if match["century"] else "19")
    lone = not match["years"] and not match["century"]
    return (
        DateParts(start, end, unresolved=True)
        if lone and ten in "012"
        else DateParts(start, end, edtf=f"{century}{ten}X")
    )


def _year(found: dict[str, str | None], published: DateValue | None) -> int:
    if word := found["relative"] or (found["near"] and f"{found['near']}年"):
        assert published
        assert published.latest
        return published.latest.year + WORDS.years[word]
    if found["era"]:
        number = found["era_year"] or ""
        return WORDS.eras[found["era"]] + (1 if number == "元" else _small(number))
    if found["roc"]:
        return WORDS.eras["民国"] + int(found["roc"])
    if found["short"]:
        short = int(found["short"])
        return (1900 if short >= OLD else 2000) + short
    return int(worth(found["year"] or found["of_year"] or ""))


def _within_year(match: re.Match[str]) -> DateParts:
    found = match.groupdict()
    start, end = match.span()
    if season := found.get("season") or found.get("short_season"):
        return DateParts(start, end, season=WORDS.seasons[season])
    months = _months(found)
    if months and not (1 <= months[0] <= months[1] <= 12):
        return DateParts(start, end, unresolved=True)
    return DateParts(start, end, months=months, days=_days(found))


def _months(found: dict[str, str | None]) -> tuple[int, int] | None:
    if month := found.get("month"):
        return _small(month), _small(month)
    if found.get("first") and found.get("last"):
        return _small(found["first"] or ""), _small(found["last"] or "")
    if last := found.get("first_months"):
        return 1, _small(last)
    if quarters := found.get("first_quarters"):
        return 1, 3 * _small(quarters)
    if quarter := found.get("quarter") or found.get("q") or (found.get("first_quarter") and "1"):
        return _of_quarter(_small(quarter), found.get("quarter_part"))
    part = found.get("half") or found.get("year_part")
    return WORDS.year_parts[part if part in WORDS.year_parts else part[1:]] if part else None


def _of_quarter(quarter: int, part: str | None) -> tuple[int, int]:
    """All of it, or its first or last month: 三季度末."""
    first, last = 3 * quarter - 2, 3 * quarter
    return (first if part in (None, "初") else last, first if part == "初" else last)


def _days(found: dict[str, str | None]) -> tuple[int, int] | None:
    if day := found.get("day"):
        return _small(day), _small(day)
    part = found.get("month_part")
    return WORDS.month_parts[part] if part else None


def _small(digits: str) -> int:
    return int(worth(compact(digits)))
