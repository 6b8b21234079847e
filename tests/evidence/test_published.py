"""How much of an article is published, and when that is too much."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from build_tools.evidence.published import published_letters
from build_tools.pipeline import check
from tests.broken.test_broken import HERE


@pytest.mark.parametrize(("letters", "codes"), [("400", []), ("20", ["over-publish-limit"] * 2)])
def test_a_short_article_may_be_published_whole(letters: str, codes: list[str], tmp_path: Path) -> None:
    """The two articles of the base have some sixty Chinese characters each, which count as three letters."""
    copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    settings = tmp_path / "sources/dossier.yaml"
    text = settings.read_text("utf-8").replace("publish_limit: 100%", "publish_limit: 10%")
    settings.write_text(f"publish_letters: {letters}\n{text}", "utf-8")
    assert [problem.code for problem in check(tmp_path).problems] == codes


def test_a_chinese_character_counts_as_three() -> None:
    dossier = check(HERE / "base").dossier
    source = dossier.inputs.sources["harbour-post"]  # type: ignore[index]
    own = [one for one in dossier.anchored if one.citation.source == "harbour-post"]
    # 燈鳶科技以15億元收購風箏雲。 and 林晚在燈鳶科技擔任行政總裁。: 25 characters, 2 digits, 2 full stops
    assert published_letters(source, own) == 25 * 3 + 2 + 2
