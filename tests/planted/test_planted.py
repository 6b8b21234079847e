"""The planted candidates: the draft proves no planted error, and what the page says of it holds."""

from __future__ import annotations

from collections import Counter

import pytest

from build_tools import pipeline
from tests.planted.scoring import DOC, HERE, Planted, candidates, proven, row


@pytest.fixture(scope="module")
def accepted() -> list[tuple[Planted, bool]]:
    planted = candidates()
    return list(zip(planted, proven(planted), strict=True))


def test_there_are_200_of_ten_articles_and_the_dossier_is_sound() -> None:
    counted = Counter(one.source for one in candidates())
    assert list(counted.values()) == [20] * 10
    assert sum(one.right for one in candidates()) == 80
    assert pipeline.check(HERE).problems == ()


def test_no_planted_error_is_proven(accepted: list[tuple[Planted, bool]]) -> None:
    assert [one.line for one, took in accepted if took and not one.right] == []


def test_the_page_says_what_the_draft_does(accepted: list[tuple[Planted, bool]]) -> None:
    made = row("`dossier draft`", [one for one, _ in accepted], [took for _, took in accepted])
    assert f"| {' | '.join(made)} |\n" in DOC.read_text(encoding="utf-8")
