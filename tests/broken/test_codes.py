"""No code without a case: whoever adds a kind of fault shows what a contributor gets."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
CODE = HERE.parent.parent / "build_tools"
# Reported by the build, after the check; tested in tests/website.
OF_THE_BUILD = {"search-finds-nothing", "site-not-rendered", "site-not-written", "foreign-folder"}


def codes_in(tree: ast.AST) -> Iterator[str]:
    """The codes that a module gives: the second argument of `Problem`, the first of `refuse`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = {"Problem": 1, "refuse": 0}.get(node.func.id, len(node.args))
            for leaf in ast.walk(node.args[place]) if place < len(node.args) else ():
                if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str):
                    yield leaf.value


def test_every_code_has_a_case() -> None:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in sorted(CODE.rglob("*.py")))
    cases = {path.parent.name.split("--")[0] for path in HERE.glob("*/expected.txt")}
    codes = {code for tree in trees for code in codes_in(tree)}
    assert codes - OF_THE_BUILD - cases == set()
