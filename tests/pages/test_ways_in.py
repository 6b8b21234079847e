"""The pages of the ways in: each is there only where there is something of it, and says no more."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest

from build_tools.findings.passages import passage_with
from build_tools.model import (
    Cell,
    ComparedPoint,
    Dossier,
    EntityId,
    LocalText,
    Qualifiers,
    SideBySide,
    SourceId,
    TermId,
    Theme,
    ThemeId,
    ThenAndNow,
    Written,
)
from build_tools.pages.money import Scale
from build_tools.website.page import Page
from tests.checked import ROOT, surveyed
from tests.pages.browse import pages_of, see
from tests.pages.small import CLAIMS, PASSAGES, PRICE, WORTH, both, dossier, grouped

WAYS = ("themes/", "doubts.md", "side-by-side.md", "then-and-now.md", "not-comparable.md", "money.md")


def whole() -> Dossier:
    """The small dossier with something of every way in."""
    given = dossier()
    theme = Theme(
        ThemeId("sale"), both("The sale", "交易"), 1, (EntityId("sale"), EntityId("price"), EntityId("ada"))
    )
    compared = SideBySide(
        (
            ComparedPoint(
                both("The price", "价格"),
                (Cell(SourceId("courier"), both("$14.3 billion[@courier/p1].", "143亿美元[@courier/p1]。")),),
            ),
            ComparedPoint(
                both("The day", "日子"),
                (Cell(SourceId("herald"), both("In June[@herald/p4].", "6月[@herald/p4]。")),),
            ),
        ),
        (
            ThenAndNow(
                both("The sale", "交易"),
                both("It is to come[@herald/p3].", "尚未成交[@herald/p3]。"),
                both("It is done[@times/p6].", "已经成交[@times/p6]。"),
            ),
        ),
    )
    courier = replace(
        given.inputs.sources[SourceId("courier")],
        character=both("A report. It names nobody.", "一篇报道。它没有写明来源。"),
        loaded=((Written("收购"), LocalText(en="to buy up")), (Written("天气"), LocalText())),
    )
    price = replace(PRICE, why_unlike=((WORTH.id, both("Nobody gives the worth.", "没有人给出估值。")),))
    doubt = both("No such sum was ever raised.", "从未筹到这么多钱。")
    doubted = (replace(PASSAGES[0], annotation=replace(PASSAGES[0].annotation, doubt=doubt)), *PASSAGES[1:])
    inputs = replace(
        given.inputs,
        themes=(theme,),
        side_by_side=compared,
        sources={**given.inputs.sources, courier.id: courier},
        entities={**given.inputs.entities, price.id: price},
    )
    return replace(given, inputs=inputs, anchored=doubted)


@cache
def made(edition: str = "en") -> dict[str, Page]:
    return {str(page.address): page for page in pages_of(whole(), edition)}


def text(address: str, edition: str = "en") -> str:
    return see(made(edition)[address]).text


def test_where_there_is_nothing_of_a_way_in_it_has_no_page() -> None:
    bare = replace(dossier(), groups=(), conflicts=())
    addresses = [page.address for page in pages_of(bare)]
    assert not [each for each in addresses if each.startswith(WAYS) or each == "credits.md"]
    assert not [
        each
        for each in see(pages_of(bare)[0]).links
        if each.startswith(tuple(each.removesuffix(".md") for each in WAYS))
    ]


@pytest.mark.parametrize("address", ["themes/index.md", "themes/sale.md", *WAYS[1:], "credits.md"])
def test_where_there_is_something_it_has_one_and_the_front_door_leads_there(address: str) -> None:
    assert address in made()
    front = see(made()["index.md"]).links + see(made()["themes/index.md"]).links
    navigation = [page.address for page in made().values() if page.section]
    assert address in navigation or any(link.endswith(address.removeprefix("themes/")) for link in front)


def test_a_theme_shows_each_side_with_its_articles_and_what_is_doubtful() -> None:
    shown = text("themes/sale.md")
    assert "What was paid for the Mill?" in shown
    assert "US$14.8 billion (planned) The Herald" in " ".join(shown.split())
    assert "No such sum was ever raised." in shown


def test_a_theme_says_of_each_thing_what_the_articles_say() -> None:
    body = made()["themes/sale.md"].body
    assert body.index("of-sale") < body.index("of-price") < body.index("of-ada")
    assert "about US$14 billion The Times" in " ".join(text("themes/sale.md").split())


def test_an_article_that_says_nothing_on_a_point_keeps_its_place() -> None:
    body = made()["side-by-side.md"].body
    first = body.partition("point-1")[2].partition("point-2")[0]
    assert first.count("compare-cell") == 2
    assert first.count("nothing on this") == 1


def test_an_article_that_is_compared_nowhere_has_no_place() -> None:
    assert "The Times" not in made()["side-by-side.md"].body.partition("characters")[0]


def test_loaded_words_lead_to_where_they_stand_and_say_what_they_mean() -> None:
    body = made()["sources/courier.md"].body
    assert "(courier.md#p1)" in body or "(#p1)" in body
    assert "to buy up" in body
    assert "to buy up" not in made("zh-Hans")["sources/courier.md"].body


def test_then_and_now_says_who_says_it_and_when() -> None:
    shown = " ".join(text("then-and-now.md").split())
    assert shown.index("The Herald, 21 June 2025") < shown.index("It is to come")
    assert shown.index("It is to come") < shown.index("The Times, 21 June 2025")


def test_figures_that_are_kept_apart_say_why_on_their_own_pages_too() -> None:
    for address in ("not-comparable.md", "figures/price.md", "figures/worth.md"):
        assert "Nobody gives the worth." in text(address)


def test_a_doubt_is_shown_beside_the_figure_and_the_passage() -> None:
    for address in ("doubts.md", "figures/price.md", "sources/courier.md"):
        assert "No such sum was ever raised" in text(address)


def test_a_sum_stands_where_its_power_of_ten_does() -> None:
    body = made()["money.md"].body
    assert body.index("stated-usd") < body.index("planned-usd")
    assert 'style="--from:15.4%' in body or "--at:15.5%" in body


def test_on_a_scale_of_tens_equal_factors_are_equally_far_apart() -> None:
    scale = Scale(Decimal(10), Decimal(10000))
    steps = [scale.share(Decimal(10) ** power) for power in (1, 2, 3, 4)]
    assert {round(b - a, 6) for a, b in pairwise(steps)} == {Decimal("33.333333")}


def test_who_is_credited_is_counted_by_statement() -> None:
    claims = [
        replace(each, qualifiers=Qualifiers(said_by=TermId("insiders"))) if each.id == "c-p1-told" else each
        for each in CLAIMS
    ]
    pages = {str(page.address): page for page in pages_of(replace(whole(), groups=grouped(claims)))}
    row = next(line for line in pages["credits.md"].body.splitlines() if "The Courier" in line)
    assert [cell.strip() for cell in row.split("|")][2:7] == ["–", "–", "–", "33% (1)", "67% (2)"]


def test_every_disagreement_of_the_first_dossier_is_on_a_theme() -> None:
    on_themes = {each.id for theme in surveyed(ROOT).ways_in.themes for each in theme.disputed}
    assert {each.id for each in surveyed(ROOT).conflicts} - on_themes == set()


def test_what_is_agreed_in_a_theme_is_in_the_order_of_its_list() -> None:
    placed = [
        [theme.theme.about.index(each.subject) for each in theme.known]
        for theme in surveyed(ROOT).ways_in.themes
    ]
    assert all(places == sorted(places) for places in placed)
    assert max(len(set(places)) for places in placed) > 3


def test_every_doubt_of_the_first_dossier_is_on_a_theme() -> None:
    on_themes = {each.passage.id for theme in surveyed(ROOT).ways_in.themes for each in theme.doubtful}
    assert {each.passage.id for each in surveyed(ROOT).ways_in.doubts} - on_themes == set()


def test_each_article_of_the_first_dossier_is_compared_on_every_point() -> None:
    inputs = surveyed(ROOT).dossier.inputs
    for point in inputs.side_by_side.points:
        assert {cell.source for cell in point.cells} == set(inputs.sources)


def test_the_loaded_words_of_the_first_dossier_stand_in_published_passages() -> None:
    index = surveyed(ROOT).index
    lost = [
        (source.id, word.text)
        for source in index.sources
        for word, _ in source.loaded
        if passage_with(index, source.id, word.text) is None
    ]
    assert lost == []
