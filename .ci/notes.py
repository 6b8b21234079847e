"""Prints the changelog of the version in pyproject.toml; fails where a tag names another version."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def notes(changelog: str, version: str) -> str:
    """The section of one version, without its heading."""
    section = re.search(rf"^## {re.escape(version)}\b.*\n((?:(?!## ).*\n?)*)", changelog, re.M)
    if section is None:
        sys.exit(f"CHANGELOG.md has no section for {version}")
    return section[1].strip() + "\n"


if __name__ == "__main__":
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    tag = os.environ.get("TAG") or f"v{version}"
    if tag != f"v{version}":
        sys.exit(f"the tag is {tag}, but pyproject.toml has version {version}")
    print(notes((ROOT / "CHANGELOG.md").read_text("utf-8"), version), end="")
