"""The id of a new source: its publisher and its date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from build_tools.contributing.importing.datelines import words_around
from build_tools.contributing.importing.facts import Facts
from build_tools.model import Entity, Kind

NO_NAME = "article"
FEWEST = 3  # letters of a file's name that say something
HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")


def propose_id(facts: Facts, entities: Iterable[Entity], taken: Iterable[str], file: str = "") -> str:
    """An id from publisher and date, else from the name of the file; a number is added where it is taken.

    >>> propose_id(Facts(publisher="Example News", published="2025-10-03"), (), ())
    'example-news-2025-10-03'
    >>> propose_id(Facts(publisher="示例财经网", url="https://www.caijing.example.com/1"), (), {"example"})
    'example-2'
    >>> propose_id(Facts(publisher="示例财经网", published="2025-10-03"), (), (), "caijing-0903.html")
    'caijing-0903'
    """
    named = publisher_id(facts, entities)
    own = "" if named else file_id(file)
    parts = (own,) if own else (named or NO_NAME, slug(facts.published[:10]))
    base, known = "-".join(part for part in parts if part), frozenset(taken)
    candidates = (base, *(f"{base}-{number}" for number in range(2, len(known) + 3)))
    return next(id for id in candidates if id not in known)


def file_id(name: str) -> str:
    """The name of a file as an id; nothing where it is a word for any page, or has too few letters.

    >>> file_id("Harbour 0903.html"), file_id("index.html"), file_id("a.html"), file_id("报道.txt")
    ('harbour-0903', '', '', '')
    """
    found = slug(PurePath(name).stem)
    letters = re.sub("[^a-z]", "", found)
    return "" if len(letters) < FEWEST or letters in words_around()["any_file"] else found


def publisher_id(facts: Facts, entities: Iterable[Entity]) -> str:
    """The id of the organisation of this name, or the name in Latin letters, or the site's."""
    for entity in entities:
        names = {*entity.label.texts, *(name.text for name in entity.aliases)}
        if entity.kind is Kind.ORGANISATION and facts.publisher and facts.publisher in names:
            return str(entity.id)
    if HOST.fullmatch(facts.publisher.lower()):
        return site_of(facts.publisher.lower())
    return slug(facts.publisher) or site_of(host(Facts(url=facts.url)))


def slug(text: str) -> str:
    """The Latin letters and digits of a text, joined by hyphens; nothing if it is in Chinese.

    >>> slug("The Example, Inc."), slug("示例网")
    ('the-example-inc', '')
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def host(facts: Facts) -> str:
    """The site of the article's address, without `www.`.

    >>> host(Facts(url="https://www.example.org:80/a")), host(Facts(url=""))
    ('example.org', '')
    """
    found = re.match(r"https?://(?:www\.)?([^/:?#]+)", facts.url)
    return found[1].lower() if found else ""


def site_of(host: str) -> str:
    """The publisher's name in an address: what is before the ending, or before a host that many share.

    >>> site_of("finance.example.com.cn"), site_of("english.example.org"), site_of("")
    ('example', 'example', '')
    >>> site_of("harbourpost.substack.com"), site_of("example.gov.uk")
    ('harbourpost', 'example')
    """
    for shared in words_around()["shared"]:
        if host.endswith(f".{shared}"):
            return slug(host.removesuffix(f".{shared}").split(".")[-1])
    parts = host.split(".")[:-1]
    if len(parts) > 1 and parts[-1] in words_around()["second_level"]:
        parts.pop()
    return slug(parts[-1]) if parts else ""
