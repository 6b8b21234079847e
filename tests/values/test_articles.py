"""The five articles: every number with digits is read as a person reads it, or is known to be no figure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.model import DateValue, Quantity, Span
from build_tools.values import parse_edtf, read_values
from tests.cases import Case, read_cases
from tests.values.notation import describe

ARTICLES = Path(__file__).parents[2] / "sources" / "articles"
REASONS = {"name", "version", "address", "list", "licence"}
CASES = read_cases("values-articles")


def rows_of(case: Case, text: str) -> list[tuple[Span, str]]:
    """Where the words of each row stand, each after the one before, and what they say."""
    found, at = [], 0
    for row in case.expected.splitlines():
        words, _, reading = row.partition(" = ")
        start = _find(words, text, at)
        assert start >= 0, f"not in the article after {at}: {words}"
        at = start + len(words)
        found.append((Span(start, at), reading))
    return found


def _find(words: str, text: str, at: int) -> int:
    """The next place of the words that does not begin or end inside a run of digits or a word."""
    pattern = rf"(?<![0-9.]){re.escape(words)}(?![0-9])"
    match = re.compile(pattern).search(text, at)
    return match.start() if match else -1


def article(case: Case) -> str:
    return (ARTICLES / case.title / "article.txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_figure_is_read_as_the_table_says(case: Case) -> None:
    text = article(case)
    read = {value.span: value for value in read_values(text, parse_edtf(case.input))}
    for span, reading in rows_of(case, text):
        words = text[span.start : span.end]
        if reading in REASONS:
            assert not [one for one in read if one.start < span.end and span.start < one.end], words
        else:
            assert span in read, f"{words} at {span.start}: read {sorted(v.raw for v in read.values())}"
            assert describe(read[span]) == reading, words


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_digit_of_the_article_is_in_the_table(case: Case) -> None:
    text = article(case)
    spans = [span for span, _ in rows_of(case, text)]
    for run in re.finditer("[0-9]+", text):
        inside = any(span.start <= run.start() and run.end() <= span.end for span in spans)
        assert inside, text[max(0, run.start() - 10) : run.end() + 10]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_rest_that_is_read_holds_no_digit(case: Case) -> None:
    text = article(case)
    spans = {span for span, reading in rows_of(case, text) if reading not in REASONS}
    extra: list[Quantity | DateValue] = [
        value for value in read_values(text, parse_edtf(case.input)) if value.span not in spans
    ]
    assert not [value.raw for value in extra if re.search("[0-9]", value.raw)]
