"""Kinds of plain entities: those that ship, and those that a dossier declares."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from build_tools.model import SHIPPED, EntityId, Kind, Place
from build_tools.reading import read
from build_tools.reading.ids import FOLDERS
from tests.contributing.test_scaffold import run

STRAIT = Path(__file__).parents[1] / "dossiers" / "strait"
KINDS = "kinds:\n  ship: {folder: ships}\n"


@pytest.fixture
def strait(tmp_path: Path) -> Path:
    shutil.copytree(STRAIT, tmp_path / "strait")
    return tmp_path / "strait"


def with_kinds(root: Path, kinds: str) -> Path:
    """The dossier with other kinds."""
    file = root / "sources/vocabulary.yaml"
    rest = file.read_text("utf-8").partition("properties:")[2]
    file.write_text(f"{kinds}properties:{rest}", encoding="utf-8")
    return root


def test_a_declared_kind_is_one_kind_wherever_it_is_asked_for() -> None:
    assert Kind("ship") is Kind("ship")
    assert Kind("ship") not in list(Kind)
    assert Kind("ship").is_plain
    assert not Kind.FIGURE.is_plain


def test_files_in_the_folder_of_a_declared_kind_are_entities_of_it(strait: Path) -> None:
    inputs, problems = read(strait)
    assert problems == ()
    corail = inputs.entities[EntityId("corail")]
    assert (corail.kind, corail.folder) == ("ship", "ships")
    assert [kind.kind for kind in inputs.vocabulary.kinds] == [*(one.kind for one in SHIPPED), "ship", "law"]


def test_a_place_is_in_others_and_has_its_point_and_its_edge(strait: Path) -> None:
    inputs, _ = read(strait)
    port, island = (inputs.entities[EntityId(id)] for id in ("port-sable", "sable"))
    assert isinstance(port, Place)
    assert isinstance(island, Place)
    assert port.within == ("sable",)
    assert port.at is not None
    assert (str(port.at.latitude), str(port.at.longitude)) == ("46.2", "-6.15")
    assert len(island.outline) == 4


@pytest.mark.parametrize(
    ("kinds", "code", "message"),
    [
        ("kinds:\n  person: {folder: crew}\n", "duplicate-id", "there is a kind `person` already"),
        ("kinds:\n  ship: {folder: people}\n", "duplicate-id", "the folder `people` is taken already"),
        ("kinds:\n  ship: {folder: articles}\n", "duplicate-id", "the folder `articles` is taken already"),
        (
            "kinds:\n  ship: {folder: ships}\n  boat: {folder: ships}\n",
            "duplicate-id",
            "the folder `ships` is taken already",
        ),
        ("kinds:\n  ship: {label: Ship}\n", "missing-key", "`folder` is missing here"),
        ("kinds:\n  ship: {folder: The Ships}\n", "bad-form", "this is not the name of a folder"),
        ("kinds: [ship]\n", "wrong-shape", "`kinds` should be entries `key: …`, not a list"),
    ],
)
def test_a_kind_that_cannot_be_is_a_problem(strait: Path, kinds: str, code: str, message: str) -> None:
    _, problems = read(with_kinds(strait, kinds))
    assert (code, message) in [(problem.code, problem.message) for problem in problems]


def test_a_property_of_a_kind_that_nobody_declares_is_a_problem(strait: Path) -> None:
    _, problems = read(with_kinds(strait, KINDS))
    (law,) = [problem for problem in problems if problem.code == "not-in-list"]
    assert law.message.startswith("this is not one of `person`, `organisation`, `work`, `place`")
    assert law.hint == "declare it: `kinds: {law: {folder: laws}}`"


def test_a_file_of_a_kind_that_nobody_declares_is_read_by_nothing(strait: Path) -> None:
    _, problems = read(with_kinds(strait, KINDS))
    stray = [one.origin.path for one in problems if one.code == "unexpected-file"]
    assert stray == ["sources/laws/safe-passage-act.yaml"]


@pytest.mark.parametrize("point", ["91, 6", "46.2, 181", "46.2", "north, east"])
def test_a_point_that_the_earth_has_not_is_a_problem(strait: Path, point: str) -> None:
    file = strait / "sources/places/port-sable.yaml"
    file.write_text(file.read_text("utf-8").replace("46.2, -6.15", point), encoding="utf-8")
    _, problems = read(strait)
    assert [problem.code for problem in problems] == ["bad-form"]


def test_a_place_that_is_in_itself_is_a_problem(strait: Path) -> None:
    file = strait / "sources/places/port-sable.yaml"
    file.write_text(file.read_text("utf-8").replace("[sable]", "[port-sable]"), encoding="utf-8")
    _, problems = read(strait)
    assert [problem.code for problem in problems] == ["names-itself"]


def test_new_makes_a_file_of_a_declared_kind_and_its_schema(strait: Path) -> None:
    status, output = run("new", "ship", "sea-swallow", root=strait)
    assert (status, output) == (0, "sources/ships/sea-swallow.yaml\n")
    text = (strait / "sources/ships/sea-swallow.yaml").read_text("utf-8")
    assert text.startswith(
        "# yaml-language-server: $schema=../../schemas/ship.json\nlabel:\n  en: Sea Swallow\n"
    )
    schema = json.loads((strait / "schemas/ship.json").read_text("utf-8"))
    assert (schema["title"], schema["required"]) == ("ship", ["label"])
    assert read(strait)[1] == ()


def test_new_refuses_a_kind_that_nobody_declares(strait: Path) -> None:
    status, output = run("new", "shop", "sea-swallow", root=strait)
    assert status == 2
    assert "there is no kind `shop`: did you mean `ship`?" in output
    assert not (strait / "sources/shops").exists()


def test_the_folder_of_a_kind_that_ships_is_the_same_on_disk_and_in_addresses() -> None:
    assert {one.kind: one.folder for one in SHIPPED}.items() <= FOLDERS.items()
