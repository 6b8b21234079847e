"""Our own Chinese is written as readers of a place write it; names and quotations are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from opencc import OpenCC

from build_tools.findings import survey
from build_tools.model import Kind, LocalText
from build_tools.pages.parts.page_context import Context, source_said
from build_tools.pages.parts.view import View
from build_tools.text.folding import fold, simplify
from build_tools.website.addresses import HOME
from build_tools.website.chinese_script import VARIANTS, Writing, converted, converted_page, converted_prose
from build_tools.website.editions import EDITIONS, editions_of
from build_tools.website.regional import regional_words
from build_tools.website.search_words import other_words, page_words
from tests.pages.small import dossier

TAIWAN = Writing("zh-Hant", "twp")
HONG_KONG = Writing("zh-Hant", "hkp")


@pytest.mark.parametrize(
    ("written", "taiwan", "hong_kong", "characters"),
    [
        ("芯片与视频", "晶片與影片", "芯片與影片", "芯片與視頻"),
        ("人工智能的数据", "人工智慧的資料", "人工智能的數據", "人工智能的數據"),
        ("首席执行官在硅谷", "執行長在矽谷", "行政總裁在硅谷", "首席執行官在硅谷"),
        ("网络上的软件", "網路上的軟體", "網絡上的軟件", "網絡上的軟件"),
        ("报道的计划", "報導的計畫", "報道的計劃", "報道的計劃"),
        ("首席营收官兼联合创始人", "營收長兼共同創辦人", "首席營收官兼聯合創辦人", "首席營收官兼聯合創始人"),
    ],
)
def test_each_place_has_its_words(written: str, taiwan: str, hong_kong: str, characters: str) -> None:
    assert converted_prose(written, TAIWAN) == taiwan
    assert converted_prose(written, HONG_KONG) == hong_kong
    assert converted_prose(written, Writing("zh-Hant", "tw")) == characters


@pytest.mark.parametrize(
    ("written", "taiwan"),
    [
        ("这个项目激活了参数", "這個項目激活了參數"),
        ("公司发布声明，支持优化", "公司發布聲明，支持優化"),
        ("主打开源", "主打開源"),
        ("法院的文件和程序", "法院的文件和程序"),
        ("刷新纪录，油料溢出", "刷新紀錄，油料溢出"),
        ("向他抛出橄榄枝", "向他拋出橄欖枝"),
        ("货币种类不同，合计划拨三亿", "貨幣種類不同，合計劃撥三億"),
        ("天气预报道路结冰", "天氣預報道路結冰"),
        ("全球最大语言模型", "全球最大語言模型"),
        ("提出新方案，并为之辩护", "提出新方案，並為之辯護"),
        ("两家合并为一家，提交合并请求", "兩家合併為一家，提交合併請求"),
        ("在新文本里", "在新文本裡"),
    ],
)
def test_a_word_of_computing_is_not_read_into_a_story(written: str, taiwan: str) -> None:
    assert converted_prose(written, TAIWAN) == taiwan


def test_of_files_and_programs_the_site_itself_speaks_as_of_such() -> None:
    assert converted("文件与程序", TAIWAN) == "檔案與程式"


def test_who_writes_traditional_has_chosen_the_words() -> None:
    assert converted_prose("這段視頻裡的軟件", TAIWAN) == "這段視頻裡的軟件"


def test_quoted_words_in_our_prose_keep_their_vocabulary() -> None:
    written = "他称之为“人工智能的芯片”，即芯片。"
    assert converted_prose(written, TAIWAN) == "他稱之為「人工智能的芯片」，即晶片。"


def test_code_on_a_page_keeps_its_vocabulary_and_takes_the_characters() -> None:
    page = "数据见下：\n\n```yaml\nzh: 软件和数据\n```\n\n`数据`\n"
    assert converted_page(page, TAIWAN) == "資料見下：\n\n```yaml\nzh: 軟件和數據\n```\n\n`數據`\n"


def test_names_stay_what_the_dossier_calls_them() -> None:
    inputs = dossier().inputs
    firm = next(entity for entity in inputs.entities.values() if entity.kind is Kind.ORGANISATION)
    called = replace(firm, label=LocalText(en="Chip Lab", zh="Chip 智能芯片社"), aliases=())
    settings = replace(inputs.settings, opencc="twp")
    named = replace(inputs, settings=settings, entities={**inputs.entities, firm.id: called})
    (edition,) = editions_of(named, ["zh-Hant"])
    assert edition.label(called).text == "Chip智能芯片社"
    assert edition.words(LocalText(zh="Chip智能芯片社的人工智能")) == "Chip智能芯片社的人工智慧"
    event = next(entity for entity in inputs.entities.values() if entity.kind is Kind.EVENT)
    assert edition.label(replace(event, label=LocalText(zh="芯片短缺"))).text == "晶片短缺"


def test_a_name_written_in_traditional_protects_it_in_simplified_prose() -> None:
    writing = replace(TAIWAN, names=frozenset(["超級智能團隊"]))
    assert converted_prose("超级智能团队的智能", writing) == "超級智能團隊的智慧"


def test_a_name_given_in_traditional_is_written_so() -> None:
    own = replace(TAIWAN, names=frozenset({"范兒", "谷歌"}))
    assert converted_prose("范儿说它像谷歌", own) == "范兒說它像谷歌"
    assert converted_prose("范儿说", TAIWAN) == "範兒說"


@pytest.mark.parametrize("variant", VARIANTS)
def test_what_an_article_says_of_itself_is_never_converted(variant: str) -> None:
    edition = replace(EDITIONS["zh-Hant"], variant=variant)
    view = View(survey(dossier()), edition)
    source = next(iter(view.dossier.inputs.sources.values()))
    simplified = replace(source, language="zh-Hans", title=LocalText(zh="芯片的视频"))
    said = source_said(Context(view, HOME), simplified, simplified.title)
    assert said.text == "芯片的视频"
    other = replace(simplified, language="zh-Hant")
    shown = source_said(Context(view, HOME), other, other.title).text
    assert simplify(shown) == "芯片的视频"


def test_no_word_is_listed_twice_and_none_to_no_purpose() -> None:
    words = regional_words()
    listed = [*words.kept, *words.kept_in_prose, *words.names]
    assert len(listed) == len(set(listed))
    assert all(word == simplify(word) for word in (*listed, *words.own["tw"], *words.own["hk"]))
    for characters, phrases in (("s2tw", "s2twp"), ("s2hk", "s2hkp")):
        narrow, wide = OpenCC(characters), OpenCC(phrases)
        listed = [word for word in listed if narrow.convert(word) == wide.convert(word)]
    assert listed == []


@pytest.mark.parametrize(("one", "other"), [("人工智慧", "人工智能"), ("影片", "视频"), ("軟體", "软件")])
def test_a_word_of_one_place_is_also_found_by_that_of_another(one: str, other: str) -> None:
    assert simplify(other) in set(other_words(one))
    assert simplify(one) in set(other_words(other))
    pairs = [other[at : at + 2] for at in range(len(other) - 1)]
    assert set(pairs) <= set(page_words(f"有{one}的报道"))


def test_what_is_left_alone_has_no_other_word() -> None:
    assert not set(other_words("法院的程序和项目"))


def test_folding_does_not_change_with_the_package() -> None:
    assert fold("待座像沈么幺").text == "待座像沈么么"
