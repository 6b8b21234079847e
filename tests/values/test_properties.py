"""What holds for every text: script and width change nothing, printing loses nothing, nothing raises."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from build_tools.model import DateValue, Qualifier, Quantity
from build_tools.values import (
    compare,
    parse_date,
    parse_edtf,
    parse_quantity,
    read_all,
    read_values,
    reading_record,
    show_date,
    show_quantity,
)

ARTICLES = sorted((Path(__file__).parents[2] / "sources" / "articles").glob("*/article.txt"))
LOCALES = ("en", "zh-Hans", "zh-Hant")
PUBLISHED = [None, *map(parse_edtf, ("2025-06-21", "2025-12~", "0001-01-01", "9999-12-31", "2024/.."))]
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

RELAXED = settings(deadline=None, max_examples=150)
NUMBERS = st.one_of(
    st.integers(0, 10**15).map(str),
    st.decimals(0, 10**6, places=2, allow_nan=False).map(str),
    st.sampled_from(
        [
            *("三百零二", "两千", "十多", "数百", "几十", "四分之一", "百分之五", "三成", "一千二百", "半"),
            *("十几", "三百几十", "好几百", "成千上万", "-5", "半数", "翻倍"),
        ]
    ),
)
SCALES = st.sampled_from(["", "万", "亿", "万亿", "千", " 亿"])
UNITS = st.sampled_from(
    ["", "美元", "元", "人", "名", "%", "个百分点", "倍", "岁", "年", "个月", "台", "吉瓦", "港元"]
)
BEFORE = st.sampled_from(
    ["", "约", "超过", "至少", "不到", "没超过", "近", "高达", "最高", "将近", "第", "负"]
)
AFTER = st.sampled_from(["", "左右", "以上", "多", "之间", "以内"])
FIGURES = st.tuples(BEFORE, NUMBERS, SCALES, UNITS, AFTER).map("".join)
DATES = st.sampled_from(
    [
        "2025年6月12日",
        "今年",
        "去年底",
        "10月下旬",
        "前三季度",
        "8天后",
        "上周五",
        "2021-2024年",
        "夏天",
        "昨日",
        "2024-25年",
        "民国114年",
        "今夏",
        "本月13日",
        "this summer",
        "next winter",
        "the week of December 31",
        "the week of June 9-15",
    ]
)
WORDS = st.sampled_from(
    ["收购", "的股份,", "到", "和", "。", "Meta", " ", "元宇宙", "后", "将", "在", "\n", "、", "Llama "]
)
TEXTS = st.lists(st.one_of(FIGURES, DATES, WORDS), max_size=8).map("".join)
ODD = st.text(
    st.sampled_from(
        [
            *"零一二两三十百千万亿几数半点分之第前后年月日%$€£¥0１２.．,，-—~/:^eEkKMB \n\0",
            "\ud800",
            "İ",
            "²",
            "½",
            "٣",
        ]
    )
    | st.characters(),
    max_size=40,
)


def facts(values: tuple[Quantity | DateValue, ...]) -> list[tuple[Quantity | DateValue, object]]:
    return [(value, value.span) for value in values]


def is_vague(value: Quantity) -> bool:
    return value.qualifier is Qualifier.SEVERAL


@RELAXED
@given(TEXTS)
def test_traditional_reads_as_simplified(text: str) -> None:
    traditional = OpenCC("s2t").convert(text)
    assume(len(traditional) == len(text))
    published = parse_edtf("2025-06-21")
    assert facts(read_values(traditional, published)) == facts(read_values(text, published))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("script", ["s2t", "t2s"])
def test_an_article_reads_the_same_in_the_other_script(path: Path, script: str) -> None:
    text = path.read_bytes().decode("utf-8")
    other = OpenCC(script).convert(text)
    assert len(other) == len(text)
    assert facts(read_values(other)) == facts(read_values(text))


@RELAXED
@given(TEXTS)
def test_full_width_digits_change_nothing(text: str) -> None:
    assert facts(read_values(text.translate(WIDE))) == facts(read_values(text))


@RELAXED
@given(FIGURES, st.sampled_from(LOCALES))
def test_a_printed_quantity_reads_back_as_itself(text: str, locale: str) -> None:
    for value in read_values(text):
        # 十几 is shown as the range it is.
        if isinstance(value, Quantity) and value.value is not None and not is_vague(value):
            shown = show_quantity(value, locale)
            back = parse_quantity(shown)
            assert back, shown
            assert (back.value, back.unit, back.qualifier) == (value.value, value.unit, value.qualifier), (
                shown
            )


@RELAXED
@given(st.integers(1, 9999), SCALES, UNITS, BEFORE)
def test_a_quantity_printed_in_chinese_asserts_the_same(
    number: int, scale: str, unit: str, before: str
) -> None:
    value = parse_quantity(f"{before}{number}{scale}{unit}")
    if value and value.value is not None and scale in ("", "万", "亿"):
        assert parse_quantity(show_quantity(value, "zh-Hans")) == value


@RELAXED
@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(LOCALES), st.sampled_from([4, 7, 10]))
def test_a_printed_date_reads_back_as_itself(day: date, locale: str, length: int) -> None:
    value = parse_edtf(str(day)[:length])
    assert value
    back = parse_date(show_date(value, locale))
    assert back == value, show_date(value, locale)


@RELAXED
@given(st.one_of(ODD, TEXTS), st.sampled_from(PUBLISHED))
def test_no_text_raises_and_spans_are_exact_and_apart(text: str, published: DateValue | None) -> None:
    values, done = read_all(text, published), 0
    for value in values:
        assert text[value.span.start : value.span.end] == value.raw
        assert done <= value.span.start < value.span.end
        done = value.span.end
        reading_record(value)
        compare(value, values[0])
        for locale in LOCALES:
            show_quantity(value, locale) if isinstance(value, Quantity) else show_date(value, locale)
    parse_quantity(text)
    parse_date(text, published)
