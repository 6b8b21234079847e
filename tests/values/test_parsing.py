"""A value as a contributor writes it: the words of the article, with or without what asserts nothing."""

from __future__ import annotations

import pytest

from build_tools.values import parse_date, parse_quantity, read_values


@pytest.mark.parametrize("text", ["短短8天后", "仅仅8天后", "only 8 days later", "8天后"])
def test_a_date_may_be_made_much_of(text: str) -> None:
    date = parse_date(text)
    assert date
    assert date.offset
    assert (date.offset.low, date.offset.high, date.offset.unit) == (8, 8, "day")


@pytest.mark.parametrize("text", ["高达20亿美元", "仅20亿美元", "Only 20亿美元", "20亿美元"])
def test_a_quantity_may_be_made_much_of(text: str) -> None:
    quantity = parse_quantity(text)
    assert quantity
    assert (str(quantity.value), quantity.unit) == ("2000000000", "USD")


@pytest.mark.parametrize("text", ["上任8天后", "8天后离职", "收购20亿美元", "", "高达"])
def test_other_words_make_it_no_value(text: str) -> None:
    assert parse_date(text) is None
    assert parse_quantity(text) is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on 3 May 2031", "2031-05-03"),
        ("in the early hours of 3 May 2031", "2031-05-03"),
        ("at 7:20 a.m.", "2031-06-20T07:20:00"),
        ("in March 2031", "2031-03"),
    ],
)
def test_a_date_may_have_its_preposition(text: str, edtf: str) -> None:
    date = parse_date(text, parse_date("2031-06-20"))
    assert date
    assert date.edtf == edtf


@pytest.mark.parametrize("text", ["not on 3 May 2031", "on 3 May 2031 he left", "in his 2031"])
def test_more_than_a_preposition_makes_it_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("He left Meta\n24 people stayed", "24 people"),
        ("in 2026.\n24 people came", "24 people"),
        ("Llama\n4 were sold", "4"),
    ],
)
def test_the_line_before_has_no_say(text: str, raw: str) -> None:
    assert raw in [value.raw for value in read_values(text)]
