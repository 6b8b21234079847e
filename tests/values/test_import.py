"""Importing the reader of values is quick: what only some readings need is imported when it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

LATER = ("yaml", "importlib.resources", "build_tools.model.inputs", "build_tools.model.findings", "babel")


@pytest.mark.parametrize("module", LATER)
def test_to_import_the_reader_does_without(module: str) -> None:
    code = f"import sys, build_tools.values; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_type_of_the_model_is_there_when_it_is_asked_for() -> None:
    code = "import build_tools.model as model; [getattr(model, name) for name in model.__all__]"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    code = "from build_tools.model import Nothing"
    assert subprocess.run([sys.executable, "-c", code], check=False, stderr=subprocess.DEVNULL).returncode
