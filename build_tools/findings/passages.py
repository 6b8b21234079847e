"""What is shown of an article: its short name, the sentences published, and the quotes in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from build_tools.evidence.origin_ties import publisher_of
from build_tools.evidence.published import published_share, spans_of
from build_tools.findings.readers import count_readers
from build_tools.grouped import grouped
from build_tools.model import (
    Anchored,
    Claim,
    DateValue,
    EntityValue,
    Index,
    Inputs,
    NamedBy,
    Paragraph,
    Quantity,
    Segment,
    Share,
    Source,
    SourceId,
    Span,
    Spans,
    TermValue,
)
from build_tools.text.folding import fold_plain
from build_tools.text.paragraphs import body, letters, line_of, sentences_touching


def how_named(inputs: Inputs) -> Mapping[SourceId, NamedBy]:
    """What an article's short name adds to its publisher: nothing, its day, or its title's first words."""
    by_publisher = grouped(inputs.sources.values(), lambda source: publisher_of(inputs, source.id))
    return {source.id: _how(alike) for alike in by_publisher.values() for source in alike}


def _how(alike: Sequence[Source]) -> NamedBy:
    """Days tell apart where each is known and none is another's, else hours; of one year without it."""
    if len(alike) == 1:
        return NamedBy.PUBLISHER
    days = [source.published for source in alike]
    exact = all(day.earliest and day.earliest == day.latest for day in days)
    if not exact:
        return NamedBy.WORDS
    if len({day.earliest for day in days}) < len(days):
        times = {(day.earliest, day.clock) for day in days if day.clock}
        return NamedBy.HOUR if len(times) == len(days) else NamedBy.WORDS
    return NamedBy.DAY if len({day.earliest.year for day in days if day.earliest}) == 1 else NamedBy.DATE


GAP = " […] "


def published_paragraphs(source: Source, quotes: tuple[Anchored, ...]) -> tuple[Paragraph, ...]:
    """What a source page shows: whole sentences that hold a quote, or all where one may republish."""
    places = body(source)
    quoted = _in_each(places, quotes, lambda quote: quote.citation.spans)
    shown = _in_each(places, quotes, spans_of)
    found: list[Paragraph] = []
    gap = False
    for span, here, near in zip(places, quoted, shown, strict=True):
        paragraph = _paragraph(source, span, here, near, gap)
        if paragraph.sentences:
            found.append(paragraph)
        gap = paragraph.cut if paragraph.sentences else True
    return tuple(found)


def _in_each(
    places: Sequence[Span], quotes: Iterable[Anchored], spans: Callable[[Anchored], Iterable[Span]]
) -> tuple[tuple[Anchored, ...], ...]:
    """For each of some places in order, the quotes that touch it."""
    found: list[dict[str, Anchored]] = [{} for _ in places]
    for quote in quotes:
        for span in spans(quote):
            first = bisect_right(places, span.start, key=lambda place: place.end)
            last = bisect_left(places, span.end, lo=first, key=lambda place: place.start)
            for at in range(first, last):
                found[at][quote.id] = quote
    return tuple(tuple(each.values()) for each in found)


def _paragraph(
    source: Source, span: Span, quotes: tuple[Anchored, ...], near: tuple[Anchored, ...], gap: bool
) -> Paragraph:
    whole = sentences_touching(source.text, span)
    own = _in_each(whole, quotes, lambda quote: quote.citation.spans)
    held = zip(whole, own, _in_each(whole, near, spans_of), strict=True)
    shown = [(sentence, under) for sentence, under, any_ in held if source.full or any_]
    ends = [span.start, *(sentence.end for sentence, _ in shown)]
    rows = [
        (_between(source.text[end : sentence.start]), segments(source.text, sentence, own))
        for end, (sentence, own) in zip(ends, shown, strict=False)
    ]
    cut = bool(source.text[ends[-1] : span.end].strip())
    return Paragraph(line_of(source.text, span.start), tuple(rows), cut, gap, quotes)


def _between(text: str) -> str:
    return GAP if text.strip() else text[:1]


def segments(text: str, span: Span, quotes: Iterable[Anchored]) -> tuple[Segment, ...]:
    """A sentence cut wherever a quote begins or ends."""
    known = tuple(quotes)
    opened: dict[int, list[int]] = defaultdict(list)
    closed: dict[int, list[int]] = defaultdict(list)
    for at, quote in enumerate(known):
        for each in quote.citation.spans:
            if each.touches([span]):
                opened[max(each.start, span.start)].append(at)
                closed[min(each.end, span.end)].append(at)
    begun = grouped(known, lambda quote: quote.citation.start)
    under: set[int] = set()
    found: list[Segment] = []
    for start, end in pairwise(sorted({span.start, span.end, *opened, *closed})):
        under = under.difference(closed[start]).union(opened[start])
        marked = tuple(known[at] for at in sorted(under))
        found.append(Segment(text[start:end], marked, begun.get(start, ())))
    return tuple(found)


def share_read(source: Source, quotes: tuple[Anchored, ...], all: tuple[Anchored, ...]) -> Share:
    """How much of an article its published quotes hold, and how many of all its annotations are read."""
    places = body(source)
    spans = [each for quote in quotes for each in quote.citation.spans]
    whole, quoted, held = letters(source.text, places), letters(source.text, spans), Spans.of(spans)
    return Share(
        annotated=round(100 * quoted / whole) if whole else 0,
        published=round(published_share(source, quotes)),
        marked=tuple(map(held.meet, places)),
        readers=count_readers(all),
    )


def mark_of(claims: tuple[Claim, ...]) -> str:
    """How a quote is marked: by the firmest kind of value that was read in it."""
    values = [claim.value for claim in claims]
    sorts: tuple[tuple[str, type | tuple[type, ...]], ...] = (
        ("figure", Quantity),
        ("date", DateValue),
        ("name", (EntityValue, TermValue)),
    )
    return next((name for name, sort in sorts if any(isinstance(value, sort) for value in values)), "account")


def passage_with(index: Index, source: SourceId, words: str) -> Anchored | None:
    """The first published passage of an article whose quote has these words."""
    sought = fold_plain(words)
    found = index.published_of.get(source, ())
    return next(
        (each for each in found if any(sought in fold_plain(part) for part in each.citation.quote)), None
    )
