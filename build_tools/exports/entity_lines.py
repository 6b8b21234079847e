"""Every entity, a line each, with every place in the articles that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.exports.given_data import GivenData
from build_tools.exports.json_lines import Json, Record, local_text
from build_tools.grouped import grouped
from build_tools.model import Entity, Mention


def export_entities(given: GivenData) -> Iterator[Record]:
    """People, organisations, works, events, figures and questions by id, with where each is named."""
    dossier = given.findings.dossier
    named = grouped(dossier.mentions, lambda mention: mention.entity)
    for id in sorted(dossier.inputs.entities):
        yield _record(dossier.inputs.entities[id], named.get(id, ()))


def _record(entity: Entity, named: Iterable[Mention]) -> dict[str, Json]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "label": local_text(entity.label),
        "aliases": [alias.text for alias in entity.aliases],
        "mentions": [_mention(mention) for mention in named],
    }


def _mention(mention: Mention) -> dict[str, Json]:
    return {
        "source": mention.source,
        "start": mention.span.start,
        "end": mention.span.end,
        "raw": mention.raw,
    }
