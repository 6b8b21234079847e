"""The picture of who is named with whom."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.findings import survey
from build_tools.model import EntityId, Mention, SourceId, Span
from build_tools.pages.parts.network import LINE, THICKEST, Neighbour, layout
from build_tools.pages.parts.sections import context_of
from build_tools.pages.parts.view import View
from build_tools.pages.parts.where_named import companions, same_sentences
from build_tools.website.editions import EDITIONS
from tests.pages.small import ADA, TEXTS, dossier


def with_engine() -> View:
    """The small dossier with a third name in the sentences of the first two."""
    at = TEXTS["courier"].index("143亿美元")
    mention = Mention(SourceId("courier"), Span(at, at + 2), EntityId("engine"), "143")
    given = dossier()
    return View(survey(replace(given, mentions=(*given.mentions, mention))), EDITIONS["en"])


def test_who_is_named_in_the_same_sentences() -> None:
    found = companions(with_engine(), ADA.id)
    assert [(id, len(passages)) for id, passages in found] == [("mill", 3), ("engine", 1)]


def test_the_picture_leads_to_the_pages_as_published() -> None:
    drawn = same_sentences(context_of(with_engine(), ADA), ADA)
    assert 'href="../../organisations/mill/"' in drawn
    assert 'href="../../works/engine/"' in drawn


def test_the_middle_name_stands_inside_a_picture_of_one_row() -> None:
    drawn = same_sentences(context_of(with_engine(), ADA), ADA)
    (top,) = re.findall(r'viewBox="0 (-?\d+) ', drawn)
    (baseline,) = re.findall(r'y="(-?\d+)" text-anchor="middle"', drawn)
    assert int(top) + LINE <= int(baseline)


def test_two_names_need_no_picture() -> None:
    assert "<svg" not in same_sentences(context_of(View(survey(dossier()), EDITIONS["en"]), ADA), ADA)


def test_no_two_names_stand_in_one_place() -> None:
    spots = layout([Neighbour(EntityId(str(n)), 20 - n) for n in range(10)], 214, 426)
    assert len({(spot.x, spot.y) for spot in spots}) == 10
    assert spots[0].thickness == THICKEST
    assert all(1 <= spot.thickness <= THICKEST for spot in spots)
