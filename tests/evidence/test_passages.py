"""An article is read once: a quote gives what it gives by itself, or what the article puts right in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from build_tools.evidence.proving.article_readings import ArticleReadings, open_articles
from build_tools.evidence.proving.quoted_passage import Passage, passage_of
from build_tools.model import DateValue, Reading, Span
from build_tools.reading import read
from build_tools.text.anchoring import anchor
from build_tools.text.mentions import find_mentions
from build_tools.values import read_values
from tests.values.notation import describe

ROOT = Path(__file__).parents[2]
DOSSIERS = [ROOT, ROOT / "tests/broken/base", *sorted((ROOT / "tests/dossiers").iterdir())]
CLAUSE = re.compile(r"[,，。;；:：!?！？\n]|\. ")
# What the words before a quote put right in it: of which day, of which year, by which scale, whose age.
FROM_BEFORE = {
    ("kestrel-post-2031-02-06", "58"): "58 year-person",
    ("bna-2029-06-11", "45"): "45",
    ("gangwan-2033-12-20", "当天"): "date 2033-12-12",
    ("gangwan-2033-12-20", "10级"): "10 beaufort",
    ("haixia-2033-11-12", "十九時三十八分"): "date 2033-10-17T19:38:00",
    ("xinzhiyuan-2025-12", "夏天"): "date 2026-22",
    ("shudushe-2025-12", "2022年"): "date 2022-01/2022-09",
    ("shudushe-2025-12", "2022年同期"): "date 2022-01/2022-09",
    ("tribune-19-0630", "noon"): "date 2031-11-19T12:00:00",
    ("beixin-09-0410", "9时05分"): "date 2034-03-08T21:05:00+08:00",
    ("evening-08-2335", "9点05分"): "date 2034-03-08T21:05:00+08:00",
    ("tide-09-1230", "9点05分"): "date 2034-03-08T21:05:00+08:00",
    ("gangsheng-08-2205", "9點30分"): "date 2034-03-08T21:30:00+08:00",
    ("daobao-08-2230", "9點30分"): "date 2034-03-08T21:30:00+08:00",
    ("daobao-09-0700", "9點30分"): "date 2034-03-08T21:30:00+08:00",
    ("daobao-09-0700", "清晨5點"): "date 2034-03-09T05:00:00+08:00",
}


@cache
def passages_of(root: Path) -> tuple[Passage, ...]:
    inputs, _ = read(root)
    mentions, _ = find_mentions(inputs.sources, inputs.entities)
    anchored, _ = anchor(inputs.annotations, inputs.sources)
    articles = open_articles(inputs, mentions)
    return tuple(passage_of(one, articles) for one in anchored)


def alone(article: ArticleReadings, span: Span) -> set[str]:
    """What a stretch gives when its words are read by themselves."""
    words = article.lexicon.without_numbered(article.words(span))
    return {said(one, one.span.start + span.start) for one in read_values(words, article.source.published)}


def said(one: Reading, start: int) -> str:
    return f"{start} {one.raw} = {describe(one)}"


def within(article: ArticleReadings, span: Span) -> set[str]:
    return {said(one, one.span.start) for one in article.values_within([span])}


def unlike(article: ArticleReadings, span: Span) -> Iterator[str]:
    """The readings in which the two ways differ, but for those that the article is known to put right.

    Of an article in a language without a reader nothing is read either way.
    """
    if not article.source.is_read:
        yield from within(article, span)
        return
    for one in alone(article, span) ^ within(article, span):
        raw, _, value = one.partition(" ")[2].partition(" = ")
        right = FROM_BEFORE.get((article.source.id, raw))
        if right is None or (value == right) is (one in alone(article, span)):
            yield one


@pytest.mark.parametrize("root", DOSSIERS, ids=lambda root: root.name)
def test_a_quote_gives_what_it_gives_by_itself(root: Path) -> None:
    for passage in passages_of(root):
        for span in (*passage.citation.spans, *(one for each in passage.context for one in each.spans)):
            assert not list(unlike(passage.article, span)), passage.article.words(span)


@pytest.mark.parametrize("root", DOSSIERS, ids=lambda root: root.name)
def test_so_does_every_clause_of_an_article(root: Path) -> None:
    for article in {one.article.source.id: one.article for one in passages_of(root)}.values():
        ends = [0, *(one.end() for one in CLAUSE.finditer(article.source.text))]
        for first, *later in zip(ends, ends[1:], ends[2:], strict=False):
            for end in later:
                words = article.source.text[first:end]
                if any(one.isalpha() for one in words):  # a number alone on its line counts a list
                    assert not list(unlike(article, Span(first, end))), words


@pytest.mark.parametrize("root", DOSSIERS, ids=lambda root: root.name)
def test_what_the_quote_cuts_is_read_from_what_is_left(root: Path) -> None:
    for article in {one.article.source.id: one.article for one in passages_of(root)}.values():
        text = article.source.text
        for one in article.values:
            end = next((found.end() for found in CLAUSE.finditer(text, one.span.end)), len(text))
            for cut in range(one.span.start + 1, one.span.end):
                assert not list(unlike(article, Span(cut, end))), text[cut:end]


def test_a_quote_of_another_place_gives_nothing_of_this_one() -> None:
    (passage, *_) = passages_of(ROOT)
    values = passage.article.values
    between = [Span(one.span.end, other.span.start) for one, other in pairwise(values)]
    assert not passage.article.values_within(between)
    assert any(isinstance(one, DateValue) for one in passage.article.values_within([Span(0, 10**6)]))
