"""A digest tells values apart, and is the same in every run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial

import pytest

from build_tools.cache.value_digests import ValueDigests
from build_tools.model import LocalText
from tests.checked import DOSSIERS, checked

PIER = DOSSIERS / "pier"
OF_ALL = """
from build_tools.cache.value_digests import ValueDigests
from tests.checked import checked, DOSSIERS
made = checked(DOSSIERS / "pier").dossier
sets = frozenset({"a", "b", "c", "d"}), {frozenset({"e", "f", "g"}): 1}
print(ValueDigests().of((made.claims, made.anchored, made.inputs.entities, sets)).hex())
"""


def test_it_is_the_same_in_every_process() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", OF_ALL],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
    assert next(iter(found)).strip()


def test_every_field_of_a_claim_counts() -> None:
    claim, digests = checked(PIER).dossier.claims[0], ValueDigests()
    for each in fields(claim):
        other = replace(claim, **{each.name: "something else"})  # type: ignore[arg-type]
        assert digests.of(other) != digests.of(claim), each.name
    assert digests.of(replace(claim)) == digests.of(claim)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1", 1), (("a", "b"), ("ab",)), (("a", ()), ("a",)), (None, ""), (b"a", "a"), ({"a": 1}, {"a": 2})],
)
def test_values_of_other_kinds_are_told_apart(one: object, other: object) -> None:
    assert ValueDigests().of(one) != ValueDigests().of(other)


def with_enclosed(word: str) -> Callable[[], str]:
    return lambda: word


def test_work_is_told_apart_by_what_it_was_given() -> None:
    digests = ValueDigests()
    one, other = LocalText(en="one"), LocalText(en="other")
    assert digests.of_work(partial(str, one)) == digests.of_work(partial(str, LocalText(en="one")))
    assert digests.of_work(partial(str, one)) != digests.of_work(partial(str, other))
    assert digests.of_work(with_enclosed("a")) == digests.of_work(with_enclosed("a"))
    assert digests.of_work(with_enclosed("a")) != digests.of_work(with_enclosed("b"))
    assert digests.of_work(partial(with_enclosed, "a")) != digests.of_work(with_enclosed("a"))
