"""What a quote offers to prove claims with: its words, its figures and dates, the names in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from build_tools.grouped import grouped
from build_tools.model import (
    Anchored,
    Citation,
    DateValue,
    EntityId,
    Mention,
    Quantity,
    Reading,
    Source,
    SourceId,
    Span,
)
from build_tools.text.mentions import named_in
from build_tools.values import parse_quantity, read_values

LINE = re.compile(r"[^\n]+")
LEAD = 4
R = TypeVar("R", bound=Reading)


@dataclass(frozen=True)
class ArticleReadings:
    """A source, read once: what its figures, dates and names are and where they stand."""

    source: Source
    mentions: tuple[Mention, ...]

    @cached_property
    def values(self) -> tuple[Reading, ...]:
        """All that the whole article gives, in order."""
        return read_values(self.source.text, self.source.published)

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    def named_within(self, spans: Iterable[Span]) -> tuple[Mention, ...]:
        """The names that stand wholly within the given places."""
        found: list[Mention] = []
        for span in spans:
            first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
            found += [mention for mention in self.mentions[first:last] if mention.span.end <= span.end]
        return tuple(found)

    def words(self, span: Span) -> str:
        """The article's own words."""
        return self.source.text[span.start : span.end]

    def paragraph(self, citation: Citation) -> Span:
        """The line, or the lines, in which a quote stands."""
        text = self.source.text
        end = text.find("\n", citation.end)
        return Span(text.rfind("\n", 0, citation.start) + 1, len(text) if end < 0 else end)

    def setting(self, citation: Citation) -> Span:
        """The paragraph of a quote with what leads up to it: `他直言:` may stand some lines above."""
        own = self.paragraph(citation)
        above = [line for line in LINE.finditer(self.source.text, 0, own.start) if line[0].strip()]
        for line in reversed(above[-LEAD:]):
            if line[0].rstrip().endswith((":", "：")):
                return Span(line.start(), own.end)
        return own


@dataclass(frozen=True)
class Passage:
    """A quote in its article, with what the contributor says its words mean."""

    article: ArticleReadings
    citation: Citation
    means: tuple[tuple[str, EntityId], ...] = ()

    @cached_property
    def text(self) -> str:
        """The quote in the article's own words, its parts kept apart."""
        return "\n".join(self.article.words(span) for span in self.citation.spans)

    @cached_property
    def words(self) -> str:
        """The quote as words are looked for in it: its parts kept apart, each on one line."""
        return "\n".join(on_one_line(self.article.words(span)) for span in self.citation.spans)

    @cached_property
    def around(self) -> str:
        """The paragraph of the quote and what leads up to it."""
        return on_one_line(self.article.words(self.article.setting(self.citation)))

    @cached_property
    def values(self) -> tuple[Reading, ...]:
        """All that the quote gives, in order; spans are places in the article."""
        published = self.article.source.published
        parts = ((span, read_values(self.article.words(span), published)) for span in self.citation.spans)
        return tuple(_placed(reading, span) for span, readings in parts for reading in readings)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures that the quote gives."""
        return tuple(one for one in self.values if isinstance(one, Quantity))

    @cached_property
    def durations(self) -> tuple[Quantity, ...]:
        """The lengths of time that the quote counts from an event: `不到一年` in `不到一年后`."""
        counted = (date for date in self.dates if date.offset)
        return tuple(found for date in counted if (found := _length(date)))

    @cached_property
    def dates(self) -> tuple[DateValue, ...]:
        """The dates that the quote gives, read against the publication date."""
        return tuple(one for one in self.values if isinstance(one, DateValue))

    @cached_property
    def names(self) -> Mapping[EntityId, str]:
        """Every entity that the quote names, and the first words that do so; `means:` counts."""
        found = {mention.entity: mention.raw for mention in reversed(self._mentions)}
        return {**{entity: word for word, entity in reversed(self._meant)}, **found}

    @cached_property
    def _meant(self) -> tuple[tuple[str, EntityId], ...]:
        """What `means:` says of words that do stand in the quote, in the quote's writing."""
        places = ((named_in(self.words, (word,)), entity) for word, entity in self.means)
        return tuple((self.words[at[0].start : at[0].end], entity) for at, entity in places if at)

    @cached_property
    def _mentions(self) -> tuple[Mention, ...]:
        return self.article.named_within(self.citation.spans)

    @cached_property
    def nearby(self) -> frozenset[EntityId]:
        """Every entity that the paragraph of the quote names, or what leads up to it."""
        place = self.article.setting(self.citation)
        return frozenset(mention.entity for mention in self.article.named_within([place]))

    def cut(self, reading: Reading) -> Reading | None:
        """The reading of the article that the quote cuts short, if it does.

        `140亿美元` quoted out of `超过140亿美元` is not what the article says.
        """
        whole = _covering(self.article.values, reading.span)
        return None if whole is None or self._holds(whole.span) else whole

    def _holds(self, span: Span) -> bool:
        return span.is_within(self.citation.spans)


def passages(
    anchored: Iterable[Anchored], sources: Mapping[SourceId, Source], mentions: Iterable[Mention]
) -> Iterable[tuple[Anchored, Passage]]:
    """Each annotation with its passage; an article is read once for all of them.

    The mentions come in the order of the articles.
    """
    named = grouped(mentions, lambda mention: mention.source)
    articles = {id: ArticleReadings(source, named.get(id, ())) for id, source in sources.items()}
    for one in anchored:
        means = tuple((word.text, EntityId(id.text)) for word, id in one.annotation.means)
        yield one, Passage(articles[one.citation.source], one.citation, means)


def on_one_line(text: str) -> str:
    """A passage whose line breaks are spaces; every place stays."""
    return text.replace("\n", " ")


def _placed(reading: R, part: Span) -> R:
    span = Span(reading.span.start + part.start, reading.span.end + part.start)
    return replace(reading, span=span)


def _length(date: DateValue) -> Quantity | None:
    """The length of time with which the words of a counted date begin."""
    for end in range(len(date.raw) - 1, 0, -1):
        found = parse_quantity(date.raw[:end])
        if found:
            return replace(found, span=Span(date.span.start, date.span.start + end))
    return None


def _covering(readings: Sequence[Reading], span: Span) -> Reading | None:
    """The reading within which a place stands; readings come in order and do not overlap."""
    at = bisect_right(readings, span.start, key=lambda reading: reading.span.start) - 1
    return readings[at] if at >= 0 and span.end <= readings[at].span.end else None
