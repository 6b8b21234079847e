"""English words as print has them, wherever contributors or we wrote them with a typewriter's marks."""

from __future__ import annotations

import pytest

from build_tools.model import LocalText
from build_tools.website.editions import EDITIONS
from build_tools.website.typography import apostrophes, curled, in_single, kept_together


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Meta's upheaval", "Meta’s upheaval"),
        ("the editors' own", "the editors’ own"),
        ('Qwen is "distilled"', "Qwen is “distilled”"),
        ("he said 'never'", "he said ‘never’"),
        ("a 49%' b", "a 49%' b"),
        ("«O'Brien's»", "«O’Brien’s»"),
    ],
)
def test_marks_are_those_of_print(typed: str, printed: str) -> None:
    assert curled(typed) == printed


def test_labels_and_our_own_words_are_set_alike() -> None:
    english, chinese = EDITIONS["en"], EDITIONS["zh-Hant"]
    assert english.words(LocalText(en="Meta's share", zh="Meta 的股份")) == "Meta’s share"
    assert chinese.words(LocalText(en="Meta's share")) == "Meta’s share"
    assert english.say("Translations are the editors'.") == "Translations are the editors’."
    assert english.words(LocalText(every="it's a name")) == "it's a name"


def test_a_page_written_by_hand_keeps_what_is_not_an_apostrophe() -> None:
    page = "---\ntitle: 'Guide'\n---\n[way](a.md 'A way') of the reader's, in the articles' words `it's`"
    assert apostrophes(page).startswith("---\ntitle: 'Guide'\n---\n[way](a.md 'A way') of the reader’s")
    assert EDITIONS["en"].page("the articles' words") == "the articles’ words"


def test_a_chinese_page_written_by_hand_has_no_typed_gap() -> None:
    page = "需要 Python 3.11 以上版本，见 `dossier build` 与 [指南](a.md)。\n\n1. 先 fork 仓库"
    assert (
        EDITIONS["zh-Hans"].page(page)
        == "需要Python 3.11以上版本，见 `dossier build` 与[指南](a.md)。\n\n1. 先fork仓库"
    )


def test_no_line_ends_inside_a_sum_or_a_day() -> None:
    assert (
        kept_together("$30 billion, 12 June, 20 researchers")
        == "$30\u00a0billion, 12\u00a0June, 20 researchers"
    )
    assert in_single("for $14.3 billion") == "for $14.3\u00a0billion"
