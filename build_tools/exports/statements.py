"""FollowTheMoney statements: who and what there is, the articles, and each claim as a note that cites one.

Nothing that an article says becomes a property of a person or a firm: the note says who says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha1

from build_tools.exports.given_data import GivenData, one_text
from build_tools.exports.json_lines import Json, Record
from build_tools.findings.passages import GAP
from build_tools.model import Claim, Entity, Figure, Kind, Source
from build_tools.website.addresses import claim_address, page_of_entity, source_address

DATASET = "dossier"
SCHEMAS = {
    Kind.PERSON: "Person",
    Kind.ORGANISATION: "Organization",
    Kind.WORK: "Asset",
    Kind.EVENT: "Event",
}
Facts = Iterator[tuple[str, str]]


def export_statements(given: GivenData) -> Iterator[Record]:
    """The statements of each entity, article and claim; figures are what notes are on, not entities."""
    inputs = given.findings.dossier.inputs
    for id in sorted(inputs.entities):
        entity = inputs.entities[id]
        if schema := SCHEMAS.get(entity.kind):
            yield from _statements(key("entity", id), schema, _entity(entity, given))
    for source in given.findings.index.sources:
        yield from _statements(key("article", source.id), "Article", _article(source, given))
    for claim in given.findings.dossier.claims:
        yield from _statements(key("note", claim.id), "Note", _note(claim, given))


def key(kind: str, id: str) -> str:
    """The name of an entity in the file: a hash, because another dossier may have the same id."""
    return sha1(f"{DATASET}.{kind}.{id}".encode(), usedforsecurity=False).hexdigest()


def _entity(entity: Entity, given: GivenData) -> Facts:
    yield "name", given.label(entity.id)
    yield from (("alias", alias.text) for alias in entity.aliases)
    yield from _address(given.address(page_of_entity(entity)))


def _address(address: str) -> Facts:
    """Where it is on the site; FollowTheMoney takes whole addresses only."""
    if address.startswith(("http://", "https://")):
        yield "sourceUrl", address


def _article(source: Source, given: GivenData) -> Facts:
    yield "title", one_text(source.title)
    yield "publisher", one_text(source.publisher)
    if source.published.earliest:
        yield "publishedAt", source.published.earliest.isoformat()
    if author := one_text(source.author):
        yield "author", author
    yield from _address(source.url)
    yield from _address(given.address(source_address(source.id)))


def _note(claim: Claim, given: GivenData) -> Facts:
    """What one article says: its words, their subject, and the claims read in them."""
    subject = given.findings.dossier.inputs.entities[claim.subject]
    about = subject.of if isinstance(subject, Figure) and subject.of else subject.id
    qualifiers = claim.qualifiers
    said = [given.label(subject.id), claim.property or "", claim.raw, qualifiers.stance, qualifiers.modality]
    yield "name", " · ".join(part for part in said if part)
    yield "description", GAP.join(claim.citation.quote)
    yield "proof", key("article", claim.citation.source)
    if given.findings.dossier.inputs.entities[about].kind in SCHEMAS:
        yield "entity", key("entity", about)
    yield from _address(given.address(claim_address(claim, subject)))


def _statements(entity: str, schema: str, facts: Facts) -> Iterator[Record]:
    """The statement that there is such an entity, and one for each thing known of it, once."""
    for prop, value in dict.fromkeys([("id", entity), *facts]):
        if value:
            yield _statement(entity, schema, prop, value)


def _statement(entity: str, schema: str, prop: str, value: str) -> dict[str, Json]:
    digest = sha1(f"{DATASET}.{entity}.{prop}.{value}".encode(), usedforsecurity=False).hexdigest()
    return {
        "canonical_id": entity,
        "entity_id": entity,
        "prop": prop,
        "schema": schema,
        "value": value,
        "dataset": DATASET,
        "lang": None,
        "original_value": None,
        "first_seen": None,
        "last_seen": None,
        "external": False,
        "origin": None,
        "id": digest,
    }
