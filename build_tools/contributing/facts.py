"""What an article says of itself: title, author, publisher, date, address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from build_tools.reading.parse_source import iso_date

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
    \s*(?:$|\s(?={KEYS}))
    """,
    re.M | re.X,
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
    """
    author = publisher = ""
    for found in BYLINE.finditer(text[:TOP]):
        if found["key"] in ("来源", "來源", "Source"):
            publisher = publisher or found["name"]
        else:
            author = author or found["name"]
    return Facts(author=author, publisher=publisher, published=dateline(text[:TOP]))


def dateline(text: str) -> str:
    """The day or month that a line gives and says nothing else of, or nothing.

    >>> dateline("标题\\n2026-3-6 08:15"), dateline("2026年4月"), dateline("2026年3月5日,云帆宣布")
    ('2026-03-06', '2026-04', '')
    """
    found = DATELINE.search(text)
    return iso_date("".join(found["date"].split())) if found else ""


def day(text: str) -> str:
    """An ISO date as it stands at the beginning of a text, or nothing.

    >>> day("2025-10-03T08:00:00+08:00"), day("last week")
    ('2025-10-03', '')
    """
    try:
        return date.fromisoformat(text.strip()[:10]).isoformat()
    except ValueError:
        return ""
