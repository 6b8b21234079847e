"""What a rendering keeps beside its negations: almost, only, at the earliest, a rise as a rise."""

from __future__ import annotations

import pytest

from build_tools.language.given import is_compared_with, is_given
from build_tools.language.senses import opposed_words, senses_lost

KEPT = [
    ("信号可能在黄昏前改发", "The signal might be changed before dusk"),
    ("不排除下沉的可能", "It cannot be ruled out that it sank"),
    ("民众惊恐不已", "People were terrified"),
    ("石某涉嫌收受回扣", "Shi is accused of having taken bribes"),
    ("北辰正考虑出售股份", "Beichen is weighing a sale of its shares"),
    ("家长质疑，学校拖延通报", "Parents said that the school had waited"),
    ("失败几乎是必然", "The failure was almost inevitable"),
    ("報道基本屬實", "The report is largely true"),
    ("陣風只有六級", "The wind was only force 6"),
    ("搜救船只增至46艘", "The vessels in the search increased to 46"),
    ("公司不仅裁员", "The company not only cut jobs"),
    ("最早1月10日复航", "It will resume on 10 January at the earliest"),
    ("公司计划裁员", "The company has a scheme to cut jobs"),
    ("營收不如去年", "Revenue was lower than last year"),
]
LOST = [
    ("信号可能在黄昏前改发", "The signal will be changed before dusk", "可能"),
    ("他恐缺席两场", "He will miss two games", "恐"),
    ("石某涉嫌收受回扣", "Shi took bribes", "涉嫌"),
    ("北辰正考虑出售股份", "Beichen has sold its shares", "正考虑"),
    ("方案尚待批准", "The plan has been approved", "待"),
    ("罢工若无进展，若资方不让步，将延长", "The strike will be extended", "若"),
    ("失败几乎是必然", "The failure was inevitable", "几乎"),
    ("報道基本屬實", "The report is true", "基本"),
    ("陣風只有六級", "The wind was force 6", "只"),
    ("他希望重建工厂", "He will rebuild the plant", "希望"),
    ("營收不如去年", "Revenue was that of last year", "不如"),
    ("She was nearly drowned", "她溺水", "nearly"),
]
OPPOSED = [
    (
        "19人受伤，均无生命危险，且无人脱逃",
        "19 were hurt, some of them badly, somebody fled",
        ("均无", "some of"),
    ),
    ("投票率创新低", "Turnout was a record high", ("新低", "record high")),
    ("例行赛延至21日", "The game was brought forward to the 21st", ("延至", "brought forward")),
    ("他接受问话", "He was questioned", None),
    ("收购遭拒绝", "The offer was accepted", ("遭拒绝", "accepted")),
    ("发言人否认冲突", "A spokesperson confirmed the conflict", ("否认", "confirmed")),
    ("最早一月复航", "It resumes in January at the latest", ("最早", "at the latest")),
    ("失踪人数减至九人", "The missing rose to nine", ("减至", "rose")),
    ("他當選議員", "He lost the seat", ("當選", "lost")),
    ("Shares fell", "股价上涨", ("fell", "上涨")),
    ("收购遭拒绝", "The offer was turned down", None),
    ("他拒绝后又同意", "He refused, then agreed", None),
]


@pytest.mark.parametrize(("text", "other"), KEPT)
def test_a_faithful_rendering_keeps_the_sense(text: str, other: str) -> None:
    assert senses_lost(text, other) == ()


@pytest.mark.parametrize(("text", "other", "word"), LOST)
def test_a_sense_that_is_left_out_is_found(text: str, other: str, word: str) -> None:
    assert senses_lost(text, other) == (word,)


@pytest.mark.parametrize(("text", "other", "words"), OPPOSED)
def test_opposite_words_are_told_apart(text: str, other: str, words: tuple[str, str] | None) -> None:
    assert opposed_words(text, other) == words


def test_what_is_taken_as_given_or_compared_with() -> None:
    assert is_given(" to meet at a conference on the ") is False
    assert is_given(" €310 million at a special ") is True
    assert is_given("将检查全省") is True
    assert is_compared_with("，遠高於") is True
    assert is_compared_with("，另有") is False
