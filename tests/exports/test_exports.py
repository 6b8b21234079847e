"""The JSON-lines contracts: what stands in them, exactly."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from build_tools.evidence import fold_claims, judge, reconcile
from build_tools.exports import EXPORTS
from build_tools.exports.json_lines import json_line, local_text
from build_tools.findings import survey
from build_tools.model import Dossier, LocalText
from build_tools.text.anchoring import anchor
from build_tools.text.mentions import find_mentions
from tests.checked import DOSSIERS, surveyed
from tests.evidence.papers import lay_out, prove_all
from tests.evidence.world import tell
from tests.exports.records import records

CASE = """今年6月12日,海港公司拟以超过140亿美元收购群岛软件49%的股份。
知情人士称,海港公司有数百人,首席执行官是林岸。
---
- quote:
    - 今年6月12日,海港公司拟以超过140亿美元收购群岛软件
    - 的股份
  translation:
    en: On 12 June this year Harbour planned to buy for over $14bn a share of Archipelago
    zh: 同上
  claims:
    - price: {value: 超过140亿美元, modality: planned}
    - purchase: {date: 今年6月12日, modality: planned}
- quote: 知情人士称,海港公司有数百人,首席执行官是林岸
  translation: Insiders say that Harbour has hundreds of people and that its chief executive is Lin An
  said_by: insiders
  claims:
    - staff: 数百人
    - lin-an: {role: chief-executive, at: harbour, note: so they say}
    - harbour:
        account:
          en: Lin An leads it.
          zh: 由林岸领导。
    - strike: {stance: denies, inferred: {subject: nobody strikes here, stance: they work on}}
    - stayed: {answer: stayed, inferred: he leads it}
"""
FIELDS = """
id source quote start end line page kind subject property type raw value low high low_open high_open unit
qualifier edtf earliest latest stance modality said_by via period as_of at inferred proof note translation
from until since was drafted_by read_by address before after
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    inputs = lay_out(tmp_path, CASE)
    mentions, _ = find_mentions(inputs.sources, inputs.entities)
    anchored, _ = anchor(inputs.annotations, inputs.sources)
    claims, problems = prove_all(inputs)
    assert not problems
    groups = fold_claims(claims)
    return judge(inputs, mentions, anchored, groups, reconcile(groups, inputs))[0]


def claim_of(subject: str, dossier: Dossier) -> dict[str, object]:
    """The one line that says something of a subject."""
    (found,) = (row for row in records("claims", survey(dossier)) if row["subject"] == subject)
    return found


def test_the_formats_by_name() -> None:
    records = "sources claims conflicts entities series withdrawn findings sqlite"
    tables = "claims-csv figures-csv events-csv sources-csv"
    others = "csl bibtex ris annotations statements proofs okf llms"
    assert [one.name for one in EXPORTS] == f"{records} {tables} {others}".split()


def test_every_claim_has_the_same_fields(dossier: Dossier) -> None:
    found = records("claims", survey(dossier))
    assert len(found) == 7
    assert all(list(row) == FIELDS.split() for row in found)


def test_the_claims_come_in_the_order_of_the_article(dossier: Dossier) -> None:
    starts = [int(str(row["start"])) for row in records("claims", survey(dossier))]
    assert starts == sorted(starts)


def test_a_quantity(dossier: Dossier) -> None:
    row = claim_of("price", dossier)
    quote = "今年6月12日,海港公司拟以超过140亿美元收购群岛软件"
    expected = {
        "source": "paper",
        "quote": [quote, "的股份"],
        "start": 0,
        "end": CASE.index("的股份") + 3,
        "line": 1,
        "page": None,
        "kind": "figure",
        "subject": "price",
        "property": "value",
        "type": "quantity",
        "raw": "超过140亿美元",
        "value": "14000000000",
        "low": "14000000000",
        "high": None,
        "low_open": True,
        "high_open": False,
        "unit": "USD",
        "qualifier": "over",
        "edtf": None,
        "stance": "affirms",
        "modality": "planned",
        "said_by": None,
        "inferred": None,
        "note": None,
        "translation": "On 12 June this year Harbour planned to buy for over $14bn a share of Archipelago",
    }
    assert {key: row[key] for key in expected} == expected


def test_a_date(dossier: Dossier) -> None:
    row = claim_of("purchase", dossier)
    names = ("type", "raw", "value", "edtf", "earliest", "latest", "low", "unit")
    assert [row[name] for name in names] == [
        "date",
        "今年6月12日",
        "2031-06-12",
        "2031-06-12",
        "2031-06-12",
        "2031-06-12",
        None,
        None,
    ]


def test_a_vague_count_a_role_an_account_a_denial_and_an_answer(dossier: Dossier) -> None:
    staff, role, account, strike, answer = (
        claim_of(id, dossier) for id in ("staff", "lin-an", "harbour", "strike", "stayed")
    )
    assert (staff["value"], staff["low"], staff["high"], staff["high_open"]) == (None, "100", "1000", True)
    assert (role["value"], role["raw"], role["at"], role["said_by"]) == (
        "chief-executive",
        "首席执行官",
        "harbour",
        "insiders",
    )
    assert role["note"] == "so they say"
    assert role["quote"] == "知情人士称,海港公司有数百人,首席执行官是林岸"
    assert (account["type"], account["value"]) == ("text", {"en": "Lin An leads it.", "zh": "由林岸领导。"})
    assert (strike["property"], strike["type"], strike["value"], strike["stance"]) == (
        None,
        None,
        None,
        "denies",
    )
    assert strike["inferred"] == {"subject": "nobody strikes here", "stance": "they work on"}
    assert (answer["kind"], answer["property"], answer["value"]) == ("question", "answer", "stayed")


def test_what_is_not_given_is_null() -> None:
    told = tell("first: cut.date = 8天后\nfirst: staff = 600人; as_of 2025年6月; period 2024年")
    dossier = Dossier(told.inputs, (), (), fold_claims(told.claims), ())
    date, staff = records("claims", survey(dossier))
    names = ("raw", "value", "edtf", "earliest", "latest", "as_of", "period", "translation")
    assert [date[name] for name in names] == ["8天后", *[None] * 7]
    assert [staff[name] for name in names] == ["600人", "600", None, None, None, "2025-06", "2024", None]


def test_every_occurrence_of_a_name_is_where_it_is_said_to_be(dossier: Dossier) -> None:
    article = CASE.split("---")[0]
    found = {str(row["id"]): row for row in records("entities", survey(dossier))}
    assert list(found) == sorted(found)
    assert found["harbour"]["kind"] == "organisation"
    assert found["harbour"]["aliases"] == ["海港公司", "Harbour"]
    mentions = found["harbour"]["mentions"]
    assert isinstance(mentions, list)
    assert [(one["source"], article[one["start"] : one["end"]], one["raw"]) for one in mentions] == [
        ("paper", "海港公司", "海港公司")
    ] * 2
    assert found["price"]["mentions"] == []
    assert found["stayed"]["label"] == "Did he stay?"


def test_numbers_are_exact_and_plain() -> None:
    line = json_line(
        {"a": Decimal("1.43E+10"), "b": Decimal("0.10"), "c": 3, "d": [Decimal("2")], "e": {"f": True}}
    )
    assert line == '{"a": "14300000000", "b": "0.1", "c": 3, "d": ["2"], "e": {"f": true}}'


def test_words_of_ours() -> None:
    assert local_text(None) is None
    assert local_text(LocalText()) is None
    assert local_text(LocalText(every="so")) == "so"
    assert local_text(LocalText(zh="是")) == "是"
    assert local_text(LocalText(en="yes", zh="是")) == {"en": "yes", "zh": "是"}


def test_a_conflict_in_words_is_between_values_that_cannot_both_be_right() -> None:
    told = tell("first: price = 140亿美元\nsecond: price = 143亿美元\nthird: price = 148亿美元")
    dossier = Dossier(told.inputs, (), (), fold_claims(told.claims), told.conflicts)
    (row,) = records("conflicts", survey(dossier))
    assert row["in_words"] == "140亿美元 and 148亿美元 differ by 5.7 %; no rounding reconciles them"
    assert [(side["label"], side["sources"], side["witnesses"]) for side in row["sides"]] == [
        ("140亿美元", ["first"], 1),
        ("143亿美元", ["second"], 1),
        ("148亿美元", ["third"], 1),
    ]


def test_a_denial_in_words_comes_after_what_it_denies() -> None:
    told = tell("first: not cut\nsecond: not cut\nthird: cut")
    dossier = Dossier(told.inputs, (), (), fold_claims(told.claims), told.conflicts)
    (row,) = records("conflicts", survey(dossier))
    assert row["in_words"] == "one says it is so, the other denies it"


def test_a_side_counts_articles_publishers_and_origins_that_are_known_apart() -> None:
    lines = (
        "first: price = 143亿美元\nsecond: price = 143亿美元\n"
        "third: price = 148亿美元; via wire\nfourth: price = 148亿美元; via wire\n"
        "fifth: price = 153亿美元\nfifth: price = 148亿美元"
    )
    told = tell(lines)
    dossier = Dossier(told.inputs, (), (), fold_claims(told.claims), told.conflicts)
    (row,) = records("conflicts", survey(dossier))
    counts = {
        side["label"]: [side[name] for name in ("articles", "publishers", "witnesses")]
        for side in row["sides"]
    }
    assert counts == {"143亿美元": [2, 2, None], "148亿美元": [2, 2, 1], "153亿美元": [0, 0, None]}
    assert row["gives_both"] == ["fifth"]
    assert row["unread"] == row["silent"] == []
    assert row["clashes"] == [
        ["148亿美元", "143亿美元"],
        ["148亿美元", "153亿美元"],
        ["143亿美元", "153亿美元"],
    ]


def test_the_steps_of_a_figure_that_moves() -> None:
    found = surveyed(DOSSIERS / "disaster")
    steps = records("series", found)
    deaths = [step for step in steps if step["figure"] == "deaths"]
    assert [step["value"] for step in deaths if step["leads"]] == ["33"]
    taken_back = [step for step in deaths if step["withdrawn_by"]]
    assert sorted(step["value"] for step in taken_back) == ["36", "42"]
    first = deaths[0]
    assert (first["low"], first["high"], first["qualifier"]) == ("1", None, "at_least")
    assert (first["as_of"], first["assumed"]) == ("2031-11-18T19:05:00+05:00", True)
    assert {step["series"] for step in steps} == {"tally", "level"}
