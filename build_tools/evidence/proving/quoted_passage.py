"""A quote as the proof of claims uses it: its words, figures, dates and names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from build_tools.evidence.proving.article_readings import ArticleReadings, on_one_line
from build_tools.model import (
    Anchored,
    Citation,
    DateValue,
    EntityId,
    Mention,
    Quantity,
    Reading,
    SourceId,
    Span,
)
from build_tools.text.mentions import find_forms
from build_tools.text.paragraphs import sentence_around
from build_tools.values import gives_year, in_year, is_near, parse_quantity

if TYPE_CHECKING:
    from build_tools.language.cue_kinds import Cue


@dataclass(frozen=True, eq=False)
class Passage:
    """A quote in its article, with what the contributor says its words mean."""

    article: ArticleReadings
    citation: Citation
    means: tuple[tuple[str, EntityId], ...] = ()
    context: tuple[Citation, ...] = ()

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
        return self.article.values_within(self.citation.spans)

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
        """The dates that the quote gives; where the context names one year, in that year.

        Thursday and yesterday are of the week of the article all the same.
        """
        own = (one for one in self.values if isinstance(one, DateValue))
        years = {one.earliest.year for one in self.context_dates if gives_year(one) and one.earliest}
        (year,) = years if len(years) == 1 else (None,)
        return tuple(
            one if year is None or gives_year(one) or is_near(one) else in_year(one, year) for one in own
        )

    @cached_property
    def context_values(self) -> tuple[Reading, ...]:
        """All that the context gives, in order."""
        return self.article.values_within(span for citation in self.context for span in citation.spans)

    @cached_property
    def context_quantities(self) -> tuple[Quantity, ...]:
        """The figures that the context gives."""
        return tuple(one for one in self.context_values if isinstance(one, Quantity))

    @cached_property
    def context_dates(self) -> tuple[DateValue, ...]:
        """The dates that the context gives."""
        return tuple(one for one in self.context_values if isinstance(one, DateValue))

    @cached_property
    def context_names(self) -> frozenset[EntityId]:
        """Every entity that the context names."""
        spans = [span for citation in self.context for span in citation.spans]
        return frozenset(mention.entity for mention in self.article.named_within(spans))

    @cached_property
    def all_names(self) -> frozenset[EntityId]:
        """Every entity that quote or context names."""
        return self.context_names | self.names.keys()

    @cached_property
    def context_words(self) -> tuple[str, ...]:
        """The passages of the context, each on one line."""
        return tuple(on_one_line(part) for citation in self.context for part in citation.quote)

    @cached_property
    def names(self) -> Mapping[EntityId, str]:
        """Every entity that the quote names, and the first words that do so; `means:` counts."""
        found = {mention.entity: mention.raw for mention in reversed(self._mentions)}
        return {**{entity: word for word, entity in reversed(self._meant)}, **found}

    @cached_property
    def _meant(self) -> tuple[tuple[str, EntityId], ...]:
        """What `means:` says of words that are in the quote, in the quote's writing."""
        places = ((find_forms(self.words, (word,)), entity) for word, entity in self.means)
        return tuple((self.words[at[0].start : at[0].end], entity) for at, entity in places if at)

    @cached_property
    def _mentions(self) -> tuple[Mention, ...]:
        return self.article.named_within(self.citation.spans)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every name in the quote, with its place."""
        return self._mentions

    def places(self, words: Iterable[str]) -> tuple[Span, ...]:
        """Where in the article the quote has any of some words, of two that overlap the longest."""
        forms = tuple(dict.fromkeys(words))
        return tuple(place for span in self.citation.spans for place in self.article.places(forms, span))

    def share_clause(self, span: Span, others: Iterable[Span]) -> bool:
        """Whether any of some other places is in the clause of a place."""
        from build_tools.language.clauses import clauses  # with all that proves

        start, text, _ = self.article.sentence_cues(span)
        own = Span(span.start - start, span.end - start)
        around = [one for one in clauses(text) if one.meets(own)]
        return any(Span(one.start - start, one.end - start).touches(around) for one in others)

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The cues of the sentences in which the quote is."""
        start, _, cues = self.article.sentence_cues(Span(self.citation.start, self.citation.end))
        around = Span(self.sentence.start - start, self.sentence.end - start)
        return tuple(cue for cue in cues if cue.span.is_within([around]))

    @cached_property
    def sentence(self) -> Span:
        """The sentence of the quote, or from the first to the last where it spans several."""
        return sentence_around(self.article.source.text, Span(self.citation.start, self.citation.end))

    @cached_property
    def nearby(self) -> frozenset[EntityId]:
        """Every entity that the paragraph of the quote names, or what leads up to it."""
        place = self.article.setting(self.citation)
        return frozenset(mention.entity for mention in self.article.named_within([place]))

    def place_of(self, words: str) -> Span:
        """Where in the article the quote first has some words; its beginning where it has them not."""
        for span in self.citation.spans:
            for found in find_forms(on_one_line(self.article.words(span)), (words,)):
                return Span(span.start + found.start, span.start + found.end)
        return Span(self.citation.start, self.citation.start)

    def cut(self, reading: Reading) -> Reading | None:
        """The reading of the article that the quote cuts short, if it does.

        `140亿美元` quoted out of `超过140亿美元` is not what the article says.
        """
        whole = self.article.value_around(reading.span)
        return None if whole is None or self._holds(whole.span) else whole

    def _holds(self, span: Span) -> bool:
        return span.is_within(self.citation.spans)


def passage_of(anchored: Anchored, articles: Mapping[SourceId, ArticleReadings]) -> Passage:
    """The quote of an annotation in its article."""
    means = tuple((word.text, EntityId(id.text)) for word, id in anchored.annotation.means)
    return Passage(articles[anchored.citation.source], anchored.citation, means, anchored.context)


def _length(date: DateValue) -> Quantity | None:
    """The length of time with which the words of a counted date begin."""
    for end in range(len(date.raw) - 1, 0, -1):
        found = parse_quantity(date.raw[:end])
        if found:
            return replace(found, span=Span(date.span.start, date.span.start + end))
    return None
