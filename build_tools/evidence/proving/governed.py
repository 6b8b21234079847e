"""The words that govern what a claim rests on: those that deny it, plan it, suppose it or pass it on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from build_tools.evidence.proving.article_readings import ArticleReadings
from build_tools.evidence.proving.claim_context import ClaimContext
from build_tools.language import Cue, Force, governing, reach_of
from build_tools.language.cue_kinds import HEDGES
from build_tools.language.tables import level_letters, words_of
from build_tools.model import Quantity, Reading, Span

APPOSITION = re.compile(r"[^,，]{0,20}[,，][^,，]*[,，]\s*")  # 50 jobs, most of them here, would go
NOTHING_MORE = re.compile(r"\W+")
TIMES = frozenset({"year", "month", "week", "day", "hour", "minute"})
ADVERB = 2


@dataclass(frozen=True, slots=True)
class Governed:
    """The cues that govern what a claim rests on, each at its place in the article."""

    span: Span
    cues: tuple[Cue, ...]

    def of(self, *forces: Force) -> tuple[Cue, ...]:
        """Those with one of some forces."""
        return tuple(cue for cue in self.cues if cue.force in forces)


def governed_by(context: ClaimContext, span: Span) -> Governed:
    """What governs a stretch of the article, from outside it and outside figures and dates."""
    return _governing(context.passage.article, span)


def may_govern(context: ClaimContext, span: Span, forces: Collection[Force]) -> bool:
    """Whether the paragraph of a stretch has any cue of some forces."""
    return any(cue.force in forces for cue in context.passage.article.sentence_cues(span)[2])


@lru_cache(maxsize=1024)
def _governing(article: ArticleReadings, span: Span) -> Governed:
    """The claims of a quote ask for the same stretches."""
    start, text, cues = article.sentence_cues(span)
    if not cues:
        return Governed(span, ())
    own = Span(span.start - start, span.end - start)
    values = article.values_in(start, len(text))
    readings = [Span(one.span.start - start, one.span.end - start) for one in values]
    free = [cue for cue in cues if not cue.span.is_within(readings) and not cue.span.meets(own)]
    # in "rejected the charge" the charge is denied; where the event is the rejection, nothing is
    around = [cue for cue in cues if own.is_within([cue.span]) and own.start > cue.span.start]
    cues = (*governing(text, own, free), *around, *_of_time(values, span, text, start, cues))
    return Governed(span, tuple(cue_in_article(cue, start) for cue in cues))


def _of_time(
    values: Sequence[Reading], span: Span, text: str, start: int, cues: Sequence[Cue]
) -> Iterator[Cue]:
    """The plan right behind a length of time, which is of what is planned: 未来10年将投入."""
    lengths = [one for one in values if isinstance(one, Quantity) and one.unit in TIMES and one.span == span]
    for cue in cues if lengths else ():
        between = text[span.end - start : cue.span.start]
        near = len(between.strip()) <= ADVERB and not NOTHING_MORE.search(between.strip())
        if cue.force is Force.PLAN and span.end - start <= cue.span.start and near:
            yield cue


def is_time(context: ClaimContext) -> bool:
    """Whether a claim is of a length of time."""
    return context.unit in TIMES


def cue_in_article(cue: Cue, start: int) -> Cue:
    """A cue of a paragraph at its place in the article, `start` being that of the paragraph."""
    return replace(cue, span=Span(cue.span.start + start, cue.span.end + start))


def sentence_cues(context: ClaimContext) -> tuple[Cue, ...]:
    """The cues of the sentences of the quote, but those inside its figures and dates."""
    readings = [one.span for one in context.passage.values]
    start = context.passage.article.sentence_cues(context.passage.sentence)[0]
    found = (cue_in_article(cue, start) for cue in context.passage.cues)
    return tuple(cue for cue in found if not cue.span.is_within(readings))


def negates_nothing(cue: Cue, context: ClaimContext) -> bool:
    """Whether a negation does not negate what follows it: not until Monday, 没发布前."""
    start, text, cues = context.passage.article.sentence_cues(context.passage.sentence)
    if cue.force is not Force.NEGATION or _is_elliptic(cue, context):
        return False
    return not any(reach_of(text, one, cues) for one in cues if cue_in_article(one, start) == cue)


def bears(cue: Cue, forces: Collection[Force], spans: Sequence[Span], context: ClaimContext) -> bool:
    """Whether a cue may be about the words of a claim.

    A verb of saying may be anywhere, a plan or a supposition before the words or in their clause, a negation
    in their clause, or behind them if nothing follows it: "she said that she did not".
    """
    if cue.force not in forces:
        return False
    if cue.force is Force.NEGATION and (_is_elliptic(cue, context) or _goes_on(cue, spans, context)):
        return True
    if (
        not spans
        or cue.force in (Force.DENIAL, Force.HEARSAY)
        or context.passage.share_clause(cue.span, spans)
    ):
        return True
    words = context.passage.article.words
    return cue.force in HEDGES and any(
        cue.span.end <= span.start or APPOSITION.fullmatch(words(Span(span.end, cue.span.start)))
        for span in spans
    )


def _goes_on(cue: Cue, spans: Sequence[Span], context: ClaimContext) -> bool:
    """Whether a negation continues after a parenthesis: the levy, which …, was not planned."""
    clause = context.passage.article.clause_around(cue.span)
    lead = level_letters(clause).partition(level_letters(cue.raw))[0].strip()
    return (
        cue.raw.isascii() and lead in words_of("finite") and any(span.end < cue.span.start for span in spans)
    )


def _is_elliptic(cue: Cue, context: ClaimContext) -> bool:
    """Whether nothing follows a negation in its sentence, so that it is of something said before."""
    passage = context.passage
    return not passage.article.words(Span(cue.span.end, passage.sentence.end)).strip(
        " .,;!?。，；！？”’\"'」』）)"
    )
