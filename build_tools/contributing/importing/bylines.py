"""Who wrote an article, where and when it came out, as the lines around its headline say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_tools.contributing.importing.datelines import (
    DatedLine,
    dated_line,
    publication_date,
    words_around,
    words_pattern,
)
from build_tools.contributing.importing.facts import Facts
from build_tools.text.letters import HAN

MARK = r"\s*[:：/|\u4e28｜]"
BAR = r"|\u4e28｜"
CAPITAL = "A-ZÀ-ÖØ-Þ"
# A name of two words or more.
NAME = (
    rf"[{CAPITAL}][\w.'’-]+(?: (?:and|et|und|y|e|de|del|di|da|du|van|von|[{CAPITAL}][\w.'’-]*))*"
    rf" [{CAPITAL}][\w'’-]+"
)
NAME_ALONE = re.compile(rf"{NAME}|[{CAPITAL}][\w'’-]+|page \d+")  # a person, a town, a page
BY = ("name", "under", "reporter", "beside", "own", "korean")  # the groups that hold an author
TOP = 600
HEAD = 6  # lines that may hold the name of a paper alone
MOST_WORDS = 4  # of a name


@cache
def written_by() -> re.Pattern[str]:
    """A line that says who wrote the article: By Alan Reid, investigations editor; 記者林志明/台北報導."""
    by, reporter, own = (words_pattern(kind) for kind in ("written_by", "reporters", "own_work"))
    han = rf"[{HAN}]{{2,4}}"
    reported = (
        rf"(?:(?P<outlet>[{HAN}]{{3,12}})[/／](?:{reporter})(?P<under>{han})[/／]"
        rf"|.{{0,24}}(?:{reporter}) ?(?P<reporter>{han})[/／]"
        rf"|.*(?:^|[\s{BAR}])(?:{reporter})[ :：{BAR}]{{1,3}}(?P<beside>{han})(?=$|[\s{BAR}])"
        rf"|(?:{own})\s+(?:(?P<own>{han})\s+)?(?P<account>[{HAN}\w]{{2,16}})(?:\s+{han})?\W*$"
        rf"|\W*(?P<korean>[가-힣]{{2,4}}) ?(?:{reporter})(?=\W|$).{{0,40}}$)"
    )
    named = rf"^\W*(?:(?i:{by}) (?P<name>{NAME})(?:, (?P<of>[^\n.]{{0,60}})| [@\d(·•{BAR}][^\n]{{0,60}})?\W*$"
    return re.compile(rf"{named}|{reported})", re.M)


@cache
def byline_pattern() -> re.Pattern[str]:
    """A key such as 作者 or Source, and the name behind it."""
    keys = words_pattern("author", "publisher")
    end = words_pattern("controls")
    name = rf"(?P<name>[^\s{BAR}][^\n{BAR}]{{0,40}}?)"
    return re.compile(
        rf"(?:^\W*|\s)(?P<key>{keys}){MARK}\s*{name}\W*(?=$|[{BAR}(（]|\s(?:{end}|(?:{keys}){MARK}))", re.M
    )


@cache
def outlet_name() -> re.Pattern[str]:
    """A name that is plainly that of a paper: one of its words is that of many papers."""
    word = rf"(?:[{CAPITAL}][\w.'’-]+|&|d[eu]l?|des|di|da|la)"
    behind = (
        rf"(?:(?:{words_pattern('articles')}) )?(?:{words_pattern('first_of_outlets')})(?: {word}){{1,4}}"
    )
    return re.compile(rf"(?:{word} ){{1,5}}(?:{words_pattern('outlets')})|{behind}")


def bylines(text: str) -> Facts:
    """Author, publisher and date where a line near the top gives them.

    >>> bylines("标题\\n来源:示例财经网\\n作者 | 李明\\n")
    Facts(title='', author='李明', publisher='示例财经网', published='', url='')
    >>> bylines("标题\\n2026年03月06日 08:15 来源：远山财经 作者：周予安\\n")
    Facts(title='', author='周予安', publisher='远山财经', published='2026-03-06T08:15', url='')
    >>> bylines("Ferry sinks\\nBy Alan Reid\\n\\nCARROW, March 15, 2024 (Meridian) — The death toll")
    Facts(title='', author='Alan Reid', publisher='', published='2024-03-15', url='')
    >>> bylines("Ferry sinks\\nAlan Reid\\nCarrow Courier\\n10 November 2011, 6:40 p.m.")
    Facts(title='', author='Alan Reid', publisher='Carrow Courier', published='2011-11-10T18:40', url='')
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
    by, outlet = _written(rest)
    dates = publication_date([line for line in lines if line.dates and is_byline(line.rest)])
    bare = Facts(author=author or by, publisher=publisher or outlet, published=dates)
    return bare.or_else(_bare_names(lines))


def _written(rest: str) -> tuple[str, str]:
    """Who wrote it, and the paper that the line adds: By Dana Whitlow, Port Alder Ledger."""
    found = written_by().search(rest)
    if not found:
        return "", ""
    name = next(filter(None, (found[key] for key in BY)), "")
    of = found["of"] if found["of"] and outlet_name().fullmatch(found["of"]) else ""
    return name, found["outlet"] or found["account"] or of


def _bare_names(lines: list[DatedLine]) -> Facts:
    """Names without a word that says what they are: beside the date, or on the lines next to it."""
    author = publisher = ""
    filled = [line for line in lines if line.dates or line.rest]
    alone = (line.rest for line in filled[1:HEAD])
    for name in (*_names_at_date(filled), *filter(outlet_name().fullmatch, alone)):
        if outlet_name().fullmatch(name):
            publisher = publisher or name
        elif re.fullmatch(NAME, name) and name.count(" ") < MOST_WORDS and not is_job(name):
            author = author or name
    return Facts(author=author, publisher=publisher)


def _names_at_date(lines: list[DatedLine]) -> Iterator[str]:
    """What is beside the first date, on the two lines above it under the headline, and on the one below.

    Above the headline the date has its author below the headline.
    """
    for at, line in enumerate(lines):
        if line.dates and is_byline(line.rest):
            below = at + 1 if at else 2
            near = (line, *lines[max(1, at - 2) : at], *lines[below : below + 1])
            yield from (part for one in near for part in names_apart(one.rest))
            return


def is_byline(line: str) -> bool:
    """Whether a line holds nothing, or only who wrote it.

    >>> is_byline("記者林志明／霧台報導"), is_byline("By Alan Reid, editor"), is_byline("It left at noon")
    (True, True, False)
    >>> is_byline("Staff Reporter | Kalpur"), is_byline("Carrow Courier, page 3"), is_byline("Nobody came")
    (True, True, False)
    """
    return bool(written_by().match(line) or byline_pattern().match(line)) or all(
        not part or NAME_ALONE.fullmatch(part) or outlet_name().fullmatch(part) for part in names_apart(line)
    )


def names_apart(line: str) -> tuple[str, ...]:
    """The parts of a line between bars, commas and other marks.

    >>> names_apart("Staff Reporter | Kalpur |"), names_apart("")
    (('Staff Reporter', 'Kalpur', ''), ('',))
    """
    return tuple(part.strip(" -–—:") for part in re.split(r"[|/•·,]| [-–—] ", line))


def without_jobs(author: str) -> str:
    """The names of authors without the posts between them, and without the word before them.

    >>> without_jobs("Rohan Petty; Health correspondent"), without_jobs("By Alan Reid, Jo Lin")
    ('Rohan Petty', 'Alan Reid, Jo Lin')
    """
    parts = re.split(r"([;,] )", re.sub(rf"^(?:{words_pattern('written_by')}) ", "", author))
    pairs = zip(["", *parts[1::2]], parts[::2], strict=True)
    kept = [(mark, part) for mark, part in pairs if not is_job(part)]
    return "".join(f"{mark if at else ''}{part}" for at, (mark, part) in enumerate(kept)) or author


def is_job(words: str) -> bool:
    """Whether words end in a post of those who write: a staff reporter, a health correspondent."""
    return bool(re.fullmatch(rf".*(?:{words_pattern('jobs')})", words, re.I))
