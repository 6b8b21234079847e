"""Import: who wrote an article, where and when, in the manner of many newsrooms and programs."""

from __future__ import annotations

import pytest

from build_tools.contributing.importing.facts import Facts
from build_tools.contributing.importing.reducing import reduce
from tests.cases import Case, read_cases


@pytest.mark.parametrize("case", read_cases("newsrooms"), ids=str)
def test_what_is_known_of_the_article(case: Case) -> None:
    file, charset, text = case.input.split("\n", 2)
    expected = [line.split(": ", 1) for line in case.expected.splitlines()]
    found = reduce(f"{text}\n".encode(charset), file).facts
    assert [[name, getattr(found, name)] for name, _ in expected] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Wall Falls\nNobody Was Hurt\n\nThe harbour wall at Carrow fell on 3 May 2031.\n",
        "The wall that fell\n\nMary Carrow saw it fall.\n10 November 2011 was a Thursday.\n",
        "记者来了\n\n一名记者在现场看到，水库已经放水。\n",
    ],
)
def test_words_of_the_article_are_no_byline(text: str) -> None:
    facts = reduce(text.encode(), "a.txt").facts
    assert facts == Facts(title=facts.title)
