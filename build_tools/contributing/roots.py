"""Where the dossier is."""

from __future__ import annotations

from pathlib import Path

import click


def find_root(given: Path | None) -> Path:
    """The nearest folder, from the current one upwards, that holds a dossier."""
    for folder in (given,) if given else (Path.cwd(), *Path.cwd().parents):
        if (folder / "sources" / "dossier.yaml").is_file() or (folder / "dossier.yaml").is_file():
            return folder
    where = f"in {given}" if given else "in this folder or above it"
    raise click.UsageError(f"no dossier {where}: sources/dossier.yaml is missing")
