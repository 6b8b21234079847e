"""Words of a language are data: no file of the code holds more of them than are left there."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import yaml

from build_tools.text.pattern_tables import PatternTable

ROOT = Path(__file__).parents[1]
TOOL = ROOT / "build_tools"
HAN = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff]")
WORDS = re.compile(r"(?:[a-z][a-z' ]+\|){3,}[a-z][a-z' ]+")  # a list of English words in a pattern
ROOMS = ("text", "language", "binding", "values", "evidence")

# Characters of the scripts themselves, what the tool itself says in Chinese, and what is still to be moved;
# no file may be added, and no number raised.
HAN_LEFT: dict[str, int] = {
    "auditing/audit_command.py": 2,
    "commands/reading_text.py": 2,
    "contributing/importing/datelines.py": 1,
    "evidence/proving/unread_languages.py": 18,
    "reading/charsets.py": 2,
    "reading/parse_vocabulary.py": 4,
    "reading/validation.py": 1,
    "text/folding.py": 37,
    "text/letters.py": 7,
    "text/quotations.py": 2,
    "values/grammar/characters.py": 55,
    "website/chinese_script.py": 20,
}
WORDS_LEFT: dict[str, int] = {
    "evidence/proving/meaning.py": 1,
    "evidence/proving/polarity.py": 1,
    "evidence/proving/retelling.py": 1,
    "evidence/proving/shared_words.py": 1,
    "evidence/proving/spoken_counts.py": 2,
    "evidence/proving/terms.py": 1,
    "language/ahead.py": 1,
    "language/authors.py": 1,
    "language/english_reach.py": 10,
    "language/given.py": 1,
    "language/reach.py": 2,
    "language/speakers.py": 1,
    "language/subject_of_saying.py": 3,
    "language/telling_apart.py": 1,
    "text/anchoring.py": 1,
    "values/agreement.py": 1,
    "values/date_display.py": 1,
    "values/grammar/reading_before.py": 1,
    "values/grammar/exclusions.py": 1,
    "values/grammar/masks.py": 1,
    "values/grammar/over_words.py": 3,
}
TABLES = (
    ("build_tools.text", "patterns.yaml"),
    ("build_tools.values", "patterns.yaml"),
    ("build_tools.language", "patterns.yaml"),
    ("build_tools.binding", "patterns.yaml"),
    ("build_tools.evidence.proving", "patterns.yaml"),
    ("build_tools.values.grammar", "rules", "patterns.yaml"),
)


def texts(file: Path) -> Iterator[str]:
    """Every string of a file that is no docstring and no remark behind a constant."""
    tree = ast.parse(file.read_text("utf-8"))
    bodies = [
        node.body for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
    ]
    remarks = {id(one.value) for body in bodies for one in body if isinstance(one, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in remarks:
            yield node.value


def left(found: re.Pattern[str], *rooms: str) -> dict[str, int]:
    """How much of something each file holds."""
    files = [file for room in rooms for file in (TOOL / room).rglob("*.py")]
    counts = {file: sum(len(found.findall(text)) for text in texts(file)) for file in files}
    return {str(file.relative_to(TOOL)): count for file, count in sorted(counts.items()) if count}


def above(found: dict[str, int], known: dict[str, int]) -> dict[str, int]:
    return {file: count for file, count in found.items() if count > known.get(file, 0)}


def test_no_file_holds_more_han_characters_than_are_left_in_it() -> None:
    assert above(left(HAN, ""), HAN_LEFT) == {}


def test_no_file_holds_more_lists_of_english_words_than_are_left_in_it() -> None:
    assert above(left(WORDS, *ROOMS), WORDS_LEFT) == {}


@cache
def _code() -> str:
    return "".join(file.read_text("utf-8") for file in TOOL.rglob("*.py"))


@pytest.mark.parametrize("place", TABLES, ids=".".join)
def test_a_table_of_patterns_keeps_to_its_schema_and_each_is_used(place: tuple[str, ...]) -> None:
    folder = ROOT.joinpath(*place[0].split("."))
    table = yaml.load(folder.joinpath(*place[1:]).read_text("utf-8"), yaml.CSafeLoader)
    schema = json.loads((ROOT / "schemas" / "patterns.json").read_text("utf-8"))
    jsonschema.validate(table, schema)
    patterns, code = PatternTable(*place), _code()
    for name in table:
        assert patterns(name).pattern == patterns.source(name)
        named = any(f"{{{name}}}" in other for other in table.values())
        assert named or re.search(rf"""["']{name}["']""", code), f"nothing uses {name}"
