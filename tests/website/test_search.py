"""What the pages of an edition are found by."""

from __future__ import annotations

from build_tools.website.search import NAMES, TITLE, Findable, weighed_words

ADA = Findable(
    "people/ada/",
    "楊立昆",
    "person",
    ("Yann LeCun", "楊立昆"),
    weight=4,
    text="# 楊立昆\n\n他用晶片。\n\n## Said { #said }\n\nPaid 14.3 billion.\n",
)


def test_a_page_is_found_by_its_title_its_names_and_its_text() -> None:
    title, names, text = weighed_words(ADA)
    assert (title.weight, names.weight, text.weight) == (TITLE, NAMES, 4)
    assert title.words == ("杨立", "立昆", "昆", "ǂ杨立昆ǃ", "ǂyannlecunǃ")
    assert names.words == ("yann", "lecun", "杨立", "立昆", "昆")
    assert {"他用", "用晶", "said", "paid", "14300000000x"} <= set(text.words)


def test_a_thing_is_also_found_by_what_other_places_call_it() -> None:
    _, _, text = weighed_words(ADA)
    assert "芯片" in text.words


def test_a_page_without_sections_is_found_by_its_title_and_names_alone() -> None:
    assert [each.words for each in weighed_words(Findable("money/", "Sums"))] == [("sums", "ǂsumsǃ"), (), ()]
