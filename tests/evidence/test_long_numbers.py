"""Numbers of quotations that the tool does not read, beside their translations."""

from __future__ import annotations

import pytest

from build_tools.evidence.proving.unread_languages import long_numbers_lost

RIGHT = [
    ("En 2024, douze personnes", "In 2024, twelve people"),
    ("1 500 000 électeurs", "1.5 million voters"),
    ("1,5 million d’électeurs en 2019", "1,500,000 voters in 2019"),
    ("12.450 Euro am 12.06.2024", "€12,450 on 12 June 2024"),
    ("à 19h30 le 3 mai", "at 7:30 p.m. on 3 May"),
    ("２０２４年に1200人", "1,200 people in 2024"),
    ("CHF 4’250", "4,250 francs"),
    ("令和7年に300人", "three hundred people in 2025"),
    ("0,125 % du total", "0.125% of the total"),
]


@pytest.mark.parametrize(("quote", "english"), RIGHT)
def test_a_right_translation_loses_none(quote: str, english: str) -> None:
    assert long_numbers_lost(quote, english) == []


@pytest.mark.parametrize(
    ("quote", "english", "lost"),
    [
        ("En 2024, 1 215 voix", "1,215 votes in 2014", ["2024"]),
        ("12.450 Euro", "€12,540", ["12.450"]),
        ("1 250 000 voix", "about a million votes", ["1 250 000"]),
        ("2024年に1234人", "some people", ["2024", "1234"]),
    ],
)
def test_one_that_leaves_them_out_or_changes_them_does(quote: str, english: str, lost: list[str]) -> None:
    assert long_numbers_lost(quote, english) == lost
