"""The problems of quotes: not found, found twice, cut, out of order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from build_tools.effort import Effort
from build_tools.model import Annotation, SourceId, Span, Written
from build_tools.problem import Origin, Problem, Severity
from build_tools.text.articles import (
    MOST_PLACES,
    FoldedArticle,
    astray,
    nearest_passage,
    places_of_words,
    stands_after,
    stands_before,
    widened,
)
from build_tools.text.folding import fold, fold_plain
from build_tools.text.paragraphs import line_of
from build_tools.text.runs import run_cut_at

ELLIPSIS = re.compile(r"…|\.\.\.|\[\.+\]")
GAPS = "give the parts as a list, one a line after `- `"
SHOWN = 60
AROUND = 8
LONGEST_CONTEXT = 16
ORDINALS = ("first", "second", "third", "next")

MOST_COMPARED = 10_000_000  # characters of articles, for all the quotes that are not found
FINDING = 16  # times as fast as looking for what is only like the words

Way = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """All articles, to find a quote in another one, and the effort left for it."""

    articles: Mapping[SourceId, FoldedArticle]
    size: int
    effort: Effort = field(default_factory=lambda: Effort(MOST_COMPARED))

    def is_worth_it(self, article: FoldedArticle) -> bool:
        """Whether to look for one more quote, in its own article and in all others."""
        return self.effort.spend(len(article.text) + self.size // FINDING)


def empty(origin: Origin) -> Problem:
    """A quote of white space only."""
    return Problem(origin, "quote-empty", "the quote has no words", "copy the words from the article")


def not_found(article: FoldedArticle, part: Written, library: Library) -> Problem:
    """A quote that is not in the article, with the nearest passage as a hint."""
    message = f"quote not found in `{article.source.id}`"
    hint = "too many quotes are not found to look for the nearest passage of each: correct those above first"
    if library.is_worth_it(article):
        hint = _where_else(article, part.text, library)
    return Problem(part.origin, "quote-not-found", message, hint)


def cuts(article: FoldedArticle, part: Written, span: Span) -> Problem:
    """A quote that begins or ends inside a number or a word."""
    run = run_cut_at(article.text, span.start) or run_cut_at(article.text, span.end) or span
    message = f"the quote cuts `{article.words(run)}` in two, in {_lines(article, (span,))}"
    hint = f"quote the whole of `{article.words(run)}`: a number or a word in Latin letters is not cut"
    return Problem(part.origin, "quote-cuts-run", message, hint)


def in_omitted(article: FoldedArticle, part: Written, spans: Sequence[Span]) -> Problem:
    """A quote from the advertisement, the share buttons, the disclaimer."""
    message = f"quote found only in {_lines(article, spans)}, which `omit:` excludes"
    hint = "quote the article itself, or correct `omit:` in its source.yaml"
    return Problem(part.origin, "quote-in-omitted-lines", message, hint)


def not_before(article: FoldedArticle, part: Written, prefix: str, spans: Sequence[Span]) -> Problem:
    """A prefix that is not before the quote."""
    message = f"`{_short(prefix)}` is not directly before the quote"
    there = (article.text[max(span.start - LONGEST_CONTEXT, 0) : span.start] for span in spans)
    return Problem(part.origin, "prefix-not-beside", message, _beside(article, spans, there))


def not_after(article: FoldedArticle, part: Written, suffix: str, spans: Sequence[Span]) -> Problem:
    """A suffix that is not after the quote."""
    message = f"`{_short(suffix)}` is not directly after the quote"
    there = (article.text[span.end : span.end + LONGEST_CONTEXT] for span in spans)
    return Problem(part.origin, "suffix-not-beside", message, _beside(article, spans, there))


def too_often(article: FoldedArticle, part: Written) -> Problem:
    """A quote so short that it occurs nearly everywhere."""
    message = f"quote occurs more than {MOST_PLACES} times in `{article.source.id}`"
    return Problem(part.origin, "quote-ambiguous", message, "quote more of the sentence")


def ambiguous(article: FoldedArticle, parts: Sequence[Written], ways: Sequence[Way]) -> Problem:
    """A quote that occurs twice or more, with the words that would distinguish the places."""
    at = next(at for at in range(len(parts)) if len({way[at] for way in ways}) > 1)
    spans = tuple(sorted({way[at] for way in ways}, key=lambda span: span.start))
    message = f"quote occurs {len(spans)} times, in {_lines(article, spans)}"
    if 0 < at < len(parts) - 1:
        hint = "lengthen this part of the quote until it occurs only once"
    else:
        hint = "; ".join(_telling(article, span, spans, at == 0, at == len(parts) - 1) for span in spans[:3])
        hint = f"add the words directly before or after: {hint}"
    return Problem(parts[at].origin, "quote-ambiguous", message, hint)


def parts_apart(article: FoldedArticle, parts: Sequence[Written], found: Sequence[Sequence[Span]]) -> Problem:
    """Parts of one quote that are in different paragraphs, or in another order."""
    lines = [{line_of(article.text, span.start) for span in spans} for spans in found]
    if not set.intersection(*lines):
        where = ", ".join(_lines(article, spans) for spans in found)
        message = f"the parts of the quote are in different paragraphs: {where}"
        hint = "quote each paragraph in an annotation of its own"
        return Problem(parts[0].origin, "parts-in-other-paragraphs", message, hint)
    hint = "give the parts in the order of the article, none inside another"
    message = f"the parts of the quote are in another order in {_line_list(set.intersection(*lines))}"
    return Problem(parts[0].origin, "parts-out-of-order", message, hint)


def hides(article: FoldedArticle, part: Written, gap: Span, word: str) -> Problem:
    """A gap that would turn what the article says into its contrary."""
    message = f"the gap before this part hides `{word}`"
    hint = f"quote these words too: `{article.words(gap).strip()}`"
    return Problem(part.origin, "gap-hides-negation", message, hint)


def same_id(annotation: Annotation, first: Annotation) -> Problem:
    """Two annotations of a source with one id."""
    message = f"duplicate id `{annotation.id}`, first at line {first.origin.line}"
    hint = "give each annotation of a source its own id"
    return Problem(annotation.origin, "duplicate-annotation-id", message, hint)


def same_words(annotation: Annotation, first: Annotation) -> Problem:
    """Two annotations of the very same words."""
    message = f"same quote as the annotation at line {first.origin.line}"
    hint = "put the claims of both under one quote"
    return Problem(annotation.origin, "duplicate-quote", message, hint, Severity.WARNING)


def out_of_order(annotation: Annotation, line: int, line_above: int) -> Problem:
    """An annotation that comes after one from later in the article."""
    message = f"this quote is from line {line} of the article, the one above it from line {line_above}"
    if line == line_above:
        message = f"this quote comes before the one above it, in line {line} of the article"
    hint = "put annotations in the order of the article; `dossier check --fix` does"
    return Problem(annotation.origin, "out-of-order", message, hint, Severity.WARNING)


def _where_else(article: FoldedArticle, words: str, library: Library) -> str:
    over = fold_plain(words)
    joined = fold(article.text.replace("\n", " "))
    at = joined.text.find(over)
    if at >= 0:
        line = line_of(article.text, joined.span(at, at + len(over)).start)
        return f"the quote runs from line {line} into the next: quote one paragraph at a time"
    for id, other in sorted(library.articles.items()):
        if id != article.source.id and (found := places_of_words(other, words)):
            return f"it is in `{id}`, {_lines(other, found)}: quote it there"
    if ELLIPSIS.search(words.strip(".…。 ")):
        return "a quote has no `…` for words left out: " + GAPS
    return _likest(article, words)


def _likest(article: FoldedArticle, words: str) -> str:
    words = astray(article, words)
    near = nearest_passage(article, words)
    if near is None:
        return "nothing in the article is similar: is the quote from this source, and in its language?"
    line = line_of(article.text, near.start)
    theirs, ours = _difference(article.words(near), words.strip())
    if theirs and ours:
        return f"line {line} has `{theirs}` where the quote has `{ours}`"
    return f"the nearest is line {line}: `{_short(article.words(near))}`"


def _difference(theirs: str, ours: str) -> tuple[str, str]:
    """Where two passages part, with a few characters around; empty where they have little in common."""
    from rapidfuzz.distance import Postfix, Prefix  # only a fault needs it

    one, other = fold(theirs), fold(ours)
    if not one.text or not other.text:
        return "", ""
    head = Prefix.similarity(one.text, other.text)
    tail = min(Postfix.similarity(one.text, other.text), min(len(one.text), len(other.text)) - head)
    first, last = max(head - AROUND, 0), max(tail - AROUND, 0)
    cut = widened(theirs, one.span(first, len(one.text) - last))
    own = widened(ours, other.span(first, len(other.text) - last))
    if max(cut.end - cut.start, own.end - own.start) > SHOWN:
        return "", ""
    return theirs[cut.start : cut.end].strip(), ours[own.start : own.end].strip()


def _telling(article: FoldedArticle, span: Span, all_: Sequence[Span], before: bool, after: bool) -> str:
    """The shortest prefix or suffix that only this place has."""
    here, others = _place(article, span, all_), [other for other in all_ if other != span]
    for length in range(2, LONGEST_CONTEXT):
        head = article.text[max(span.start - length, 0) : span.start].split("\n")[-1]
        uncut = run_cut_at(article.text, span.start - len(head)) is None
        if before and (head := head.strip()) and uncut and not _any(stands_before, article, others, head):
            return f"`prefix: {_scalar(head)}` for {here}"
        tail = article.text[span.end : span.end + length].split("\n")[0]
        uncut = run_cut_at(article.text, span.end + len(tail)) is None
        if after and (tail := tail.strip()) and uncut and not _any(stands_after, article, others, tail):
            return f"`suffix: {_scalar(tail)}` for {here}"
    return f"a longer quote for {here}"


def _place(article: FoldedArticle, span: Span, all_: Sequence[Span]) -> str:
    """The line, and which of several in that line."""
    line = line_of(article.text, span.start)
    same = [other for other in all_ if line_of(article.text, other.start) == line]
    which = f"the {ORDINALS[min(same.index(span), 3)]} in " if len(same) > 1 else ""
    return f"{which}line {line}"


def _scalar(words: str) -> str:
    """Words as YAML takes them."""
    plain = words[:1].isalnum() and ": " not in words and " #" not in words and words[-1:] != ":"
    return words if plain else "'" + words.replace("'", "''") + "'"


def _any(
    stands: Callable[[FoldedArticle, Span, str], bool],
    article: FoldedArticle,
    spans: Sequence[Span],
    words: str,
) -> bool:
    return any(stands(article, span, words) for span in spans)


def _beside(article: FoldedArticle, spans: Sequence[Span], there: Iterable[str]) -> str:
    pairs = zip(spans, there, strict=True)
    seen = [f"`{words.strip()}` in line {line_of(article.text, span.start)}" for span, words in pairs]
    return f"the article has {', '.join(seen[:3])}"


def _lines(article: FoldedArticle, spans: Sequence[Span]) -> str:
    return _line_list({line_of(article.text, span.start) for span in spans})


def _line_list(lines: Iterable[int]) -> str:
    numbers = [str(line) for line in sorted(lines)]
    if len(numbers) == 1:
        return f"line {numbers[0]}"
    return f"lines {', '.join(numbers[:-1])} and {numbers[-1]}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
