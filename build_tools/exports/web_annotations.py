"""The quotes as W3C Web Annotations, with selectors that find their words again."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.exports.given_data import GivenData
from build_tools.exports.json_lines import Json, json_line
from build_tools.model import Anchored, Citation, Source, Span
from build_tools.website.addresses import passage_address

# The terms used below as https://www.w3.org/ns/anno.jsonld defines them, so that no network is needed.
CONTEXT: dict[str, Json] = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "id": "@id",
    "type": "@type",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Annotation": "oa:Annotation",
    "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "first": {"@id": "as:first", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "total": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "refinedBy": {"@id": "oa:refinedBy", "@type": "@id"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
}


def export_annotations(given: GivenData) -> Iterator[bytes]:
    """One collection of one page; an annotation a quote, its claims the bodies, a target a stretch of it."""
    passages = [each for source in given.findings.index.sources for each in _passages(source, given)]
    page: dict[str, Json] = {"id": "#page-1", "type": "AnnotationPage", "items": []}
    collection: dict[str, Json] = {
        "@context": CONTEXT,
        "id": "#annotations",
        "type": "AnnotationCollection",
        "total": len(passages),
        "first": page,
    }
    begun, ended = json_line(collection).rsplit("[]", 1)
    yield f"{begun}[".encode()
    for at, each in enumerate(passages):
        yield f"{', ' if at else ''}{json_line(_annotation(each, given))}".encode()
    yield f"]{ended}\n".encode()


def _passages(source: Source, given: GivenData) -> tuple[Anchored, ...]:
    index = given.findings.index
    return (index.passages_of if given.private else index.published_of).get(source.id, ())


def _annotation(found: Anchored, given: GivenData) -> dict[str, Json]:
    citation = found.citation
    claims = given.findings.index.claims_of_passage.get((citation.source, found.id), ())
    said = (f"{claim.id} {claim.subject} {claim.raw}" for claim in claims)
    return {
        "id": given.address(passage_address(citation.source, found.id)),
        "type": "Annotation",
        "body": [{"type": "TextualBody", "format": "text/plain", "value": each} for each in said],
        "target": _targets(citation, given),
    }


def _targets(citation: Citation, given: GivenData) -> list[Json]:
    """Each stretch of a quote: its words with what is before and behind it, and its place in the article."""
    source = given.findings.dossier.inputs.sources[citation.source]
    before, after = given.around(citation)
    last = len(citation.spans) - 1
    return [
        _target(source, span, before if at == 0 else "", after if at == last else "")
        for at, span in enumerate(citation.spans)
    ]


def _target(source: Source, span: Span, before: str, after: str) -> dict[str, Json]:
    exact = source.text[span.start : span.end]
    quote = {"type": "TextQuoteSelector", "exact": exact, "prefix": before, "suffix": after}
    place: dict[str, Json] = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    article = source.url or f"urn:article:{source.id}"
    return {"type": "SpecificResource", "source": article, "selector": [quote, place]}
