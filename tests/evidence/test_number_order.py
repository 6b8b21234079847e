"""Which numbers of a translation are given to each other's things."""

from __future__ import annotations

import pytest

from build_tools.evidence.proving.number_order import exchanged_numbers


@pytest.mark.parametrize(
    ("quote", "translation", "exchanged"),
    [
        ("12人死亡，30人受伤", "12 people died and 30 were injured", False),
        ("12人死亡，30人受伤", "30 people died and 12 were injured", True),
        ("召回48万辆汽车，其中11万辆已出口", "recalls 480,000 cars, 110,000 of them exported", False),
        ("召回48万辆汽车，其中11万辆已出口", "recalls 110,000 cars, 480,000 of them exported", True),
        ("24名代表中13名反对", "13 of the 24 delegates were against", False),
        ("24名代表中13名反对", "24 of the 13 delegates were against", True),
        ("学生比去年的300人少了40人", "40 pupils fewer than the 300 of last year", False),
        ("以143亿美元收购49%的股份", "bought 49% for $14.3 billion", False),
        ("3人获救，另有3人失踪", "3 people were rescued and 3 are missing", False),
    ],
)
def test_counts_keep_their_order(quote: str, translation: str, exchanged: bool) -> None:
    assert (exchanged_numbers(quote, translation) is not None) is exchanged
