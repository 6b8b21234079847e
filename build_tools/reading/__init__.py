"""Reads the files of a dossier: strings in, types out, and everything wrong with them."""

from __future__ import annotations

from pathlib import Path

from build_tools.model import Inputs
from build_tools.problem import Problems
from build_tools.reading.files import find
from build_tools.reading.inputs import understand

__all__ = ["read"]


def read(root: Path) -> tuple[Inputs, Problems]:
    """Everything that the dossier in a folder says, and everything wrong with its files.

    The folder holds `sources/`, or is itself the folder that holds `dossier.yaml`. Nothing raises,
    and whatever stands in the inputs refers only to what stands there too.
    """
    files, unreadable = find(root)
    inputs, unclear = understand(files)
    return inputs, tuple(sorted((*unreadable, *unclear)))
