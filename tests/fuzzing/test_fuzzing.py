"""Texts that broke something once break it no more, and a few hundred new ones do not either."""

from __future__ import annotations

import random

import pytest

from tests.fuzzing.mutating import mutated
from tests.fuzzing.targets import TARGETS, Target, kept

EACH = {"yaml": 60, "values": 150, "anchor": 150, "markdown": 5}


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_what_broke_something_once_does_not_now(target: Target) -> None:
    for path in kept(target):
        target.check(path.read_bytes().decode())


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_no_text_breaks_anything(target: Target) -> None:
    chance, seeds = random.Random(11), target.seeds()
    for _ in range(EACH[target.name]):
        target.check(mutated(seeds, chance))
