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
        (
            "全国人口为8340万人，低于预测的8520万人",
            "the country has 83.4 million people, fewer than the 85.2 forecast",
            False,
        ),
        (
            "人口8340万，低于预测的8520万",
            "a population of 85.2 million, fewer than the 83.4 million forecast",
            True,
        ),
        ("比2036年的7910万人增加300万人", "3 million more than the 79.1 million of 2036", False),
        ("户均人口由2.6人降至2.2人", "people per household fell to 2.2 from 2.6", False),
        ("11400名选手中6250人完赛", "of the 11,400 runners 6,250 finished", False),
        ("11400名选手中6250人完赛", "Of the 6,250 runners 11,400 finished", True),
        ("主梁出现26条裂缝，最长40厘米", "26 cracks were found, the longest 40 centimetres", False),
        ("主梁出现26条裂缝，最长40厘米", "40 cracks were found, the longest 26 centimetres", True),
        ("3人获救，另有3人失踪", "3 people were rescued and 3 are missing", False),
    ],
)
def test_counts_keep_their_order(quote: str, translation: str, exchanged: bool) -> None:
    assert (exchanged_numbers(quote, translation) is not None) is exchanged
