"""One name a thing: no function, class or constant is defined in two modules, no two files share a name."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

TOOL = Path(__file__).parents[1] / "build_tools"

# Names that still mean two things. None may be added; delete the entry of one that no longer does.
NAMES: set[str] = set()
FILES: set[str] = set()


def public_names() -> Iterator[str]:
    """Every public function and class of a module, once a module."""
    for file in TOOL.rglob("*.py"):
        nodes = ast.parse(file.read_text("utf-8")).body
        defined = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        yield from (name for name in defined if not name.startswith("_"))


def file_names() -> Iterator[str]:
    """The name of every module."""
    return (file.stem for file in TOOL.rglob("*.py") if not file.stem.startswith("__"))


def constants() -> Iterator[str]:
    """Every named value of a module; numbers, types and variables of types aside."""
    for file in TOOL.rglob("*.py"):
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and not is_small(node.value):
                yield ast.unparse(node)


def is_small(value: ast.expr) -> bool:
    """Whether a value is a number, or a type: `MOST = 5`, `Decimal(100)`, `tuple[date, date]`."""
    if isinstance(value, ast.Call):
        return ast.unparse(value.func) in ("Decimal", "TypeVar")
    number = isinstance(value, ast.Constant) and not isinstance(value.value, str)
    return number or isinstance(value, ast.Subscript)


def repeated(names: Iterator[str]) -> set[str]:
    return {name for name, count in Counter(names).items() if count > 1}


def test_a_public_name_means_one_thing() -> None:
    assert repeated(public_names()) - NAMES == set()


def test_a_file_name_means_one_thing() -> None:
    assert repeated(file_names()) - FILES == set()


def test_a_constant_is_defined_once() -> None:
    assert repeated(constants()) == set()


def test_the_exceptions_are_still_needed() -> None:
    assert NAMES - repeated(public_names()) == set()
    assert FILES - repeated(file_names()) == set()
