"""Folding: one form for text that differs only in script, width, marks or space, with a map back."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from build_tools.data_files import read_data
from build_tools.model import Span

LETTER = "A-Za-zªºÀ-ÖØ-öø-ʯ\u0300-\u036fͰ-ͽͿ-ϿЀ-ԯᴀ-῾"
NUMERAL = "〇零一二三四五六七八九十百千万亿兆两几廿卅壹贰叁肆伍陆柒捌玖拾佰仟"

FOLDS = ("nfc", "script", "width", "quotes", "space")
# No writing sets more marks on a letter (Unicode's stream-safe text); to order them takes their square.
MOST_MARKS = 30

DOUBLE_WIDTH = ((0xFF01, 0xFF9D), (0xFFE0, 0xFFE6), (0xFE50, 0xFE6B))
DOTS = "‧•∙⋅・･"
QUOTATION_MARKS = "'“”„‟‘’‚‛«»‹›「」『』｢｣﹁﹂﹃﹄〝〞〟"
DASHES = "‐‑‒–—―─−"

# Pairs that the dictionaries leave out, or lead away from the character in use today.
WITHOUT_OPENCC = {"擡": "抬", "雠": "仇"}

VISIBLE = " \t\r\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
WORD_GAP = "|".join(rf"(?<=[{run}] )(?=[{run}])" for run in (LETTER, r"\d", NUMERAL))
SPACE = re.compile(rf"[{VISIBLE}{UNSEEN}](?:[{VISIBLE}{UNSEEN}]+|(?!{WORD_GAP}))")
HAS_VISIBLE = re.compile(f"[{VISIBLE}]")
APART = re.compile(rf"[{LETTER}]{{2}}|\d\d|[{NUMERAL}]{{2}}")
APART_FROM_ALL = "\0"  # what no fold touches, and no file holds
PLAIN_WORDS = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")  # what folding leaves as it is


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets` and `ends` give the place of each of its characters in the article."""

    text: str
    offsets: array[int]
    ends: array[int]

    def span(self, start: int, end: int) -> Span:
        """The code points of the article behind `text[start:end]`, which may not be empty."""
        return Span(self.offsets[start], self.ends[end - 1])


def fold(text: str, folds: Iterable[str] = FOLDS) -> Folded:
    """The text with every declared fold applied, and the way back.

    >>> folded = fold("高達148 億美元,「重要」")
    >>> folded.text
    '高达148亿美元,"重要"'
    >>> folded.span(2, 6)
    Span(start=2, end=7)
    """
    wanted = frozenset(folds)
    places = _places(1 << len(text).bit_length())
    folded = _level(Folded(text, places[: len(text)], places[1 : len(text) + 1]), wanted)
    if "space" in wanted:
        folded = _spaced(folded)
    if "nfc" in wanted and not unicodedata.is_normalized("NFC", folded.text):
        folded = _level(_composed(folded), wanted)
    return folded


@lru_cache(maxsize=1 << 12)
def fold_small(text: str) -> Folded:
    """A passage folded in small letters, in which words are looked for: several rules ask for the same.

    >>> fold_small("見 Alexandr").text
    '见alexandr'
    """
    folded = fold(text)
    return Folded(small_letters(folded.text), folded.offsets, folded.ends)


@lru_cache(maxsize=1 << 13)
def fold_plain(text: str) -> str:
    """A passage as it is compared: folded, a line break counting as a space.

    >>> fold_plain(" Scale AI\\n49％ 的股份 ")
    'Scale AI49%的股份'
    """
    if PLAIN_WORDS.fullmatch(text):
        return text
    return fold(text.replace("\n", " ")).text


def fold_each(texts: Iterable[str]) -> list[str]:
    """Each passage as it is compared: many are folded fastest as one text.

    >>> fold_each([" Scale AI", "49％ 的股份"])
    ['Scale AI', '49%的股份']
    """
    texts = list(texts)
    folded = fold_plain(APART_FROM_ALL.join(texts)).split(APART_FROM_ALL)
    return folded if len(folded) == len(texts) else [fold_plain(text) for text in texts]


def simplify(text: str) -> str:
    """Traditional characters as simplified ones, one for one: the length never changes.

    >>> simplify("楊立昆:兩億、瞭解")
    '杨立昆:两亿、了解'
    """
    return text.translate(_script())


def small_letters(text: str) -> str:
    """Latin capitals as small letters, one for one.

    >>> small_letters("ÄCEO Wang")
    'äceo wang'
    """
    return text.lower() if text.isascii() else text.translate(small_table())


@cache
def opencc_table(name: str) -> Mapping[str, tuple[str, ...]]:
    """A table of OpenCC's: each character with those that it may become, the commonest first.

    >>> opencc_table("STCharacters")["发"]
    ('發', '髮')
    """
    lines = read_data(__package__, "opencc", f"{name}.txt").splitlines()
    rows = (line.split("\t") for line in lines if "\t" in line)
    return {one: tuple(others.split()) for one, others in rows}


@cache
def character_table(folds: frozenset[str] = frozenset(FOLDS)) -> Mapping[int, str]:
    """One table of characters for those of the folds that replace one character by one."""
    tables = {"width": _width(), "quotes": _quotes(), "script": _script()}
    chosen = [table for name, table in tables.items() if name in folds]
    characters = sorted({code for table in chosen for code in table})
    return {code: _through(chr(code), chosen) for code in characters}


@cache
def small_table() -> Mapping[int, str]:
    """The Latin capitals and what small letters they are."""
    letters = ((code, chr(code).lower()) for code in range(ord("A"), 0x250))
    return {code: small for code, small in letters if len(small) == 1 and small != chr(code)}


@cache
def _places(size: int) -> array[int]:
    """0, 1, 2, …: slices of one array cost next to nothing."""
    return array("q", range(size))


def _through(character: str, tables: Sequence[Mapping[int, str]]) -> str:
    for table in tables:
        character = character.translate(table)
    return character


def _level(given: Folded, folds: frozenset[str]) -> Folded:
    """With one character for another."""
    return Folded(given.text.translate(character_table(folds)), given.offsets, given.ends)


def _composed(given: Folded) -> Folded:
    """In NFC; each character of a cluster that changes has the place of the whole cluster.

    A heap of more marks than any writing has stays as it is.
    """
    letters: list[str] = []
    offsets, ends = array("q"), array("q")
    for start, end in _clusters(given.text):
        cluster = given.text[start:end]
        composed = unicodedata.normalize("NFC", cluster) if len(cluster) <= MOST_MARKS else cluster
        letters.append(composed)
        offsets.extend([given.offsets[start]] * len(composed))
        ends.extend([given.ends[end - 1]] * len(composed))
    return Folded("".join(letters), offsets, ends)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Where a character and the marks on it begin and end."""
    starts = [at for at, character in enumerate(text) if at == 0 or not _is_mark(character)]
    return zip(starts, [*starts[1:], len(text)], strict=True)


def _is_mark(character: str) -> bool:
    korean = "\u1161" <= character <= "\u11ff"
    return korean or unicodedata.category(character).startswith("M")


def _spaced(given: Folded) -> Folded:
    """Without white space, except one space where it alone keeps two runs apart."""
    text, offsets, ends, done = given.text, array("q"), array("q"), 0
    pieces: list[str] = []
    for gap in SPACE.finditer(text):
        keep = _keeps_apart(text, gap)
        until = gap.start() + keep
        pieces += (text[done : gap.start()], " " * keep)
        offsets.extend(given.offsets[done:until])
        ends.extend(given.ends[done:until])
        done = gap.end()
    if not pieces:
        return given
    offsets.extend(given.offsets[done:])
    ends.extend(given.ends[done:])
    return Folded("".join([*pieces, text[done:]]), offsets, ends)


def _keeps_apart(text: str, gap: re.Match[str]) -> bool:
    around = text[max(gap.start() - 1, 0) : gap.start()] + text[gap.end() : gap.end() + 1]
    return bool(APART.fullmatch(around)) and bool(HAS_VISIBLE.search(gap[0]))


@cache
def _width() -> Mapping[int, str]:
    """Full and half width, and the dots between the parts of a name."""
    codes = [code for first, last in DOUBLE_WIDTH for code in range(first, last + 1)]
    narrow = {code: unicodedata.normalize("NFKC", chr(code)) for code in codes}
    return {
        **{code: one for code, one in narrow.items() if len(one) == 1 and one != chr(code)},
        **dict.fromkeys(map(ord, DOTS), "·"),
        ord("〜"): "~",
    }


@cache
def _quotes() -> Mapping[int, str]:
    return {**dict.fromkeys(map(ord, QUOTATION_MARKS), '"'), **dict.fromkeys(map(ord, DASHES), "-")}


@cache
def _script() -> Mapping[int, str]:
    """OpenCC's character dictionaries as one table to simplified characters."""
    table = WITHOUT_OPENCC | {rare: others[0] for rare, others in _opencc("TSCharacters")}
    settled = frozenset(table.values())
    variants = [*_opencc("TWVariantsRev"), *_opencc("HKVariantsRev")]
    pairs = [(one, other) for one, others in variants for other in others]
    pairs += [(other, one) for one, others in _opencc("STCharacters") for other in others]
    for loose, target in (*pairs, *((other, one) for one, other in pairs)):
        end = _last(table, target)
        if loose not in table and loose not in settled and loose != end:
            table[loose] = end
    return {ord(character): _last(table, character) for character in table}


def _last(table: Mapping[str, str], character: str) -> str:
    while character in table:
        character = table[character]
    return character


def _opencc(name: str) -> list[tuple[str, list[str]]]:
    """A table of OpenCC without the characters that stay themselves."""
    return [(one, [other for other in others if other != one]) for one, others in opencc_table(name).items()]
