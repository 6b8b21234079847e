"""A numeral with the words that stand by it: sign, unit, currency, and how firmly it is put."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.model import Qualifier
from build_tools.values.numerals import Numeral, find_numerals
from build_tools.values.words import Unit, alternatives, load_words

WORDS = load_words()
NO_UNIT = Unit(None)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A numeral in its words; `measured` where a unit or a counting word stands by it."""

    numeral: Numeral
    start: int
    end: int
    unit: Unit = NO_UNIT
    measured: bool = False
    qualifier: Qualifier = Qualifier.EXACT
    precise: bool = False
    negative: bool = False
    half_more: bool = False


def _whole(words: Iterable[str]) -> str:
    """The words, a Latin one only where no letter follows it."""
    return f"(?:(?i:{alternatives(words)})(?:(?<![A-Za-z])|(?![A-Za-z])))"


def _backwards(words: Iterable[str]) -> str:
    """The words for a search from the numeral to the left, a Latin one only where it is whole."""
    latin = [word[::-1] for word in words if word[0].isascii() and word[0].isalpha()]
    other = [word[::-1] for word in words if not (word[0].isascii() and word[0].isalpha())]
    return f"(?:{alternatives(other)}|(?i:{alternatives(latin)})(?![A-Za-z]))"


NOT_MONEY = "(?:(?<![元圆块])|(?![宇旦件素首气老年帅凶勋音月桌头]))"
NOT_MORE = "多(?![次位名个家种元数样年项方国亿万])|余(?![下额地生])"
AFTER = re.compile(
    rf"(?P<more> {{0,2}}(?:多|余(?![下额地生])|来(?=[个名人位岁年天])|\+))?"
    rf"(?: {{0,4}}(?P<unit>{_whole(WORDS.units_after)}){NOT_MONEY})?"
    rf"(?P<half>半(?![夜导径价]))?(?P<late>{NOT_MORE})?"
    rf"(?: {{0,2}}(?P<post>{_whole(word for word in WORDS.after if word not in '多余')}))?"
)
MONEY = _backwards(WORDS.units_before)
FILL = '(?:[了有为是达在到“"]|a |na | ){0,3}'
BEFORE = re.compile(
    rf"(?P<sign>-(?![-\w)%])|负|sunim | evitagen)?"
    rf"(?: {{0,3}}(?P<money>{MONEY}))?(?P<minus>-(?![-\w)%]))?"
    rf"(?:{FILL}(?P<word>{_backwards([*WORDS.before, *WORDS.precisely])}))?"
    rf"(?: {{0,2}}(?P<far_money>{MONEY}))?"
)


def find_phrases(text: str) -> Iterator[Phrase]:
    """The numerals of a text in ordinary digits, each with the words that stand by it."""
    reverse = text[::-1]
    for numeral in find_numerals(text):
        after = AFTER.match(text, numeral.end)
        before = BEFORE.match(reverse, len(text) - numeral.start)
        if after and before:
            yield _dressed(numeral, after, before, text)


def _dressed(numeral: Numeral, after: re.Match[str], before: re.Match[str], text: str) -> Phrase:
    money = before["money"] or before["far_money"]
    early, precise = _early(before, text)
    kept = (
        "sign",
        "money",
        "minus",
        "far_money",
        "word" if early is not Qualifier.EXACT or precise else "sign",
    )
    left = [before.end(name) for name in kept if before[name]]
    return Phrase(
        numeral,
        start=len(text) - max(left, default=before.start()),
        end=max(after.end(), numeral.end),
        unit=_unit(after["unit"], money),
        measured=bool(after["unit"] or money),
        qualifier=_strongest(early, _late(after), numeral.qualifier),
        precise=precise,
        negative=bool(before["sign"] or before["minus"]),
        half_more=bool(after["half"]),
    )


def _unit(after: str | None, before: str | None) -> Unit:
    """The unit after the number, unless it is no currency and one stands before it."""
    named = WORDS.units_after[after.lower()] if after else NO_UNIT
    money = WORDS.units_before[before[::-1].lower()] if before else NO_UNIT
    if named.money and not (named.assumed and before):
        return named
    return money if before else named


def _early(before: re.Match[str], text: str) -> tuple[Qualifier, bool]:
    """What the words before the number say, and whether they say it to the point."""
    word = before["word"][::-1].lower() if before["word"] else ""
    if word and _part_of_another_word(word, len(text) - before.end("word"), text):
        return Qualifier.EXACT, False
    return WORDS.before.get(word, Qualifier.EXACT), word in WORDS.precisely


def _late(after: re.Match[str]) -> Qualifier:
    match (after["more"] or after["late"] or "").strip():
        case "多" | "余":
            return Qualifier.OVER
        case "来":
            return Qualifier.ABOUT
        case "+":
            return Qualifier.AT_LEAST
        case _:
            return WORDS.after.get((after["post"] or "").lower(), Qualifier.EXACT)


def _strongest(*said: Qualifier) -> Qualifier:
    """A bound is stronger than `about`, and what stands first is stronger than what follows."""
    found = [one for one in said if one is not Qualifier.EXACT]
    bounds = [one for one in found if one is not Qualifier.ABOUT]
    return next(iter(bounds + found), Qualifier.EXACT)


def _part_of_another_word(word: str, start: int, text: str) -> bool:
    """最近, 合约 and 高超 are other words than 近, 约 and 超."""
    return start > 0 and text[start - 1] in WORDS.not_after.get(word, "")
