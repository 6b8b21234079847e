"""The metadata of an article: title, author, publisher, date, address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from build_tools.reading.parse_source import iso_date
from build_tools.reading.scalar_forms import ADDRESS
from build_tools.values import parse_date

KEYS = "作者|撰文|撰稿|文|初稿|来源|來源|By|Source"
MARK = r"\s*[:：/|丨｜]"
BYLINE = re.compile(
    rf"(?:^\W*|\s)(?P<key>{KEYS}){MARK}\s*(?P<name>\S[^\n]{{0,40}}?)\W*(?=$|\s(?:{KEYS}){MARK})", re.M
)
# A line that is a date, alone or with the time, or at the head of the line that names author and publisher.
DATELINE = re.compile(
    rf"""
    ^\W* (?:(?:发布|發布|發佈|更新)? (?:时间|時間|日期|于|於) \W*)?
    (?P<date> 20\d\d \s*[年/.-]\s* \d{{1,2}} \s*(?:月|(?=[/.-])) (?:[/.-]?\s* \d{{1,2}} \s*[日号號]?)? )
    (?:[\sT]* \d{{1,2}}:\d\d (?: :\d\d)?)?
    \s*(?:$|\s(?={KEYS}|[记記]者))
    """,
    re.M | re.X,
)
# By Alan Reid, investigations editor; and as Taiwan's papers begin: 記者林志明/台北報導.
NAME = r"[A-Z][\w.'’-]+(?: (?:and|de|van|von|[A-Z][\w.'’-]*))* [A-Z][\w'’-]+"
WRITTEN_BY = re.compile(
    rf"^\W*(?:By (?P<name>{NAME})(?:,[^\n.]{{0,60}})?\W*$"
    r"|.{0,24}[记記]者 ?(?P<reporter>[\u4e00-\u9fff]{2,4})[/／])",
    re.M,
)
# The line of an English paper: a date alone, or after the town; an agency may come between it and the text.
DAY = r"(?:[0-3]?\d [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? [0-3]?\d),? 20\d\d"
ENGLISH_DATELINE = re.compile(
    rf"^\W*(?:[A-Z][A-Z .'’-]+, )?(?:[A-Z][a-z]+day,? )?(?P<date>{DAY})(?:\W*$| \([^)\n]{{2,40}}\) [—–-])",
    re.M,
)
TOP = 600


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about an article, empty where it is not."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""

    def or_else(self, other: Facts) -> Facts:
        """These facts, and the other's where one is missing.

        >>> Facts(title="a").or_else(Facts(title="b", author="c"))
        Facts(title='a', author='c', publisher='', published='', url='')
        """
        return Facts(
            self.title or other.title,
            self.author or other.author,
            self.publisher or other.publisher,
            self.published or other.published,
            self.url or other.url,
        )


def bylines(text: str) -> Facts:
    """Author, publisher and date where a line near the top gives them.

    >>> bylines("标题\\n来源:示例财经网\\n作者 | 李明\\n")
    Facts(title='', author='李明', publisher='示例财经网', published='', url='')
    >>> bylines("标题\\n2026年03月06日 08:15 来源：远山财经 作者：周予安\\n")
    Facts(title='', author='周予安', publisher='远山财经', published='2026-03-06', url='')
    >>> bylines("Ferry sinks\\nBy Alan Reid\\n\\nCARROW, March 15, 2024 (Meridian) — The death toll")
    Facts(title='', author='Alan Reid', publisher='', published='2024-03-15', url='')
    """
    author = publisher = ""
    for found in BYLINE.finditer(text[:TOP]):
        if found["key"] in ("来源", "來源", "Source"):
            publisher = publisher or found["name"]
        else:
            author = author or found["name"]
    written = WRITTEN_BY.search(text[:TOP])
    author = author or (written[1] or written[2] if written else "")
    return Facts(author=author, publisher=publisher, published=dateline(text[:TOP]))


def dateline(text: str) -> str:
    """The day or month that a line gives and says nothing else of, or nothing.

    >>> dateline("标题\\n2026-3-6 08:15"), dateline("2026年4月"), dateline("2026年3月5日,云帆宣布")
    ('2026-03-06', '2026-04', '')
    >>> dateline("Title\\n*Sunday 14 September 2025*"), dateline("2024年8月22日 記者林志明／霧台報導")
    ('2025-09-14', '2024-08-22')
    >>> dateline("It left on\\n12 March 2024 with 158 passengers")
    ''
    """
    if found := DATELINE.search(text):
        return iso_date("".join(found["date"].split()))
    english = ENGLISH_DATELINE.search(text)
    date = parse_date(english["date"]) if english else None
    return date.edtf or "" if date else ""


def address(text: str) -> str:
    """An address on the web as `url:` takes it, or nothing.

    >>> address("https://example.org/a"), address("//example.org/a"), address("a b")
    ('https://example.org/a', '', '')
    """
    return text if re.fullmatch(ADDRESS.pattern, text) else ""


def day(text: str) -> str:
    """An ISO date at the beginning of a text, or nothing.

    >>> day("2025-10-03T08:00:00+08:00"), day("last week")
    ('2025-10-03', '')
    """
    try:
        return date.fromisoformat(text.strip()[:10]).isoformat()
    except ValueError:
        return ""
