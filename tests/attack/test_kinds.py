"""Which wrong variants each kind makes of an annotation, worked out by hand."""

from __future__ import annotations

import pytest

from build_tools.attack import KINDS
from tests.attack.stories import scene
from tests.cases import Case, read_cases

CASES = read_cases("attack")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_variants_of_an_annotation(case: Case) -> None:
    place, quote, name = case.input.split("\n")
    story, source = place.split()
    kind = next(one for one in KINDS if one.name == name)
    variants = kind.make(scene(story, source, quote))
    shown = [f"{one.change} ({one.true})" if one.true else one.change for one in variants]
    assert "\n".join(shown or ["none"]) == case.expected


def test_every_kind_is_tried() -> None:
    assert {case.input.split("\n")[-1] for case in CASES} == {kind.name for kind in KINDS}
