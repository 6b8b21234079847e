"""The metadata of an article: title, author, publisher, date, address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from build_tools.contributing.importing.datelines import words_around
from build_tools.reading.scalar_forms import ADDRESS


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
