"""The work of reading a text grows with its length, whatever it holds.

Work is counted in calls, so that no busy machine fails a test; `bench.worst` measures the time.
"""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from build_tools.values import parse_edtf, read_all

WORST = [
    *(
        "一二三四五六七八九",
        "十百千万亿",
        "百分之",
        "至少曾有",
        "一年一个月",
        "一万",
        "几",
        "1、",
        "6级",
        "多多",
    ),
    *("1234567890", "1,", "1.2.", "1 ", "1-", "- - 5 ", "010-1234-", "20 (kg) ", "5 km per hour ", "$1.2bn-"),
    *("6月", "6月1日至", "3月、", "上周五和", "8天后的", '"今天', "晚上9点"),
    *("2025年", "周", "6月12日、", "到", "9:30 ", "May ", "the week of ", " "),
    *("June 1 to ", "on Monday, ", "3 days after ", "11/10/11 ", "9 p.m. "),
    *("two hundred and ", "half a ", "hundreds of ", "one over ", "a third ", "a@b ", "http://a.b ", "[ "),
]
SHORT, LONG = 300, 2_400
STRETCH = 100
WITHOUT_END = 20_000
LEAST_CALLS = 5_000
START = 200  # calls that every reading makes, however short its text
PUBLISHED = parse_edtf("2025-06-21")


def calls(text: str) -> int:
    """How many functions are called to read a text."""
    count = 0

    def see(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(see)
    try:
        read_all(text, PUBLISHED)
    finally:
        sys.setprofile(before)
    return count


def said_again(words: str, size: int) -> str:
    """The words over and over, with other letters between a hundred of their characters and the next."""
    stretch = (words * (STRETCH // len(words) + 1))[:STRETCH]
    return "".join(f"{stretch}。{chr(0x5000 + at)}。" for at in range(size // STRETCH + 1))[:size]


@pytest.mark.parametrize("words", WORST)
def test_eight_times_the_text_takes_about_eight_times_the_calls(words: str) -> None:
    short, long = (said_again(words, size) for size in (SHORT, LONG))
    calls(short)
    assert calls(long) < 10 * calls(short) + START


@pytest.mark.parametrize("words", WORST)
def test_what_is_said_without_end_is_no_figure_and_hardly_any_work(words: str) -> None:
    text = (words * (WITHOUT_END // len(words) + 1))[:WITHOUT_END]
    assert not read_all(text, PUBLISHED)
    assert calls(text) < LEAST_CALLS


def test_a_figure_beside_a_run_without_end_is_read() -> None:
    around = "1, 2; 3.5 - 4, " * 40
    assert [one.raw for one in read_all(f"共有{'哈' * 900}143亿美元。\n{around}\n增至15人")] == [
        "143亿美元",
        "15人",
    ]
