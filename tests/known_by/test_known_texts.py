"""What was known of an article that was changed: the text of the time, and no quote of a later one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from build_tools.known_by.known_by import known_by
from build_tools.model import Claim, DateValue, Inputs, SourceId, Version
from build_tools.pipeline import build
from build_tools.problem import Severity
from build_tools.reading import read
from build_tools.values import parse_edtf

DISASTER = Path(__file__).parents[1] / "dossiers" / "disaster"
WIRE = SourceId("meridian-18-2215")
FIRST, SECOND, THIRD = "2031-11-18", "2031-11-20", "2031-11-25"


def moment(text: str) -> DateValue:
    found = parse_edtf(text)
    assert found
    return found


@cache
def changed() -> Inputs:
    """The wire's 42 is the newest text: it said 24 at first, and then 42 with 17 missing left out."""
    inputs, _ = read(DISASTER)
    source = inputs.sources[WIRE]
    first = source.text.replace("has risen to 42", "has risen to 24")
    second = source.text.replace("Seventeen people were missing and 168 were injured, she said.", "")
    versions = (Version(FIRST, first), Version(SECOND, second))
    assert len({first, second, source.text}) == 3
    newest = replace(source, versions=versions, retrieved=THIRD)
    return replace(inputs, sources={**inputs.sources, WIRE: newest})


def said(text: str) -> list[Claim]:
    made = build(known_by(changed(), moment(text)))
    assert not [one for one in made.problems if one.severity is Severity.ERROR]
    return [one for one in made.dossier.claims if one.citation.source == WIRE]


@pytest.mark.parametrize(
    ("text", "deaths", "missing"),
    [
        ("2031-11-19", [], ["Seventeen people"]),
        ("2031-11-20", ["42"], []),
        ("2031-11-24", ["42"], []),
        ("2031-11-25", ["42"], ["Seventeen people"]),
    ],
)
def test_a_quote_counts_once_its_text_was_received(text: str, deaths: list[str], missing: list[str]) -> None:
    claims = said(text)
    assert [one.raw for one in claims if one.subject == "deaths"] == deaths
    assert [one.raw for one in claims if one.subject == "missing"] == missing


def test_before_any_text_was_received_it_is_the_first() -> None:
    source = changed().sources[WIRE]
    later = replace(source, versions=(replace(source.versions[0], day=SECOND),))
    inputs = replace(changed(), sources={**changed().sources, WIRE: later})
    then = known_by(inputs, moment("2031-11-19"))
    assert then.sources[WIRE].text == source.versions[0].text
    assert then.sources[WIRE].versions == ()


def test_what_a_text_said_then_counts_again_at_its_time() -> None:
    (quoted,) = (
        one
        for one in changed().annotations
        if one.source == WIRE and any(claim.subject.text == "missing" for claim in one.claims)
    )
    gone = replace(quoted, version=FIRST)
    rest = tuple(one for one in changed().annotations if one is not quoted)
    inputs = replace(changed(), annotations=rest, earlier=(gone,))
    at_first, later = (build(known_by(inputs, moment(text))) for text in ("2031-11-19", "2031-11-21"))
    assert any(one.subject == "missing" for one in _of_wire(at_first.dossier.claims))
    assert not any(one.subject == "missing" for one in _of_wire(later.dossier.claims))
    assert [one.anchored.annotation.version for one in later.dossier.withdrawn] == [FIRST]


def _of_wire(claims: tuple[Claim, ...]) -> list[Claim]:
    return [one for one in claims if one.citation.source == WIRE]
