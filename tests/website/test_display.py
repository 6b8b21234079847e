"""Figures and dates in the reader's manner."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from build_tools.model import DateValue, Interval, Qualifier, Quantity
from build_tools.values import parse_date, parse_quantity
from build_tools.website.editions import EDITIONS, Edition
from tests.cases import Case, read_cases


def shown(words: str, edition: Edition) -> str:
    day = parse_date(words, None)
    if day and day.edtf:
        return edition.date(day)
    figure = parse_quantity(words)
    assert figure, words
    return edition.quantity(figure)


@pytest.mark.parametrize("case", read_cases("display"), ids=str)
def test_display(case: Case) -> None:
    assert [shown(case.input, edition) for edition in EDITIONS.values()] == case.expected.split("\n")


@pytest.mark.parametrize(
    ("edtf", "english", "chinese"),
    [
        ("2025-12~", "about December 2025", "约2025年12月"),
        ("2025-22", "summer 2025", "2025年夏"),
        ("2025-04/2025-06", "quarter 2 of 2025", "2025年第2季度"),
        ("2025-05/2025-08", "May to August 2025", "2025年5月至8月"),
        ("2025-06-20/2025-07-03", "20 June to 3 July 2025", "2025年6月20日至7月3日"),
        ("2024-12/2025-02", "December 2024 to February 2025", "2024年12月至2025年2月"),
        ("2024/2025", "2024 to 2025", "2024年至2025年"),
        ("2025-06/2025-07-03", "June 2025 to 3 July 2025", "2025年6月至2025年7月3日"),
        ("202X", "202X", "202X"),
    ],
)
def test_edtf(edtf: str, english: str, chinese: str) -> None:
    value = DateValue(edtf, date(2025, 1, 1), date(2025, 1, 1))
    assert (EDITIONS["en"].date(value), EDITIONS["zh-Hans"].date(value)) == (english, chinese)


def test_an_unresolved_date_is_shown_as_written() -> None:
    assert EDITIONS["en"].date(DateValue(None, None, None, raw="8天后")) == "8天后"


@pytest.mark.parametrize(
    ("value", "unit", "english", "chinese"),
    [
        ("1", "person", "1 person", "1人"),
        ("1234567", None, "1,234,567", "1,234,567"),
        ("1234", "person", "1,234 people", "1234人"),
        ("1252000000.00", None, "1.252 billion", "12.52亿"),
        ("2000000000000", "CNY", "CN¥2 trillion", "2万亿人民币"),
        ("5", "CHF", "CHF 5", "5瑞士法郎"),
        ("1", "GW", "1 GW", "1 GW"),
        ("32", "rank", "rank 32", "第32名"),
        ("0.5", "pp", "0.5 percentage points", "0.5个百分点"),
    ],
)
def test_units(value: str, unit: str | None, english: str, chinese: str) -> None:
    number = Decimal(value)
    point = Interval(number, number)
    figure = Quantity(number, point, point, Qualifier.EXACT, unit)
    assert (EDITIONS["en"].quantity(figure), EDITIONS["zh-Hans"].quantity(figure)) == (english, chinese)


def test_a_month_in_few_letters() -> None:
    months = [edition.month(date(2025, 6, 12)) for edition in EDITIONS.values()]
    assert months == ["Jun 2025", "2025年6月", "2025年6月"]
