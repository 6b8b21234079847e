"""Every article, a line each: who published it and when, and how far it may be relied on."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from build_tools.exports.given_data import GivenData
from build_tools.exports.json_lines import Json, Record, edtf, local_text
from build_tools.model import Source
from build_tools.website.addresses import source_address


def export_sources(given: GivenData) -> Iterator[Record]:
    """The articles, oldest first; whole texts are given only where all may be read."""
    for source in given.findings.index.sources:
        yield {**_record(source), **_shown(source, given)}


def _record(source: Source) -> dict[str, Json]:
    return {
        "id": source.id,
        "title": local_text(source.title),
        "author": local_text(source.author),
        "publisher": local_text(source.publisher),
        "published": edtf(source.published),
        "url": source.url or None,
        "language": source.language,
        "reliability": source.reliability.grade,
        "reliability_why": local_text(source.reliability.why),
        "relays": [*source.relays, *source.relayed_sources],
        "sha256": text_hash(source),
    }


def _shown(source: Source, given: GivenData) -> dict[str, Json]:
    share = given.findings.shares[source.id]
    return {
        "annotated_percent": share.annotated,
        "published_percent": share.published,
        "address": given.address(source_address(source.id)),
        "text": source.text if given.private or source.full else None,
    }


def text_hash(source: Source) -> str:
    """The SHA-256 of an article as it was received, in UTF-8."""
    return sha256(source.text.encode()).hexdigest()
