"""The words of pages, kept from one build to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.website import kept_words as words
from build_tools.website.kept_words import RECORD, kept_words, word_page
from build_tools.website.search import Findable, Weighed, weighed_words
from tests.trees import tree

ADA = Findable("people/ada/", "楊立昆", "person", ("LeCun",), 4, '# 楊立昆\n\n他說"&lt;script&gt;".\n')
HOME = Findable("", "Home", text="# Home\n\nA story.\n")


def test_pagefind_is_given_words_and_no_text() -> None:
    page = word_page(weighed_words(ADA)).decode()
    assert "script" in page
    assert "<script" not in page
    assert "杨立" in page


def test_words_of_a_page_that_is_the_same_are_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept_words(tmp_path, [ADA, HOME])
    made: list[str] = []

    def noted(page: Findable) -> Iterator[Weighed]:
        made.append(page.address)
        return weighed_words(page)

    monkeypatch.setattr(words, "weighed_words", noted)
    kept_words(tmp_path, [ADA, replace(HOME, text="# Home\n\nAnother.\n")])
    assert made == [""]
    assert kept_words(tmp_path, [ADA])["people/ada.html"] == before["people/ada.html"]


@pytest.mark.parametrize(
    "other",
    [replace(ADA, title="Ada"), replace(ADA, kind="work"), replace(ADA, names=()), replace(ADA, weight=1)],
)
def test_words_are_those_of_the_page_as_it_is(tmp_path: Path, other: Findable) -> None:
    for place in ("here", "there"):
        (tmp_path / place).mkdir()
    kept_words(tmp_path / "here", [ADA])
    assert kept_words(tmp_path / "here", [other]) == kept_words(tmp_path / "there", [other])
    assert tree(tmp_path / "here") == tree(tmp_path / "there")


@pytest.mark.parametrize("path", [RECORD, "words/people/ada.html"])
@pytest.mark.parametrize("damage", [b"", b"\0" * 100, b"[]"])
def test_what_is_damaged_is_made_again(tmp_path: Path, path: str, damage: bytes) -> None:
    kept_words(tmp_path, [ADA, HOME])
    whole = tree(tmp_path)
    (tmp_path / path).write_bytes(damage)
    kept_words(tmp_path, [ADA, HOME])
    assert tree(tmp_path) == whole


def test_a_tool_that_changed_makes_all_words_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept_words(tmp_path, [ADA])
    monkeypatch.setattr(words, "digest_of_tool", lambda: b"another")
    assert kept_words(tmp_path, [ADA])["people/ada.html"].made_of != before["people/ada.html"].made_of


def test_a_link_in_the_place_of_words_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (tmp_path / "kept").mkdir()
    kept_words(tmp_path / "kept", [ADA])
    file = tmp_path / "kept/words/people/ada.html"
    file.rename(outside)
    file.symlink_to(outside)
    kept_words(tmp_path / "kept", [ADA])
    assert not file.is_symlink()
