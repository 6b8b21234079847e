"""The schemas for editors say what the reader says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from build_tools.reading.files import Files, find_files
from build_tools.reading.located import Located, Node
from build_tools.reading.schemas import SHAPES, schema_of
from build_tools.reading.yaml_nodes import Document

ROOT = Path(__file__).parents[2]
BROKEN = ROOT / "tests" / "broken"
OF_SHAPE = ("unknown-key", "missing-key", "wrong-shape", "not-in-list", "bad-form")
# A schema has no calendar, and `attack.json` has no schema: nobody writes it by hand.
NOT_OF_SHAPE = (
    "wrong-shape--local",
    "wrong-shape--key",
    "bad-form--day",
    "wrong-shape--attack",
    "not-in-list--search",  # which editions there are no schema knows
)


def plain(node: Node | None) -> Any:
    """A tree as an editor reads it."""
    match node:
        case Located():
            return str(node)
        case dict():
            return {str(key): plain(value) for key, value in node.items()}
        case list():
            return [plain(item) for item in node]
        case None:
            return None


def by_schema(files: Files) -> list[tuple[str, Document]]:
    """Every file with the name of its schema."""
    made = [("dossier", files.settings), ("vocabulary", files.vocabulary)]
    made += [(entity.kind.value, entity.file) for entity in files.entities]
    made += [("theme", theme.file) for theme in files.themes] + [("comparison", files.comparison)]
    for article in files.articles:
        made += [("source", article.about), ("annotations", article.annotations)]
    return [(name, file.document) for name, file in made if file.document.data is not None]


def refused(root: Path) -> list[str]:
    """The paths of the files that their schemas do not accept."""
    files, _ = find_files(root)
    return [
        document.path
        for name, document in by_schema(files)
        if not Draft202012Validator(schema_of(name)).is_valid(plain(document.data))
    ]


@pytest.mark.parametrize("name", SHAPES)
def test_the_written_schema_is_the_generated_one(name: str) -> None:
    written = json.loads((ROOT / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    assert written == schema_of(name), "run `python -m build_tools.reading.schemas`"
    Draft202012Validator.check_schema(written)


def test_there_is_no_other_schema() -> None:
    """But that of the tool's own tables of words."""
    assert {path.stem for path in (ROOT / "schemas").iterdir()} == {*SHAPES, "words", "patterns"}


@pytest.mark.parametrize("root", [ROOT, BROKEN / "base"], ids=["the dossier", "the base"])
def test_schemas_accept_what_is_right(root: Path) -> None:
    assert refused(root) == []


CASES = sorted(
    path.parent
    for path in BROKEN.glob("*/expected.txt")
    if path.parent.name.split("--")[0] in OF_SHAPE and path.parent.name not in NOT_OF_SHAPE
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_schemas_refuse_what_is_wrong(case: Path) -> None:
    assert refused(case) != []
