"""Values as text and as order."""

from __future__ import annotations

import pytest

from build_tools.evidence.keys import value_key, value_order
from build_tools.values import parse_date, parse_quantity
from tests.evidence.world import known


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("143億美元", "exact 14300000000 USD"),
        ("$14.3bn", "exact 14300000000 USD"),
        ("超过30亿美元", "over 3000000000 USD"),
        ("数百人", "several [100, 1000) person"),
        ("20至30人", "range [20, 30] person"),
    ],
)
def test_a_quantity_in_one_line(words: str, key: str) -> None:
    assert value_key(parse_quantity(words)) == key


def test_quantities_by_size_within_their_unit() -> None:
    ordered = [
        *("7000亿", "不到5亿美元", "30亿美元", "超过30亿美元", "150亿美元"),
        *("12人", "20至25人", "20至30人", "数百人"),
    ]
    values = [known(parse_quantity(words), words) for words in reversed(ordered)]
    assert [one.raw for one in sorted(values, key=value_order)] == ordered


def test_dates_by_their_days() -> None:
    ordered = ["2024年", "2025年", "2025年6月", "2025年6月12日", "2025年7月"]
    values = [known(parse_date(words), words) for words in reversed(ordered)]
    assert [one.raw for one in sorted(values, key=value_order)] == ordered
