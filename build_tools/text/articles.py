"""One article, folded once, and the places of words in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from build_tools.model import Source, Span, Spans
from build_tools.text.folding import Folded, fold, fold_plain
from build_tools.text.paragraphs import omitted
from build_tools.text.runs import cuts_run, run_cut_at

LIKE_ENOUGH = 60.0
SLACK = 4
LONGEST_COMPARED = 200
MOST_PLACES = 200


@dataclass(frozen=True, slots=True)
class FoldedArticle:
    """A source with its folded text and the stretches that are not the article."""

    source: Source
    folded: Folded
    omitted: Spans

    @property
    def text(self) -> str:
        return self.source.text

    def words(self, span: Span) -> str:
        """The article's own words."""
        return self.text[span.start : span.end]


def open_article(source: Source) -> FoldedArticle:
    """The article, ready to be searched."""
    return FoldedArticle(source, fold(source.text), Spans.of(omitted(source)))


def places_of_words(article: FoldedArticle, words: str) -> tuple[Span, ...]:
    """Every place of the words after folding, even inside other words; at most one beyond the limit."""
    wanted = fold_plain(words)
    found = islice(_found(article.folded.text, wanted), MOST_PLACES + 1)
    return tuple(article.folded.span(at, at + len(wanted)) for at in found)


def whole(article: FoldedArticle, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Those that cut no number and no word."""
    return tuple(span for span in spans if not cuts_run(article.text, span))


def is_omitted(article: FoldedArticle, start: int, end: int) -> bool:
    """Whether a passage touches lines that are not the article."""
    return article.omitted.meet(Span(start, end))


def stands_before(article: FoldedArticle, span: Span, words: str) -> bool:
    """Whether the words end where the passage begins, white space aside."""
    start = max(span.start - _reach(words), 0)
    return not words or _bare(article.text[start : span.start]).endswith(_bare(words))


def stands_after(article: FoldedArticle, span: Span, words: str) -> bool:
    """Whether the words begin where the passage ends, white space aside."""
    return not words or _bare(article.text[span.end : span.end + _reach(words)]).startswith(_bare(words))


def nearest_passage(article: FoldedArticle, words: str) -> Span | None:
    """The passage most like some words, which are not many: a hint, for likeness never accepts a quote."""
    from rapidfuzz import fuzz  # only a fault needs it

    wanted, best = fold_plain(words), LIKE_ENOUGH
    start = 0
    found: tuple[int, ...] = ()
    for line in article.folded.text.split("\n"):
        weight = min(1.0, len(line) / max(len(wanted), 1))
        match = fuzz.partial_ratio_alignment(wanted, line, score_cutoff=best) if line and wanted else None
        if match and match.score * weight > best:
            best = match.score * weight
            found = tuple(start + at for at in _fitted(wanted, line, match.dest_start, match.dest_end))
        start += len(line) + 1
    return widened(article.text, article.folded.span(*found)) if found else None


def astray(article: FoldedArticle, words: str) -> str:
    """The words, or of many of them those around the place where they first leave the article."""
    ours = fold(words.replace("\n", " "))
    spare = len(ours.text) - LONGEST_COMPARED
    if spare <= 0:
        return words
    known = range(len(ours.text))
    leaves = bisect_left(known, True, key=lambda at: ours.text[: at + 1] not in article.folded.text)
    start = min(max(leaves - LONGEST_COMPARED // 2, 0), spare)
    part = ours.span(start, start + LONGEST_COMPARED)
    return words[part.start : part.end]


def widened(text: str, span: Span) -> Span:
    """With the whole of the number or the word at either end."""
    first, last = run_cut_at(text, span.start), run_cut_at(text, span.end)
    return Span(first.start if first else span.start, last.end if last else span.end)


def _fitted(wanted: str, line: str, start: int, end: int) -> tuple[int, int]:
    """The stretch most like the words, a little longer or shorter than they are."""
    from rapidfuzz import fuzz

    starts = range(max(start - SLACK, 0), start + SLACK + 1)
    ends = range(max(end - SLACK, 0), min(end + SLACK, len(line)) + 1)
    tried = [(first, last) for first in starts for last in ends if first < last]
    return max(tried, key=lambda stretch: fuzz.ratio(wanted, line[slice(*stretch)]))


def _found(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _reach(words: str) -> int:
    """How much of the article to look at: the words, and white space between them."""
    return 4 * len(words) + 400


def _bare(text: str) -> str:
    return fold_plain(text).replace(" ", "")
