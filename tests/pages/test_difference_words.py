"""How two values stand to each other, in plain words."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from html import unescape
from itertools import combinations

import pytest

from build_tools.findings import survey
from build_tools.model import (
    ClaimId,
    Conflict,
    ConflictId,
    Difference,
    DifferenceKind,
    EntityId,
    PropertyId,
    Rule,
    Side,
    Stance,
    Statement,
    StatementGroup,
    Value,
    Verdict,
)
from build_tools.pages.parts.difference_words import comparisons, message
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.view import View
from build_tools.values import parse_date, parse_quantity
from build_tools.website.addresses import HOME
from build_tools.website.editions import EDITIONS
from tests.pages.small import CLAIMS, dossier


def value(words: str) -> Value:
    day = parse_date(words, None)
    found = day if day and day.edtf else parse_quantity(words)
    assert found is not None
    return found


def said(edition: str, *statements: Statement, disputed: bool = True) -> str:
    sides = tuple(Side(EntityId("price"), each.value, each.stance, each.claims) for each in statements)
    conflict = Conflict(
        ConflictId("x"),
        Rule.DENIED,
        EntityId("price"),
        PropertyId("value"),
        sides,
        clashes=tuple(combinations(range(len(sides)), 2)),
    )
    group = StatementGroup(EntityId("price"), PropertyId("value"), statements)
    given = replace(dossier(), conflicts=(conflict,) if disputed else (), groups=(group,))
    context = Context(View(survey(given), EDITIONS[edition]), HOME)
    return unescape(re.sub(r"<[^>]+>", "", comparisons(context, group)))


def affirmed(words: str, stance: Stance = Stance.AFFIRMS) -> Statement:
    given = value(words)
    claim = replace(CLAIMS[0], id=ClaimId(f"c-{words}-{stance}"), value=given)
    return Statement(given, stance, (claim,))


@pytest.mark.parametrize(
    ("one", "other", "sentence"),
    [
        ("143亿美元", "$14.3bn", "US$14.3 billion and $14.3 billion: the same."),
        (
            "超过140亿美元",
            "143亿美元",
            "over US$14 billion and US$14.3 billion: one is less precise, and fits.",
        ),
        (
            "143亿美元",
            "148亿美元",
            "US$14.3 billion and US$14.8 billion differ by 3.5%, more than rounding explains.",
        ),
        (
            "7000亿",
            "1000亿美元",
            "700 billion and US$100 billion cannot be compared: no currency given.",
        ),
        (
            "100人",
            "1000亿美元",
            "100 people and US$100 billion cannot be compared: they are in different units.",
        ),
        ("30%", "49%", "30% and 49% differ by 19 percentage points."),
        ("10亿美元", "300亿美元", "US$1 billion and US$30 billion differ by a factor of 30."),
        (
            "2025年6月12日",
            "2025年6月20日",
            "12 June 2025 and 20 June 2025 are 8 days apart.",
        ),
        ("2025年6月12日", "2025年6月11日", "12 June 2025 and 11 June 2025 are a day apart."),
        ("2024年", "2025年", "2024 and 2025 differ."),
        ("2025年6月", "2025年6月12日", "June 2025 and 12 June 2025: one is less precise, and fits."),
    ],
)
def test_two_values(one: str, other: str, sentence: str) -> None:
    assert sentence in said("en", affirmed(one), affirmed(other))


def test_a_denial() -> None:
    denied = affirmed("143亿美元", Stance.DENIES)
    assert "The other denies it" in said("en", affirmed("143亿美元"), denied)
    assert "One says: US$14.3 billion. The other" in said("en", denied, affirmed("143亿美元"))
    assert said("en", affirmed("148亿美元"), denied) == ""


def test_a_denial_of_the_thing_itself() -> None:
    found = Difference(Verdict.CONFLICT, DifferenceKind.DENIED)
    told = Statement(None, Stance.AFFIRMS, (CLAIMS[0],))
    assert message(found, told, replace(told, stance=Stance.DENIES)).startswith("One says that it happened.")


def test_values_that_no_rule_sets_against_each_other_are_not_said_to_clash() -> None:
    assert said("en", affirmed("143亿美元"), affirmed("148亿美元"), disputed=False) == ""


def test_three_values_make_three_pairs() -> None:
    assert said("zh-Hans", *map(affirmed, ("143亿美元", "148亿美元", "153亿美元"))).count("相差") == 3


def test_exact_numbers_are_printed_without_exponents() -> None:
    assert f"{Decimal('3.5'):f}%" in said("en", affirmed("143亿美元"), affirmed("148亿美元"))


def test_times_of_two_days_are_hours_apart() -> None:
    late, early = affirmed("2034-03-08T21:30"), affirmed("2034-03-09T02:58")
    shown = said("en", late, early)
    assert "are 5 hours 28 minutes apart." in shown
    assert "day apart" not in shown
    assert "相差5小时28分钟" in said("zh-Hans", late, early).replace(" ", "")
    assert "are one minute apart" in said("en", affirmed("2034-03-08T21:31"), affirmed("2034-03-08T21:32"))
    assert "are 6 days apart" in said("en", affirmed("2034-03-08T21:30"), affirmed("2034-03-14T20:00"))


def test_a_time_without_a_zone_is_taken_as_of_the_place_of_the_other() -> None:
    zoned, bare = affirmed("2034-03-08T21:30+08:00"), affirmed("2034-03-08T22:10")
    shown = said("en", zoned, bare)
    assert "are 40 minutes apart. One of these times names no time zone" in shown
    assert "没有注明时区" in said("zh-Hans", zoned, bare)
    assert "没有注明时区" not in said("zh-Hans", zoned, affirmed("2034-03-08T14:10Z"))
    assert "time zone" not in said("en", bare, affirmed("2034-03-08"))
