"""How good the check is, on the page of an article and on the page on how we work."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.attack import KINDS
from build_tools.attack.score_file import digest_of
from build_tools.findings import survey
from build_tools.model import Dossier, KindCount, Score, SourceId
from build_tools.pages.parts.measured import LABELS
from build_tools.pages.written_pages import citable
from build_tools.website.addresses import Address
from build_tools.website.editions import EDITIONS
from build_tools.website.markdown import Markup
from build_tools.website.page import Page
from tests.pages import small
from tests.pages.browse import pages_of, see

COUNTS = (
    KindCount("digits", stopped=39, survived=1, also_true=2),
    KindCount("stance", stopped=2, warned=1, survived=1),
    KindCount("via", also_true=1),
)


def measured(*, left_out: str = "", counts: tuple[KindCount, ...] = COUNTS) -> Dossier:
    """The small dossier with a score of each article but one."""
    made = small.dossier()
    scores = {id: Score(digest_of(made, id), counts) for id in made.inputs.sources if id != left_out}
    return replace(made, inputs=replace(made.inputs, scores=scores))


def source_text(made: Dossier, edition: str = "en") -> str:
    pages = pages_of(made, edition)
    return see(next(page for page in pages if page.address == "sources/courier.md")).text


def about_text(made: Dossier, path: str = "about.md", edition: str = "en") -> str:
    page = citable(survey(made), "")(EDITIONS[edition], path, "# How we work\n")
    return see(Page(address=Address(path), title="How we work", body=Markup(page))).text


def test_the_page_of_an_article_says_how_its_claims_are_checked() -> None:
    told = (
        "Of 44 wrong variants of 2 kinds the check refused 73.8%, warned of 12.5% and let 13.8% pass, "
        "in the mean over the kinds. How this is measured."
    )
    assert told in source_text(measured())


def test_in_chinese() -> None:
    told = "改错的说法共44条，分2类；按各类的平均值，检查拒绝了73.8%，警告了12.5%，放过了13.8%。如何衡量。"
    assert told in source_text(measured(), "zh-Hans")


def test_a_score_of_an_article_that_has_changed_since_is_not_shown() -> None:
    made = measured()
    courier = SourceId("courier")
    changed = replace(small.SOURCES[courier], text=small.SOURCES[courier].text + "。")
    inputs = replace(made.inputs, sources={**made.inputs.sources, courier: changed})
    assert "wrong variants" not in source_text(replace(made, inputs=inputs))
    assert "wrong variants" not in source_text(measured(counts=()))
    assert "wrong variants" not in source_text(small.dossier())


def test_the_page_on_how_we_work_has_all_articles_and_every_kind() -> None:
    articles = len(small.SOURCES)
    text = about_text(measured())
    assert f"Of {44 * articles} wrong variants of 2 kinds the check refused 73.8%" in text
    assert f"digits miscopied\n{40 * articles}\n97.5%\n0.0%\n2.5%\n" in text
    assert f"denied for affirmed, affirmed for denied\n{4 * articles}\n50.0%\n25.0%\n25.0%\n" in text
    assert "outlet" not in text


def test_it_says_nothing_where_the_score_of_one_article_is_missing() -> None:
    assert "wrong variants" not in about_text(measured(left_out="courier"))
    assert "wrong variants" not in about_text(measured(), "guide.md")


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_kind_has_a_name_for_readers(kind: str) -> None:
    assert LABELS[kind]
