"""What a later article overtakes, by the cases of `tests/cases/overtaking.md`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.evidence.overtaking import plans_overtaken
from build_tools.model import EntityId, Series
from tests.cases import Case, read_cases
from tests.evidence.test_series import a_series, told
from tests.evidence.world import shown

TALLIES = (a_series("adults", Series.TALLY), a_series("children", Series.TALLY))
TOLL = replace(a_series("toll", Series.TALLY), sum_of=(EntityId("adults"), EntityId("children")))


@pytest.mark.parametrize("case", read_cases("overtaking"), ids=str)
def test_what_is_overtaken_is_no_side(case: Case) -> None:
    assert shown(told(case.input, (*TALLIES, TOLL)).conflicts) == case.expected


def test_a_plan_that_changed_is_given_up_and_the_last_is_not() -> None:
    made = told(
        """
        post-18-1905: launch.date = 2031年12月8日; modality planned
        wire-19-1905: launch.date = 2031年12月15日; modality planned
        """
    )
    given_up = plans_overtaken(made.claims, made.inputs)
    assert [one.citation.source for one in made.claims if one.id in given_up] == ["post-18-1905"]
