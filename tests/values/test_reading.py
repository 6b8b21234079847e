"""A passage's readings are those of its article, and what the cut leaves is read again."""

from __future__ import annotations

import pytest

from build_tools.model import Span
from build_tools.values import parse_edtf, read_values, readings_within

TEXT = "2025年6月12日,Meta以超过140亿美元收购49%的股份,并裁减287人。"


@pytest.mark.parametrize(
    ("words", "raws"),
    [
        ("Meta以超过140亿美元收购49%", ["超过140亿美元", "49%"]),
        ("140亿美元收购", ["140亿美元"]),
        ("6月12日,Meta", ["6月12日"]),
        ("Meta", []),
        (TEXT, ["2025年6月12日", "超过140亿美元", "49%", "287人"]),
    ],
)
def test_readings_of_a_passage(words: str, raws: list[str]) -> None:
    published = parse_edtf("2025-06-21")
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    found = readings_within(read_values(TEXT, published), span, TEXT, published)
    assert [one.raw for one in found] == raws
    assert [TEXT[one.span.start : one.span.end] for one in found] == raws
