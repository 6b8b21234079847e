"""Whom a disagreement concerns, and how articles of one publisher are told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.evidence import fold_claims
from build_tools.findings import survey
from build_tools.findings.passages import how_named
from build_tools.model import Dossier, EntityId, Figure, NamedBy
from build_tools.values import parse_edtf
from tests.evidence.world import a_source, a_world, say, tell


def concerned(lines: str, measured: str = "") -> set[str]:
    """Whom the one disagreement of some lines concerns; the price measures something."""
    told = tell(lines)
    price = told.inputs.entities[EntityId("price")]
    assert isinstance(price, Figure)
    of = replace(price, of=EntityId(measured)) if measured else price
    inputs = replace(told.inputs, entities={**told.inputs.entities, price.id: of})
    found = survey(Dossier(inputs, (), (), fold_claims(told.claims), told.conflicts))
    return {str(id) for id, conflicts in found.disputes.items() if conflicts}


@pytest.mark.parametrize(
    ("lines", "measured", "whom"),
    [
        ("first: price = 143亿美元\nsecond: price = 148亿美元", "", {"price"}),
        ("first: price = 143亿美元\nsecond: price = 148亿美元", "acme", {"price", "acme"}),
        (
            "first: price = 143亿美元\nsecond: price = 148亿美元\nfirst: cut.participant = bolt",
            "cut",
            {"price", "cut", "bolt"},
        ),
        (
            "first: price = 143亿美元\nsecond: price = 148亿美元\nfirst: cut.participant != bolt",
            "cut",
            {"price", "cut"},
        ),
        ("first: cut\nsecond: not cut\nfirst: cut.participant = bolt", "", {"cut", "bolt"}),
        (
            "first: ann.role = ceo; at acme\nsecond: ben.role = ceo; at acme",
            "",
            {"ann", "ben", "acme"},
        ),
    ],
)
def test_a_disagreement_concerns_what_it_measures_happens_to_or_is_held_at(
    lines: str, measured: str, whom: set[str]
) -> None:
    assert concerned(lines, measured) == whom


@pytest.mark.parametrize(
    ("publishers", "days", "how"),
    [
        (("a", "b"), ("2025-06-01", "2025-06-01"), NamedBy.PUBLISHER),
        (("a", "a"), ("2025-06-01", "2025-06-02"), NamedBy.DAY),
        (("a", "a"), ("2024-06-01", "2025-06-01"), NamedBy.DATE),
        (("a", "a"), ("2025-06-01", "2025-06-01"), NamedBy.WORDS),
        (("a", "a"), ("2025-06", "2025-06-01"), NamedBy.WORDS),
        (("晨報", "晨报"), ("2025-06-01", "2025-06-02"), NamedBy.DAY),
    ],
)
def test_articles_of_one_publisher_have_a_day_or_words(
    publishers: tuple[str, ...], days: tuple[str, ...], how: NamedBy
) -> None:
    sources = []
    for id, publisher, day in zip(("first", "second"), publishers, days, strict=True):
        published = parse_edtf(day)
        assert published is not None
        sources.append(replace(a_source(id), publisher=say(publisher), published=published))
    assert set(how_named(a_world(sources)).values()) == {how}
