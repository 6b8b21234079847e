"""Origins: the cases of `tests/cases/origins.md`."""

from __future__ import annotations

import pytest

from build_tools.findings.origins import count_origins, origins
from tests.cases import Case, read_cases
from tests.evidence.world import tell
from tests.findings.ties import told, with_ties


@pytest.mark.parametrize("case", read_cases("origins"), ids=str)
def test_origins(case: Case) -> None:
    claims, ties = told(case.input)
    given = tell(claims)
    inputs = with_ties(given.inputs, ties)
    found = origins(given.claims, inputs)
    shown = [", ".join(sorted({claim.citation.source for claim in one})) for one in found]
    counted = count_origins(given.claims, inputs)
    known = ["known apart"] if len(found) > 1 and counted.apart else []
    assert "\n".join([*shown, *known]) == case.expected
    assert counted.origins == len(found)
    assert counted.independent == (len(found) if len(found) == 1 or known else None)
