"""Dossiers of this repository as they are, each checked and surveyed once for all the tests of a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from build_tools import pipeline
from build_tools.findings import survey
from build_tools.model import Build, Findings

ROOT = Path(__file__).parents[1]
DOSSIERS = ROOT / "tests" / "dossiers"


@cache
def checked(root: Path) -> Build:
    """A dossier and the problems of its files, for tests that change none of them."""
    return pipeline.check(root)


@cache
def surveyed(root: Path) -> Findings:
    """What such a dossier shows as a whole."""
    return survey(checked(root).dossier)
