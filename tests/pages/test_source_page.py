"""What the page of an article says of it."""

from __future__ import annotations

from dataclasses import replace

from build_tools.findings import survey
from build_tools.model import Dossier, Omission, Qualifiers, SourceId
from build_tools.pages.parts.footnotes import byline
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.view import View
from build_tools.website.addresses import SOURCES, source_address
from build_tools.website.editions import EDITIONS
from tests.pages import small
from tests.pages.browse import Seen, pages_of, see


def test_an_article_that_another_passes_on_is_linked() -> None:
    dossier = small.dossier()
    herald = replace(small.SOURCES[SourceId("herald")], relayed_sources=(SourceId("courier"),))
    inputs = replace(dossier.inputs, sources={**small.SOURCES, herald.id: herald})
    made = {page.address: page for page in pages_of(replace(dossier, inputs=inputs))}
    assert "| Passes on reports of | [The Courier](courier.md" in made[source_address(herald.id)].body


def shown(address: str, given: Dossier | None = None, edition: str = "en") -> Seen:
    made = pages_of(given or small.dossier(), edition)
    return see(next(page for page in made if page.address == address))


def test_a_passage_leads_to_what_editors_wrote_down_of_it() -> None:
    entry = "https://github.com/example/mill/blob/main/sources/articles/courier/annotations.yaml#L3"
    assert shown("sources/courier.md").links.count(entry) == 2


def test_what_a_passage_says_on_one_point_is_one_line() -> None:
    text = shown("sources/times.md").text
    assert "Sale of the Mill, taking part: Ada Wang · the Mill" in text


def test_beside_a_passage_stands_whom_the_article_credits() -> None:
    credited = Qualifiers(said_by=small.MILL.id)
    told = [replace(each, qualifiers=credited) if each.id == "c-p1-told" else each for each in small.CLAIMS]
    text = shown("sources/courier.md", replace(small.dossier(), groups=small.grouped(told))).text
    assert "Ada Wang: Ada takes over the Mill — according to the Mill" in text
    assert "Price of the Mill: US$14.3 billion\n" in text
    assert "Layoffs at the Mill: denied by the Mill\n" in shown("sources/herald.md").text


def untitled() -> Dossier:
    dossier = small.dossier()
    title = small.both("[Ada Wang buys …]", "〔亚达·王以……〕")
    courier = replace(small.SOURCES[SourceId("courier")], title=title)
    return replace(dossier, inputs=replace(dossier.inputs, sources={**small.SOURCES, courier.id: courier}))


def test_a_title_of_ours_is_told_from_an_article_s_own() -> None:
    given = untitled()
    assert "〔亚达·王以……〕 (received without a title" in shown("sources/courier.md", given).text
    assert "A title in brackets" in shown("sources/index.md", given).text
    assert "received without a title" not in shown("sources/herald.md", given).text
    assert "A title in brackets" not in shown("sources/index.md").text


def test_an_english_title_that_is_translated_stays_the_article_s_own() -> None:
    dossier = small.dossier()
    times = replace(small.SOURCES[SourceId("times")], title=small.both("The Mill Sold", "磨坊售出"))
    given = replace(dossier, inputs=replace(dossier.inputs, sources={**small.SOURCES, times.id: times}))
    for edition in ("en", "zh-Hans"):
        bodies = {page.address: page.body for page in pages_of(given, edition)}
        assert '<cite lang="en">The Mill Sold</cite>' in bodies[source_address(times.id)]
        assert ('<cite lang="en">The Mill Sold</cite>' in bodies[SOURCES]) == (edition != "en")


def test_lines_left_out_for_one_reason_stand_together() -> None:
    dossier = small.dossier()
    why, other = small.both("image", "图片"), small.both("furniture", "按钮")
    omit = (Omission(1, 1, why), Omission(2, 3, other), Omission(4, 4, why))
    courier = replace(small.SOURCES[SourceId("courier")], omit=omit)
    inputs = replace(dossier.inputs, sources={**small.SOURCES, courier.id: courier})
    made = {page.address: page for page in pages_of(replace(dossier, inputs=inputs))}
    body = made[source_address(courier.id)].body
    assert "- line 1, line 4: image\n- lines 2 to 3: furniture\n" in f"{body}\n"


def test_what_is_known_of_an_article_is_said_once_and_without_a_full_stop() -> None:
    courier = small.SOURCES[SourceId("courier")]
    why = small.both("It says so. About June.", "文中注明。约在六月。")
    same = replace(courier, through=courier.publisher, published_why=why)
    given = small.dossier()
    made = replace(given, inputs=replace(given.inputs, sources={**small.SOURCES, same.id: same}))
    text = shown("sources/courier.md", made).text
    assert "(It says so. About June)" in text
    assert "Received through" not in text


def test_where_an_article_came_from_is_said_in_the_manner_of_the_edition() -> None:
    given = small.dossier()
    courier = replace(
        small.SOURCES[SourceId("courier")], through=small.both("a site called TTM", "一家叫 TTM 的网站")
    )
    inputs = replace(given.inputs, sources={**small.SOURCES, courier.id: courier})
    made = replace(given, inputs=inputs)
    assert "一家叫TTM的网站" in shown("sources/courier.md", made, "zh-Hans").text
    assert "一家叫TTM的網站" in shown("sources/courier.md", made, "zh-Hant").text


def test_a_chinese_title_stands_between_its_own_marks_but_one_of_ours_does_not() -> None:
    def line(given: Dossier, edition: str) -> str:
        context = Context(View(survey(given), EDITIONS[edition]), SOURCES)
        ordered = context.view.index.sources
        return "".join(byline(context, each, 1) for each in (ordered[0], ordered[-1]))

    assert line(small.dossier(), "zh-Hans").count("《") == 2
    assert "《" not in line(small.dossier(), "en")
    given = untitled()
    sources = {SourceId("courier"): given.inputs.sources[SourceId("courier")]}
    alone = replace(given, inputs=replace(given.inputs, sources=sources), anchored=(), mentions=())
    assert "《" not in line(replace(alone, groups=(), conflicts=()), "zh-Hans")
