"""What stands in quotation marks."""

from __future__ import annotations

import pytest

from build_tools.text.quotations import quotations


def words(text: str) -> list[str]:
    return [text[span.start : span.end] for span in quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “we go” and left.", ["“we go”"]),
        ('He said "we go" and "stay".', ['"we go"', '"stay"']),
        ("他說「我們『不』走」。", ["「我們『不』走」"]),
        ("The dockers’ union said ‘we don’t go’ again.", ["‘we don’t go’"]),
        ('A 7" screen and a 9" screen', []),
        ('他说:"走"。', ['"走"']),
        ("no marks", []),
    ],
)
def test_in_one_paragraph(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_a_speech_that_opens_its_marks_in_every_paragraph() -> None:
    assert words("She said:\n\n“One.\n\n“Two.\n\n“Three.” They left.") == ["“One.", "“Two.", "“Three.”"]


def test_a_speech_that_closes_its_marks_paragraphs_later() -> None:
    assert words("他说:“一。\n二。\n三。”他走了。") == ["“一。\n二。\n三。”"]


def test_a_mark_that_nothing_closes_hides_nothing() -> None:
    assert words("He said “we go.\nThe rest is ours. He said “we stay”.") == ["“we stay”"]


def test_a_straight_mark_that_nothing_closes_hides_nothing() -> None:
    assert words('He said "we go.\nThe rest is ours.') == []
