"""The folder of the dossier, and the ids that a person types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from build_tools.model import Dossier, EntityId, SourceId
from build_tools.reading.nearest_words import nearest_or_all

SOURCES = "sources"


def find_root(given: Path | None) -> Path:
    """The nearest folder, from the current one upwards, that holds a dossier."""
    for folder in (given,) if given else (Path.cwd(), *Path.cwd().parents):
        for root in roots_at(folder):
            return root
    where = f"in {given}" if given else "in this folder or above it"
    raise click.UsageError(f"no dossier {where}: sources/dossier.yaml is missing")


def roots_at(folder: Path) -> Iterator[Path]:
    """The folder if its files are in it or in its `sources/`; the folder above if it is `sources/`."""
    if (folder / SOURCES / "dossier.yaml").is_file():
        yield folder
    elif (folder / "dossier.yaml").is_file():
        yield folder.resolve().parent if folder.resolve().name == SOURCES else folder


def id_in(given: str) -> str:
    r"""The id that is meant where a shell completed the path of its file or folder.

    >>> id_in("articles/harbour-post/article.txt"), id_in("harbour-post/"), id_in("questions\\paid.yaml")
    ('harbour-post', 'harbour-post', 'paid')
    """
    path = given.replace("\\", "/").rstrip("/")
    article = re.search(r"(?:^|/)articles/([^/]+)", path)
    return article[1] if article else path.rpartition("/")[2].removesuffix(".yaml")


def known_entity(dossier: Dossier, id: str) -> EntityId:
    """The id of an entity of the dossier; a usage error with the nearest where there is none."""
    entities = dossier.inputs.entities
    if id not in entities:
        hint = nearest_or_all(id, entities)
        raise click.BadParameter(f"the dossier has no `{id}`: {hint}", param_hint="--about")
    return EntityId(id)


def known_source(dossier: Dossier, source: str) -> SourceId:
    """The id of a source that is there."""
    if source not in dossier.inputs.sources:
        hint = nearest_or_all(source, dossier.inputs.sources)
        raise click.BadParameter(f"there is no source `{source}`: {hint}", param_hint="SOURCE")
    return SourceId(source)
