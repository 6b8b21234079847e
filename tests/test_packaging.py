"""The tool as pip installs it: with all that a site needs, and nothing left behind where it was built."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from build_tools.packaging import TOOL, build_sdist

BUILD = "from build_tools.packaging import build_wheel; build_wheel('../wheel')"


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The packed sources in a folder of their own: packing puts the look beside the code while it lasts."""
    monkeypatch.chdir(TOOL)
    with tarfile.open(tmp_path / build_sdist(str(tmp_path))) as packed:
        packed.extractall(tmp_path, filter="data")
    (found,) = (path for path in tmp_path.iterdir() if path.is_dir())
    return found


def wheel_of(folder: Path) -> list[str]:
    """The names of the files in the tool as pip would install it from a folder."""
    wheels = folder.parent / "wheel"
    wheels.mkdir()
    subprocess.run([sys.executable, "-c", BUILD], cwd=folder, check=True)
    (made,) = wheels.iterdir()
    return sorted(zipfile.ZipFile(made).namelist())


def test_an_installed_tool_has_the_look_of_the_site(sources: Path) -> None:
    packed = wheel_of(sources)
    assert "build_tools/look/mkdocs.yml" in packed
    for path in (TOOL / "docs").rglob("*"):
        if path.is_file():
            for_developers = path.is_relative_to(TOOL / "docs/dev")
            assert (f"build_tools/look/{path.relative_to(TOOL).as_posix()}" in packed) is not for_developers
    assert not (sources / "build_tools/look").exists()


def test_an_installed_tool_has_all_of_the_tool(sources: Path) -> None:
    packed = wheel_of(sources)
    for path in (TOOL / "build_tools").rglob("*"):
        if path.is_file() and not {"__pycache__", "look"} & set(path.relative_to(TOOL).parts):
            assert path.relative_to(TOOL).as_posix() in packed
