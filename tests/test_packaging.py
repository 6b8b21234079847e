"""The tool as pip installs it: with all that a site needs, and nothing left behind where it was built."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from build_tools.packaging import LOOK, TOOL, build_sdist, build_wheel


def test_an_installed_tool_has_the_look_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOOL)
    name = build_wheel(str(tmp_path))
    packed = zipfile.ZipFile(tmp_path / name).namelist()
    assert "build_tools/look/mkdocs.yml" in packed
    assert "build_tools/contributing/templates/dossier/Makefile" in packed
    for path in (TOOL / "docs").rglob("*"):
        if path.is_file():
            assert f"build_tools/look/{path.relative_to(TOOL).as_posix()}" in packed
    assert not LOOK.exists()


def test_the_packed_sources_give_the_same_tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOOL)
    wheel = zipfile.ZipFile(tmp_path / build_wheel(str(tmp_path))).namelist()
    with tarfile.open(tmp_path / build_sdist(str(tmp_path))) as packed:
        packed.extractall(tmp_path, filter="data")
    (sources,) = (path for path in tmp_path.iterdir() if path.is_dir())
    (tmp_path / "again").mkdir()
    again = "from build_tools.packaging import build_wheel; build_wheel('../again')"
    subprocess.run([sys.executable, "-c", again], cwd=sources, check=True)
    (made,) = (tmp_path / "again").iterdir()
    assert sorted(zipfile.ZipFile(made).namelist()) == sorted(wheel)
