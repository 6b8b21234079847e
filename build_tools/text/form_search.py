"""Written forms found in a text: script and width aside, Latin by whole words, all in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from build_tools.text.folding import LETTER, Folded, fold_each
from build_tools.text.runs import cuts_at

LONGEST = 200
STRETCH = 1000
MOST_NESTED = 20
WORDED = re.compile(rf"[{LETTER}\d]")


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """Forms to look for, folded; make it once, for it equals no other, and use it for every article."""

    folded: tuple[str, ...]
    worded: tuple[tuple[bool, bool], ...]
    automaton: AhoCorasick


class FoundForm(NamedTuple):
    """A form, folded, and its place in the article."""

    start: int
    end: int
    form: str


def index_forms(forms: Iterable[str]) -> Forms:
    """The forms, ready to be looked for; what folds to nothing, or is too long for a name, is left out."""
    folded = tuple(sorted(form for form in set(fold_each(forms)) if 0 < len(form) <= LONGEST))
    worded = tuple((_is_worded(form[0]), _is_worded(form[-1])) for form in folded)
    # the automaton that is otherwise chosen for few forms takes time by the square of the longest
    linear = Implementation.ContiguousNFA
    return Forms(folded, worded, AhoCorasick(folded, matchkind=MatchKind.Standard, implementation=linear))


def occurrences(forms: Forms, text: str, folded: Folded) -> Iterator[FoundForm]:
    """Every place of every form that cuts no word and no number, one inside another too."""
    for which, first, last in _matches(forms, folded.text):
        start, end = folded.offsets[first], folded.ends[last - 1]
        head, tail = forms.worded[which]
        if not (head and cuts_at(text, start)) and not (tail and cuts_at(text, end)):
            yield FoundForm(start, end, forms.folded[which])


def _matches(forms: Forms, text: str) -> Iterator[tuple[int, int, int]]:
    """Which form, from where to where; once very many lie in each other, only the longest of them."""
    for start in range(0, len(text), STRETCH):
        part = text[start : start + STRETCH + LONGEST]
        found = forms.automaton.find_matches_as_indexes(part, overlapping=True)
        yield from ((which, start + one, start + end) for which, one, end in found if one < STRETCH)
        if len(found) > MOST_NESTED * len(part):
            rest = start + STRETCH
            outer = AhoCorasick(forms.folded, matchkind=MatchKind.LeftmostLongest)
            found = outer.find_matches_as_indexes(text[rest:])
            yield from ((which, rest + one, rest + end) for which, one, end in found)
            return


def longest(found: Iterable[FoundForm]) -> Sequence[FoundForm]:
    """Of those that overlap the first, and of those that begin together the longest."""
    kept: list[FoundForm] = []
    end = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            kept.append(one)
            end = one.end
    return kept


@lru_cache(maxsize=1 << 14)
def _is_worded(character: str) -> bool:
    """Whether it belongs to a word or a number, which a form may not cut."""
    return WORDED.match(character) is not None
