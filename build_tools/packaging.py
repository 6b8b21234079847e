"""Builds the tool for `pip install`: with the hand-written pages and the look of the site inside."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flit_core import buildapi
from flit_core.buildapi import build_editable, build_sdist

from build_tools.safe_files import real_folder, remove_folder

__all__ = ["build_editable", "build_sdist", "build_wheel"]

TOOL = Path(__file__).resolve().parents[1]
LOOK = TOOL / "build_tools" / "look"
FOR_DEVELOPERS = shutil.ignore_patterns("dev")


def build_wheel(
    wheel_directory: str,
    config_settings: dict[str, str] | None = None,
    metadata_directory: str | None = None,
) -> str:
    """Build a wheel; flit packs one folder, and the look lies beside it."""
    with look_inside():
        return str(buildapi.build_wheel(wheel_directory, config_settings, metadata_directory))


@contextmanager
def look_inside() -> Iterator[None]:
    """`mkdocs.yml` and `docs/` in the folder of the package, for as long as it is packed."""
    real_folder(TOOL, "build_tools/look")
    try:
        shutil.copytree(TOOL / "docs", LOOK / "docs", ignore=FOR_DEVELOPERS, dirs_exist_ok=True)
        shutil.copy(TOOL / "mkdocs.yml", LOOK)
        yield
    finally:
        remove_folder(LOOK)
