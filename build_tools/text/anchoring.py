"""Anchoring: finds the place of each quote in its article, or a Problem."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, count, islice, pairwise

from build_tools.grouped import grouped
from build_tools.model import Anchored, Annotation, Citation, Selector, Source, SourceId, Span, Written
from build_tools.problem import Origin, Problem, Problems
from build_tools.text import faults
from build_tools.text.articles import (
    MOST_PLACES,
    FoldedArticle,
    is_omitted,
    open_article,
    places_of_words,
    stands_after,
    stands_before,
    whole,
)
from build_tools.text.faults import Library, Way
from build_tools.text.folding import fold, fold_plain
from build_tools.text.paragraphs import line_of
from build_tools.text.text_patterns import worded

WAYS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class _Placed:
    """An annotation, where the parts of its quote are, and where its context is."""

    annotation: Annotation
    way: Way
    context: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """The places of words: all, and those that cut no word and are part of the article."""

    all: tuple[Span, ...]
    fit: tuple[Span, ...]


_Find = Callable[[str], _Found]


def anchor(
    annotations: Sequence[Annotation], sources: Mapping[SourceId, Source]
) -> tuple[tuple[Anchored, ...], Problems]:
    """Every annotation whose quote is found in its article, in the order of the articles."""
    articles = {id: open_article(source) for id, source in sources.items()}
    library = Library(articles, sum(len(source.text) for source in sources.values()))
    anchored: list[Anchored] = []
    problems: list[Problem] = []
    written: dict[SourceId, list[Annotation]] = {id: [] for id in sorted(library.articles)}
    for annotation in annotations:
        written.get(annotation.source, []).append(annotation)
    for id, own in written.items():
        found, faulty = anchor_source(own, library.articles[id], library)
        anchored += found
        problems += faulty
    return tuple(anchored), tuple(problems)


def anchor_source(
    annotations: Sequence[Annotation], article: FoldedArticle, library: Library
) -> tuple[tuple[Anchored, ...], Problems]:
    """The annotations of one article whose quotes are found in it; the library is for hints."""
    placed: list[_Placed] = []
    problems: list[Problem] = []
    find = cache(partial(_find, article))
    for annotation in annotations:
        way, faulty = _place(annotation.selector, annotation.origin, article, library, find)
        context, lost = _place_context(annotation, article, library, find)
        problems += (*faulty, *lost)
        if way:
            placed.append(_Placed(annotation, way, context))
    problems += [*_same_ids(annotations), *_same_words(placed), *_out_of_order(placed, article)]
    ordered = sorted(placed, key=_order)
    named = zip(_ids(ordered), ordered, strict=True)
    return tuple(_anchored(id, one, article) for id, one in named), tuple(problems)


def _anchored(id: str, placed: _Placed, article: FoldedArticle) -> Anchored:
    context = tuple(_citation(way, article) for way in placed.context)
    return Anchored(id, placed.annotation, _citation(placed.way, article), context)


def _place_context(
    annotation: Annotation, article: FoldedArticle, library: Library, find: _Find
) -> tuple[tuple[Way, ...], Problems]:
    """Where each passage of the context is, and those that are not found."""
    found = [_place(one, annotation.origin, article, library, find) for one in annotation.context]
    return tuple(way for way, _ in found if way), tuple(fault for _, faults_ in found for fault in faults_)


def _place(
    selector: Selector, origin: Origin, article: FoldedArticle, library: Library, find: _Find
) -> tuple[Way, Problems]:
    """The only way to place the parts of a quote in the article."""
    parts = selector.exact
    if not all(fold_plain(part.text) for part in parts) or not parts:
        return (), (faults.empty(parts[0].origin if parts else origin),)
    found = [find(part.text) for part in parts]
    pairs = list(zip(parts, found, strict=True))
    missing = [_why_not(article, part, one.all, library) for part, one in pairs if not one.fit]
    if missing:
        return (), tuple(missing)
    return _between(selector, article, [one.fit for one in found])


def _find(article: FoldedArticle, words: str) -> _Found:
    found = places_of_words(article, words)
    if len(found) > MOST_PLACES:
        return _Found(found, ())
    uncut = whole(article, found)
    return _Found(found, tuple(one for one in uncut if not is_omitted(article, one.start, one.end)))


def _why_not(article: FoldedArticle, part: Written, spans: Sequence[Span], library: Library) -> Problem:
    if len(spans) > MOST_PLACES:
        return faults.too_often(article, part)
    inside = [span for span in spans if not is_omitted(article, span.start, span.end)]
    if inside:
        return faults.cuts(article, part, inside[0])
    return faults.in_omitted(article, part, spans) if spans else faults.not_found(article, part, library)


def _between(
    selector: Selector, article: FoldedArticle, found: list[tuple[Span, ...]]
) -> tuple[Way, Problems]:
    """With the prefix before the first part and the suffix after the last."""
    parts, prefix, suffix = selector.exact, selector.prefix, selector.suffix
    first = tuple(span for span in found[0] if stands_before(article, span, prefix))
    if not first:
        return (), (faults.not_before(article, parts[0], prefix, found[0]),)
    found = [first, *found[1:]]
    last = tuple(span for span in found[-1] if stands_after(article, span, suffix))
    if not last:
        return (), (faults.not_after(article, parts[-1], suffix, found[-1]),)
    return _only_way(parts, article, [*found[:-1], last])


def _only_way(
    parts: Sequence[Written], article: FoldedArticle, found: Sequence[Sequence[Span]]
) -> tuple[Way, Problems]:
    ways = tuple(islice(_ways(article.text, found), WAYS_SHOWN))
    if not ways:
        return (), (faults.parts_apart(article, parts, found),)
    if len(ways) > 1:
        return (), (faults.ambiguous(article, parts, ways),)
    hidden = tuple(_hidden(parts, article, ways[0]))
    return (() if hidden else ways[0]), hidden


def _ways(text: str, found: Sequence[Sequence[Span]]) -> Iterator[Way]:
    """Each way to take one place of every part, in order and within one paragraph."""
    lines = [grouped(spans, lambda span: line_of(text, span.start)) for spans in found]
    for line in sorted(lines[0]):
        yield from _orders(_reachable([of.get(line, ()) for of in lines]), 0)


def _reachable(found: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """Without the places after which the later parts no longer fit, so that no search is in vain."""
    kept: list[list[Span]] = []
    for spans in reversed(found):
        limit = max((span.start for span in kept[0]), default=0) if kept else None
        kept.insert(0, [span for span in spans if limit is None or span.end <= limit])
    return kept


def _orders(found: Sequence[Sequence[Span]], start: int) -> Iterator[Way]:
    if not found:
        yield ()
        return
    for span in found[0]:
        if span.start >= start:
            yield from ((span, *rest) for rest in _orders(found[1:], span.end))


def _hidden(parts: Sequence[Written], article: FoldedArticle, way: Way) -> Iterator[Problem]:
    """A Problem for each gap that holds a negation."""
    for part, (one, next_) in zip(parts[1:], pairwise(way), strict=True):
        gap = Span(one.end, next_.start)
        words = article.words(gap)
        if negation := worded("negation").search(fold(words, ("script", "width")).text):
            yield faults.hides(article, part, gap, words[slice(*negation.span())])


def _citation(way: Way, article: FoldedArticle) -> Citation:
    quote = tuple(article.words(span) for span in way)
    return Citation(article.source.id, way, quote, line_of(article.text, way[0].start))


def _order(placed: _Placed) -> tuple[int, int, list[int], Origin]:
    """By place in the article, and only for the very same words by place in the file."""
    starts = [span.start for span in placed.way]
    return starts[0], placed.way[-1].end, starts, placed.annotation.origin


def _ids(placed: Sequence[_Placed]) -> Iterator[str]:
    """The id that is given, once; else the place, numbered where two begin and end together."""
    given = {one.annotation.id for one in placed}
    used: set[str] = set()
    free: dict[str, Iterator[str]] = {}
    for one in placed:
        id, place = one.annotation.id, f"p{one.way[0].start}-{one.way[-1].end}"
        if not id or id in used:
            names = free.setdefault(place, chain((place,), map(f"{place}-{{}}".format, count(2))))
            id = next(id for id in names if id not in used and id not in given)
        used.add(id)
        yield id


def _same_ids(annotations: Sequence[Annotation]) -> Iterator[Problem]:
    first: dict[str, Annotation] = {}
    for annotation in annotations:
        if annotation.id and first.setdefault(annotation.id, annotation) is not annotation:
            yield faults.same_id(annotation, first[annotation.id])


def _same_words(placed: Sequence[_Placed]) -> Iterator[Problem]:
    first: dict[Way, Annotation] = {}
    for one in placed:
        if first.setdefault(one.way, one.annotation) is not one.annotation:
            yield faults.same_words(one.annotation, first[one.way])


def _out_of_order(placed: Sequence[_Placed], article: FoldedArticle) -> Iterator[Problem]:
    for above, one in pairwise(placed):
        if one.way[0].start < above.way[0].start:
            lines = (line_of(article.text, one.way[0].start), line_of(article.text, above.way[0].start))
            yield faults.out_of_order(one.annotation, *lines)
