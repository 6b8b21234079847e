"""Paragraphs: the cases, and what must hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model import Span
from build_tools.text.paragraphs import line_of, omitted, paragraphs, sentence_around, sentences
from tests.cases import Case, read_cases
from tests.text.helpers import a_source

TEXT = st.text(st.sampled_from('字A a1。.!?”"\n\r\t\u2028 '))


@pytest.mark.parametrize("case", read_cases("paragraphs"), ids=str)
def test_case(case: Case) -> None:
    found = [
        f"{line_of(case.input, span.start)}: {case.input[span.start : span.end]}"
        for span in sentences(case.input)
    ]
    assert "\n".join(found) == case.expected


@given(TEXT)
def test_sentences_hold_all_but_white_space(text: str) -> None:
    left, end = "", 0
    for span in sentences(text):
        assert end <= span.start < span.end
        left, end = left + text[end : span.start], span.end
    assert not (left + text[end:]).strip()


@given(TEXT)
def test_a_paragraph_is_one_line_and_has_words(text: str) -> None:
    for span in paragraphs(text):
        words = text[span.start : span.end]
        assert words.strip() == words != ""
        assert "\n" not in words


@given(TEXT)
def test_each_sentence_is_the_sentence_around_itself(text: str) -> None:
    for span in sentences(text):
        assert sentence_around(text, span) == span
        assert sentence_around(text, Span(span.start, span.start + 1)) == span


def test_a_passage_over_two_sentences_is_in_both() -> None:
    text = "第一。第二。第三。"
    assert sentence_around(text, Span(1, 5)) == Span(0, 6)


def test_a_place_between_sentences_is_only_itself() -> None:
    assert sentence_around("甲\n \n乙", Span(2, 3)) == Span(2, 3)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([(1, 1)], ["a\n"]),
        ([(3, 4), (1, 1)], ["a\n", "c\nd"]),
        ([(2, 99)], ["b\nc\nd"]),
        ([(7, 9)], []),
        ([(3, 2)], []),
    ],
)
def test_omitted_lines(lines: list[tuple[int, int]], words: list[str]) -> None:
    source = a_source("a\nb\nc\nd", omit=lines)
    assert [source.text[span.start : span.end] for span in omitted(source)] == words


def test_lines_end_with_a_line_feed_alone() -> None:
    text = "a\r\nb\u2028c\nd"
    assert [line_of(text, text.index(letter)) for letter in "abcd"] == [1, 2, 2, 3]
