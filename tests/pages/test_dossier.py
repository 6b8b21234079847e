"""The pages of the dossier that lies beside the tool."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from build_tools.model import Dossier
from build_tools.pages.parts.view import View
from build_tools.website.addresses import ABOUT
from build_tools.website.editions import EDITIONS
from tests.checked import ROOT, checked, surveyed
from tests.pages.browse import Seen, broken, pages_of, see_all


def dossier() -> Dossier:
    return checked(ROOT).dossier


@cache
def shown(edition: str) -> dict[str, Seen]:
    return see_all(pages_of(dossier(), edition))


editions = pytest.mark.parametrize("edition", ["en", "zh-Hant"])


@editions
def test_every_link_leads_to_a_page_and_a_place_that_exist(edition: str) -> None:
    assert broken(shown(edition), frozenset({str(ABOUT)})) == []


@editions
def test_no_place_on_a_page_has_the_name_of_another(edition: str) -> None:
    for address, seen in shown(edition).items():
        assert (address, [id for id, count in Counter(seen.ids).items() if count > 1]) == (address, [])


@editions
def test_every_claim_has_one_address(edition: str) -> None:
    places = Counter(id for seen in shown(edition).values() for id in seen.ids)
    assert [claim.id for claim in dossier().claims if places[claim.id] != 1] == []


def test_every_entity_and_every_article_has_a_page() -> None:
    words = {address.removesuffix(".md").rpartition("/")[2] for address in shown("en")}
    assert not {*dossier().inputs.entities, *dossier().inputs.sources} - words


def test_every_quote_stands_on_its_article_s_page_word_for_word() -> None:
    view = View(surveyed(ROOT), EDITIONS["zh-Hant"])
    for source in view.index.sources:
        page = "".join(shown("zh-Hant")[f"sources/{source.id}.md"].text.split())
        for found in view.index.published_of[source.id]:
            for part in found.citation.quote:
                assert "".join(part.split()) in page


@editions
def test_no_message_is_left_half_filled(edition: str) -> None:
    for address, seen in shown(edition).items():
        assert (address, re.findall(r"\{[a-z]+\}", seen.text)) == (address, [])
