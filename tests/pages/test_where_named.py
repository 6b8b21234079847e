"""Who is named in the same sentences."""

from __future__ import annotations

from dataclasses import replace

from build_tools.findings import survey
from build_tools.model import EntityId, Mention, SourceId, Span
from build_tools.pages.parts.sections import context_of
from build_tools.pages.parts.view import View
from build_tools.pages.parts.where_named import same_sentences
from build_tools.website.editions import EDITIONS
from tests.pages.small import ADA, TEXTS, dossier


def with_engine() -> View:
    """The small dossier with a third name in the sentences of the first two."""
    at = TEXTS["courier"].index("143亿美元")
    mention = Mention(SourceId("courier"), Span(at, at + 2), EntityId("engine"), "143")
    given = dossier()
    return View(survey(replace(given, mentions=(*given.mentions, mention))), EDITIONS["en"])


def test_who_is_named_in_the_same_sentences() -> None:
    found = with_engine().findings.companions[ADA.id]
    assert [(each.entity, len(each.passages)) for each in found] == [("mill", 3), ("engine", 1)]


def test_the_list_leads_to_their_pages_and_says_how_often() -> None:
    shown = same_sentences(context_of(with_engine(), ADA), ADA)
    assert "[the Mill](../organisations/mill.md){ data-preview }\u00a0×3" in shown
    assert "[Analytical Engine](../works/engine.md){ data-preview }\u00a0×1" in shown
