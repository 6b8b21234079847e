"""The figures of a translation: which of its quote it loses, adds, bounds or moves otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from build_tools.evidence.proving.figure_bounds import differing_bound, is_as_firm, is_bounded_before
from build_tools.evidence.proving.number_sides import FIRST_DIGIT, moves_wrongly, turned_sides
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.evidence.proving.retelling import (
    HAN_DIGITS,
)
from build_tools.evidence.proving.told_dates import is_told
from build_tools.evidence.proving.told_figures import is_sure
from build_tools.evidence.proving.wording import listed
from build_tools.evidence.support import may_share_unit
from build_tools.language.senses import Say, has_sense, words_say
from build_tools.language.tables import level_letters, words_of
from build_tools.model import DateValue, Qualifier, Quantity, Reading
from build_tools.problem import Severity
from build_tools.text.folding import fold_plain
from build_tools.values import differing_values, may_both_be, read_quantities

BARE = re.compile(r"\d[\d.]*")
NUMBERS = re.compile(r"\d+(?:\.\d+)?")
LEAST = 1000
TWO_DIGITS = 10
BOUNDED = {
    Qualifier.NEARLY: "the_last",
    Qualifier.OVER: "passes",
    Qualifier.AT_MOST: "passes_not",
}


def differing_figures(english: str, passage: Passage) -> Iterator[tuple[str, Severity]]:
    """What a translation changes of the figures: an error, unless other words may say the same."""
    published, plain = passage.article.source.published, passage.article.lexicon.without_numbered
    differing = differing_values(plain(passage.text), plain(english), published)
    left = _left(*_untold(*differing, english, passage.dates), english, passage)
    if is_sure(*left):
        yield lost_or_added(*left), Severity.ERROR
    elif turned := _differing_bound(passage, english) or _turned_figures(english, passage):
        yield turned, Severity.ERROR
    elif any(left):
        yield lost_or_added(*left), Severity.WARNING


def _untold(
    lost: Sequence[Reading], added: Sequence[Reading], english: str, given: Sequence[DateValue]
) -> tuple[Sequence[Reading], Sequence[Reading]]:
    """What differs without the dates that the translation has in other words, and without those words."""
    told = [one for one in lost if isinstance(one, DateValue) and is_told(one.raw, english)]
    dates = [one for one in added if isinstance(one, DateValue)][: len(told)]
    days = [one for one in added if isinstance(one, Quantity) and _is_day_of(one, (*lost, *given))]
    counted = [one for one in lost if isinstance(one, Quantity) and one.unit == "day" and days]
    return (
        [one for one in lost if one not in (*told, *counted)],
        [one for one in added if one not in (*dates, *days)],
    )


def _is_day_of(rank: Quantity, lost: Sequence[Reading]) -> bool:
    """Whether "14th" is the day of a date: 14日."""
    if rank.unit != "rank" or rank.value is None:
        return False
    return any(re.search(rf"(?<!\d){rank.value:.0f}(?!\d)", fold_plain(one.raw)) for one in lost)


def _left(
    lost: Sequence[Reading], added: Sequence[Reading], english: str, passage: Passage
) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    """What differs beside numbers that the translation does write, and those that are both of a year."""
    yearly = {
        one.span: _by_year(one, added, passage)
        or _in_dollars(one, added, passage)
        or _bounded_otherwise(one, added, english)
        for one in lost
    }
    absent = (one for one in lost if not _is_written(one, english))
    paired = [pair.span for pair in yearly.values() if pair]
    return (
        tuple(one for one in absent if yearly[one.span] is None),
        tuple(one for one in added if one.span not in paired and not _has_digits(one, passage)),
    )


def _has_digits(one: Reading, passage: Passage) -> bool:
    """Whether the quote has the digits of bare numbers, as part of a name or a score: line 3, 71 to 98."""
    if not isinstance(one, Quantity) or one.unit is not None:
        return False
    bare = BARE.fullmatch(one.raw) or one.qualifier is Qualifier.RANGE
    given = fold_plain(passage.text)
    numbered = {found[0] for found in worded("numbered_han").finditer(level_letters(given))}
    return bool(bare) and all(
        HAN_DIGITS.get(each) in numbered
        or re.search(
            rf"(?<!\d)(?<!\d[.,]){re.escape(each)}(?!\d|[.,]\d|{worded.source('counted_han')})", given
        )
        for each in NUMBERS.findall(one.raw)
    )


def _is_written(one: Reading, english: str) -> bool:
    """Whether a number is in the translation as one behind a name: Shi 7,030, at School 47 pupils."""
    if not isinstance(one, Quantity) or one.value is None or one.value % 1:
        return False
    if one.value == 1 and worded("one_of_them").search(english):
        return True
    if one.unit == "rank" and one.value <= len(words_of("ordinals_en")):
        return bool(re.search(rf"(?i:\b{words_of('ordinals_en')[int(one.value) - 1]}\b)", english))
    number = f"{one.value:.0f}"
    counted = bool(re.search(rf"(?<![\d.,]){number}\s[a-z]{{3,}}s\b", english)) or _is_left_bare(
        number, english
    )
    if counted or one.value < LEAST:
        return counted and one.value >= TWO_DIGITS
    return bool(re.search(rf"(?<![\d.,])(?:{one.value:,.0f}|{one.value:.0f})(?![\d%]|[.,]\d)", english))


def _is_left_bare(number: str, english: str) -> bool:
    """Whether a number ends a clause right behind a name: released 112 and the United Front 78."""
    found = re.finditer(rf"\b([A-Z]\w+) {number}(?=[,;.]?(?:\s|$))(?!\s[a-z])", english)
    return any(one[1].lower() not in words_of("months_en") for one in found)


def _by_year(one: Reading, added: Sequence[Reading], passage: Passage) -> Reading | None:
    """What the translation says a year or a day where the quote has 年产能, 每日可产 before the figure."""
    if not isinstance(one, Quantity) or not one.unit or one.value is None:
        return None
    before = level_letters(passage.text[: one.span.start])
    if not (worded("yearly").search(before) or worded("each").search(before)):
        return None
    same = (each for each in added if isinstance(each, Quantity) and each.value == one.value)
    return next(
        (each for each in same if each.unit == one.unit or (each.unit or "").startswith(f"{one.unit}-per-")),
        None,
    )


def _in_dollars(one: Reading, added: Iterable[Reading], passage: Passage) -> Reading | None:
    """What the translation of a text in Traditional letters gives in dollars, where it says 元 alone."""
    if not isinstance(one, Quantity) or passage.article.source.language == "zh-Hans":
        return None
    sums = (each for each in added if isinstance(each, Quantity) and may_both_be(one, each))
    return next((each for each in sums if _is_same_sum(one, each)), None)


def _bounded_otherwise(one: Reading, added: Iterable[Reading], english: str) -> Reading | None:
    """What the translation bounds with a verb or a time: passed 20 percent, the last 8 games."""
    pattern = BOUNDED.get(one.qualifier) if isinstance(one, Quantity) else None
    if not isinstance(one, Quantity) or pattern is None:
        return None
    same = (each for each in added if isinstance(each, Quantity) and each.value == one.value)
    alike = (each for each in same if may_share_unit(one, each))
    return next((each for each in alike if worded(pattern).search(_marked(each, english))), None)


def _marked(number: Quantity, english: str) -> str:
    """A text with a mark in the place of a number."""
    digits = FIRST_DIGIT.search(english, number.span.start, number.span.end)
    start = digits.start() if digits else number.span.start
    return f"{english[:start]}#{english[number.span.end :]}"


def _is_same_sum(one: Quantity, other: Quantity) -> bool:
    same = one.tight == other.tight if one.value is None else one.value == other.value
    return same and is_as_firm(one, other)


def _turned_figures(english: str, passage: Passage) -> str:
    """The first figure that a translation compares or moves the other way about; nothing if none."""
    published = passage.article.source.published
    if sides := turned_sides(passage.text, english, published):
        return f"the quote compares {sides[0]} in another way than the translation does {sides[1]}"
    movement = moves_wrongly(english, published)
    return (
        f"the translation says that something rises or falls {movement}, which it does not"
        if movement
        else ""
    )


def lost_or_added(lost: Sequence[Reading], added: Sequence[Reading]) -> str:
    """What a translation loses or adds, in words; nothing where the figures are the same."""
    left_out, put_in = listed(one.raw for one in lost), listed(one.raw for one in added)
    if left_out and put_in:
        return f"the quote gives {left_out}, the translation {put_in}"
    if left_out:
        return f"the translation leaves out {left_out}"
    return f"the translation gives {put_in}, which the quote does not" if put_in else ""


def _differing_bound(passage: Passage, english: str) -> str:
    """The first figure that has another bound in the translation: 超过140亿 is not "$14 billion"."""
    far = {  # 几乎是…的两倍, 最高可判六年: the word is far from its number
        Qualifier.NEARLY: has_sense(passage.text, "almost"),
        Qualifier.AT_MOST: words_say(passage.text, Say.SUPERLATIVE),
    }
    text, published = passage.article.source.text, passage.article.source.published
    near = tuple(
        one
        for one in read_quantities(english, published)
        if not far.get(one.qualifier) and not is_bounded_before(one, english)
    )
    all_ = (one for one in passage.quantities if not is_bounded_before(one, text))
    figures = (one for one in all_ if not _bounded_otherwise(one, near, english))
    given, told = differing_bound(figures, near)
    return f"the quote gives {given}, the translation {told}" if given else ""
