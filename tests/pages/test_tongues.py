"""Words that are not in the language of their page say which they are in."""

from __future__ import annotations

from build_tools.findings import survey
from build_tools.model import LocalText
from build_tools.pages.sheet import Sheet, sentence
from build_tools.pages.view import View
from build_tools.website.addresses import HOME
from build_tools.website.editions import EDITIONS
from tests.pages import small


def sheet(edition: str) -> Sheet:
    return Sheet(View(survey(small.dossier()), EDITIONS[edition]), HOME)


def test_chinese_words_in_an_english_sentence() -> None:
    note = LocalText(en="超級智能 and 汪·韬 stand there", zh="原文作“超级智能”")
    assert sentence(sheet("en"), note) == (
        '<span lang="zh-Hant">超級智能</span> and <span lang="zh-Hans">汪·韬</span> stand there'
    )
    assert sentence(sheet("zh-Hans"), note) == "原文作“超级智能”"
