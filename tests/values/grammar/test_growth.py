"""The time to read a text grows with its length, whatever it holds."""

from __future__ import annotations

import time

import pytest

from build_tools.values.plain_text import make_plain
from build_tools.values.quantities import quantities_in

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
    *("two hundred and ", "half a ", "hundreds of ", "one over ", "a third ", "a@b ", "http://a.b ", "[ "),
]
SHORT, LONG = 3_000, 24_000


def seconds(text: str) -> float:
    start = time.process_time()
    quantities_in(make_plain(text))
    return time.process_time() - start


@pytest.mark.parametrize("words", WORST)
def test_eight_times_the_text_takes_about_eight_times_as_long(words: str) -> None:
    short, long = ((words * (size // len(words) + 1))[:size] for size in (SHORT, LONG))
    seconds(short)
    assert min(seconds(long) for _ in range(2)) < 24 * max(min(seconds(short) for _ in range(3)), 0.002)
