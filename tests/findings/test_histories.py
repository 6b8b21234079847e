"""How conflicts came to be known: the cases of `tests/cases/history.md`."""

from __future__ import annotations

import pytest

from tests.cases import Case, read_cases
from tests.findings.golden import first_report_lines, history_lines
from tests.findings.test_survey import surveyed


@pytest.mark.parametrize("case", read_cases("history"), ids=str)
def test_how_it_came_to_be_known(case: Case) -> None:
    found = surveyed(case.input)
    lines = [line for line in (*history_lines(found), *first_report_lines(found)) if line]
    assert "\n".join(lines) == case.expected
