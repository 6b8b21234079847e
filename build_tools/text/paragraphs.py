"""Lines, paragraphs and sentences of an article, and the lines that are not the article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from build_tools.model import Source, Span, Spans

LINE = re.compile(r"[^\n]+")
MARKS = "”’\"'"
CLOSING = r"[”’」』)）】》〉\]\"']*"
# Behind titles, by their length, as a look behind asks.
TITLES = (
    r"(?<!\b(?:Mr|Ms|Dr|Lt|St|Mt|Jr|vs))"
    r"(?<!\b(?:Mrs|Rev|Hon|Gov|Sen|Rep|Gen|Col|Sgt|Inc))"
    r"(?<!\b(?:Prof|Capt|Corp))"
)
# With these a sentence begins even behind "p.m.", where a name may go on: 7 p.m. London time.
OPENERS = "The|It|He|She|They|We|His|Her|Its|Their|This|These|Those|There|But|When|After|Nobody"
SENTENCE_END = re.compile(
    rf"[。！？]+{CLOSING}"
    rf"|(?<=[^\x00-\x7f])[!?]+{CLOSING}"
    rf"|[!?]+{CLOSING}(?=\s|$)"
    rf"|(?<=\b[ap]\.m)\.{CLOSING}(?=\s+(?:{OPENERS})\b)"
    rf"|(?<=[a-z0-9)\]%{MARKS}])(?<!\b[a-z]){TITLES}\.{CLOSING}(?=\s+[^\sa-z0-9]|\s*$)"
)


@lru_cache(maxsize=64)
def paragraphs(text: str) -> tuple[Span, ...]:
    """Each line that holds anything, without the white space at its ends: one line, one paragraph.

    >>> paragraphs("Meta裁员\\n \\n  600人\\n")
    (Span(start=0, end=6), Span(start=11, end=15))
    """
    lines = (_trimmed(text, line.start(), line.end()) for line in LINE.finditer(text))
    return tuple(line for line in lines if line.start < line.end)


def line_of(text: str, offset: int) -> int:
    """The line of `article.txt`, from 1, of a code point.

    >>> line_of("Meta裁员\\n600人", 7)
    2
    """
    return bisect_left(_line_breaks(text), offset) + 1


def page_number(source: Source, line: int) -> int:
    """The page of a PDF on which a line stands, from 1; 0 where the source has no pages."""
    return bisect_right(source.pages, line)


@lru_cache(maxsize=64)
def _line_breaks(text: str) -> tuple[int, ...]:
    return tuple(found.start() for found in re.finditer("\n", text))


def omitted(source: Source) -> tuple[Span, ...]:
    """The stretches of an article file that `omit:` sets aside, line breaks included."""
    starts = [0, *(newline.end() for newline in re.finditer("\n", source.text)), len(source.text)]
    last = len(starts) - 1
    chosen = ((min(lines.first - 1, last), min(lines.last, last)) for lines in source.omit)
    return tuple(Span(starts[first], starts[end]) for first, end in sorted(chosen) if 0 <= first < end)


def body(source: Source) -> tuple[Span, ...]:
    """The paragraphs of an article, without the lines that are not the article."""
    out = Spans.of(omitted(source))
    return tuple(span for span in paragraphs(source.text) if not out.meet(span))


def letters(text: str, spans: Iterable[Span]) -> int:
    """How many letters some places of a text have, each counted once.

    >>> letters("Meta 收购了 Scale", [Span(0, 8), Span(5, 7), Span(6, 14)])
    12
    """
    count = done = 0
    for start, end in sorted((span.start, span.end) for span in spans):
        count += len("".join(text[max(start, done) : end].split()))
        done = max(done, end)
    return count


@lru_cache(maxsize=1 << 13)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, none longer than its paragraph, closing marks included.

    >>> text = "沒人知道。他說:「太樂觀了。」但風險也不小"
    >>> [text[span.start : span.end] for span in sentences(text)]
    ['沒人知道。', '他說:「太樂觀了。」', '但風險也不小']
    """
    return tuple(found for line in paragraphs(text) for found in _sentences(text, line))


def sentence_around(text: str, span: Span) -> Span:
    """The sentence of a passage, or from the first to the last if it spans several.

    >>> text = "沒人知道。風險也不小。"
    >>> sentence_around(text, Span(5, 7))
    Span(start=5, end=11)
    """
    touched = sentences_touching(text, span)
    return Span(touched[0].start, touched[-1].end) if touched else span


def sentences_touching(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of a text that share a character with a passage.

    >>> text = "沒人知道。風險也不小。他說。"
    >>> sentences_touching(text, Span(4, 6))
    (Span(start=0, end=5), Span(start=5, end=11))
    """
    known = sentences(text)
    first = bisect_right(known, span.start, key=lambda found: found.end)
    return known[first : bisect_left(known, span.end, lo=first, key=lambda found: found.start)]


def sentences_between(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The sentences of a stretch of a line, the first and the last cut where it begins and ends."""
    return tuple(_sentences(text, Span(start, end)))


def _sentences(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for end in SENTENCE_END.finditer(text, line.start, line.end):
        yield _trimmed(text, start, end.end())
        start = end.end()
    rest = _trimmed(text, start, line.end)
    if rest.start < rest.end:
        yield rest


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without the white space at both ends."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, start + max(left, len(words.rstrip())))
