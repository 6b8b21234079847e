"""Places and kinds that a dossier declares have pages, lists and disagreements of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from build_tools.exports.entity_lines import export_entities
from build_tools.exports.given_data import GivenData
from build_tools.exports.knowledge_bundle import bundle_files
from build_tools.exports.llms_text import export_llms_text
from build_tools.findings import survey
from build_tools.model import EntityId, EntityValue, MapPoint, Place, Verdict
from build_tools.pages import make_pages
from build_tools.values import compare
from build_tools.website.editions import editions_of
from build_tools.website.page import document
from tests.checked import DOSSIERS, checked, surveyed

STRAIT = DOSSIERS / "strait"


@cache
def pages(edition: str) -> dict[str, str]:
    findings = surveyed(STRAIT)
    (chosen,) = editions_of(findings.dossier.inputs, [edition])
    return {str(page.address): document(page) for page in make_pages(findings, chosen)}


def test_the_dossier_is_right() -> None:
    assert [problem.code for problem in checked(STRAIT).problems] == []


def test_a_place_within_another_is_less_exact_and_no_disagreement() -> None:
    port, island, bay = map(EntityValue, map(EntityId, ("port-sable", "sable", "anse-bleue")))
    port = replace(port, within=frozenset([island.id]))
    assert compare(port, island) is compare(island, port) is Verdict.WEAKER
    assert compare(port, bay) is compare(island, bay) is Verdict.CONFLICT
    assert compare(port, replace(port, within=frozenset())) is Verdict.AGREE


def test_places_that_cannot_both_be_right_are_a_disagreement() -> None:
    found = [(each.subject, each.property) for each in checked(STRAIT).dossier.conflicts]
    assert ("grounding", "place") in found
    assert "conflicts/grounding.place.md" in pages("en")


@pytest.mark.parametrize("edition", ["en", "zh-Hans"])
def test_every_kind_has_its_list_and_its_pages(edition: str) -> None:
    made = pages(edition)
    assert {"places/index.md", "ships/index.md", "laws/index.md", "ships/corail.md"} <= set(made)
    title = {"en": "# Ships\n", "zh-Hans": "# 船\n"}[edition]
    assert title in made["ships/index.md"]


def test_a_place_says_where_it_is_and_what_was_there() -> None:
    page = pages("en")["places/port-sable.md"]
    assert "In [Sable](sable.md)" in page
    assert "46.2° N, 6.15° W" in page
    assert "../events/grounding.md" in page
    assert "outline" not in page
    assert "In it: [Port Sable](port-sable.md)" in pages("en")["places/sable.md"]


def test_an_outline_is_drawn_from_the_points_of_the_dossier_alone() -> None:
    page = pages("en")["places/sable.md"]
    (shape,) = re.findall(r"--shape: polygon\(([^)]*)\)", page)
    assert shape == "0.0% 18.2%, 75.0% 0.0%, 100.0% 63.6%, 45.0% 100.0%"
    assert not re.search(r"outline", pages("en")["places/anse-bleue.md"])


def test_a_course_is_drawn_as_a_line_and_no_shape() -> None:
    dossier = checked(STRAIT).dossier
    bay = dossier.inputs.entities[EntityId("anse-bleue")]
    assert isinstance(bay, Place)
    points = tuple(MapPoint(Decimal(46), Decimal(east)) for east in (6, 8))
    entities = {**dossier.inputs.entities, bay.id: replace(bay, course=points)}
    findings = survey(replace(dossier, inputs=replace(dossier.inputs, entities=entities)))
    (chosen,) = editions_of(dossier.inputs, ["en"])
    page = next(page.body for page in make_pages(findings, chosen) if page.address == "places/anse-bleue.md")
    (shape,) = re.findall(r"--shape: polygon\(([^)]*)\)", page)
    xs, ys = zip(*(map(float, re.findall(r"[\d.]+", corner)) for corner in shape.split(",")), strict=True)
    assert xs[:2] == xs[:1:-1]
    assert xs[0] < 5 < 95 < xs[1]
    assert max(ys) - min(ys) < 10
    assert "The course of" in page


def test_an_event_says_where_it_was_apart_from_who_took_part() -> None:
    page = pages("en")["events/grounding.md"]
    sections = dict(part.split("\n", 1) for part in page.split("\n## ")[1:])
    assert "Anse Bleue" in sections["Where { #where }"]
    assert "Corail](../ships" in sections["Who took part { #who }"]
    assert "places/" not in sections["Who took part { #who }"]


def test_exports_name_the_kind_as_the_dossier_does() -> None:
    given = GivenData(surveyed(STRAIT))
    kinds = {line["id"]: line["kind"] for line in export_entities(given)}
    assert (kinds["corail"], kinds["port-sable"], kinds["safe-passage-act"]) == ("ship", "place", "law")
    bundle = dict(bundle_files(given))
    assert 'type: "Ship"' in bundle["ships/corail.md"]
    assert "* [places](places/)" in bundle["index.md"]
    assert "\n## Ships\n\n- [Corail](en/ships/corail/): " in b"".join(export_llms_text(given)).decode()
