"""Anchoring: the cases, and what holds among the annotations of one source."""

from __future__ import annotations

import pytest

from build_tools.model import Anchored, Annotation
from build_tools.problem import Origin, Problem, Problems, Severity
from build_tools.text.anchoring import anchor
from tests.cases import Case, read_cases
from tests.text.helpers import a_source, an_annotation, printed

ARTICLE = "扎克伯格想打仗了。\nMeta宣布收购,裁员600人。"


def result(case: Case) -> str:
    """The place, or the Problems, as the cases write them."""
    article, _, written = case.input.partition("\n---\n")
    keys = [line.partition(": ")[::2] for line in written.split("\n")]
    values = dict(keys)
    omit = [tuple(map(int, value.split("-"))) for key, value in keys if key == "omit"]
    source = a_source(article, omit=[(lines[0], lines[1]) for lines in omit])
    quote = [value for key, value in keys if key == "quote"]
    annotation = an_annotation(*quote, prefix=values.get("prefix", ""), suffix=values.get("suffix", ""))
    anchored, problems = anchor((annotation,), {source.id: source})
    if problems:
        return "\n".join(map(printed, problems))
    citation = anchored[0].citation
    return f"line {citation.line}: {' … '.join(citation.quote)}"


@pytest.mark.parametrize("case", read_cases("anchoring"), ids=str)
def test_case(case: Case) -> None:
    assert result(case) == case.expected


def anchored_in(text: str, *annotations: Annotation) -> tuple[tuple[Anchored, ...], Problems]:
    source = a_source(text)
    return anchor(annotations, {source.id: source})


def test_the_spans_are_code_points_of_the_article() -> None:
    (one,), problems = anchored_in(ARTICLE, an_annotation("Meta宣布", "裁员600人"))
    assert not problems
    assert [ARTICLE[span.start : span.end] for span in one.citation.spans] == ["Meta宣布", "裁员600人"]
    assert (one.citation.start, one.citation.end, one.citation.line) == (10, 25, 2)


def test_an_id_is_given_or_made_from_the_place() -> None:
    annotations = [an_annotation("扎克伯格"), an_annotation("Meta", "裁员"), an_annotation("收购", id="deal")]
    found, problems = anchored_in(ARTICLE, *annotations)
    assert not problems
    assert [one.id for one in found] == ["p0-4", "p10-21", "deal"]


def test_a_quotation_with_a_gap_has_an_id_of_its_own() -> None:
    annotations = [
        an_annotation("Meta宣布收购"),
        an_annotation("Meta", "收购"),
        an_annotation("Meta宣", "购"),
    ]
    for order in (annotations, annotations[::-1]):
        found, _ = anchored_in(ARTICLE, *order)
        assert [(one.id, len(one.citation.quote)) for one in found] == [
            ("p10-18", 1),
            ("p10-18-2", 2),
            ("p10-18-3", 2),
        ]
        assert found[1].citation.quote == ("Meta", "收购")


def test_the_order_is_that_of_the_article() -> None:
    found, _ = anchored_in(ARTICLE, an_annotation("裁员"), an_annotation("扎克伯格"))
    assert [one.citation.quote for one in found] == [("扎克伯格",), ("裁员",)]


def test_a_quote_of_another_source_is_pointed_to() -> None:
    sina, other = a_source(ARTICLE), a_source("短短8天后", id="other")
    _, (problem,) = anchor((an_annotation("短短8天后"),), {sina.id: sina, other.id: other})
    assert printed(problem) == (
        "error quote-not-found: quote not found in `sina`\nhint: it is in `other`, line 1: quote it there"
    )


def test_a_problem_stands_at_the_part_it_is_about() -> None:
    _, (problem,) = anchored_in(ARTICLE, an_annotation("Meta宣布", "裁员700人", line=5))
    assert problem.origin == Origin("sina/annotations.yaml", 6, 10)


def test_every_part_that_is_missing_is_a_problem() -> None:
    _, problems = anchored_in(ARTICLE, an_annotation("Meta宣告", "收购", "裁员700人", line=5))
    assert [(problem.code, problem.origin.line) for problem in problems] == [
        ("quote-not-found", 5),
        ("quote-not-found", 7),
    ]


def test_two_annotations_with_one_id() -> None:
    found, (problem,) = anchored_in(
        ARTICLE, an_annotation("扎克伯格", id="a", line=1), an_annotation("裁员", id="a", line=9)
    )
    assert problem == Problem(
        Origin("sina/annotations.yaml", 9),
        "duplicate-annotation-id",
        "duplicate id `a`, first at line 1",
        "give each annotation of a source its own id",
    )
    assert [one.id for one in found] == ["a", "p19-21"]


def test_two_annotations_of_the_same_words() -> None:
    found, (problem,) = anchored_in(ARTICLE, an_annotation("裁员", line=1), an_annotation("裁員", line=4))
    assert problem == Problem(
        Origin("sina/annotations.yaml", 4),
        "duplicate-quote",
        "same quote as the annotation at line 1",
        "put the claims of both under one quote",
        Severity.WARNING,
    )
    assert [one.id for one in found] == ["p19-21", "p19-21-2"]


def test_annotations_out_of_order_in_other_lines() -> None:
    _, (problem,) = anchored_in(ARTICLE, an_annotation("裁员"), an_annotation("扎克伯格", line=7))
    assert problem == Problem(
        Origin("sina/annotations.yaml", 7),
        "out-of-order",
        "this quote is from line 1 of the article, the one above it from line 2",
        "put annotations in the order of the article; `dossier check --fix` does",
        Severity.WARNING,
    )


def test_annotations_out_of_order_in_one_line() -> None:
    _, (problem,) = anchored_in(ARTICLE, an_annotation("裁员"), an_annotation("Meta宣布", line=7))
    assert problem.message == "this quote comes before the one above it, in line 2 of the article"


def test_one_id_may_serve_in_two_sources() -> None:
    sina, other = a_source(ARTICLE), a_source(ARTICLE, id="other")
    annotations = [an_annotation("裁员", id="a", source=source) for source in ("sina", "other")]
    found, problems = anchor(annotations, {sina.id: sina, other.id: other})
    assert not problems
    assert [(one.citation.source, one.id) for one in found] == [("other", "a"), ("sina", "a")]


def test_an_annotation_of_an_unknown_source_is_left_to_the_reader_of_files() -> None:
    assert anchored_in(ARTICLE, an_annotation("裁员", source="gone")) == ((), ())


def test_a_quote_without_parts() -> None:
    _, (problem,) = anchored_in(ARTICLE, an_annotation())
    assert problem.code == "quote-empty"


def test_many_ways_to_read_a_quotation_take_no_time() -> None:
    _, (problem,) = anchored_in("的,一" * 200, an_annotation(*["的"] * 12))
    assert problem.code == "quote-ambiguous"
    _, (problem,) = anchored_in("尾" + "的,一" * 200, an_annotation(*["的"] * 12, "尾"))
    assert problem.code == "parts-out-of-order"
