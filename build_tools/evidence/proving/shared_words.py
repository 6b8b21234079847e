"""What a text of ours and its quote say with the same words, and whether only one of them negates it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.language import Cue, Force, find_cues, governing, sure_cues
from build_tools.model import Span
from build_tools.text.folding import Folded, fold, fold_plain, small_letters

NEGATIVE = frozenset({Force.NEGATION, Force.DENIAL})
ENGLISH = re.compile(  # names begin with a capital
    r"\b(?!(?:that|this|these|those|what|which|with|from|have|been|were|they|them|their|there|where|when|"
    r"than|then|also|into|only|such|some|more|most|over|after|before|will|would|could)\b)[a-z]{4,}\b"
)
HAN = re.compile(r"[\u3400-\u9fff]+")
FUNCTION = frozenset("的了在是和与对把被也就都而且并或及其为以于地得着过这那有")
HEDGES = (Force.PLAN, Force.SUPPOSITION, Force.HEARSAY)
LEAST_HAN = 2
BEGINS_HAN = re.compile(r"[已正]?(?:[再又还先]|首次)?([\u3400-\u9fff]{3})")
BEGINS_ENGLISH = re.compile(
    r"\s+(?:(?:be|been|have|has|soon|now|also|already|not)\s+)*((?:[a-z'-]+\s+){1}[a-z'-]+)"
)
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


def hedges_left_out(quote: str, ours: str) -> tuple[str, ...]:
    """The words that plan, suppose or pass on what a text of ours in the same language states outright.

    >>> hedges_left_out("潜水员可能首次进入船体", "潜水员首次进入船体")
    ('可能',)
    >>> hedges_left_out("潜水员可能首次进入船体", "潜水员或首次进入船体")
    ()
    """
    cues = (cue for force in HEDGES for cue in sure_cues(quote, force))
    return tuple(dict.fromkeys(cue.raw for cue in cues if _is_outright(quote[cue.span.end :], ours)))


def _is_outright(rest: str, ours: str) -> bool:
    """Whether a text has the words that begin another, one after the other, and no hedge governs them."""
    place = _beginning(rest, fold(ours))
    return place is not None and not any(cue.force in HEDGES for cue in governing(ours, place))


def _beginning(rest: str, ours: Folded) -> Span | None:
    """Where a text has the words with which another begins."""
    rest, letters = small_letters(fold_plain(rest)), small_letters(ours.text)
    if begins := BEGINS_HAN.match(rest):
        found = re.search(re.escape(begins[1]), letters)
    else:
        begins = BEGINS_ENGLISH.match(rest)
        first, second = (ENDINGS.sub("", word) for word in begins[1].split()) if begins else ("", "")
        found = re.search(rf"\b{first}\w* (?:\w+ )?{second}", letters) if first and second else None
    return ours.span(*found.span()) if found else None


def _shared(quote: str, ours: str) -> Iterator[tuple[tuple[Span, ...], tuple[Span, ...]]]:
    """Every word that both texts have, with its places in either."""
    first, second = _words(quote), _words(ours)
    for stem in first:
        if stem in second:
            yield first[stem], second[stem]


def stems_in(text: str) -> frozenset[str]:
    """The words of a text by which it can be compared, by their stem."""
    return frozenset(_words(text))


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
    cues = [cue.span for cue in find_cues(text) if cue.force not in (Force.PLAN, Force.SUPPOSITION)]
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
