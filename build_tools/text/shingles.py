"""The words of an article that are its own, and their shingles: runs of eight words, hashed.

A Han character weighs two thirds of a word. Punctuation, script and capitals do not count; what
is in quotation marks and the lines that are not the article are left out.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, repeat, takewhile
from zlib import crc32

from build_tools.model import Source, Span
from build_tools.text.folding import Folded, fold, small_letters
from build_tools.text.paragraphs import omitted
from build_tools.text.quotations import quotations

HAN = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\U00020000-\U0003ffff"
FIRST_HAN = "\u3040"
TOKEN = re.compile(rf"\d+(?:[.,:]\d+)*|[{HAN}]|[^\W\d_{HAN}]+")
WORD_WEIGHT, HAN_WEIGHT = 3, 2
SHINGLE = 8 * WORD_WEIGHT
WINDOW = 8
UTF_32 = 4  # bytes a character
WHOLE = "I"  # of arrays: numbers below 2 ** 32, as all weights, places and checksums are


@dataclass(frozen=True, slots=True)
class Shingled:
    """The words of an article by number; `reach[n]` is the weight of the words before the nth.

    `hashes[n]` is the shingle that begins with the nth word, and `ends[n]` the word behind it.
    """

    source: Source
    reach: array[int]
    hashes: array[int]
    ends: array[int]

    @property
    def weight(self) -> int:
        """The weight of all words."""
        return self.reach[-1]

    def places(self) -> tuple[Span, ...]:
        """Where each word is in the article."""
        folded = fold(self.source.text)
        text = small_letters(folded.text)
        stretches = _own(self.source, folded)
        found = (word for stretch in stretches for word in TOKEN.finditer(text, *stretch))
        return tuple(folded.span(*word.span()) for word in found)


def shingled(source: Source) -> Shingled:
    """The article's own words and their shingles."""
    folded = fold(source.text)
    text = small_letters(folded.text)
    words = [word for stretch in _own(source, folded) for word in TOKEN.findall(text, *stretch)]
    weights = [HAN_WEIGHT if word >= FIRST_HAN else WORD_WEIGHT for word in words]
    reach = list(accumulate(weights, initial=0))
    behind = map(bisect_left, repeat(reach), [before + SHINGLE for before in reach])
    ends = array(WHOLE, takewhile(len(reach).__gt__, behind))
    return Shingled(source, array(WHOLE, reach), array(WHOLE, _hashes(words, ends)), ends)


def _own(source: Source, folded: Folded) -> Iterator[tuple[int, int]]:
    """The stretches of the folded text that are the article's own words."""
    at = 0
    for out in sorted((*omitted(source), *quotations(source.text)), key=lambda span: span.start):
        yield at, bisect_left(folded.offsets, out.start)
        at = max(at, bisect_left(folded.offsets, out.end))
    yield at, len(folded.text)


def _hashes(words: list[str], ends: array[int]) -> Iterator[int]:
    """The checksum of each shingle, its words apart."""
    text = " ".join((*words, "")).encode("utf-32-le", "surrogatepass")
    starts = [0, *accumulate(UTF_32 * (len(word) + 1) for word in words)]
    stops = [starts[end] for end in ends]
    return map(crc32, map(text.__getitem__, map(slice, starts, stops)))


def fingerprints(hashes: array[int]) -> frozenset[int]:
    """The least of every eight shingles in a row: texts with a long run in common share one."""
    if len(hashes) <= WINDOW:
        return frozenset(hashes)
    return frozenset(map(min, zip(*(hashes[at:] for at in range(WINDOW)), strict=False)))
