"""What may not be cut: each text with a stroke at every place where it may."""

from __future__ import annotations

import pytest

from build_tools.model import Span
from build_tools.text.runs import cuts_at, cuts_run


@pytest.mark.parametrize(
    "pieces",
    [
        "裁|减|287|人",
        "三百|人",
        "第|三百|人",
        "3百|人",
        "148 億|美|元",
        "1.5亿|元",
        "10,000|台",
        "1,5",
        "十多萬|合|同|工",
        "10多万|人",
        "数百亿|美|元",
        "数|据",
        "三分之一|的",
        "百分之五|的",
        "三点五亿|的",
        "1亿2千万|元",
        "2025|年|6|月|12|日|,|14|人",
        "为|-5|%",
        "约|−5|%",
        "约|–5|%",
        "18|-|34|岁",
        "6|月|-|9|月",
        "5|%|-|10|%",
        "2021|-|2024|年",
        "—|—|5|%",
        "2024| |5|人",
        "OpenAI|等",
        "CEO|Alexandr| |Wang",
        "OpenAI|ChatGPT",
        "CEOs|和|LLMs",
        "GPT|-|4|o",
        "Llama| |4",
        "V|3.5",
        "YCombinator",
        "ＣＥＯ|Ａｌｅｘａｎｄｒ",
        "Ｍｅｔａ|的",
        "Cafe\u0301|社",
        "一|塌|糊|涂",
    ],
)
def test_only_here_may_be_cut(pieces: str) -> None:
    text = pieces.replace("|", "")
    cut = "".join(letter if at == 0 or cuts_at(text, at) else f"|{letter}" for at, letter in enumerate(text))
    assert cut == pieces


def test_a_passage_is_cut_at_either_end() -> None:
    text = "先裁287人,OpenAI"
    assert cuts_run(text, Span(3, 6))
    assert cuts_run(text, Span(2, 9))
    assert not cuts_run(text, Span(2, 6))
    assert not cuts_run(text, Span(0, len(text)))
