"""Words that are not in the language of their page say which they are in."""

from __future__ import annotations

from build_tools.findings import survey
from build_tools.model import LocalText
from build_tools.pages.parts.page_context import Context, sentence
from build_tools.pages.parts.view import View
from build_tools.website.addresses import HOME
from build_tools.website.editions import EDITIONS
from tests.pages import small


def context(edition: str) -> Context:
    return Context(View(survey(small.dossier()), EDITIONS[edition]), HOME)


def test_chinese_words_in_an_english_sentence() -> None:
    note = LocalText(en="超級智能 and 汪·韬 stand there", zh="原文作“超级智能”")
    assert sentence(context("en"), note) == (
        '<span lang="zh-Hant">超級智能</span> and <span lang="zh-Hans">汪·韬</span> stand there'
    )
    assert sentence(context("zh-Hans"), note) == "原文作“超级智能”"
