"""Two numbers that make one range: 18-34岁, 10到20亿, more than 10 and less than 20."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from build_tools.model import Interval, Qualifier
from build_tools.values.grammar.chinese_worth import HUNDRED, TEN
from build_tools.values.grammar.compiled import pattern, worded
from build_tools.values.grammar.exclusions import is_figure
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.measures import may_be_rate
from build_tools.values.grammar.numeral import DIVISION, Numeral, times
from build_tools.values.grammar.phrases import NO_UNIT, SIZES, Phrase, Unit
from build_tools.values.grammar.shared_sizes import are_neighbours, with_size_of
from build_tools.values.intervals import open_end, rounded

LOWER = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
UPPER = frozenset({Qualifier.UNDER, Qualifier.AT_MOST})
BOUNDS = LOWER | UPPER
AGE, OF_A_YEAR = (
    "year-person",
    {"month": Decimal(12), "month-person": Decimal(12), "week": Decimal(52), "day": Decimal(365)},
)
LARGEST_AFTER_PART = 12  # half to 12 hours
FAR = 16  # the most that is between two ends


@dataclass(frozen=True, slots=True)
class Joined:
    """A range made of two phrases."""

    tight: Interval
    loose: Interval
    unit: Unit
    numeral_unit: str | None
    start: int
    end: int
    qualifier: Qualifier = Qualifier.RANGE
    share: bool = False


def join_ranges(phrases: Sequence[Phrase], text: str) -> Iterator[Phrase | Joined]:
    """The phrases, with two that make one range as that range."""
    at, count = 0, len(phrases)
    figures = [is_figure(phrase, text) for phrase in phrases]
    while at < count:
        may = at + 1 < count and figures[at + 1] and (figures[at] or phrases[at].numeral.weak)
        near = may and phrases[at + 1].start - phrases[at].end <= FAR
        joined = _joined(phrases[at], phrases[at + 1], text) if near else None
        if joined:
            yield joined
        elif figures[at]:
            yield phrases[at]
        at += 2 if joined else 1


def _joined(left: Phrase, right: Phrase, text: str) -> Joined | None:
    left = _with_letter_of(left, right)
    left = (
        left._replace(numeral=_digits_of(left.numeral, right.numeral))
        if right.numeral.unit == "digits"
        else left
    )
    left = _in_years(left._replace(numeral=_tenths_of(left, right.numeral, text)), right, text)
    gap = text[left.end : right.start] if left.end <= right.start else "…"
    either = worded("range_or").fullmatch(gap)
    if either or _are_ends(gap):
        left = with_size_of(left, right, text, TEN if either else HUNDRED)
    if left.qualifier in BOUNDS and worded("both_bounds").fullmatch(gap):
        return _bounds(left, right)
    if not _are_alike(left, right) or (left.qualifier in BOUNDS and not _is_bound_on_both(left, gap, text)):
        return None
    after = worded("between_after").match(text, right.end)
    window = max(0, left.start - 12)
    before = worded("between_before").search(text[window : left.start])
    if either and are_neighbours(left.numeral, right.numeral):
        return _ends(left, right, left.start, right.end)
    if right.numeral.unit == "digits" and gap in ("- and ", "- or ", " and ", " or ", "-and "):
        return _ends(left, right, left.start, right.end)
    if _is_change(left, right, gap, text):
        return None
    if worded("range_to").fullmatch(gap) or (worded("range_and").fullmatch(gap) and (after or before)):
        start = window + before.start() if before and before["said"] else left.start
        return _ends(left, right, start, after.end() if after else right.end)
    return None


def _are_ends(gap: str) -> bool:
    return bool(worded("range_to").fullmatch(gap) or worded("range_and").fullmatch(gap))


CLAUSE = 90  # letters of a clause before a number
REACH = 7  # words from the verb to the number
NEAR_SUM, NEAR_SHARE = 2, 5  # how many times more the end of a range is


def _is_change(left: Phrase, right: Phrase, gap: str, text: str) -> bool:
    """The wounded rose from 20 to 34, 下跌1.5元至22.4元: from one number to another, or by one to another."""
    if gap in load_lexicon().lists["changed_to"]:
        changed = text.endswith(load_lexicon().lists["changes_han"], 0, left.start)
        return changed and left.measured and _is_far(left, right)
    if gap != " to ":
        return False
    head, lists = text[max(0, left.start - CLAUSE) : left.start].lower(), load_lexicon().lists
    words, changes = pattern("[a-z]+").findall(head), lists["changes"]
    if words and words[-1] == "from":
        clause = pattern("[a-z]+").findall(pattern("[.,;:]\\s").split(head)[-1])
        near = words[-REACH:-1] + (clause[:-1] if left.unit.name or left.unit.money else [])
        return any(word in changes for word in near) and not any(word in lists["ranging"] for word in near)
    by = len(words) > 1 and words[-1] == "by" and words[-2] in changes
    return bool(words) and (words[-1] in changes or by) and _is_far(left, right)


def _is_far(left: Phrase, right: Phrase) -> bool:
    """Rose $1.40 to $83.15: by how much, and to what; rose 3 to 5% is a range."""
    by, to = left.numeral.value, right.numeral.value
    most = NEAR_SUM if left.unit.money or not left.measured else NEAR_SHARE
    return by is not None and to is not None and to > by * most


def _are_alike(left: Phrase, right: Phrase) -> bool:
    """5 to 10%, $3 to 5 billion, 3人到5人; but 5% to 300, and a fifth to 38.20, are two values."""
    whole = _is_large(right.numeral) or _is_sum(right) or not right.measured
    if _is_part(left) and not right.numeral.share and whole:
        return False
    first, last = (one.unit.name or _own_unit(one.numeral) for one in (left, right))
    if first is None and not left.measured:
        return True
    if last is None and not right.measured:
        return _is_open(left)
    return first == last


def _own_unit(numeral: Numeral) -> str | None:
    return numeral.unit if numeral.unit not in ("-", "digits") else None


def _with_letter_of(left: Phrase, right: Phrase) -> Phrase:
    """10m-15m users: both are millions, or both are metres."""
    if (
        left.numeral.letter
        and right.numeral.scale == SIZES[left.numeral.letter]
        and right.numeral.letter == ""
    ):
        return left._replace(numeral=times(left.numeral, right.numeral.scale), unit=NO_UNIT, measured=False)
    return left


def _digits_of(left: Numeral, right: Numeral) -> Numeral:
    """7到9位数: the first number is one of digits too."""
    if right.unit != "digits" or left.value is None or not 0 < left.value < 40 or left.unit:
        return left
    low = Decimal(10) ** (int(left.value) - 1)
    within = Interval(low, low * 10, high_open=True)
    return left._replace(value=None, asserted=within, place=low, coarse=low, unit="digits")


def _in_years(left: Phrase, right: Phrase, text: str) -> Phrase:
    """3個月至81歲: the months of an age in years."""
    if right.unit.name != AGE or left.unit.name not in OF_A_YEAR or left.numeral.value is None:
        return left
    if not worded("range_to").fullmatch(text[left.end : right.start]):
        return left
    value = DIVISION.divide(left.numeral.value, OF_A_YEAR[left.unit.name])
    return left._replace(numeral=left.numeral._replace(value=value), unit=right.unit)


def _tenths_of(left: Phrase, right: Numeral, text: str) -> Numeral:
    """三到四成, 七至八折: the first number is one of tenths too."""
    written, lists = text[right.start : right.end], load_lexicon().lists
    tenths = right.unit == "%" and any(sign in written for sign in (*lists["tenth_sign"], *lists["discount"]))
    first = left.numeral
    bare = (
        first.value is not None and 0 < first.value < TEN and not (left.measured or first.unit or first.share)
    )
    return times(first, TEN) if tenths and bare else first


def _is_part(phrase: Phrase) -> bool:
    """A third, by which something grew: no lower end of what it grew to."""
    return phrase.numeral.share and not phrase.measured


def _is_sum(phrase: Phrase) -> bool:
    """Money, or a count that is no part: what is measured in miles or hours may begin at a half."""
    return phrase.unit.money or phrase.unit.name in ("person", "device")


def _is_large(numeral: Numeral) -> bool:
    """By a quarter to 6,000: what a part is no end of."""
    return numeral.scale > 1 or (numeral.value is not None and numeral.value > LARGEST_AFTER_PART)


def _is_open(phrase: Phrase) -> bool:
    """Whether nothing closes the number behind, as a unit does; doubled is closed by itself."""
    return phrase.end == phrase.numeral.end and phrase.numeral.unit in (None, "%")


def _is_bound_on_both(left: Phrase, gap: str, text: str) -> bool:
    """超过30-50人; but 从不到3%到5% are two values."""
    return bool(_is_open(left) and worded("range_to").fullmatch(gap)) and not worded("range_from").search(
        text[max(0, left.start - 5) : left.start]
    )


def _ends(left: Phrase, right: Phrase, start: int, end: int) -> Joined | None:
    last = right.numeral
    first = _with_scale_of(left.numeral, last)
    low, high = _within(first, left), _within(last, right)
    if low.low is None or high.low is None or high.high is None:
        return None
    if not low.low <= high.low or low.low == high.high:
        return None
    tight = Interval(low.low, high.high, low.low_open, high.high_open)
    lowest = low.low if first.asserted else rounded(low.low, first.place).low
    highest = high.high if last.asserted else rounded(high.high, last.place).high
    loose = Interval(lowest, highest, low.low_open, high_open=True)
    if left.qualifier in BOUNDS:
        tight = loose = open_end(left.qualifier, tight)
    said = left.qualifier if left.qualifier in BOUNDS else Qualifier.RANGE
    if left.ordinal or right.ordinal:
        return Joined(tight, loose, NO_UNIT, "rank", start, end, said)
    unit = _per(left, right, _unit(left.unit, right.unit))
    shares = first.share and last.share
    return Joined(tight, loose, unit, _own_unit(last) or _own_unit(first), start, end, said, shares)


def _unit(first: Unit, last: Unit) -> Unit:
    """The second names the unit of both, but 人民币3亿元至4亿元 names its currency first."""
    surer = first.name == last.name and not first.assumed
    return first if surer or not last.name else last


def _per(left: Phrase, right: Phrase, unit: Unit) -> Unit:
    """每小时15至20公里: what is before the first end counts for both."""
    said = left.per and not right.per and unit.name and may_be_rate(unit.name, left.per)
    return replace(unit, name=f"{unit.name}-per-{left.per}") if said else unit


def _with_scale_of(first: Numeral, last: Numeral) -> Numeral:
    """In 10到20亿 and 几十到几百亿 both ends are counted in 亿."""
    low, high = _least(first), _least(last)
    if first.scale != 1 or last.scale == 1 or low is None or high is None or low * last.scale >= high:
        return first
    return times(first, last.scale)


def _least(numeral: Numeral) -> Decimal | None:
    return numeral.asserted.low if numeral.asserted else numeral.value


def _within(numeral: Numeral, phrase: Phrase) -> Interval:
    if numeral.asserted:
        return numeral.asserted
    value = -numeral.value if phrase.negative and numeral.value is not None else numeral.value
    return Interval(value, value)


def _bounds(left: Phrase, right: Phrase) -> Joined | None:
    if left.measured and right.measured and left.unit.name != right.unit.name:
        return None
    if right.qualifier not in BOUNDS or (left.qualifier in LOWER) == (right.qualifier in LOWER):
        return None
    lower, upper = (left, right) if left.qualifier in LOWER else (right, left)
    low, high = lower.numeral.value, upper.numeral.value
    if low is None or high is None or not low < high:
        return None
    within = Interval(low, high, lower.qualifier is Qualifier.OVER, upper.qualifier is Qualifier.UNDER)
    unit = right.unit if right.measured else left.unit
    return Joined(within, within, unit, _own_unit(right.numeral), left.start, right.end)
