"""Which comparisons and movements of numbers a translation turns round."""

from __future__ import annotations

import pytest

from build_tools.evidence.proving.number_sides import moves_wrongly, turned_sides


@pytest.mark.parametrize(
    ("quote", "translation", "turned"),
    [
        ("造价由170亿元增至380亿元", "the cost rose from 17 billion yuan to 38 billion", False),
        ("造价由170亿元增至380亿元", "the cost is 38 billion yuan, up from 17 billion", False),
        ("造价由170亿元增至380亿元", "the cost rose from 38 billion yuan to 17 billion", True),
        ("车程由94分钟缩短为51分钟", "the ride grows from 51 to 94 minutes", True),
        ("车程由94分钟缩短为51分钟", "the ride shortens from 94 to 51 minutes", False),
        ("一年内63件，前一年同期为41件", "63 cases in a year, against 41 the year before", False),
        ("一年内63件，前一年同期为41件", "41 cases in a year, against 63 the year before", True),
        ("罚款80万元，是原案16万元的五倍", "a fine of 800,000, five times the 160,000 of the draft", False),
        ("罚款80万元，是原案16万元的五倍", "a fine of 160,000, five times the 800,000 of the draft", True),
        ("同比仅上涨0.4%，而4月为0.9%", "rose only 0.4% on the year, compared with 0.9% in April", False),
        ("货运量较前一年成长8%", "8% more freight than the year before", False),
        ("货运量较前一年成长8%", "8% less freight than the year before", True),
        ("比原订时程晚了4年", "4 years later than planned", False),
        ("比原订时程晚了4年", "4 years earlier than planned", True),
        ("至少晚了4年", "at least 4 years late", False),
        ("最多4年", "4 years at most", False),
    ],
)
def test_what_is_compared_with_what(quote: str, translation: str, turned: bool) -> None:
    assert bool(turned_sides(quote, translation)) is turned


@pytest.mark.parametrize(
    ("english", "wrong"),
    [
        ("revenue rose from 5.24 billion yuan a year earlier to 5.89 billion", False),
        ("revenue fell from 5.24 billion yuan a year earlier to 5.89 billion", True),
        ("staff grew from 9 to 12", False),
        ("after sales fell, it moved from 9 offices to 12", False),
        ("the deficit was cut from 12 million to 15 million", True),
    ],
)
def test_a_movement_agrees_with_its_numbers(english: str, wrong: bool) -> None:
    assert bool(moves_wrongly(english)) is wrong
