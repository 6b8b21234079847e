"""What an article says of itself: title, author, publisher, date, address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

BYLINE = re.compile(
    r"^\W*(?P<key>作者|撰文|撰稿|文|初稿|来源|來源|By|Source)\s*[:：/|丨｜]\s*(?P<name>\S.{0,40}?)\W*$", re.M
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
    """Author and publisher where a line near the top names them.

    >>> bylines("标题\\n来源:示例财经网\\n作者 | 李明\\n")
    Facts(title='', author='李明', publisher='示例财经网', published='', url='')
    """
    author = publisher = ""
    for found in BYLINE.finditer(text[:TOP]):
        if found["key"] in ("来源", "來源", "Source"):
            publisher = publisher or found["name"]
        else:
            author = author or found["name"]
    return Facts(author=author, publisher=publisher)


def day(text: str) -> str:
    """An ISO date as it stands at the beginning of a text, or nothing.

    >>> day("2025-10-03T08:00:00+08:00"), day("last week")
    ('2025-10-03', '')
    """
    try:
        return date.fromisoformat(text.strip()[:10]).isoformat()
    except ValueError:
        return ""
