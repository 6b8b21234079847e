"""Laws of the whole line, on the first dossier."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

import pytest

from build_tools import pipeline
from build_tools.findings import survey
from build_tools.model import Build, Findings, Inputs
from build_tools.pages import make_pages
from build_tools.website.editions import EDITIONS
from build_tools.website.page import document
from tests.checked import ROOT, checked, surveyed

T = TypeVar("T")
K = TypeVar("K")


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return checked(ROOT).dossier.inputs


@pytest.fixture(scope="module")
def made() -> Build:
    return checked(ROOT)


def pages(findings: Findings, edition: str) -> dict[str, str]:
    return {page.address: document(page) for page in make_pages(findings, EDITIONS[edition])}


@pytest.fixture(scope="module")
def written() -> Mapping[str, dict[str, str]]:
    """The pages of each edition."""
    return {edition: pages(surveyed(ROOT), edition) for edition in EDITIONS}


def shuffled(items: Mapping[K, T], chance: random.Random) -> dict[K, T]:
    return dict(chance.sample(list(items.items()), len(items)))


def test_the_dossier_has_no_problems() -> None:
    assert checked(ROOT).problems == ()


def test_every_quotation_is_the_articles_own_words(made: Build) -> None:
    for claim in made.dossier.claims:
        text = made.dossier.inputs.sources[claim.citation.source].text
        assert tuple(text[span.start : span.end] for span in claim.citation.spans) == claim.citation.quote


def test_every_claim_has_its_own_address_on_a_page(
    made: Build, written: Mapping[str, dict[str, str]]
) -> None:
    ids = [claim.id for claim in made.dossier.claims]
    assert len(ids) == len(set(ids))
    shown = "\n".join(written["en"].values())
    assert [id for id in ids if f"#{id}" not in shown and f'id="{id}"' not in shown] == []


def test_the_order_of_files_and_annotations_changes_no_page(
    inputs: Inputs, written: Mapping[str, dict[str, str]]
) -> None:
    chance = random.Random(7)
    other = replace(
        inputs,
        sources=shuffled(inputs.sources, chance),
        entities=shuffled(inputs.entities, chance),
        annotations=tuple(chance.sample(inputs.annotations, len(inputs.annotations))),
    )
    again = survey(pipeline.build(other).dossier)
    for edition in EDITIONS:
        assert pages(again, edition) == written[edition]


def test_all_editions_have_the_same_pages(written: Mapping[str, dict[str, str]]) -> None:
    assert written["en"].keys() == written["zh-Hans"].keys() == written["zh-Hant"].keys()
