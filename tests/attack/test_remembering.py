"""What is remembered between variants changes no outcome: each is as if all were proven anew."""

from __future__ import annotations

from functools import cache

import pytest

from build_tools.attack import KINDS
from build_tools.attack.variants import Variant
from build_tools.evidence.proving.prove_article import prove_annotation, settle
from build_tools.evidence.proving.quoted_passage import passage_of
from build_tools.model import Annotation, Claim
from build_tools.text.anchoring import anchor
from tests.attack.stories import scenes, trial

ARTICLES = [("english", "northgate-wire-2025-03-04"), ("dam", "continental-2029-03-11")]


@cache
def as_they_are(name: str, source: str) -> tuple[tuple[Claim, ...], ...]:
    """The claims of each annotation."""
    tried = trial(name, source)
    pairs = zip(tried.anchored, tried.passages, strict=True)
    return tuple(prove_annotation(one, passage, tried.inputs)[0] for one, passage in pairs)


def anew(name: str, source: str, at: int, changed: Annotation) -> set[tuple[str, str, str]]:
    """What is wrong with an article where one annotation is another, which is anchored and proven afresh."""
    tried = trial(name, source)
    given = [changed if place == at else one.annotation for place, one in enumerate(tried.anchored)]
    placed, orphans = anchor(given, {tried.source: tried.inputs.sources[tried.source]})
    problems = list(orphans)
    claims = [claim for place, each in enumerate(as_they_are(name, source)) if place != at for claim in each]
    for one in placed:
        if one.annotation is changed:
            proven, wrong = prove_annotation(one, passage_of(one, tried.articles), tried.inputs)
            claims += proven
            problems += wrong
    return {(str(one.origin), one.code, one.message) for one in (*problems, *settle(claims)[1])}


def variants(name: str, source: str) -> list[tuple[int, Variant]]:
    return [
        (at, variant)
        for at, scene in enumerate(scenes(name, source))
        for kind in KINDS
        for variant in kind.make(scene)
    ]


@pytest.mark.parametrize(("name", "source"), ARTICLES)
def test_a_variant_has_the_problems_that_it_has_anew(name: str, source: str) -> None:
    tried, made = trial(name, source), variants(name, source)
    assert made
    for at, variant in made:
        found = {
            (str(origin), code, message)
            for origin, code, message, _ in tried.problems(at, variant.annotation)
        }
        assert found == anew(name, source, at, variant.annotation), variant.change
