"""Independent witnesses: the cases of `tests/cases/witnesses.md`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.evidence.witnesses import count_witnesses, witnesses
from build_tools.model import EntityId, Inputs, SourceId
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
        else:
            sources[source.id] = replace(source, copies=(*source.copies, SourceId(other)))
    return replace(inputs, sources=sources)


@pytest.mark.parametrize("case", read_cases("witnesses"), ids=str)
def test_witnesses(case: Case) -> None:
    claims, ties = told(case.input)
    given = tell(claims)
    inputs = with_ties(given.inputs, ties)
    found = witnesses(given.claims, inputs)
    shown = [", ".join(sorted({claim.citation.source for claim in one})) for one in found]
    assert "\n".join(shown) == case.expected
    assert count_witnesses(given.claims, inputs) == len(shown)
