"""What a text is found by, and what a query is looked up by."""

from __future__ import annotations

import pytest

from build_tools.website.search_words import fold_words, moved_point, name_word, page_words, query_words


def finds(query: str, text: str) -> bool:
    """Whether a text has each word of a query, or one that begins so."""
    words = set(page_words(text))
    return all(any(word.startswith(sought) for word in words) for sought in query_words(query))


FINDS = """
楊立昆 | 杨立昆离开了
杨立昆 | 楊立昆離開了
紮克伯格 | 扎克伯格
克伯 | 扎克伯格
昆 | 楊立昆
立 | 楊立昆
143亿 | US$14.3 billion
$14.3 billion | 143億美元
143億美元 | 143亿美元
14.3 | 143亿美元
143 | $14.3 billion
150万 | 1.5 million
1.5萬億 | 1.5 trillion
600人 | 裁员600人
600 | 裁員600人
裁員600人 | 裁员600人
49% | 49％ 的股份
49 percent | 49%
10,000 | 10000 people
２０２５年 | 2025年10月
Llama 4 | Llama 4推出
Llama 4推出 | Llama 4推出
llam | Llama
cafe | Café
晶片 | 自研芯片
芯片 | 自研晶片
人工智慧 | 人工智能
Meta裁员 | Meta裁員600人
"""
DIFFERS = """
143亿 | 1430亿美元
143亿 | 143万
14.3 billion | 14.3 million
49% | 49人
600人 | 600美元
立昆 | 昆立
Meta | Beta
14.3 | 143人
5月 | 15月
"""


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().split("\n")]


@pytest.mark.parametrize(("query", "text"), rows(FINDS))
def test_a_query_finds_what_means_the_same(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(("query", "text"), rows(DIFFERS))
def test_it_does_not_find_what_means_something_else(query: str, text: str) -> None:
    assert not finds(query, text)


def test_every_character_of_a_run_begins_a_word() -> None:
    assert list(page_words("扎克伯格")) == ["扎克", "克伯", "伯格", "格"]


def test_a_long_number_keeps_all_its_digits() -> None:
    assert moved_point("1234567890123456789012345678901", 8) == "123456789012345678901234567890100000000"
    assert moved_point("0.5", 0) == "0d5"


def test_a_word_that_never_ends_is_cut() -> None:
    assert [len(word) for word in page_words("a" * 10_000)] == [60]
    assert max(map(len, page_words("1" * 10_000))) == 60
    assert len(name_word("a" * 10_000)) == 62


def test_folding_is_done_once_for_all() -> None:
    text = "Ǖ ﬁ ① ﷺ 한국 が 臺灣髮 \u0301"
    assert fold_words(fold_words(text)) == fold_words(text) == "u fi 1 صلى الله عليه وسلم 한국 か 台湾发 "
