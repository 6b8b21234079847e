"""Clauses: the cases."""

from __future__ import annotations

import pytest

from build_tools.language import clauses
from tests.cases import Case, read_cases


@pytest.mark.parametrize("case", read_cases("clauses"), ids=str)
def test_case(case: Case) -> None:
    found = [case.input[span.start : span.end] for span in clauses(case.input)]
    assert "\n".join(found) == case.expected
