"""What is a conflict and what is not: the cases of `tests/cases/reconciling.md`."""

from __future__ import annotations

import pytest

from tests.cases import Case, read_cases
from tests.evidence.world import shown, tell


@pytest.mark.parametrize("case", read_cases("reconciling"), ids=str)
def test_conflicts(case: Case) -> None:
    assert shown(tell(case.input).conflicts) == case.expected
