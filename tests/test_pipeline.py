"""Laws of the whole line, on the first dossier."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from build_tools import pipeline
from build_tools.findings import survey
from build_tools.model import Build, Inputs
from build_tools.pages import make_pages
from build_tools.reading import read
from build_tools.website.editions import EDITIONS
from build_tools.website.page import document

ROOT = Path(__file__).parent.parent
T = TypeVar("T")
K = TypeVar("K")


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return read(ROOT)[0]


@pytest.fixture(scope="module")
def made(inputs: Inputs) -> Build:
    return pipeline.build(inputs)


def pages(build: Build, edition: str = "en") -> dict[str, str]:
    return {page.address: document(page) for page in make_pages(survey(build.dossier), EDITIONS[edition])}


def shuffled(items: Mapping[K, T], chance: random.Random) -> dict[K, T]:
    return dict(chance.sample(list(items.items()), len(items)))


def test_the_dossier_has_no_problems() -> None:
    assert pipeline.check(ROOT).problems == ()


def test_every_quotation_is_the_articles_own_words(made: Build) -> None:
    for claim in made.dossier.claims:
        text = made.dossier.inputs.sources[claim.citation.source].text
        assert tuple(text[span.start : span.end] for span in claim.citation.spans) == claim.citation.quote


def test_every_claim_has_its_own_address_on_a_page(made: Build) -> None:
    ids = [claim.id for claim in made.dossier.claims]
    assert len(ids) == len(set(ids))
    written = "\n".join(pages(made).values())
    assert [id for id in ids if f"#{id}" not in written and f'id="{id}"' not in written] == []


def test_the_order_of_files_and_annotations_changes_no_page(inputs: Inputs, made: Build) -> None:
    chance = random.Random(7)
    other = replace(
        inputs,
        sources=shuffled(inputs.sources, chance),
        entities=shuffled(inputs.entities, chance),
        annotations=tuple(chance.sample(inputs.annotations, len(inputs.annotations))),
    )
    again = pipeline.build(other)
    for edition in EDITIONS:
        assert pages(again, edition) == pages(made, edition)


def test_all_editions_have_the_same_pages(made: Build) -> None:
    assert pages(made).keys() == pages(made, "zh-Hans").keys() == pages(made, "zh-Hant").keys()
