"""What a text is also found by."""

from __future__ import annotations

from build_tools.website.search_words import bigrams, names, numbers


def test_a_word_after_a_number_is_no_unit_of_it() -> None:
    assert list(numbers("3的数字, 6月的文章, Llama 4 旗舰, Llama 4推出, 148 億美元")) == [
        *("6月", "148亿美元", "148億美元", "14.8"),
    ]


def test_a_date_is_cut_after_its_year_month_and_day() -> None:
    assert list(numbers("2025年夏天, 10月下旬, 12日晚")) == ["2025年", "10月", "12日"]


def test_every_written_form_of_a_pair_is_there() -> None:
    assert set(bigrams("紮克")) == set(bigrams("扎克"))


def test_a_name_is_found_whole_and_inside_any_cut() -> None:
    assert {"扎克伯格", "克伯", "紮克"} <= set(names(["扎克伯格"]))
    assert list(names(["Yann LeCun"])) == ["Yann LeCun"]


def test_a_name_of_one_word_has_a_word_of_its_own() -> None:
    assert list(names(["Meta", "Llama 4", "49%"])) == ["Meta", "Meta_", "Llama 4", "49%"]
