"""An attack says the same each time, and a seed draws only which of very many variants are tried."""

from __future__ import annotations

from build_tools.attack import KINDS, Outcome, attack
from build_tools.model import SourceId
from tests.attack.stories import dossier

FIRST, GAZETTE = SourceId("first"), SourceId("saltmere-gazette-2025-03-07")
OF = {kind.name: kind for kind in KINDS}


def test_it_says_the_same_each_time() -> None:
    made = dossier("every-rule")
    assert attack(made) == attack(made)
    assert {one.source for one in attack(made)} == {"first", "second", "third"}


def test_articles_and_kinds_may_be_chosen() -> None:
    found = attack(dossier("every-rule"), [FIRST], [OF["digits"]])
    assert {(one.source, one.kind) for one in found} == {("first", "digits")}
    assert [one.outcome for one in found[:4]] == [Outcome.STOPPED] * 4
    assert len(found) == len([one for one in attack(dossier("every-rule"), [FIRST]) if one.kind == "digits"])


def test_a_seed_draws_among_very_many() -> None:
    made = dossier("every-rule")
    first, other = (attack(made, [FIRST], [OF["unit"]], seed) for seed in (0, 1))
    assert [one.change for one in first] != [one.change for one in other]
    assert len(first) == len(other) == 4 * 5  # four of each of the five sums


def test_what_is_true_as_well_is_not_tried() -> None:
    found = attack(dossier("decoys"), [SourceId("june-paper")], [OF["participant"]])
    assert [one.outcome for one in found if one.true] == [None] * 2
    assert all(one.outcome for one in found if not one.true)


def test_each_attempt_says_where_the_change_is() -> None:
    found = attack(dossier("english"), [GAZETTE], [OF["modality-dropped"]])
    (one,) = (one for one in found if one.origin.line == 16)
    assert one.origin.path == f"sources/articles/{GAZETTE}/annotations.yaml"
    assert one.origin.column == len("    - jobs-lost: {value: Between 40 and 50 jobs, modality: ") + 1
