"""What must hold for any passage of any article, whatever is written in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from build_tools.model import Source, Span
from build_tools.text.anchoring import anchor
from build_tools.text.folding import fold, fold_plain, simplify
from build_tools.text.mentions import find_forms, find_mentions
from build_tools.text.paragraphs import line_of, sentences
from build_tools.text.runs import cuts_at, cuts_run, run_cut_at
from tests.text.helpers import a_source, an_annotation, an_entity

ARTICLES = tuple(
    path.read_bytes().decode()
    for path in sorted((Path(__file__).parents[2] / "sources" / "articles").glob("*/article.txt"))
)
ODD = st.text(
    st.sampled_from("楊杨億亿三百数AMa15.,-−— \n\r\u3000\u00a0\u200b\u0301「”＂％不not\U00020000金"),
    max_size=60,
)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, Span]:
    """An article and a passage of one of its paragraphs, which cuts nothing."""
    text = draw(st.sampled_from(ARTICLES))
    start = draw(st.integers(0, len(text) - 1))
    length = draw(st.integers(1, 40))
    words = text[start : start + length].split("\n")[0]
    start += len(words) - len(words.lstrip())
    span = Span(start, start + len(words.strip()))
    assume(fold_plain(words) and not cuts_run(text, span))
    return text, span


def spans_of(source: Source, quote: str, prefix: str = "", suffix: str = "") -> tuple[Span, ...]:
    anchored, _ = anchor((an_annotation(quote, prefix=prefix, suffix=suffix),), {source.id: source})
    return anchored[0].citation.spans if anchored else ()


@cache
def converter(name: str) -> OpenCC:
    return OpenCC(name)


def test_the_articles_are_here() -> None:
    assert len(ARTICLES) >= 5


@settings(max_examples=150, deadline=None)
@given(passages())
def test_a_passage_anchors_to_its_own_span(passage: tuple[str, Span]) -> None:
    text, span = passage
    quote, source = text[span.start : span.end], a_source(text)
    assert spans_of(source, quote, text[: span.start], text[span.end :]) == (span,)
    alone = spans_of(source, quote)
    assert alone in ((), (span,))
    assert alone or text.count(quote) != 1 or fold(text).text.count(fold_plain(quote)) != 1


@settings(max_examples=100, deadline=None)
@given(passages(), st.sampled_from(["s2t", "s2tw", "s2hk", "t2s", "tw2s", "hk2s", "t2tw", "t2hk"]))
def test_the_other_script_changes_no_span(passage: tuple[str, Span], name: str) -> None:
    text, span = passage
    quote = converter(name).convert(text[span.start : span.end])
    assert spans_of(a_source(text), quote, text[: span.start], text[span.end :]) == (span,)


@settings(max_examples=100, deadline=None)
@given(passages())
def test_full_width_changes_no_span(passage: tuple[str, Span]) -> None:
    text, span = passage
    wide = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
    quote = text[span.start : span.end].translate(wide)
    assert spans_of(a_source(text), quote, text[: span.start], text[span.end :]) == (span,)


@pytest.mark.parametrize("name", ["s2t", "s2tw", "s2hk", "t2s", "tw2s", "hk2s", "t2tw", "t2hk"])
def test_whole_articles_fold_alike_in_every_script(name: str) -> None:
    for text in ARTICLES:
        other = converter(name).convert(text)
        assert fold(other).text == fold(text).text
        assert simplify(other) == simplify(text)


@given(ODD, st.lists(ODD, max_size=3), ODD, ODD)
def test_nothing_raises_and_what_is_found_is_there(
    text: str, quote: list[str], prefix: str, suffix: str
) -> None:
    source = a_source(text, omit=[(2, 3)])
    anchored, problems = anchor((an_annotation(*quote, prefix=prefix, suffix=suffix),), {source.id: source})
    assert len(anchored) == 1 or problems
    for one in anchored:
        words = tuple(text[span.start : span.end] for span in one.citation.spans)
        assert words == one.citation.quote
        assert [fold_plain(word) for word in words] == [fold_plain(part) for part in quote]
        assert one.citation.line == line_of(text, one.citation.start)
        assert not any(cuts_run(text, span) for span in one.citation.spans)


@given(ODD, st.lists(ODD, max_size=4), st.lists(ODD, max_size=2))
def test_mentions_stand_where_they_say(text: str, aliases: list[str], labels: list[str]) -> None:
    source = a_source(text)
    entities = [
        an_entity("a", *aliases),
        *(an_entity(f"b{at}", label=label) for at, label in enumerate(labels)),
    ]
    mentions, _ = find_mentions({source.id: source}, {one.id: one for one in entities})
    end = 0
    for mention in mentions:
        assert end <= mention.span.start < mention.span.end
        assert text[mention.span.start : mention.span.end] == mention.raw
        end = mention.span.end


@given(ODD, st.lists(ODD, max_size=4))
def test_named_in_finds_only_the_forms(text: str, forms: list[str]) -> None:
    wanted = {fold_plain(form).lower() for form in forms}
    for span in find_forms(text, forms):
        assert fold_plain(text[span.start : span.end]).lower() in wanted


@given(ODD | st.text(st.sampled_from("ABCDabcs ")))
def test_the_fast_answer_is_the_right_one(text: str) -> None:
    for at in range(len(text) + 1):
        assert cuts_at(text, at) == (run_cut_at(text, at) is not None)


def test_sentences_of_every_article_are_its_words() -> None:
    for text in ARTICLES:
        assert all(text[span.start : span.end].strip() for span in sentences(text))
