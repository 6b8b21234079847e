"""An article is proven by itself: the same claims and problems as of all articles together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.evidence import prove_all
from build_tools.evidence.proving.prove_article import prove
from build_tools.evidence.proving_alone import prove_alone_in
from build_tools.evidence.source_proofs import common_of, tasks_of
from build_tools.model import Annotation, Inputs
from build_tools.reading import read
from build_tools.text.anchoring import anchor
from build_tools.text.mentions import find_mentions

TESTS = Path(__file__).parents[1]
DOSSIERS = [TESTS / "dossiers" / name for name in ("every-rule", "lighthouse", "updates")]


def stage_by_stage(inputs: Inputs) -> tuple[object, ...]:
    """The names, quotes and claims of all articles, and the problems of each stage."""
    mentions, ambiguous = find_mentions(inputs.sources, inputs.entities)
    anchored, orphans = anchor(inputs.annotations, inputs.sources)
    claims, unproven = prove(anchored, inputs, mentions)
    return mentions, anchored, claims, {*ambiguous, *orphans, *unproven}


@pytest.mark.parametrize("root", DOSSIERS, ids=lambda root: root.name)
def test_articles_one_by_one_give_what_all_together_give(root: Path) -> None:
    inputs, _ = read(root)
    made, problems = prove_all(inputs)
    assert (made.mentions, made.anchored, made.claims, set(problems)) == stage_by_stage(inputs)


def test_a_quote_that_another_article_has_is_hinted_at() -> None:
    inputs, _ = read(TESTS / "dossiers" / "every-rule")
    first, second, *_ = [task for task in tasks_of(inputs) if task.annotations]
    moved = second.annotations[0]
    left = (one for one in inputs.annotations if one is not moved)
    lost = replace(inputs, annotations=(*left, Annotation(first.source.id, moved.selector)))
    _, problems = prove_all(lost)
    assert any(second.source.id in one.hint for one in problems if one.code == "quote-not-found")


def test_a_proof_takes_nothing_from_other_articles() -> None:
    inputs, _ = read(TESTS / "dossiers" / "every-rule")
    common = common_of(inputs)
    assert not common.inputs.sources
    assert not common.inputs.annotations
    made, _ = prove_all(inputs)
    alone = [prove_alone_in(task, common_of(inputs)) for task in reversed(tasks_of(inputs))]
    assert tuple(claim for one in reversed(alone) for claim in one.claims) == made.claims
