"""The metadata of an article: title, author, publisher, date, address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from build_tools.contributing.importing.datelines import (
    dated_line,
    publication_date,
    words_around,
    words_pattern,
)
from build_tools.reading.scalar_forms import ADDRESS
from build_tools.text.letters import HAN

MARK = r"\s*[:：/|丨｜]"
# By Alan Reid, investigations editor; and as Taiwan's papers begin: 記者林志明/台北報導.
NAME = r"[A-Z][\w.'’-]+(?: (?:and|de|van|von|[A-Z][\w.'’-]*))* [A-Z][\w'’-]+"
WRITTEN_BY = re.compile(
    rf"^\W*(?:By (?P<name>{NAME})(?:,[^\n.]{{0,60}})?\W*$"
    rf"|.{{0,24}}[记記]者 ?(?P<reporter>[{HAN}]{{2,4}})[/／])",
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


@cache
def byline_pattern() -> re.Pattern[str]:
    """A key such as 作者 or Source, and the name behind it."""
    keys = words_pattern("author", "publisher")
    name = r"(?P<name>\S[^\n]{0,40}?)"
    return re.compile(rf"(?:^\W*|\s)(?P<key>{keys}){MARK}\s*{name}\W*(?=$|\s(?:{keys}){MARK})", re.M)


def bylines(text: str) -> Facts:
    """Author, publisher and date where a line near the top gives them.

    >>> bylines("标题\\n来源:示例财经网\\n作者 | 李明\\n")
    Facts(title='', author='李明', publisher='示例财经网', published='', url='')
    >>> bylines("标题\\n2026年03月06日 08:15 来源：远山财经 作者：周予安\\n")
    Facts(title='', author='周予安', publisher='远山财经', published='2026-03-06T08:15', url='')
    >>> bylines("Ferry sinks\\nBy Alan Reid\\n\\nCARROW, March 15, 2024 (Meridian) — The death toll")
    Facts(title='', author='Alan Reid', publisher='', published='2024-03-15', url='')
    >>> bylines("Ferry sinks\\nBy Alan Reid on Nov 10, 2011").published
    '2011-11-10'
    >>> bylines("He sailed on Nov 10, 2011").published
    ''
    """
    lines = [dated_line(line) for line in text[:TOP].splitlines()]
    rest = "\n".join(line.rest for line in lines)
    author = publisher = ""
    for found in byline_pattern().finditer(rest):
        if found["key"] in words_around()["publisher"]:
            publisher = publisher or found["name"]
        else:
            author = author or found["name"]
    written = WRITTEN_BY.search(rest)
    author = author or (written[1] or written[2] if written else "")
    dates = publication_date([line for line in lines if line.dates and is_byline(line.rest)])
    return Facts(author=author, publisher=publisher, published=dates)


def is_byline(line: str) -> bool:
    """Whether a line holds nothing, or only who wrote it.

    >>> is_byline("記者林志明／霧台報導"), is_byline("By Alan Reid, editor"), is_byline("It left at noon")
    (True, True, False)
    """
    return not line or bool(
        WRITTEN_BY.match(line) or byline_pattern().match(line) or re.fullmatch(NAME, line)
    )


def address(text: str) -> str:
    """An address on the web as `url:` takes it, or nothing.

    >>> address("https://example.org/a"), address("//example.org/a"), address("a b")
    ('https://example.org/a', '', '')
    """
    return text if re.fullmatch(ADDRESS.pattern, text) else ""


def original_address(address: str) -> str:
    """The address of the page of which an archive keeps a copy; any other address as it is.

    >>> original_address("https://web.archive.org/web/20111110203040id_/http://www.example.com/a?b=1")
    'http://www.example.com/a?b=1'
    >>> original_address("https://example.com/web/2011/a")
    'https://example.com/web/2011/a'
    """
    found = re.match(r"https?://(?:www\.)?([^/]+)/.*?(https?://.+)", address)
    return found[2] if found and found[1].lower() in words_around()["archives"] else address


def day(text: str) -> str:
    """An ISO date at the beginning of a text, or nothing.

    >>> day("2025-10-03T08:00:00+08:00"), day("last week")
    ('2025-10-03', '')
    """
    try:
        return date.fromisoformat(text.strip()[:10]).isoformat()
    except ValueError:
        return ""
