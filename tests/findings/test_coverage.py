"""How much of an article has been read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.evidence import fold_claims, judge, reconcile
from build_tools.findings.coverage import SourceCoverage, coverage, print_coverage
from build_tools.model import Dossier, Inputs, LocalText, Omission
from build_tools.text.anchoring import anchor
from build_tools.text.mentions import find_mentions
from tests.evidence.papers import lay_out, prove_all

CASE = """海港公司以143亿美元收购群岛软件。
2031年6月3日,林岸说公司有600人,是首席执行官。
群岛软件曾裁掉300人,花了2亿美元。
寧燒千億。
第一新闻没有评论。
---
- quote: 海港公司以143亿美元收购群岛软件
  translation: Harbour buys Archipelago for $14.3 billion
  claims:
    - price: 143亿美元
- quote: 2031年6月3日,林岸说公司有600人
  translation: On 3 June 2031 Lin An said that the company had 600 people
  means: {公司: harbour}
  claims:
    - staff: {value: 600人, as_of: 2031年6月3日, said_by: lin-an}
- quote: 寧燒千億
  skip: rhetoric
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return judged(lay_out(tmp_path, CASE))


def judged(inputs: Inputs) -> Dossier:
    mentions, _ = find_mentions(inputs.sources, inputs.entities)
    anchored, _ = anchor(inputs.annotations, inputs.sources)
    claims, problems = prove_all(inputs)
    assert problems == ()
    groups = fold_claims(claims)
    return judge(inputs, mentions, anchored, groups, reconcile(groups, inputs))[0]


@pytest.fixture
def covered(dossier: Dossier) -> SourceCoverage:
    (found,) = coverage(dossier)
    return found


def test_figures_are_cited_or_set_aside(covered: SourceCoverage) -> None:
    assert [one.raw for one in covered.figures] == ["143亿美元", "600人", "300人", "2亿美元", "千億"]
    assert [one.raw for one in covered.uncited_figures] == ["300人", "2亿美元"]


def test_dates_are_cited_by_qualifiers_too(covered: SourceCoverage) -> None:
    assert [one.raw for one in covered.dates] == ["2031年6月3日"]
    assert covered.uncited_dates == ()


def test_names_with_and_without_a_claim(covered: SourceCoverage) -> None:
    assert covered.names == ("archipelago", "first-news", "harbour", "lin-an")
    assert covered.unclaimed_names == ("archipelago", "first-news")


def test_lines_that_are_not_the_article_do_not_count(tmp_path: Path) -> None:
    inputs = lay_out(tmp_path, CASE)
    (source,) = inputs.sources.values()
    without = replace(source, omit=(Omission(3, 3, LocalText()), Omission(5, 5, LocalText())))
    (found,) = coverage(judged(replace(inputs, sources={source.id: without})))
    assert [one.raw for one in found.figures] == ["143亿美元", "600人", "千億"]
    assert found.names == ("archipelago", "harbour", "lin-an")
    assert len(found.paragraphs) == 3


def test_paragraphs_and_what_is_published(covered: SourceCoverage) -> None:
    assert len(covered.paragraphs) == 5
    assert len(covered.unannotated) == 2
    lines = CASE.split("---")[0].split("\n")
    published = sum(len(lines[at]) for at in (0, 1))  # 寧燒千億 is set aside, and on no page
    assert float(covered.published) == pytest.approx(100 * published / sum(map(len, lines)), abs=0.05)


def test_the_rest_is_named(dossier: Dossier) -> None:
    assert print_coverage(dossier).splitlines()[:5] == [
        "paper",
        "  figures     3 of 5 (60 %) cited or set aside",
        "  dates       1 of 1 (100 %) cited or set aside",
        "  names       2 of 4 (50 %) with a claim",
        "  paragraphs  3 of 5 (60 %) annotated or set aside",
    ]
    assert print_coverage(dossier).splitlines()[6:] == [
        "  read        0 of 3 annotations by a person",
        "  parts       6 proven, 0 inferred, 1 assumed",
        "  claims      2, 0 with an inferred part, 0 accepted",
        "  left: line 3, figure 300人",
        "  left: line 3, figure 2亿美元",
        "  left: name archipelago",
        "  left: name first-news",
    ]
