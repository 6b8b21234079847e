"""What holds for any text: places in range, nothing twice, both scripts alike, no more work than text."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.language import (
    clauses,
    differing_forces,
    find_cues,
    forces_in,
    governing,
    possible_places,
    reach_of,
    speakers,
    sure_cues,
)
from build_tools.language.clauses import joined_sentences
from build_tools.language.translation_meaning import COMPARED
from build_tools.model import Span
from tests.language.helpers import SENTENCES, TEXTS, traditional


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, Span]:
    """A text and a stretch of it."""
    text = draw(TEXTS.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(TEXTS)
def test_cues_stand_in_order_and_apart(text: str) -> None:
    end = 0
    for cue in find_cues(text):
        assert end <= cue.span.start < cue.span.end <= len(text)
        assert cue.raw == text[cue.span.start : cue.span.end]
        end = cue.span.end


@given(TEXTS)
def test_clauses_stand_in_order_and_apart(text: str) -> None:
    end = 0
    for clause in clauses(text):
        words = text[clause.start : clause.end]
        assert end <= clause.start
        assert words.strip() == words != ""
        end = clause.end


@given(TEXTS)
def test_a_cue_governs_words_of_its_sentence_and_not_itself(text: str) -> None:
    cues = find_cues(text)
    for cue in cues:
        (sentence,) = (one for one in joined_sentences(text) if cue.span.is_within([one]))
        for stretch in reach_of(text, cue, cues):
            assert stretch.is_within([sentence])
            assert not stretch.touches([cue.span])


@given(stretches())
def test_what_governs_is_a_cue_outside(given_: tuple[str, Span]) -> None:
    text, target = given_
    found = governing(text, target)
    assert set(found) <= set(find_cues(text))
    assert not any(cue.span.is_within([target]) for cue in found)
    assert list(found) == sorted(found, key=lambda cue: cue.span.start)


@given(stretches())
def test_only_the_given_cues_govern(given_: tuple[str, Span]) -> None:
    text, target = given_
    assert governing(text, target, ()) == ()
    assert governing(text, target, find_cues(text)) == governing(text, target)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_before_changes_nothing(sentence: str) -> None:
    before = "雨停了。\n"
    moved = [(cue.span.start - len(before), cue.force) for cue in find_cues(before + sentence)]
    assert moved == [(cue.span.start, cue.force) for cue in find_cues(sentence)]
    for at in range(len(sentence)):
        later = governing(before + sentence, Span(at + len(before), at + len(before) + 1))
        assert [cue.raw for cue in later] == [cue.raw for cue in governing(sentence, Span(at, at + 1))]


@given(TEXTS)
def test_both_scripts_are_read_alike(text: str) -> None:
    other = traditional(text)
    assert [(cue.span, cue.force) for cue in find_cues(other)] == [
        (cue.span, cue.force) for cue in find_cues(text)
    ]
    assert clauses(other) == clauses(text)
    assert forces_in(other) == forces_in(text)


@given(TEXTS)
def test_what_a_text_surely_says_it_possibly_says(text: str) -> None:
    cues = find_cues(text)
    assert forces_in(text) <= {cue.force for cue in cues}
    for force in COMPARED:
        assert len(sure_cues(text, force)) <= len(possible_places(text, force))
    assert not differing_forces(text, text)


@given(stretches(), stretches())
def test_a_name_has_one_part(one: tuple[str, Span], other: tuple[str, Span]) -> None:
    text = one[0]
    names = tuple(span for span in {one[1], other[1]} if span.end <= len(text))
    for found in speakers(text, names):
        assert {*found.speakers, *found.addressees, *found.accused, *found.relays} <= set(names)
        assert not set(found.speakers) & {*found.addressees, *found.accused}
        assert found.cue in find_cues(text)


def calls_for(text: str) -> int:
    """How many functions are called while the cues of a text are found."""
    count = 0

    def called(_frame: FrameType, event: str, _given: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    find_cues("预热")
    sys.setprofile(called)
    try:
        find_cues(text)
    finally:
        sys.setprofile(None)
    return count


def test_twice_the_text_is_twice_the_work() -> None:
    once = "\n".join(sentence for sentence in SENTENCES if sentence)
    few, many = calls_for(f"{once}\n" * 2), calls_for(f"{once}\n" * 8)
    assert many < few * 4.2
