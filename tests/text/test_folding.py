"""Folding: the cases, and what must hold for any text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.folding import fold, fold_plain, simplify
from tests.cases import Case, read_cases

ODD = st.text(st.sampled_from("楊杨億亿A a1,. \n\u3000\u00a0\u200b\u0301e\u1112\u1161金＂“—Ａ５\r\U00020000"))


@pytest.mark.parametrize("case", read_cases("folding"), ids=str)
def test_case(case: Case) -> None:
    assert fold(case.input).text == case.expected


@given(st.text() | ODD)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text() | ODD)
def test_every_character_leads_back_to_the_article(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.offsets) == len(folded.ends)
    for at, character in enumerate(folded.text):
        span = folded.span(at, at + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert character.isspace() or character in fold(text[span.start : span.end]).text


@given(st.text() | ODD)
def test_places_follow_one_another(text: str) -> None:
    folded = fold(text)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert list(folded.ends) == sorted(folded.ends)


@given(st.text() | ODD)
def test_simplifying_keeps_every_place(text: str) -> None:
    assert len(simplify(text)) == len(text)
    assert simplify(simplify(text)) == simplify(text)


@given(ODD)
def test_line_breaks_are_never_folded_away(text: str) -> None:
    assert fold(text).text.count("\n") == text.count("\n")


def test_marks_on_a_letter_are_one_letter() -> None:
    assert unicodedata.normalize("NFD", "Café") != "Café"
    folded = fold(unicodedata.normalize("NFD", "Café社"))
    assert folded.text == "Café社"
    assert (folded.span(3, 4).start, folded.span(3, 4).end) == (3, 5)


def test_a_character_without_width_does_not_part_a_word() -> None:
    assert fold_plain("Me\u200bta") == "Meta"
    assert fold_plain("\ufeffMeta") == "Meta"
