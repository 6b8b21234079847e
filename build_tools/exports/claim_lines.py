"""Every claim, a line each: its source, subject, value and quote, and where the quote is."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.exports.given_data import GivenData
from build_tools.exports.json_lines import Json, Record, edtf, local_text
from build_tools.exports.value_fields import value_fields, value_type
from build_tools.model import Claim, Dossier
from build_tools.text.paragraphs import page_number
from build_tools.website.addresses import claim_address


def export_claims(given: GivenData) -> Iterator[Record]:
    """The claims in the order of the articles."""
    return (claim_record(claim, given) for claim in given.findings.dossier.claims)


def claim_record(claim: Claim, given: GivenData) -> dict[str, Json]:
    """A claim with its place in its article and on the site."""
    return {**_fields(claim, given.findings.dossier), **_where_shown(claim, given)}


def export_withdrawn(given: GivenData) -> Iterator[Record]:
    """What articles said and say no more: the same fields, and from when to when the words stood there."""
    dossier = given.findings.dossier
    for gone in dossier.withdrawn:
        until = dossier.inputs.sources[gone.anchored.citation.source].replaced(gone.version) or None
        for claim in gone.claims:
            yield {**_fields(claim, dossier), "version": gone.version, "replaced": until}


def _fields(claim: Claim, dossier: Dossier) -> dict[str, Json]:
    return {**_place(claim, dossier), **_said(claim, dossier), **_qualifiers(claim)}


def _place(claim: Claim, dossier: Dossier) -> dict[str, Json]:
    citation = claim.citation
    source = dossier.inputs.sources.get(citation.source)
    return {
        "id": claim.id,
        "source": citation.source,
        "quote": citation.quote[0] if len(citation.quote) == 1 else citation.quote,
        "start": citation.start,
        "end": citation.end,
        "line": citation.line,
        "page": (page_number(source, citation.line) or None) if source else None,
    }


def _said(claim: Claim, dossier: Dossier) -> dict[str, Json]:
    subject = dossier.inputs.entities.get(claim.subject)
    return {
        "kind": subject.kind if subject else None,
        "subject": claim.subject,
        "property": claim.property,
        "type": value_type(claim.value),
        "raw": claim.raw or None,
        **value_fields(claim.value),
    }


def _qualifiers(claim: Claim) -> dict[str, Json]:
    given = claim.qualifiers
    return {
        "stance": given.stance,
        "modality": given.modality,
        "said_by": given.said_by,
        "via": given.via,
        "period": edtf(given.period),
        "as_of": edtf(given.as_of),
        "at": given.at,
        "inferred": _reasons(claim),
        "proof": {one.part: one.how for one in claim.proof},
        "note": local_text(given.note),
        "translation": claim.translation.en or claim.translation.every or None,
        "from": edtf(given.from_),
        "until": edtf(given.until),
        "since": given.since,
        "was": claim.was,
    }


def _where_shown(claim: Claim, given: GivenData) -> dict[str, Json]:
    """Who drafted and read it, its permanent address, and what the article says around its quote."""
    before, after = given.around(claim.citation)
    subject = given.findings.dossier.inputs.entities[claim.subject]
    found = given.findings.index.passages.get((claim.citation.source, claim.passage))
    return {
        "drafted_by": (found and found.annotation.drafted_by) or None,
        "read_by": (found and found.annotation.read_by) or None,
        "address": given.address(claim_address(claim, subject)),
        "before": before,
        "after": after,
    }


def _reasons(claim: Claim) -> Json:
    """The reasons for what is inferred: one for all, or one for each part."""
    reasons: dict[str, Json] = {one.part: local_text(one.why) for one in claim.inferred if one.why}
    return next(iter(reasons.values()), None) if len(reasons) < 2 else reasons
