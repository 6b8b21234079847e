"""An article, read once: its figures and dates, the names in it, its sentences and clauses."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from build_tools.evidence.credited import credited_in
from build_tools.evidence.proving.dossier_names import DossierNames
from build_tools.grouped import grouped
from build_tools.model import Citation, Entity, Inputs, Mention, Reading, Source, SourceId, Span
from build_tools.text.mentions import find_forms
from build_tools.text.paragraphs import LINE
from build_tools.values import read_values, readings_within

if TYPE_CHECKING:
    from build_tools.language.cue_kinds import Cue

LEAD = 4


@dataclass(frozen=True, eq=False)
class ArticleReadings:
    """A source, read once: its figures, dates and names, with their places."""

    source: Source
    mentions: tuple[Mention, ...]
    lexicon: DossierNames

    @cached_property
    def values(self) -> tuple[Reading, ...]:
        """All that the whole article gives, in order; nothing where the tool does not read its language."""
        if not self.source.is_read:
            return ()
        return read_values(self.readable, self.source.published)

    def values_within(self, spans: Iterable[Span]) -> tuple[Reading, ...]:
        """What some stretches give: the article's own readings, and what is left of those that are cut."""
        if not self.source.is_read:
            return ()
        values, text, published = self.values, self.readable, self.source.published
        return tuple(one for span in spans for one in readings_within(values, span, text, published))

    @cached_property
    def readable(self) -> str:
        """The article without the names that could be read as values: the ship 云帆六号 is no day."""
        return self.lexicon.without_numbered(self.source.text)

    def values_in(self, start: int, length: int) -> tuple[Reading, ...]:
        """The readings that begin in a stretch of the article."""
        starts = self._value_starts
        return self.values[bisect_left(starts, start) : bisect_left(starts, start + length)]

    def value_around(self, span: Span) -> Reading | None:
        """The reading within which a place is; readings come in order and do not overlap."""
        at = bisect_right(self._value_starts, span.start) - 1
        return self.values[at] if at >= 0 and span.end <= self.values[at].span.end else None

    @cached_property
    def _value_starts(self) -> list[int]:
        return [reading.span.start for reading in self.values]

    def places(self, forms: tuple[str, ...], within: Span) -> tuple[Span, ...]:
        """Where a stretch has any of some words, of two that overlap the longest."""
        found = find_forms(on_one_line(self.words(within)), forms) if forms else ()
        return tuple(Span(within.start + one.start, within.start + one.end) for one in found)

    def words_of_others(self, subject: Entity, within: Span) -> tuple[Span, ...]:
        """Where a stretch has the words of other figures than one, of those in its unit."""
        words = self.lexicon.measured_in(on_one_line(self.words(within)))
        others = (one for one, ids in words.items() if self.lexicon.in_unit_of(subject, ids - {subject.id}))
        return tuple(Span(within.start + one.start, within.start + one.end) for one in others)

    def clause_around(self, span: Span) -> str:
        """The words of the clause in which a place is."""
        from build_tools.language.clauses import clauses  # with all that proves

        start, text, _ = self.sentence_cues(span)
        own = Span(span.start - start, span.end - start)
        return " ".join(text[one.start : one.end] for one in clauses(text) if one.meets(own))

    def sentence_cues(self, span: Span) -> tuple[int, str, tuple[Cue, ...]]:
        """Where the paragraph of a place begins, its text, and the cues in it."""
        from build_tools.language.cues import find_cues  # with all that proves

        text = self.source.text
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        words = self._paragraphs.setdefault((start, end), text[start : len(text) if end < 0 else end])
        return start, words, find_cues(words)

    @cached_property
    def _paragraphs(self) -> dict[tuple[int, int], str]:
        """Each paragraph that was asked for: one text, which rules know again at a glance."""
        return {}

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    def named_within(self, spans: Iterable[Span]) -> tuple[Mention, ...]:
        """The names that are wholly within the given places."""
        found: list[Mention] = []
        for span in spans:
            first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
            found += [mention for mention in self.mentions[first:last] if mention.span.end <= span.end]
        return tuple(found)

    def words(self, span: Span) -> str:
        """The article's own words."""
        return self.source.text[span.start : span.end]

    def paragraph(self, citation: Citation) -> Span:
        """The line or lines of a quote."""
        text = self.source.text
        end = text.find("\n", citation.end)
        return Span(text.rfind("\n", 0, citation.start) + 1, len(text) if end < 0 else end)

    def setting(self, citation: Citation) -> Span:
        """The paragraph of a quote with what leads up to it: `他直言:` may be some lines above."""
        own = self.paragraph(citation)
        above = [line for line in LINE.finditer(self.source.text, 0, own.start) if line[0].strip()]
        for line in reversed(above[-LEAD:]):
            if line[0].rstrip().endswith((":", "：")):
                return Span(line.start(), own.end)
        return own


def open_articles(inputs: Inputs, mentions: Iterable[Mention]) -> Mapping[SourceId, ArticleReadings]:
    """Each article with the names in it, which come in the order of the articles."""
    named = grouped(mentions, lambda mention: mention.source)
    lexicon = DossierNames(inputs, credited_in(inputs.annotations))
    sources = inputs.sources.items()
    return {id: ArticleReadings(source, named.get(id, ()), lexicon) for id, source in sources}


def on_one_line(text: str) -> str:
    """A passage whose line breaks are spaces; every place stays."""
    return text.replace("\n", " ")
