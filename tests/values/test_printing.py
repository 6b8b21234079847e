"""The record of a reading, which programs rely on."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from build_tools.values import parse_edtf, read_all, read_values, reading_record
from build_tools.values.printing import plain_number


def test_a_quantity_has_these_fields_in_this_order() -> None:
    (quantity,) = read_values("市值超过140亿美元。")
    record = reading_record(quantity)
    assert list(record) == [
        *("kind", "start", "end", "raw", "value", "low", "high"),
        *("low_open", "high_open", "unit", "assumed", "qualifier"),
    ]
    assert record == {
        "kind": "quantity",
        "start": 2,
        "end": 10,
        "raw": "超过140亿美元",
        "value": "14000000000",
        "low": "14000000000",
        "high": None,
        "low_open": True,
        "high_open": False,
        "unit": "USD",
        "assumed": False,
        "qualifier": "over",
    }


def test_a_date_has_these_fields() -> None:
    (date,) = read_values("今年夏天", parse_edtf("2025-12~"))
    assert reading_record(date) == {
        "kind": "date",
        "start": 0,
        "end": 4,
        "raw": "今年夏天",
        "edtf": "2025-22",
        "earliest": "2025-06-01",
        "latest": "2025-08-31",
        "anchor": None,
        "offset": None,
    }


def test_a_date_that_counts_from_an_event_says_how_far() -> None:
    (date,) = read_values("两三周后")
    record = reading_record(date)
    assert (record["edtf"], record["earliest"], record["latest"]) == (None, None, None)
    assert (record["anchor"], record["offset"]) == ("unresolved", {"low": 2, "high": 3, "unit": "week"})


def test_a_date_that_publication_would_date_has_nulls() -> None:
    (date,) = read_values("今年")
    record = reading_record(date)
    assert {record[key] for key in ("edtf", "earliest", "latest", "anchor", "offset")} == {None}


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("1.43E+10", "14300000000"),
        ("14.30", "14.3"),
        ("-0", "0"),
        ("0.000001", "0.000001"),
        ("1E+30", "1" + "0" * 30),
    ],
)
def test_numbers_are_plain_and_exact(number: str, printed: str) -> None:
    assert plain_number(Decimal(number)) == printed
    assert json.loads(json.dumps(plain_number(Decimal(number)))) == printed


def test_a_unit_alone_has_no_value_and_is_no_figure() -> None:
    assert not read_values("按人民币计算的percentage")
    assert [
        (reading_record(one)["unit"], reading_record(one)["value"])
        for one in read_all("按人民币计算的percentage")
    ] == [
        ("CNY", None),
        ("%", None),
    ]
