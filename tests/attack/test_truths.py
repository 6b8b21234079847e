"""Variants that are true as well are known as such, and only these."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from build_tools.attack import days, wrong_figures, wrong_names, wrong_qualifiers
from build_tools.attack.variants import Variant
from tests.attack.stories import told


def reasons(variants: Iterable[Variant]) -> dict[str, str]:
    return {one.change: one.true for one in variants}


def test_a_coarser_date_of_the_sentence_is_true_and_a_finer_one_is_not(tmp_path: Path) -> None:
    (made,) = told(
        tmp_path,
        "2031年6月12日,海港公司发布了“潮汐”模型,群岛软件则在2031年关闭了旧实验室。\n",
        """\
- quote: 2031年6月12日,海港公司发布了“潮汐”模型,群岛软件则在2031年关闭了旧实验室
  translation: On 12 June 2031 Harbour released "Tide"; Archipelago closed its old laboratory in 2031
  claims:
    - tide-release: {date: 2031年6月12日}
    - lab-closing: {date: 2031年}
""",
    )
    assert reasons(days.dates_exchanged(made)) == {
        "tide-release.date: 2031年6月12日 → 2031年": "2031年 holds 2031年6月12日",
        "lab-closing.date: 2031年 → 2031年6月12日": "",
    }


def test_a_day_within_what_the_words_say_is_true(tmp_path: Path) -> None:
    (made,) = told(
        tmp_path,
        "2031年6月上旬,海港公司发布了“潮汐”模型。\n",
        """\
- quote: 2031年6月上旬,海港公司发布了“潮汐”模型
  translation: In the first days of June 2031 Harbour released the model "Tide"
  claims:
    - tide-release: {date: 2031-06-03, inferred: the sentence before says so}
""",
    )
    assert reasons(days.dates_moved(made)) == {
        "tide-release.date: 2031-06-03 → 2031-06-04": "2031年6月上旬 holds both",
        "tide-release.date: 2031-06-03 → 2031-05-27": "",
        "tide-release.date: 2031-06-03 → 2031-07-03": "",
        "tide-release.date: 2031-06-03 → 2030-06-03": "",
    }


def test_the_outlet_that_a_report_is_passed_on_from_may_be_said_to_say_it(tmp_path: Path) -> None:
    (made,) = told(
        tmp_path,
        "第一新闻援引海港公司的话说,它以143亿美元收购群岛软件。\n",
        """\
- quote: 第一新闻援引海港公司的话说,它以143亿美元收购群岛软件
  translation: First News quotes Harbour as saying that it buys Archipelago Software for $14.3 billion
  said_by: harbour
  via: first-news
  claims:
    - purchase-price: 143亿美元
""",
    )
    assert reasons(wrong_qualifiers.said_by(made)) == {
        "purchase-price, said_by: harbour → archipelago": "",
        "purchase-price, said_by: harbour → first-news": "it is the outlet of `via`",
    }


def test_an_event_of_the_same_day_counts_days_as_well(tmp_path: Path) -> None:
    *_, made = told(
        tmp_path,
        "2031年6月12日,海港公司关闭了旧实验室,训练了模型,7月才转走预算。\n8天后,它发布了“潮汐”。\n",
        """\
- quote: 2031年6月12日,海港公司关闭了旧实验室,训练了模型,7月才转走预算
  translation: On 12 June 2031 Harbour closed its laboratory and trained; in July it moved the budget
  claims:
    - lab-closing: {date: 2031年6月12日}
    - tide-training: {date: 2031年6月12日}
    - budget-transfer: {date: 7月}
- quote: 8天后,它发布了“潮汐”
  translation: 8 days later it released "Tide"
  claims:
    - tide-release: {date: 8天后, since: lab-closing}
""",
    )
    found = {
        change: reason for change, reason in reasons(wrong_names.events(made)).items() if "since" in change
    }
    assert found == {
        "tide-release.date, since: lab-closing → tide-training": "the article dates `tide-training` the same",
        "tide-release.date, since: lab-closing → budget-transfer": "",
    }


def test_an_event_that_the_same_words_date_alike_is_dated_rightly(tmp_path: Path) -> None:
    (made,) = told(
        tmp_path,
        "2031年6月12日,海港公司关闭了旧实验室,并发布了“潮汐”。\n",
        """\
- quote: 2031年6月12日,海港公司关闭了旧实验室,并发布了“潮汐”
  translation: On 12 June 2031 Harbour closed its old laboratory and released "Tide"
  claims:
    - lab-closing: {date: 2031年6月12日}
    - tide-release: {date: 2031年6月12日, participant: harbour}
""",
    )
    assert reasons(wrong_names.events(made)) == {
        "lab-closing → tide-release, date": "line 5 claims it of the same words",
        "tide-release → lab-closing, date": "line 4 claims it of the same words",
        "tide-release → lab-closing, participant": "",
    }


def test_who_takes_part_elsewhere_in_the_article_takes_part(tmp_path: Path) -> None:
    made, _ = told(
        tmp_path,
        "海港公司发布了“潮汐”并关闭了旧实验室,群岛软件在场。\n群岛软件发布了“潮汐”。\n",
        """\
- quote: 海港公司发布了“潮汐”并关闭了旧实验室,群岛软件在场
  translation: Harbour released "Tide" and closed its old laboratory, and Archipelago was there
  claims:
    - tide-release: {participant: harbour}
    - lab-closing: {participant: harbour}
- quote: 群岛软件发布了“潮汐”
  translation: Archipelago released "Tide"
  claims:
    - tide-release: {participant: archipelago}
""",
    )
    assert reasons(wrong_names.participants(made)) == {
        "tide-release.participant: harbour → archipelago": "line 9 claims it of the same article",
        "lab-closing.participant: harbour → archipelago": "",
    }


def test_an_office_without_its_organisation_says_less_and_is_true(tmp_path: Path) -> None:
    made, _ = told(
        tmp_path,
        "海港公司董事长方澜兼任首席执行官。\n海港公司董事长方澜到场。\n",
        """\
- quote: 海港公司董事长方澜兼任首席执行官
  translation: Fang Lan, the chair of Harbour, is its chief executive as well
  claims:
    - fang-lan: {role: chief-executive}
- quote: 海港公司董事长方澜到场
  translation: Fang Lan, the chair of Harbour, came
  claims:
    - fang-lan: {role: chairman, at: harbour}
""",
    )
    assert reasons(wrong_names.offices(made)) == {
        "fang-lan.role: chief-executive → chairman": "line 8 claims it of the same article",
    }


def test_what_another_says_of_the_same_figure_is_no_excuse(tmp_path: Path) -> None:
    (made,) = told(
        tmp_path,
        "方澜说收购花了143亿美元,陆舟说花了148亿美元。\n",
        """\
- quote: 方澜说收购花了143亿美元,陆舟说花了148亿美元
  translation: Fang Lan says the purchase cost $14.3 billion, Lu Zhou says $14.8 billion
  claims:
    - purchase-price: {value: 143亿美元, said_by: fang-lan}
    - purchase-price: {value: 148亿美元, said_by: lu-zhou}
""",
    )
    assert reasons(wrong_figures.value_of_quote(made)) == {
        "purchase-price: 143亿美元 → 148亿美元": "",
        "purchase-price: 148亿美元 → 143亿美元": "",
    }


def test_what_the_same_speaker_says_too_is_true(tmp_path: Path) -> None:
    (made,) = told(
        tmp_path,
        "方澜说收购花了143亿美元,或许148亿美元。\n",
        """\
- quote: 方澜说收购花了143亿美元,或许148亿美元
  translation: Fang Lan says the purchase cost $14.3 billion, perhaps $14.8 billion
  said_by: fang-lan
  claims:
    - purchase-price: [143亿美元, 148亿美元]
""",
    )
    assert reasons(wrong_figures.value_of_quote(made)) == {
        "purchase-price: 143亿美元 → 148亿美元": "line 5 claims it of the same words",
        "purchase-price: 148亿美元 → 143亿美元": "line 5 claims it of the same words",
    }


def test_a_word_that_no_claim_needs_is_left_alone(tmp_path: Path) -> None:
    needed, unneeded = told(
        tmp_path,
        "该公司关闭了旧实验室,群岛软件在场。\n海港公司说,该公司发布了“潮汐”,群岛软件在场。\n",
        """\
- quote: 该公司关闭了旧实验室,群岛软件在场
  translation: The company closed its old laboratory, and Archipelago was there
  means: {该公司: harbour}
  claims:
    - lab-closing: {participant: harbour}
- quote: 海港公司说,该公司发布了“潮汐”,群岛软件在场
  translation: Harbour says that the company released "Tide", and Archipelago was there
  means: {该公司: harbour}
  claims:
    - tide-release: {participant: harbour}
""",
    )
    assert reasons(wrong_names.meanings(needed)) == {"means, 该公司: harbour → archipelago": ""}
    assert reasons(wrong_names.meanings(unneeded)) == {}
