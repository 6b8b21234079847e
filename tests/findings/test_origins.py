"""Origins: the cases of `tests/cases/origins.md`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.findings.origins import count, origins
from build_tools.model import EntityId, Inputs, LocalText, SourceId
from tests.cases import Case, read_cases
from tests.evidence.world import a_source, tell


def told(text: str) -> tuple[str, list[str]]:
    """The claims, and what is known of the articles."""
    lines = text.splitlines()
    claims = [line for line in lines if ":" in line]
    return "\n".join(claims), [line for line in lines if ":" not in line]


def with_ties(inputs: Inputs, ties: list[str]) -> Inputs:
    sources = dict(inputs.sources)
    for tie in ties:
        id, how, other = tie.split()
        source = sources.get(SourceId(id), a_source(id))
        if how == "relays" and other in sources:
            sources[source.id] = replace(source, relayed_sources=(*source.relayed_sources, SourceId(other)))
        elif how == "relays":
            sources[source.id] = replace(source, relays=(*source.relays, EntityId(other)))
        elif how == "published_by":
            sources[source.id] = replace(source, publisher=LocalText(every=other))
        elif how == "not_copies":
            sources[source.id] = replace(source, not_relays=(*source.not_relays, SourceId(other)))
        else:
            sources[source.id] = replace(source, copies=(*source.copies, SourceId(other)))
    return replace(inputs, sources=sources)


@pytest.mark.parametrize("case", read_cases("origins"), ids=str)
def test_origins(case: Case) -> None:
    claims, ties = told(case.input)
    given = tell(claims)
    inputs = with_ties(given.inputs, ties)
    found = origins(given.claims, inputs)
    shown = [", ".join(sorted({claim.citation.source for claim in one})) for one in found]
    counted = count(given.claims, inputs)
    known = ["known apart"] if len(found) > 1 and counted.apart else []
    assert "\n".join([*shown, *known]) == case.expected
    assert counted.origins == len(found)
    assert counted.independent == (len(found) if len(found) == 1 or known else None)
