"""The rooms lean on each other in one direction: none imports from one that comes after it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[1] / "build_tools"
ROOMS = (
    "model",
    "text",
    "language",
    "binding",
    "values",
    "reading",
    "evidence",
    "attack",
    "findings",
    "cache",
    "known_by",
    "command_line",
    "website",
    "exports",
    "pages",
    "contributing",
    "drafting",
    "auditing",
    "answering",
    "commands",
)


def imported(file: Path) -> Iterator[str]:
    """The modules of the tool that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_every_folder_is_a_room() -> None:
    assert {file.parent.name for file in TOOL.glob("*/__init__.py")} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_nothing_from_those_after_it(room: str) -> None:
    later = tuple(f"build_tools.{name}." for name in ROOMS[ROOMS.index(room) + 1 :])
    found = {(file.name, name) for file in (TOOL / room).rglob("*.py") for name in imported(file)}
    assert [pair for pair in sorted(found) if later and pair[1].startswith(later)] == []


def test_page_makers_share_only_what_is_in_parts() -> None:
    pages = [file for file in (TOOL / "pages").glob("*.py") if file.name != "__init__.py"]
    found = {(file.name, name) for file in pages for name in imported(file)}
    mine = {pair for pair in found if pair[1].startswith("build_tools.pages.")}
    assert {pair for pair in mine if not pair[1].startswith("build_tools.pages.parts.")} == set()


def test_parts_of_pages_import_no_page_maker() -> None:
    found = {name for file in (TOOL / "pages" / "parts").glob("*.py") for name in imported(file)}
    pages = {name for name in found if name.startswith("build_tools.pages.")}
    assert {name for name in pages if not name.startswith("build_tools.pages.parts.")} == set()
