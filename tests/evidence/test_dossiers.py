"""Three small dossiers: seeming disagreements, a conflict for each rule, and values that were overtaken."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from build_tools.evidence import fold_claims, judge, reconcile
from build_tools.evidence.proving.prove_article import prove
from build_tools.findings import survey
from build_tools.model import Build, Rule, Status
from build_tools.reading import read
from build_tools.text.anchoring import anchor
from build_tools.text.mentions import find_mentions
from tests.evidence.world import shown
from tests.exports.records import records

DOSSIERS = Path(__file__).parent.parent / "dossiers"


@cache
def build(name: str) -> Build:
    """A dossier of `tests/dossiers`, judged."""
    inputs, unread = read(DOSSIERS / name)
    mentions, ambiguous = find_mentions(inputs.sources, inputs.entities)
    anchored, orphans = anchor(inputs.annotations, inputs.sources)
    claims, unproven = prove(anchored, inputs, mentions)
    groups = fold_claims(claims)
    dossier, stale = judge(inputs, mentions, anchored, groups, reconcile(groups, inputs))
    return Build(dossier, (*unread, *ambiguous, *orphans, *unproven, *stale))


@pytest.mark.parametrize("folder", ["decoys", "english", "every-rule", "updates", "../..", "../broken/base"])
def test_what_proves_a_claim_are_words_of_its_quote(folder: str) -> None:
    for claim in build(folder).dossier.claims:
        inferred = bool(claim.inferred)
        assert inferred or any(claim.raw in part for part in claim.citation.quote), claim


def test_decoys_are_no_conflicts() -> None:
    made = build("decoys")
    assert made.problems == ()
    assert len(made.dossier.claims) == 25
    assert shown(made.dossier.conflicts) == "none"


def test_every_rule_finds_its_conflict() -> None:
    made = build("every-rule")
    assert made.problems == ()
    assert (
        shown(made.dossier.conflicts)
        == """\
budget-transfer.happened (denied)
  affirmed: first
  denied: second
fang-lan.role (role)
  chairman: second
  chief-executive: first
founder-stays (question)
  left: second
  stays: first
harbour.chief-executive (role)
  fang-lan chief-executive: first
  lu-zhou chief-executive: second
purchase-price (single-best-value)
  143亿美元: first, third
  148億美元: second
  fits: third
spending.sum (sum)
  128亿美元: first
  30亿美元 + 40亿美元: first
tide-release.after.tide-training (order)
  tide-release 2031-05: first
  tide-release 2031-06-20: second
  tide-training 2031-07: third
tide-release.date (single-best-value)
  2031-05: first
  2031-06-20: second"""
    )
    assert {conflict.rule for conflict in made.dossier.conflicts} == set(Rule)


def test_a_series_is_no_conflict_and_an_overtaken_judgement_is_told() -> None:
    made = build("updates")
    assert (
        shown(made.dossier.conflicts)
        == """\
pier-cost (single-best-value)
  5亿美元: spring
  7億美元: autumn"""
    )
    conflict = made.dossier.conflicts[0]
    assert conflict.status is Status.OPEN
    assert [claim.raw for claim in conflict.unseen] == ["7億美元"]
    assert [(problem.code, problem.message) for problem in made.problems] == [
        ("judgement-stale", "since the judgement: autumn says 7億美元")
    ]


def test_the_export_says_who_stands_where() -> None:
    dossier = build("every-rule").dossier
    rows = {row["id"]: row for row in records("conflicts", survey(dossier))}
    price = rows["purchase-price"]
    claims = {claim.id: claim for claim in dossier.claims}
    assert price["in_words"] == "143亿美元 and 148億美元 differ by 3.5 %; no rounding reconciles them"
    assert rows["founder-stays"]["in_words"] == "left and stays differ"
    assert rows["budget-transfer.happened"]["in_words"] == "one says it is so, the other denies it"
    assert price["question"] == "who-paid-what"
    assert price["status"] == "explained"
    assert price["reason"] == "The first report is older than the announcement."
    assert [(side["value"], side["unit"], side["sources"], side["articles"]) for side in price["sides"]] == [
        ("14300000000", "USD", ["first", "third"], 2),
        ("14800000000", "USD", ["second"], 1),
    ]
    assert [claims[id].raw for id in price["fits_both"]] == ["超过140亿美元"]
    assert [claims[id].raw for side in price["sides"] for id in side["claims"]] == [
        "143亿美元",
        "143亿美元",
        "148億美元",
    ]
