"""A variant is judged by what the check finds anew, and the check over one article is the whole check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from build_tools.attack import KINDS, Outcome
from build_tools.attack.trying import Trial
from build_tools.attack.variants import Variant
from build_tools.evidence.proving.prove_article import prove
from build_tools.model import Annotation, Dossier
from build_tools.problem import Problem
from build_tools.text.anchoring import anchor
from tests.attack.stories import dossier, scenes, trial

ARTICLES = [
    ("every-rule", "first"),
    ("every-rule", "second"),
    ("decoys", "december-paper"),
    ("english", "saltmere-gazette-2025-03-07"),
]
EACH = 8


def found_by_all(made: Dossier, source: str, old: Annotation, new: Annotation) -> set[Problem]:
    """What the stages find in the annotations of an article, where one is another.

    Whom the dossier credits at all is that of the dossier as it is.
    """
    given = [new if one == old else one for one in made.inputs.annotations]
    anchored, orphans = anchor(given, made.inputs.sources)
    _, unproven = prove(anchored, made.inputs, made.mentions)
    return {replace(one, hint="") for one in (*orphans, *unproven) if f"/{source}/" in one.origin.path}


def some_variants(name: str, source: str) -> Iterator[tuple[int, Annotation, Variant]]:
    """A few variants of each kind, with the annotation that each is of."""
    for kind in KINDS:
        made = [
            (at, one.annotation, variant)
            for at, one in enumerate(scenes(name, source))
            for variant in kind.make(one)
        ]
        yield from made[::EACH]


@pytest.mark.parametrize(("name", "source"), ARTICLES, ids=[source for _, source in ARTICLES])
def test_the_check_over_one_article_finds_what_the_whole_check_finds(name: str, source: str) -> None:
    made, tried, number = dossier(name), trial(name, source), 0
    for at, old, variant in some_variants(name, source):
        known = tried.problems(at, variant.annotation)
        found = {Problem(place, code, message, severity=how) for place, code, message, how in known}
        assert found == found_by_all(made, source, old, variant.annotation), variant.change
        number += 1
    assert number > 10


def changed(tried: Trial, at: int, text: str) -> Variant:
    """A variant with another text for the first value of an annotation."""
    whole = tried.anchored[at].annotation
    first, *others = whole.claims
    value = replace(first.value, text=text)  # type: ignore[type-var]
    return Variant(replace(whole, claims=(replace(first, value=value), *others)), whole, whole.origin, "")


def test_a_value_that_the_quote_does_not_give_is_stopped() -> None:
    tried = trial("every-rule", "first")
    assert tried.outcome(0, changed(tried, 0, "148亿美元")) is Outcome.STOPPED


def test_a_value_in_other_words_survives() -> None:
    tried = trial("every-rule", "first")
    assert tried.outcome(0, changed(tried, 0, "14300000000 USD")) is Outcome.SURVIVED


def test_a_translation_that_is_lost_is_warned_of() -> None:
    tried = trial("every-rule", "first")
    whole = tried.anchored[0].annotation
    bare = replace(whole, translation=replace(whole.translation, en=""))
    assert tried.outcome(0, Variant(bare, whole, whole.origin, "")) is Outcome.WARNED


def test_what_was_wrong_before_is_not_found_anew() -> None:
    tried = trial("every-rule", "first")
    whole = tried.anchored[0].annotation
    bare = replace(whole, translation=replace(whole.translation, en=""))
    assert tried.outcome(0, Variant(bare, bare, whole.origin, "")) is Outcome.SURVIVED


def test_a_quote_that_another_annotation_has_is_known() -> None:
    tried = trial("every-rule", "first")
    whole, other = tried.anchored[0].annotation, tried.anchored[1].annotation
    same = replace(whole, selector=other.selector)
    assert "duplicate-quote" in {code for _, code, _, _ in tried.problems(0, same)}
