"""Which sentences of an article are published, and where the quotes stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from build_tools.evidence.published import is_published, published_share, spans_of
from build_tools.model import (
    Anchored,
    Claim,
    DateValue,
    EntityValue,
    Quantity,
    Source,
    Span,
    TermValue,
)
from build_tools.pages.view import View
from build_tools.text.paragraphs import body, letters, line_of, sentences_between

GAP = " […] "


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of an article's text under the same quotes; those that begin with it are named."""

    text: str
    under: tuple[Anchored, ...]
    begins: tuple[Anchored, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is published of one paragraph: each sentence with what stands before it (a space, a gap)."""

    line: int
    sentences: tuple[tuple[str, tuple[Segment, ...]], ...]
    cut: bool
    after_gap: bool
    quotes: tuple[Anchored, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How much of an article is annotated and published, in percent, and which paragraphs."""

    annotated: int
    published: int
    marked: tuple[bool, ...]


def annotated_in(view: View, source: Source) -> tuple[Anchored, ...]:
    """The quotes of an article that a page leads to: those with claims, and those that can be cited."""
    found = view.passages_of.get(source.id, ())
    return tuple(each for each in found if is_published(each))


def published(view: View, source: Source) -> tuple[Paragraph, ...]:
    """What a source page shows: whole sentences that hold a quote, or all where one may republish."""
    quotes = annotated_in(view, source)
    context = [span for quote in quotes for span in spans_of(quote)]
    found: list[Paragraph] = []
    gap = False
    for span in body(source):
        here = tuple(quote for quote in quotes if span.touches(quote.citation.spans))
        shown = () if source.full else tuple(each for each in context if each.touches([span]))
        paragraph = _paragraph(source, span, here, shown, gap)
        if paragraph.sentences:
            found.append(paragraph)
        gap = paragraph.cut if paragraph.sentences else True
    return tuple(found)


def _paragraph(
    source: Source, span: Span, quotes: tuple[Anchored, ...], spans: tuple[Span, ...], gap: bool
) -> Paragraph:
    whole = sentences_between(source.text, span.start, span.end)
    shown = [each for each in whole if source.full or each.touches(spans)]
    ends = [span.start, *(each.end for each in shown)]
    rows = [
        (_between(source.text[end : each.start]), segments(source.text, each, quotes))
        for end, each in zip(ends, shown, strict=False)
    ]
    cut = bool(source.text[ends[-1] : span.end].strip())
    return Paragraph(line_of(source.text, span.start), tuple(rows), cut, gap, quotes)


def _between(text: str) -> str:
    return GAP if text.strip() else text[:1]


def segments(text: str, span: Span, quotes: Iterable[Anchored]) -> tuple[Segment, ...]:
    """A sentence cut wherever a quote begins or ends."""
    known = tuple(quotes)
    ends = {end for quote in known for each in quote.citation.spans for end in (each.start, each.end)}
    cuts = sorted({span.start, span.end, *(end for end in ends if span.start < end < span.end)})
    return tuple(
        Segment(
            text[start:end],
            tuple(quote for quote in known if Span(start, end).touches(quote.citation.spans)),
            tuple(quote for quote in known if quote.citation.start == start),
        )
        for start, end in pairwise(cuts)
    )


def share(view: View, source: Source) -> Share:
    """How much of an article has been read closely, and how much of it stands on our page."""
    spans = body(source)
    quotes = annotated_in(view, source)
    whole = letters(source.text, spans)
    quoted = letters(source.text, [each for quote in quotes for each in quote.citation.spans])
    return Share(
        annotated=round(100 * quoted / whole) if whole else 0,
        published=round(published_share(source, quotes)),
        marked=tuple(any(span.touches(quote.citation.spans) for quote in quotes) for span in spans),
    )


def sort_of(claims: tuple[Claim, ...]) -> str:
    """What a quote is marked as: by the firmest kind of value read out of it."""
    values = [claim.value for claim in claims]
    sorts: tuple[tuple[str, type | tuple[type, ...]], ...] = (
        ("figure", Quantity),
        ("date", DateValue),
        ("name", (EntityValue, TermValue)),
    )
    return next((name for name, sort in sorts if any(isinstance(value, sort) for value in values)), "account")
