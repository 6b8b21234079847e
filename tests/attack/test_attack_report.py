"""The report: a table by kind, the survivors, and the same as data."""

from __future__ import annotations

import json

from build_tools.attack.attack_report import attack_json, attack_text
from build_tools.attack.running import Attempt
from build_tools.attack.trying import Outcome
from build_tools.model import SourceId
from build_tools.problem import Origin

KITES, PATH = SourceId("kites"), "sources/articles/kites/annotations.yaml"


def attempt(kind: str, line: int, change: str, outcome: Outcome | None, true: str = "") -> Attempt:
    return Attempt(
        KITES, kind, Origin("sources/articles/kites/annotations.yaml", line, 7), change, outcome, true
    )


ATTEMPTS = (
    attempt("stance", 8, "bid, stance: affirms → denies", Outcome.WARNED),
    attempt("digits", 4, "price: 14 → 15", Outcome.STOPPED),
    attempt("digits", 4, "price: 14 → 24", Outcome.STOPPED),
    attempt("digits", 4, "price: 14 → 1", Outcome.SURVIVED),
    attempt("digits", 5, "age: 30 → 30.1", None, "it says the same"),
)


def test_for_a_person() -> None:
    assert (
        attack_text(ATTEMPTS)
        == """\
kind              variants         stopped          warned        survived  also true
digits                   3      2 (66.7 %)       0 (0.0 %)      1 (33.3 %)          1
stance                   1       0 (0.0 %)     1 (100.0 %)       0 (0.0 %)          0
mean over kinds                     33.3 %          50.0 %          16.7 %

survived:
sources/articles/kites/annotations.yaml:4:7: digits: price: 14 → 1

also true, and not counted:
sources/articles/kites/annotations.yaml:5:7: digits: age: 30 → 30.1 (it says the same)
"""
    )


def test_for_programs() -> None:
    found = json.loads(attack_json(ATTEMPTS, seed=3))
    assert found["seed"] == 3
    assert found["kinds"] == [
        {"kind": "digits", "variants": 3, "stopped": 2, "warned": 0, "survived": 1, "also_true": 1},
        {"kind": "stance", "variants": 1, "stopped": 0, "warned": 1, "survived": 0, "also_true": 0},
    ]
    assert found["mean"] == {"stopped": "33.3", "warned": "50.0", "survived": "16.7"}
    place = {
        "source": "kites",
        "path": "sources/articles/kites/annotations.yaml",
        "column": 7,
        "kind": "digits",
    }
    assert found["survivors"] == [{**place, "line": 4, "change": "price: 14 → 1"}]
    assert found["also_true"] == [
        {**place, "line": 5, "change": "age: 30 → 30.1", "reason": "it says the same"}
    ]


def test_where_nothing_can_be_changed() -> None:
    assert attack_text(()).splitlines()[1].split()[-6:] == ["0.0", "%"] * 3
