"""Which sentences of an article are published, and where its quotes stand in them."""

from __future__ import annotations

from dataclasses import replace

from build_tools.findings import survey
from build_tools.findings.passages import segments
from build_tools.model import Anchored, Findings, Source, SourceId, Span
from tests.pages.small import PASSAGES, SOURCES, TEXTS, anchored, dossier

COURIER = SOURCES[SourceId("courier")]


def seen(*found: Anchored, source: Source = COURIER) -> Findings:
    given = dossier()
    inputs = replace(given.inputs, sources={source.id: source})
    return survey(replace(given, inputs=inputs, anchored=found, groups=(), conflicts=()))


def shown(*found: Anchored, source: Source = COURIER) -> list[str]:
    """Each published paragraph: what stands before a sentence, the sentence, a mark where it is cut."""
    return [
        "".join(before + "".join(each.text for each in row) for before, row in paragraph.sentences)
        + ("|" if paragraph.cut else "")
        for paragraph in seen(*found, source=source).published[source.id]
    ]


def test_whole_sentences_that_hold_a_quote() -> None:
    assert shown(anchored("a", "courier", "首席技术官")) == [" […] 亚达·王是首席技术官。|"]


def test_nothing_is_published_without_a_quote() -> None:
    assert shown() == []


def test_sentences_between_are_a_gap() -> None:
    found = anchored("a", "courier", "143亿美元"), anchored("b", "courier", "没有人")
    assert shown(*found) == ["亚达·王以143亿美元收购磨坊公司。 […] 没有人提到别的。"]


def test_english_sentences_keep_their_space() -> None:
    times = SOURCES[SourceId("times")]
    found = anchored("a", "times", "Ada Wang"), anchored("b", "times", "It rained.")
    assert shown(*found, source=times) == ["Ada Wang bought the Mill on 12 June 2025. It rained.|"]


def test_a_text_that_one_may_republish_is_shown_whole_but_for_what_is_not_the_article() -> None:
    whole = shown(source=replace(COURIER, full=True))
    assert whole == ["亚达·王以143亿美元收购磨坊公司。亚达·王是首席技术官。没有人提到别的。", "天气很好。"]


def test_a_gap_stands_between_paragraphs_that_are_apart() -> None:
    herald = SOURCES[SourceId("herald")]
    first, last = anchored("a", "herald", "交易"), anchored("b", "herald", "否認")
    both = seen(first, last, source=herald).published[herald.id]
    assert [paragraph.after_gap for paragraph in both] == [False, False]
    assert [paragraph.line for paragraph in both] == [1, 2]
    alone = seen(last, source=herald).published[herald.id]
    assert [paragraph.after_gap for paragraph in alone] == [True]


def test_what_is_set_aside_is_not_published() -> None:
    found = anchored("", "courier", "143亿美元")
    aside = replace(found, annotation=replace(found.annotation, claims=(), skip="rhetoric"))
    assert shown(aside) == []


def test_quotes_may_lie_in_each_other() -> None:
    text = TEXTS["courier"]
    outer, inner = anchored("outer", "courier", "亚达·王以143亿美元"), anchored("inner", "courier", "143亿")
    start = text.index("亚达")
    row = segments(text, Span(start, start + 12), (outer, inner))
    assert [(each.text, [q.id for q in each.under], [q.id for q in each.begins]) for each in row] == [
        ("亚达·王以", ["outer"], ["outer"]),
        ("143亿", ["outer", "inner"], ["inner"]),
        ("美元", ["outer"], []),
        ("收", [], []),
    ]


def test_a_quote_with_a_gap_marks_its_parts() -> None:
    text = TEXTS["times"]
    row = segments(text, Span(0, text.index(".") + 1), (PASSAGES[5],))
    assert [each.text for each in row if each.under] == ["Ada Wang bought the Mill", "on 12 June 2025"]
    assert [len(each.begins) for each in row] == [1, 0, 0, 0]


def test_shares() -> None:
    found = seen(anchored("a", "courier", "亚达·王是首席技术官")).shares[COURIER.id]
    letters = len("亚达·王以143亿美元收购磨坊公司。亚达·王是首席技术官。没有人提到别的。天气很好。")
    assert found.annotated == round(100 * len("亚达·王是首席技术官") / letters)
    assert found.published == round(100 * len("亚达·王是首席技术官。") / letters)
    assert found.marked == (True, False)
