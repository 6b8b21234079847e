"""What the dossier as a whole shows, a line a finding: agreements, echoes, what one says alone, doubts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.exports.given_data import GivenData
from build_tools.exports.json_lines import Json, Record, local_text
from build_tools.exports.value_fields import value_fields, value_type
from build_tools.findings.passages import GAP
from build_tools.model import Claim, Doubt, Finding, Findings, NotCompared


def export_findings(given: GivenData) -> Iterator[Record]:
    """The findings, each sort by weight; conflicts and series have formats of their own."""
    found = given.findings
    yield from (_agreed("agreement", each) for each in found.agreements)
    yield from (_agreed("echo", each) for each in found.echoes)
    for id in sorted(found.alone):
        yield from (_agreed("alone", each) for each in found.alone[id])
    yield from map(_doubt, found.ways_in.doubts)
    yield from (_not_compared(each, found) for each in found.ways_in.not_compared)


def _record(sort: str, claims: Iterable[Claim], fields: Mapping[str, Json]) -> dict[str, Json]:
    """A record of every field; null where one does not apply."""
    every: dict[str, Json] = {
        "finding": sort,
        "subject": None,
        "other": None,
        "property": None,
        "type": None,
        **value_fields(None),
        "stance": None,
        "claims": [claim.id for claim in claims],
        "weakest": None,
        "articles": None,
        "publishers": None,
        "independent": None,
        "source": None,
        "quote": None,
        "concerns": [],
        "why": None,
    }
    return {**every, **fields}


def _agreed(sort: str, each: Finding) -> dict[str, Json]:
    statement = each.statement
    fields: dict[str, Json] = {
        "subject": each.subject,
        "property": each.property,
        "type": value_type(statement.value),
        **value_fields(statement.value),
        "stance": statement.stance,
        "weakest": each.weakest.id if each.weakest else None,
        "articles": each.count.articles,
        "publishers": each.count.publishers,
        "independent": each.count.independent,
    }
    return _record(sort, statement.claims, fields)


def _doubt(each: Doubt) -> dict[str, Json]:
    fields: dict[str, Json] = {
        "source": each.passage.citation.source,
        "quote": GAP.join(each.passage.citation.quote),
        "concerns": [claim.id for claim in each.concerned],
        "why": local_text(each.why),
    }
    return _record("doubt", each.claims, fields)


def _not_compared(each: NotCompared, found: Findings) -> dict[str, Json]:
    claims = (claim for id in (each.one, each.other) for claim in found.index.claims_on.get(id, ()))
    fields: dict[str, Json] = {"subject": each.one, "other": each.other, "why": local_text(each.why)}
    return _record("not-comparable", claims, fields)
