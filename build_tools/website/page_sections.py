"""The words of a written page, section by section, as the search finds and shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from build_tools.text.letters import CHINESE
from build_tools.website.markdown import Markup, strip_markup

FRONT = re.compile(r"\A---\n.*?^---\n", re.M | re.S)
UNSEARCHED = re.compile(  # footnotes, what is kept out, code, what is drawn for the eye, marks beside a line
    r"^\[\^[^\]\n]+\]:.*(?:\n+ +.*)*"
    r'|^<details[^>\n]* data-search-exclude="true"[\s\S]*?^</details>'
    r'|^<(?P<block>\w+)[^>\n]* (?:data-search-exclude|aria-hidden)="true".*</(?P=block)>$'
    r"|^ *(?P<fence>```|~~~)[\s\S]*?^ *(?P=fence)|<pre>[\s\S]*?</pre>|^ *\{:.*\}$"
    r'|<a class="permalink".*?</a>|\[&#35;\]\([^()\s]*\)\{[^{}]*\}',
    re.M,
)
GOES_ON = re.compile(r"(?<=(.))(?<!\||>)\n(?=([^\s|<#>*+-](?!\.)))")  # the next line of a paragraph
HEADING = re.compile(r"^#{1,6} +(?P<title>.*?)(?: *\{(?P<marks>[^{}]*)\})? *$")
ID = re.compile(r"#([\w.-]+)")
ITEM = re.compile(r"^ *(?:[-*+]|\d+\.) +|[`*]|<br>")
RULE = re.compile(r"[\s|:-]*")
REPEATING = frozenset(  # sections that only repeat other pages
    {
        "together",
        "mentions",
        "names",
        "timeline",
        "elsewhere",
        "quoted",
        "unlike",
        "only",
        "single",
        "source-read",
    }
)
RETOLD = "of-"  # what a theme says of each thing that belongs to it


class Section(NamedTuple):
    """A part of a page: its address on it, its title, its lines in plain words."""

    anchor: str
    title: str
    lines: tuple[str, ...]


def page_sections(page: str) -> Sequence[Section]:
    """The sections of a page, the first under its title, without those that only repeat other pages.

    >>> page_sections("# Ada\\n\\n## Role { #p-role }\\n\\n- *countess*[^a]\\n\\n[^a]: Where.")[1]
    Section(anchor='p-role', title='Role', lines=('countess',))
    """
    return [each for each in _sections(page) if not _only_repeats(each.anchor)]


def _only_repeats(anchor: str) -> bool:
    return anchor in REPEATING or anchor.startswith(RETOLD)


def _sections(page: str) -> Iterator[Section]:
    anchor, title, lines = "", "", list[str]()
    for line in GOES_ON.sub(_joined, UNSEARCHED.sub("", FRONT.sub("", page))).split("\n"):
        if heading := HEADING.match(line):
            if title or lines:
                yield Section(anchor, title, tuple(lines))
            found = ID.search(heading["marks"] or "")
            anchor, title, lines = found[1] if found else "", plain_words(heading["title"]), []
        elif words := plain_words(line):
            lines.append(words)
    yield Section(anchor, title, tuple(lines))


def _joined(found: re.Match[str]) -> str:
    """Two lines of a paragraph as one: with a space, except between Chinese words."""
    return "" if CHINESE.fullmatch(found[1]) and CHINESE.fullmatch(found[2]) else " "


def plain_words(line: str) -> str:
    """A line of Markdown in plain words; nothing where it only separates."""
    if RULE.fullmatch(line):
        return ""
    cells = (strip_markup(Markup(ITEM.sub(" ", cell))) for cell in line.strip(" |").split(" | "))
    return " · ".join(" ".join(cell.split()) for cell in cells if cell.strip())
