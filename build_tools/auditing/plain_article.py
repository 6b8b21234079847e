"""A text about the story, plain or Markdown, as a source that the proof can read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.model import DateValue, LocalText, Reliability, Source, SourceId, Span
from build_tools.values import parse_edtf

AUDITED = SourceId("text-under-audit")
HAN = re.compile(r"[\u3400-\u9fff]")
HANS_SHARE = 0.2  # a text with so many Han characters is Chinese
# What Markdown writes around words: fences, headings, quotes, list marks, emphasis, link targets, footnotes.
MARKS = re.compile(
    r"^[ \t]*(?:```|~~~)[^\n]*$|^[ \t]*(?:#{1,6}|>+|[-*+]|\d{1,3}[.)])(?=[ \t])[ \t]*"
    r"|(?<=\])\([^()\s]*\)|!?\[(?=[^\]\n]*\]\()|(?<=[^\s\[])\](?=\()|\*\*|__|`|\*(?=\S)|(?<=\S)\*"
    r"|https?://\S+|\[\^[^\]\n]*\]:?|<!--.*?-->",
    re.M | re.S,
)
WRAPPED = 55  # bytes of a line that an editor has wrapped; a title or a dateline is shorter
BREAK = re.compile(r"(?<=[^\n])\n(?=[^\n])")
BLOCK = re.compile(r"[ \t]*(?:#{1,6}[ \t]|>|[-*+][ \t]|\d{1,3}[.)][ \t]|\||```)")


@dataclass(frozen=True, slots=True)
class PlainArticle:
    """The words of a text without its marks, and where each piece of them begins in the text as given."""

    given: str
    source: Source
    starts: tuple[int, ...]
    places: tuple[int, ...]

    def span(self, inside: Span) -> Span:
        """The place in the text as given of a place in its words."""
        return Span(self._place(inside.start), self._place(inside.end - 1) + 1)

    def _place(self, at: int) -> int:
        piece = bisect_right(self.starts, at) - 1
        return self.places[piece] + at - self.starts[piece]


def plain_article(given: str, published: DateValue | None = None) -> PlainArticle:
    """The words of a text: Markdown's marks are left out, and the wrapped lines of a paragraph are one.

    >>> plain_article("# One\\n\\n**14** of\\n20 left [here](https://a.b/7)").source.text
    'One\\n\\n14 of\\n20 left here'
    """
    text = given.replace("\r\n", "\n ").replace("\r", "\n")
    pieces: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    length = done = 0
    ends = [(mark.start(), mark.end()) for mark in MARKS.finditer(text)]
    for start, end in (*ends, (len(text), len(text))):
        if start > done:
            starts.append(length)
            places.append(done)
            pieces.append(text[done:start])
            length += start - done
        done = max(done, end)
    words = unwrapped("".join(pieces), text, starts, places)
    return PlainArticle(given, source_of(words, published), tuple(starts) or (0,), tuple(places) or (0,))


def unwrapped(words: str, text: str, starts: Sequence[int], places: Sequence[int]) -> str:
    """The words with the lines of a wrapped paragraph joined; a short line, an item, a heading ends one."""

    def join(found: re.Match[str]) -> str:
        piece = bisect_right(starts, found.start()) - 1
        line = places[piece] + found.start() - starts[piece] + 1
        before = words[words.rfind("\n", 0, found.start()) + 1 : found.start()]
        return "\n" if len(before.encode()) < WRAPPED or BLOCK.match(text, line) else " "

    return BREAK.sub(join, words)


def source_of(words: str, published: DateValue | None) -> Source:
    """The text as a source: nobody published it, and nobody grades it."""
    nothing, unknown = LocalText(), parse_edtf("XXXX")
    return Source(
        id=AUDITED,
        text=words,
        title=nothing,
        author=nothing,
        publisher=nothing,
        through=nothing,
        url="",
        published=published or unknown or DateValue(None, None, None),
        published_why=nothing,
        language=language_by_letters(words),
        reliability=Reliability("F", nothing),
    )


def language_by_letters(words: str) -> str:
    """Chinese where a good part of the letters are Han, else English.

    >>> language_by_letters("扎克伯格收购Scale AI"), language_by_letters("Mr 王 left")
    ('zh-Hans', 'en')
    """
    letters = sum(sign.isalpha() for sign in words)
    return "zh-Hans" if letters and len(HAN.findall(words)) >= HANS_SHARE * letters else "en"
