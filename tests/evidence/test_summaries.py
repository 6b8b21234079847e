"""Prose of ours says no more than what it rests on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.evidence import fold_claims, judge, reconcile
from build_tools.model import EntityId, Inputs, LocalText, Question
from build_tools.text.anchoring import anchor
from build_tools.text.mentions import find_mentions
from tests.evidence.papers import lay_out, prove_all
from tests.evidence.world import say

CASE = """2031年6月3日,海港公司以143亿美元收购群岛软件。
海港公司有600人。
林岸出任首席执行官,时年28岁。
---
- id: deal
  quote: 2031年6月3日,海港公司以143亿美元收购群岛软件
  translation: On 3 June 2031 Harbour bought Archipelago for $14.3 billion
  claims:
    - price: 143亿美元
    - purchase: {date: 2031年6月3日, participant: harbour}
- quote: 海港公司有600人
  translation: Harbour has 600 people
  claims:
    - staff: 600人
- id: age
  quote: 林岸出任首席执行官,时年28岁
  translation: Lin An became chief executive at the age of 28
  claims:
    - lin-an: {role: chief-executive}
"""


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    return lay_out(tmp_path, CASE)


def wrong(inputs: Inputs, code: str = "summary-not-supported") -> list[str]:
    """What the check says of the prose."""
    anchored, _ = anchor(inputs.annotations, inputs.sources)
    claims, _ = prove_all(inputs)
    mentions, _ = find_mentions(inputs.sources, inputs.entities)
    groups = fold_claims(claims)
    problems = judge(inputs, mentions, anchored, groups, reconcile(groups, inputs))[1]
    return [one.message for one in problems if one.code == code]


def with_summary(inputs: Inputs, id: str, summary: LocalText) -> Inputs:
    entity = inputs.entities[EntityId(id)]
    return replace(inputs, entities={**inputs.entities, entity.id: replace(entity, summary=summary)})


def with_story(inputs: Inputs, sentence: LocalText) -> Inputs:
    return replace(inputs, settings=replace(inputs.settings, story=(sentence,)))


def with_reason(inputs: Inputs, reason: LocalText) -> Inputs:
    asked = Question(
        id=EntityId("q"),
        kind=inputs.entities[EntityId("stayed")].kind,
        label=say("?"),
        about=EntityId("price"),
    )
    return replace(inputs, entities={**inputs.entities, asked.id: replace(asked, reason=reason)})


SUPPORTED = [
    ("price", "It paid $14.3 billion.", "143亿美元。"),
    ("purchase", "On 3 June 2031 Harbour bought Archipelago.", "2031年6月收购。"),
    ("harbour", "It has 600 people.", "它有600人。"),
    ("harbour", "It bought Archipelago in June 2031.", "它在2031年收购群岛软件。"),
    ("lin-an", "Chief executive at 28.", "28岁出任首席执行官。"),
    ("lin-an", "Chief executive of a firm that paid $14.3 billion [@paper/deal].", ""),
    ("lin-an", "Two articles name him.", "两篇文章提到他。"),
]
UNSUPPORTED = [
    ("lin-an", "Chief executive of a firm that paid $14.3 billion.", "", "$14.3 billion"),
    ("price", "It paid $14.8 billion.", "", "$14.8 billion"),
    ("price", "", "付出148亿美元。", "148亿美元"),
    ("harbour", "It has 700 people.", "", "700 people"),
    ("purchase", "On 4 June 2031 Harbour bought Archipelago.", "", "4 June 2031"),
]


@pytest.mark.parametrize(("id", "en", "zh"), SUPPORTED)
def test_a_summary_that_claims_bear_out(inputs: Inputs, id: str, en: str, zh: str) -> None:
    assert wrong(with_summary(inputs, id, LocalText(en=en, zh=zh))) == []


@pytest.mark.parametrize(("id", "en", "zh", "figure"), UNSUPPORTED)
def test_a_summary_that_says_more(inputs: Inputs, id: str, en: str, zh: str, figure: str) -> None:
    assert wrong(with_summary(inputs, id, LocalText(en=en, zh=zh))) == [
        f"no claim here and no cited passage gives {figure}"
    ]


def test_the_story_rests_on_what_it_cites(inputs: Inputs) -> None:
    assert wrong(with_story(inputs, say("It paid $14.3 billion [@paper/deal]."))) == []
    assert wrong(with_story(inputs, say("It paid $14.3 billion [@paper/age]."))) == [
        "no claim here and no cited passage gives $14.3 billion"
    ]


@pytest.mark.parametrize(
    ("reason", "problems"),
    [("The article of 20 June 2031 gives $14.3 billion.", 0), ("It has 600 people.", 1)],
)
def test_a_reason_rests_on_what_its_question_is_about(inputs: Inputs, reason: str, problems: int) -> None:
    assert len(wrong(with_reason(inputs, say(reason)))) == problems


def test_a_reason_does_not_rest_on_another_disagreement(tmp_path: Path) -> None:
    case = """海港公司以143亿美元收购群岛软件。海港公司有600人。海港公司有700人。
---
- quote: 海港公司以143亿美元收购群岛软件
  translation: Harbour bought Archipelago for $14.3 billion
  claims:
    - price: 143亿美元
- quote: 海港公司有600人
  translation: Harbour has 600 people
  claims:
    - staff: 600人
- quote: 海港公司有700人
  translation: Harbour has 700 people
  claims:
    - staff: 700人
"""
    inputs = lay_out(tmp_path, case)
    assert wrong(with_summary(inputs, "staff", say("600 or 700 people."))) == []
    assert wrong(with_reason(inputs, say("It has 700 people."))) == [
        "no claim here and no cited passage gives 700 people"
    ]


@pytest.mark.parametrize(
    ("summary", "problems"),
    [
        ("It had 600 people.", []),
        ("It had 600 people in June 2030.", ["no claim here and no cited passage gives June 2030"]),
        ("Led by someone of 28.", []),
    ],
)
def test_an_office_counts_for_its_organisation_and_an_untold_date_for_nothing(
    tmp_path: Path, summary: str, problems: list[str]
) -> None:
    case = """8天后,海港公司有600人。林岸28岁任海港公司首席执行官。
---
- quote: 8天后,海港公司有600人
  translation: 8 days later Harbour had 600 people
  claims:
    - staff: 600人
- quote: 林岸28岁任海港公司首席执行官
  translation: Lin An became chief executive of Harbour at 28
  claims:
    - lin-an: {role: chief-executive, at: harbour}
"""
    assert wrong(with_summary(lay_out(tmp_path, case), "harbour", say(summary))) == problems


NAMES = [
    ("harbour", "It bought Archipelago.", []),
    ("lin-an", "Became chief executive.", []),
    ("lin-an", "Became chief executive of Harbour.", ["harbour"]),
    ("lin-an", "Became chief executive of [[harbour|the firm]].", ["harbour"]),
    ("lin-an", "Leads Harbour, which bought Archipelago [@paper/deal].", []),
    ("lin-an", "Lin An, of whom First News writes.", ["first-news"]),
    ("lin-an", "Of First News, Archipelago and Harbour.", ["archipelago", "first-news", "harbour"]),
    ("first-news", "First News is a paper.", []),
    ("sent", "Whom Harbour sent [@paper/age].", []),
]


@pytest.mark.parametrize(("id", "en", "names"), NAMES)
def test_a_summary_names_whom_its_claims_name(inputs: Inputs, id: str, en: str, names: list[str]) -> None:
    assert wrong(with_summary(inputs, id, LocalText(en=en)), "name-not-supported") == [
        f"no claim here and no cited passage names `{name}`" for name in names
    ]


def test_prose_may_name_whose_article_it_is(inputs: Inputs) -> None:
    (source,) = inputs.sources.values()
    published = replace(inputs, sources={source.id: replace(source, publisher=say("First News"))})
    summary = LocalText(en="Lin An, of whom First News writes.")
    assert wrong(with_summary(published, "lin-an", summary), "name-not-supported") == []


def test_an_account_names_whom_its_quote_names(tmp_path: Path) -> None:
    case = """林岸出任首席执行官。他掌管公司
---
- quote: 林岸出任首席执行官
  translation: Lin An became chief executive
  claims:
    - lin-an: {account: Lin An became chief executive of Harbour.}
- quote: 他掌管公司
  translation: he runs the company
  means: {他: lin-an, 公司: harbour}
  claims:
    - lin-an: {account: Lin An runs Harbour.}
"""
    assert wrong(lay_out(tmp_path, case), "name-not-supported") == [
        "no claim here and no cited passage names `harbour`"
    ]
