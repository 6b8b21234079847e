"""How far two values are apart, as the sentences of the export say it."""

from __future__ import annotations

import pytest

from build_tools.evidence.positions import Position
from build_tools.evidence.separators import Separators
from build_tools.exports.conflict_lines import say
from build_tools.findings.differences import denial, value_difference
from build_tools.model import DifferenceKind, EntityId, Stance, Verdict
from build_tools.values import as_percent, parse_edtf, parse_quantity
from tests.evidence.world import known, parse_value

QUANTITIES = [
    ("143亿美元", "148亿美元", "143亿美元 and 148亿美元 differ by 3.5 %; no rounding reconciles them"),
    ("148亿美元", "143亿美元", "148亿美元 and 143亿美元 differ by 3.5 %; no rounding reconciles them"),
    ("30%", "71%", "30% and 71% differ by 41 percentage points; no rounding reconciles them"),
    ("20亿美元", "71亿美元", "20亿美元 and 71亿美元 differ by a factor of 3.6"),
    ("101人", "187人", "101人 and 187人 differ by 85 %; no rounding reconciles them"),
    ("数十名", "600名", "数十名 and 600名 differ by a factor of 60"),
    ("3人", "3亿亿亿亿人", f"3人 and 3亿亿亿亿人 differ by a factor of {10**32}"),
    ("140亿美元", "143亿美元", "140亿美元 and 143亿美元 are the same when rounded"),
    ("143亿美元", "$14.3bn", "143亿美元 and $14.3bn are the same"),
    ("超过140亿美元", "143亿美元", "超过140亿美元 and 143亿美元 fit; one is less precise"),
    ("7000亿", "1000亿美元", "7000亿 and 1000亿美元 cannot be compared: one gives no unit"),
    ("1000亿美元", "7000亿", "1000亿美元 and 7000亿 cannot be compared: one gives no unit"),
    ("5亿欧元", "5亿美元", "5亿欧元 and 5亿美元 cannot be compared: they are in different units"),
]
DATES = [
    ("2025年6月12日", "2025年6月20日", "2025年6月12日 and 2025年6月20日 are 8 days apart"),
    ("2025年6月12日", "2025年6月11日", "2025年6月12日 and 2025年6月11日 are a day apart"),
    ("2025年7月", "2025年6月12日", "2025年7月 and 2025年6月12日 differ"),
    ("1984年", "1985年", "1984年 and 1985年 differ"),
    ("2025年6月", "2025年6月12日", "2025年6月 and 2025年6月12日 fit; one is less precise"),
]


def test_a_third_in_percents_is_not_measured_without_end() -> None:
    third, other = parse_quantity("三分之一"), parse_quantity("41%")
    assert third
    assert other
    said = say(value_difference(as_percent(third), other), "三分之一", "41%")
    assert said == "三分之一 and 41% differ by 7.7 percentage points; no rounding reconciles them"


@pytest.mark.parametrize(("a", "b", "words"), QUANTITIES)
def test_quantities(a: str, b: str, words: str) -> None:
    assert say(value_difference(parse_value("value", a), parse_value("value", b)), a, b) == words


@pytest.mark.parametrize(("a", "b", "words"), DATES)
def test_dates(a: str, b: str, words: str) -> None:
    assert say(value_difference(parse_value("date", a), parse_value("date", b)), a, b) == words


def test_roles_and_denials() -> None:
    found = value_difference(parse_value("role", "cto"), parse_value("role", "coo"))
    assert say(found, "CTO", "COO") == "CTO and COO differ"
    told = position("20亿美元", Stance.AFFIRMS)
    assert denial(told, told) is None
    denied = denial(position("20亿美元", Stance.DENIES), told)
    assert denied
    assert say(denied, "20亿美元", "") == "one says 20亿美元, the other denies it"


def test_a_denial_of_one_value_leaves_another_be() -> None:
    beside = denial(position("30亿美元", Stance.AFFIRMS), position("20亿美元", Stance.DENIES))
    assert beside
    assert (beside.verdict, beside.gap) == (Verdict.INCOMPARABLE, DifferenceKind.NONE)


def position(words: str, stance: Stance) -> Position:
    return Position(EntityId("price"), parse_value("value", words), stance, Separators(), ())


@pytest.mark.parametrize(
    ("one", "other", "gap", "minutes"),
    [
        ("2034-03-08T21:30", "2034-03-09T02:58", DifferenceKind.MINUTES, "328"),
        ("2031-11-18T18:07+05:00", "2031-11-18T13:09Z", DifferenceKind.MINUTES, "2"),
        ("2034-03-08T21:30", "2034-03-09", DifferenceKind.OTHER, ""),
        ("2034-03-08", "2034-03-09", DifferenceKind.DAY, "1"),
    ],
)
def test_times_of_day_are_minutes_apart_and_never_a_day(
    one: str, other: str, gap: DifferenceKind, minutes: str
) -> None:
    found = value_difference(known(parse_edtf(one), one), known(parse_edtf(other), other))
    assert (found.verdict, found.gap, str(found.amount or "")) == (Verdict.CONFLICT, gap, minutes)
