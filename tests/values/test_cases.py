"""The specification of reading, comparing and showing, in `tests/cases/values-*.md`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from build_tools.model import DateValue, Quantity
from build_tools.values import (
    compare,
    parse_date,
    parse_edtf,
    parse_quantity,
    read_quantities,
    read_values,
    show_date,
    show_quantity,
)
from build_tools.values.zones import told_in
from tests.cases import Case, read_cases
from tests.values.notation import describe, describe_interval

LOCALES = ("en", "zh-Hans", "zh-Hant")


def lines(case: Case) -> Iterator[tuple[str, str]]:
    return zip(case.input.splitlines(), case.expected.splitlines(), strict=True)


def reading(values: tuple[Quantity, ...] | tuple[Quantity | DateValue, ...]) -> str:
    return "; ".join(f"{value.raw} = {describe(value)}" for value in values) or "-"


def value_of(text: str) -> Quantity | DateValue:
    value = parse_date(text.strip()) or parse_quantity(text.strip())
    assert value, text
    return value


@pytest.mark.parametrize(
    "case",
    [*read_cases("values-quantities"), *read_cases("values-not-figures"), *read_cases("values-large")],
    ids=str,
)
def test_quantities(case: Case) -> None:
    for text, expected in lines(case):
        assert reading(read_quantities(text)) == expected, text


@pytest.mark.parametrize("case", read_cases("values-intervals"), ids=str)
def test_intervals(case: Case) -> None:
    for text, expected in lines(case):
        quantity = parse_quantity(text)
        assert quantity, text
        found = f"{describe_interval(quantity.tight)} {describe_interval(quantity.loose)}"
        assert found == expected, text


@pytest.mark.parametrize("case", read_cases("values-compare"), ids=str)
def test_verdicts(case: Case) -> None:
    for text, expected in lines(case):
        a, b = map(value_of, text.split("|"))
        assert compare(a, b).value == expected, text
        assert compare(b, a).value == expected, f"{text}, the other way round"


@pytest.mark.parametrize(
    "case",
    [
        *read_cases("values-dates"),
        *read_cases("values-hours"),
        *read_cases("values-direction"),
        *read_cases("values-news"),
    ],
    ids=str,
)
def test_dates(case: Case) -> None:
    day, *zone = case.input.splitlines()[0].removeprefix("published ").split()
    published = parse_edtf(day)
    published = told_in(published, zone[0]) if published and zone else published
    for text, expected in zip(case.input.splitlines()[1:], case.expected.splitlines(), strict=True):
        assert reading(read_values(text, published)) == expected, text


@pytest.mark.parametrize("case", read_cases("values-display"), ids=str)
def test_display(case: Case) -> None:
    for text, expected in lines(case):
        value = value_of(text)
        shown = [
            show_quantity(value, locale) if isinstance(value, Quantity) else show_date(value, locale)
            for locale in LOCALES
        ]
        assert " | ".join(shown) == expected, text
