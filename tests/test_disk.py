"""Which modules read the disk: those that read a dossier, those that make a site, and tables of words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

TOOL = Path(__file__).parents[1] / "build_tools"
READS = {"read_text", "read_bytes", "iterdir", "rglob", "glob", "exists", "is_file", "is_dir", "stat", "open"}
MAY_READ = ("reading", "website", "contributing")

# Modules of pure stages that read a table of words themselves; `data_files` does it for the others.
TABLES = {"values/grammar/date_lexicon.py", "values/grammar/lexicon.py", "values/word_tables.py"}
OF_COMMANDS = {
    "cache/kept_files.py",
    "cache/tool_digest.py",
    "safe_files.py",
    "data_files.py",
    "drafting/written_drafts.py",
}
OF_EDITIONS = {"locale_folders.py"}
FOR_OTHERS = {"exports/verify.py"}  # a script that lies beside the data
# SQLite makes its file in a temporary folder: in memory it takes as much as it weighs.
OF_ITSELF = {"exports/database.py"}


def reading() -> Iterator[str]:
    """Each module outside of the folders that may that calls what reads the disk."""
    for file in sorted(TOOL.rglob("*.py")):
        path = file.relative_to(TOOL)
        calls = (
            node.func for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)
        )
        reads = any(isinstance(one, ast.Attribute) and one.attr in READS for one in calls)
        if path.parts[0] not in MAY_READ and reads:
            yield path.as_posix()


def test_the_pure_stages_read_no_file_but_tables_of_words() -> None:
    assert set(reading()) - TABLES == OF_COMMANDS | OF_EDITIONS | FOR_OTHERS | OF_ITSELF


def test_the_exceptions_are_still_needed() -> None:
    assert set(reading()) >= TABLES
