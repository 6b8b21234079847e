"""Every entity, a line each, with every place in the articles that names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from build_tools.exports.json_lines import Json, json_line, text
from build_tools.model import Dossier, Entity, EntityId, Mention


def export_entities(dossier: Dossier) -> Iterator[str]:
    """People, organisations, works, events, figures and questions by id, as JSON lines."""
    named = _mentions(dossier)
    for id in sorted(dossier.inputs.entities):
        yield json_line(_record(dossier.inputs.entities[id], named.get(id, [])))


def _mentions(dossier: Dossier) -> Mapping[EntityId, list[Mention]]:
    """Where each entity is named, in the order of the articles."""
    found: dict[EntityId, list[Mention]] = defaultdict(list)
    for one in dossier.mentions:
        found[one.entity].append(one)
    return found


def _record(entity: Entity, named: list[Mention]) -> dict[str, Json]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "label": text(entity.label),
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
