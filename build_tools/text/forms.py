"""Written forms found in a text: script and width aside, Latin by whole words, all in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from build_tools.model import Span
from build_tools.text.folding import LETTER, Folded, fold_plain
from build_tools.text.runs import run_cut_at

WORDLIKE = re.compile(rf"[{LETTER}\d]")


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms to look for, folded; make it once and use it for every article."""

    folded: tuple[str, ...]
    automaton: AhoCorasick


@dataclass(frozen=True, slots=True)
class Found:
    """A form, folded, and where it stands in the article."""

    form: str
    span: Span


def index_forms(forms: Iterable[str]) -> Forms:
    """The forms, ready to be looked for; those that fold to nothing are left out."""
    folded = tuple(sorted({fold_plain(form) for form in forms} - {""}))
    return Forms(folded, AhoCorasick(folded, matchkind=MatchKind.Standard))


def occurrences(forms: Forms, text: str, folded: Folded) -> Iterator[Found]:
    """Every place of every form that cuts no word and no number, one inside another too."""
    heads = [WORDLIKE.match(form[0]) is not None for form in forms.folded]
    tails = [WORDLIKE.match(form[-1]) is not None for form in forms.folded]
    for which, start, end in forms.automaton.find_matches_as_indexes(folded.text, overlapping=True):
        span = folded.span(start, end)
        cut = (heads[which] and run_cut_at(text, span.start)) or (tails[which] and run_cut_at(text, span.end))
        if not cut:
            yield Found(forms.folded[which], span)


def longest(found: Iterable[Found]) -> Sequence[Found]:
    """Of those that overlap the first, and of those that begin together the longest."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept
