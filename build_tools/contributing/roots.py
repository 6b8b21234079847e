"""Where the dossier is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

SOURCES = "sources"


def find_root(given: Path | None) -> Path:
    """The nearest folder, from the current one upwards, that holds a dossier."""
    for folder in (given,) if given else (Path.cwd(), *Path.cwd().parents):
        for root in roots_at(folder):
            return root
    where = f"in {given}" if given else "in this folder or above it"
    raise click.UsageError(f"no dossier {where}: sources/dossier.yaml is missing")


def roots_at(folder: Path) -> Iterator[Path]:
    """The folder, where its files stand in it or in its `sources/`; what is above, where it is `sources/`."""
    if (folder / SOURCES / "dossier.yaml").is_file():
        yield folder
    elif (folder / "dossier.yaml").is_file():
        yield folder.resolve().parent if folder.resolve().name == SOURCES else folder
