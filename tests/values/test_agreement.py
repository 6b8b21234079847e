"""Whether a translation keeps the numbers of its quote."""

from __future__ import annotations

import pytest

from build_tools.values import differing_values, parse_edtf

PUBLISHED = parse_edtf("2025-12-20")

SAME = [
    ("以143亿美元收购49%的股份", "bought 49% for $14.3 billion"),
    ("一个月后,他换了一个团队", "A month later he changed his team"),
    ("裁减了600名员工", "laid off 600 employees"),
    ("雇傭了十多萬合同工", "employs more than 100,000 contract workers"),
    ("投入數百億美元", "invested tens of billions of US dollars"),
    ("今年10月下旬", "in late October this year"),
    ("2025年前三季度营收12.52亿", "revenue of 1.252 billion in the first three quarters of 2025"),
    ("短短8天后", "Only eight days later"),
    ("落后近50%", "almost half behind, nearly 50%"),
    ("28岁的汪滔和41岁的扎克伯格", "the 28-year-old Wang and the 41-year-old Zuckerberg"),
    ("Llama 4的失败", "the failure of Llama 4"),
    ("6月18日23 点 25 分", "at 11:25 p.m. on 18 June"),
    ("6月18日十九時五分", "at 19:05 on 18 June"),
    ("6月18日17时", "at 17:00 on 18 June"),
    ("18日17时许", "at about 5 p.m. on the 18th"),
    ("18日上午,代表团抵达", "On the morning of the 18th the delegation arrived"),
    ("八日抵达", "arrived on the 8th"),
    ("周三宣布", "said on Wednesday"),
    ("自2018年以来", "since 2018"),
    ("11月15日前", "before 15 November"),
    ("截至6月18日", "as of 18 June"),
    ("18分钟后", "18 minutes later"),
]


@pytest.mark.parametrize(("quote", "translation"), SAME)
def test_the_same_values_in_other_words(quote: str, translation: str) -> None:
    assert differing_values(quote, translation, PUBLISHED) == ((), ())


@pytest.mark.parametrize(
    ("quote", "translation", "lost", "added"),
    [
        ("以143亿美元收购", "bought for $14.8 billion", ["143亿美元"], ["$14.8 billion"]),
        ("以143亿美元收购", "bought for $1.43 billion", ["143亿美元"], ["$1.43 billion"]),
        ("以1431亿美元收购", "bought for $143 billion", ["1431亿美元"], ["$143 billion"]),
        ("143亿美元", "14.3 billion yuan", ["143亿美元"], ["14.3 billion yuan"]),
        ("8天后离职", "left nine days later", ["8天后"], []),
        ("8天后离职", "left 9 days later", ["8天后"], ["9 days later"]),
        ("裁减了600名员工", "laid off staff", ["600名"], []),
        ("宣布收购", "announced it would pay $300 million", [], ["$300 million"]),
        ("2025年6月12日", "on 12 July 2025", ["2025年6月12日"], ["12 July 2025"]),
        ("先是30人,又有30人", "30 people", ["30人"], []),
        ("6月18日23点25分", "at 11:35 p.m. on 18 June", ["6月18日23点25分"], ["11:35 p.m. on 18 June"]),
    ],
)
def test_what_is_lost_and_what_is_added(
    quote: str, translation: str, lost: list[str], added: list[str]
) -> None:
    found = differing_values(quote, translation, PUBLISHED)
    assert tuple([value.raw for value in side] for side in found) == (lost, added)
