"""What a text of ours and its quote say with the same words, and whether only one of them negates it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.language import Cue, Force, find_cues, governing
from build_tools.model import Span
from build_tools.text.folding import fold

NEGATIVE = frozenset({Force.NEGATION, Force.DENIAL})
ENGLISH = re.compile(  # names begin with a capital
    r"\b(?!(?:that|this|these|those|what|which|with|from|have|been|were|they|them|their|there|where|when|"
    r"than|then|also|into|only|such|some|more|most|over|after|before|will|would|could)\b)[a-z]{4,}\b"
)
HAN = re.compile(r"[\u3400-\u9fff]+")
FUNCTION = frozenset("的了在是和与对把被也就都而且并或及其为以于地得着过这那有")
LEAST_HAN = 2
ENDINGS = re.compile(r"(?:ies|es|s|ed|ing|d)$")


def negated_in_one(quote: str, ours: str) -> str:
    """The first word that both have and only one negates; none where the texts share no word to compare.

    A text with a negation of other words is left alone.

    >>> negated_in_one("he left because nobody would read his reports", "Somebody would read his reports")
    'read'
    >>> negated_in_one("他并未收购该公司", "他没有收购该公司")
    ''
    """
    if not any(cue.force in NEGATIVE for text in (quote, ours) for cue in find_cues(text)):
        return ""
    differing, same = [], False
    for first, second in _shared(quote, ours):
        one, other = _negated(quote, first), _negated(ours, second)
        if (one and other) or (one is not other and _denied_in_both(quote, first, ours, second)):
            same = True
        elif one is None or other is None or one is other:
            continue
        else:
            differing.append(quote[first[0].start : first[0].end])
    return "" if same or not differing else differing[0]


def _shared(quote: str, ours: str) -> Iterator[tuple[tuple[Span, ...], tuple[Span, ...]]]:
    """Every word that both texts have, with its places in either."""
    first, second = _words(quote), _words(ours)
    for stem in first:
        if stem in second:
            yield first[stem], second[stem]


@lru_cache(maxsize=256)
def _words(text: str) -> dict[str, tuple[Span, ...]]:
    """The words of a text by their stem: English ones of four letters up, Chinese ones of two characters."""
    folded = fold(text)
    plain = folded.text
    found: dict[str, tuple[Span, ...]] = {}
    for match in ENGLISH.finditer(plain):
        stem = ENDINGS.sub("", match[0])
        found[stem] = (*found.get(stem, ()), folded.span(*match.span()))
    for run in HAN.finditer(plain):
        for at in range(run.start(), run.end() - LEAST_HAN + 1):
            pair = plain[at : at + LEAST_HAN]
            if FUNCTION & set(pair):
                continue
            found[pair] = (*found.get(pair, ()), folded.span(at, at + LEAST_HAN))
    cues = [cue.span for cue in find_cues(text)]
    free = {word: tuple(one for one in spans if not one.touches(cues)) for word, spans in found.items()}
    return {word: spans for word, spans in free.items() if spans}


def _negated(text: str, spans: tuple[Span, ...]) -> bool | None:
    """Whether a word is negated wherever it is, or nowhere; None where it is both."""
    found = {bool(_governed(text, span)) for span in spans}
    return found.pop() if len(found) == 1 else None


def _denied_in_both(quote: str, first: tuple[Span, ...], ours: str, second: tuple[Span, ...]) -> bool:
    """Whether the other text has the very word that denies: "denied the claim", "the claim is denied"."""
    pairs = ((quote, first, ours), (ours, second, quote))
    return any(
        ENGLISH.match(cue.raw) and cue.raw.split()[0] in other.lower()
        for text, spans, other in pairs
        for span in spans
        for cue in _governed(text, span)
    )


def _governed(text: str, span: Span) -> tuple[Cue, ...]:
    return tuple(cue for cue in governing(text, span) if cue.force in NEGATIVE)
