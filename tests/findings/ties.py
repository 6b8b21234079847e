"""What is known of articles, a line each: `first relays wire`, `second published 2025-06-21T10:00`."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import DateValue, EntityId, Inputs, LocalText, SourceId
from build_tools.values import parse_edtf
from build_tools.values.zones import told_in
from tests.evidence.world import a_source


def told(text: str) -> tuple[str, list[str]]:
    """The claims, and what is known of the articles."""
    lines = text.splitlines()
    claims = [line for line in lines if ": " in line]
    return "\n".join(claims), [line for line in lines if ": " not in line]


def published(text: str) -> DateValue:
    """When an article came out, as its file says it; `@` and a zone may follow."""
    date, _, zone = text.partition("@")
    found = parse_edtf(date)
    assert found
    return told_in(found, zone)


def with_ties(inputs: Inputs, ties: list[str]) -> Inputs:
    sources = dict(inputs.sources)
    for tie in ties:
        id, how, other = tie.split()
        source = sources.get(SourceId(id), a_source(id))
        if how == "relays" and other in sources:
            sources[source.id] = replace(source, relayed_sources=(*source.relayed_sources, SourceId(other)))
        elif how == "relays":
            sources[source.id] = replace(source, relays=(*source.relays, EntityId(other)))
        elif how == "outlet":
            sources[source.id] = replace(source, outlet=EntityId(other))
        elif how == "published_by":
            sources[source.id] = replace(source, publisher=LocalText(every=other))
        elif how == "published":
            sources[source.id] = replace(source, published=published(other))
        elif how == "not_copies":
            sources[source.id] = replace(source, not_relays=(*source.not_relays, SourceId(other)))
        else:
            sources[source.id] = replace(source, copies=(*source.copies, SourceId(other)))
    return replace(inputs, sources=sources)
