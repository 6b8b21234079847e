"""Compares words that a text and its quote share: whether only one of them negates them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import chain

from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.short_negations import negate_alike
from build_tools.language import Cue, Force, find_cues, governing, reach_of, sure_cues
from build_tools.language.cue_kinds import HEDGES, NEGATIVE
from build_tools.language.scope import without_double_negatives
from build_tools.language.tables import level_letters
from build_tools.model import Span
from build_tools.text.folding import fold, fold_plain, fold_small, small_letters
from build_tools.text.letters import HAN_RUN
from build_tools.text.word_stems import ENDINGS

ENGLISH = re.compile(  # names begin with a capital
    r"\b(?<!none of the )(?<!neither of the )"
    r"(?!(?:that|this|these|those|what|which|with|from|have|been|were|they|them|their|there|where|when|"
    r"than|then|also|into|only|such|some|more|most|over|after|before|will|would|could)\b)[a-z]{4,}\b"
)
LEAST_HAN = 2
ANY_WORD = re.compile(r"[a-z]+")


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
    differing, same = [], negate_alike(quote, ours)
    for first, second in _shared(quote, ours):
        one, other = _negated(quote, first), _negated(ours, second)
        if (one and other) or (one is not other and _denied_in_both(quote, first, ours, second)):
            same = True
        elif one is None or other is None or one is other:
            continue
        else:
            differing.append(quote[first[0].start : first[0].end])
    return "" if same or not differing else differing[0]


def hedges_left_out(quote: str, ours: str, forces: Collection[Force] = HEDGES) -> tuple[str, ...]:
    """The words that plan, suppose or pass on what our text in the same language states outright.

    >>> hedges_left_out("潜水员可能首次进入船体", "潜水员首次进入船体")
    ('可能',)
    >>> hedges_left_out("潜水员可能首次进入船体", "潜水员也许首次进入船体")
    ()
    """
    cues = (cue for force in forces for cue in sure_cues(quote, force))
    return tuple(dict.fromkeys(cue.raw for cue in cues if _is_outright(cue, quote, ours, HEDGES)))


def words_in_both(quote: str, ours: str) -> tuple[str, ...]:
    """The words of a quote that our text in its language has too, as the quote writes them."""
    return tuple(quote[one.start : one.end] for first, _ in _shared(quote, ours) for one in first)


def hedged_words(quote: str, ours: str, forces: Collection[Force]) -> tuple[str, ...]:
    """The words of our text that its quote has under a cue of some forces.

    >>> hedged_words("公司计划裁员三百人", "公司裁员", {Force.PLAN})
    ('裁员',)
    """
    shared = (
        (first, [cue for span in first for cue in governing(quote, span) if cue.force in forces])
        for first, _ in _shared(quote, ours)
    )
    return tuple(quote[spans[0].start : spans[0].end] for spans, cues in shared if cues)


def negations_left_out(quote: str, ours: str) -> tuple[str, ...]:
    """The words that negate in one of two texts of a language what the other has with the same words.

    >>> negations_left_out("the dam has nothing to do with it", "the dam has much to do with his leaving")
    ('nothing',)
    """
    return tuple(
        dict.fromkeys(cue.raw for cue in _denying(quote) if _is_outright(cue, quote, ours, NEGATIVE))
    )


def negations_put_in(quote: str, ours: str) -> tuple[str, ...]:
    """The same of a text that also negates more often than its quote.

    >>> negations_put_in("She did not rule out a new tax", "She ruled out a new tax")
    ('ruled out',)
    """
    if len(_denying(ours)) <= len(_denying(quote)):
        return ()
    return tuple(word for word in negations_left_out(ours, quote) if not has_words(quote, word))


def has_words(text: str, cue: str) -> bool:
    """Whether a text has a cue, with other words between its own: dismissed as “pure speculation”."""
    if not cue.isascii():
        return fold_plain(cue) in fold_plain(text)
    words = cue.lower().split()
    return len(words) > 1 and frozenset(ANY_WORD.findall(text.lower())).issuperset(words)


def letters_left_out(quote: str, ours: str) -> str:
    """The Chinese word of which one text has the 不, 未 or 无 wherever it is written, and the other nowhere.

    >>> letters_left_out("模型表现不佳，令人失望", "它表现佳"), letters_left_out("他不满意", "他不太满意")
    ('不佳', '')
    """
    if not (HAN_RUN.search(quote) and HAN_RUN.search(ours)):
        return ""
    return next(chain(_letters_lost(quote, ours), _letters_lost(ours, quote)), "")


def says_no(words: str) -> bool:
    """Whether a Chinese word of a few letters says no.

    >>> says_no("不"), says_no("很"), says_no("不过")
    (True, False, False)
    """
    plain = worded("letters_of_yes").sub("", level_letters(words))
    return bool(worded("letter_of_no").search(plain))


def _letters_lost(text: str, other: str) -> Iterator[str]:
    """What no cue finds: 不佳, 不及, 不可避免 are words of their own."""
    folded, plain = fold(text), fold_plain(other)
    cues = [cue.span for cue in find_cues(text)]
    for found in worded("negated").finditer(folded.text):
        span = folded.span(found.start("not"), found.end("word"))
        word = found["word"] if len(found["word"]) > 1 else f"{found['lead']}{found['word']}"
        free = _is_affirmed(word, plain) and not _is_affirmed(word, folded.text)
        if free and f"{found['not']}{found['word']}" not in plain and not span.touches(cues):
            yield text[span.start : span.end]


def _is_affirmed(word: str, text: str) -> bool:
    """Whether a text has a word somewhere without a negation within the three letters before it."""
    at = text.find(word)
    while at >= 0 and worded("negation_behind").search(text[max(at - 3, 0) : at]):
        at = text.find(word, at + 1)
    return at >= 0


def _denying(text: str) -> tuple[Cue, ...]:
    """The cues that negate something and are not themselves negated; "neither … nor" is one."""
    cues = find_cues(text)
    working = [cue for cue in cues if cue.force in NEGATIVE and reach_of(text, cue, cues)]
    return tuple(cue for cue in without_double_negatives(text, working, cues) if cue.raw.lower() != "nor")


def _is_outright(cue: Cue, quote: str, ours: str, forces: Collection[Force]) -> bool:
    """Whether the words behind a cue are under one wherever a text has them, and nowhere in the other."""
    rest = quote[cue.span.end :]
    places = _beginnings(rest, ours)
    if not places or any(_is_free(place, quote, forces) for place in _beginnings(rest, quote)):
        return False
    return all(_is_free(place, ours, forces) for place in places)


def _is_free(place: Span, ours: str, forces: Collection[Force]) -> bool:
    governed = governing(ours, place)
    inside = (cue for cue in find_cues(ours) if cue.span.touches([place]))
    return not any(cue.force in forces for cue in (*governed, *inside))


def _beginnings(rest: str, ours: str) -> list[Span]:
    """Where a text has the words with which another begins, up to a word that says something."""
    begins = worded("begins").match(small_letters(fold_plain(rest)))
    if begins is None or (HAN_RUN.search(rest) and not begins["han"]):
        return []
    if han := begins["han"]:
        pattern = re.escape(han)
    else:
        stems = [ENDINGS.sub("", word) for word in begins["words"].split()]
        pattern = r"\W+".join(rf"\b{re.escape(stem)}\w*" for stem in stems)
    folded = fold_small(ours)
    return [folded.span(*one.span()) for one in re.finditer(pattern, folded.text)]


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
    for run in HAN_RUN.finditer(plain):
        for at in range(run.start(), run.end() - LEAST_HAN + 1):
            pair = plain[at : at + LEAST_HAN]
            if worded("function").search(pair):
                continue
            found[pair] = (*found.get(pair, ()), folded.span(at, at + LEAST_HAN))
    all_ = find_cues(text)
    cues = [cue.span for cue in all_ if cue.force not in (Force.PLAN, Force.SUPPOSITION)]
    free = {
        word: tuple(one for one in spans if not one.touches(cues) and not _cuts(one, all_))
        for word, spans in found.items()
    }
    return {word: spans for word, spans in free.items() if spans}


def _cuts(word: Span, cues: Collection[Cue]) -> bool:
    """Whether two characters are the end of a cue and the beginning of what follows: 否上 in 是否上诉."""
    return any(cue.span.start < word.start < cue.span.end < word.end for cue in cues)


def _negated(text: str, spans: tuple[Span, ...]) -> bool | None:
    """Whether a word is negated wherever it is, or nowhere; None where it is both."""
    found = {
        bool(_governed(text, span)) for span in spans if not worded("of_them").search(text[: span.start])
    }
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
