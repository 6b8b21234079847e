"""Each claim as a proof that anyone can check with the article alone: its hash, places, words and value."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.exports.given_data import GivenData
from build_tools.exports.json_lines import Json, Record
from build_tools.exports.source_lines import text_hash
from build_tools.exports.value_fields import value_fields, value_type
from build_tools.exports.verify import FORMAT
from build_tools.model import Citation, Claim, Dossier, Source
from build_tools.website.addresses import claim_address


def export_proofs(given: GivenData) -> Iterator[Record]:
    """The proofs in the order of the claims; `verify.py` beside them checks one against its article."""
    inputs = given.findings.dossier.inputs
    hashes = {id: text_hash(source) for id, source in inputs.sources.items()}
    for claim in given.findings.dossier.claims:
        source = inputs.sources[claim.citation.source]
        yield {**_article(source, hashes[source.id]), **_proof(claim, given)}


def _article(source: Source, digest: str) -> dict[str, Json]:
    return {
        "format": FORMAT,
        "article": {"id": source.id, "url": source.url or None, "sha256": digest, "charset": "utf-8"},
    }


def _proof(claim: Claim, given: GivenData) -> dict[str, Json]:
    dossier = given.findings.dossier
    return {
        "id": claim.id,
        "address": given.address(claim_address(claim, dossier.inputs.entities[claim.subject])),
        "quote": places(claim.citation, dossier),
        "context": [place for each in claim.context for place in places(each, dossier)],
        "subject": claim.subject,
        "property": claim.property,
        "type": value_type(claim.value),
        "raw": claim.raw or None,
        **value_fields(claim.value),
        "stance": claim.qualifiers.stance,
        "modality": claim.qualifiers.modality,
        "said_by": claim.qualifiers.said_by,
        "proof": {one.part: one.how for one in claim.proof},
    }


def places(citation: Citation, dossier: Dossier) -> list[Json]:
    """Each stretch of a quote, in code points of the article, with its words there."""
    text = dossier.inputs.sources[citation.source].text
    spans = ((span.start, span.end) for span in citation.spans)
    return [{"start": start, "end": end, "words": text[start:end]} for start, end in spans]
