"""Pictures of figures and days: where bars stand, and when there is nothing to draw."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from build_tools.findings import survey
from build_tools.model import Claim, DateValue, Modality, Qualifiers, Quantity, Stance
from build_tools.pages.parts import calendar
from build_tools.pages.parts.calendar import Calendar, calendar_of, months
from build_tools.pages.parts.charts import Axis, axis_of, bar_of, charts, ticks, with_key
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.view import View
from build_tools.values import parse_quantity
from build_tools.website.addresses import HOME
from build_tools.website.editions import EDITIONS
from build_tools.website.markdown import EMPTY, Markup
from tests.pages.small import CLAIMS, dossier


def quantity(words: str) -> Quantity:
    found = parse_quantity(words)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "shape", "start", "end", "point"),
    [
        ("143亿", "rounded", "142.5", "143.5", "143"),
        ("超过140亿", "open-right", "140", "200", None),
        ("没超过150亿", "open-left", "100", "150", None),
        ("数百亿", "range", "100", "1000", None),
    ],
)
def test_a_bar_shows_what_the_words_allow(
    words: str, shape: str, start: str, end: str, point: str | None
) -> None:
    scale = Decimal(10) ** 8
    bar = bar_of(quantity(words), Axis(100 * scale, 200 * scale))
    assert bar.css == shape
    assert (bar.start / scale, bar.end / scale) == (Decimal(start), Decimal(end))
    assert (bar.point and bar.point / scale) == (point and Decimal(point))


def test_an_axis_has_room_for_every_bar() -> None:
    axis = axis_of([quantity("143亿"), quantity("148亿")])
    assert axis is not None
    assert axis.low < Decimal("14250000000") < Decimal("14850000000") < axis.high
    assert axis_of([]) is None


@pytest.mark.parametrize(("low", "high"), [("0", "1"), ("138", "152"), ("-5", "5"), ("0.001", "0.002")])
def test_ticks_are_few_and_on_the_axis(low: str, high: str) -> None:
    found = ticks(Axis(Decimal(low), Decimal(high)))
    assert 2 <= len(found) <= 5
    assert all(Decimal(low) <= mark <= Decimal(high) for mark in found)


CONTEXT = Context(View(survey(dossier()), EDITIONS["en"]), HOME)


def drawn(*claims: Claim) -> str:
    return charts(CONTEXT, claims, "Price")


def given(words: str, said: Qualifiers | None = None) -> Claim:
    value = quantity(words)
    return replace(CLAIMS[0], value=value, raw=words, qualifiers=said or Qualifiers())


def test_a_row_a_claim_and_every_value_in_words() -> None:
    chart = drawn(given("143亿美元"), given("148亿美元", Qualifiers(modality=Modality.PLANNED)))
    assert re.findall(r'class="row( planned)?"', chart) == ["", " planned"]
    assert "US$14.3 billion" in chart
    assert "143亿美元" in chart
    assert "US$14.8 billion</strong>, planned" in chart


def test_a_denied_value_is_told_apart() -> None:
    chart = drawn(given("143亿美元"), given("148亿美元", Qualifiers(stance=Stance.DENIES)))
    assert 'class="row denied"' in chart
    assert "denied: <strong>US$14.8 billion" in chart


def test_values_that_are_all_the_same_need_no_chart() -> None:
    assert drawn(given("143亿美元"), given("143億美元")) == EMPTY
    assert drawn(given("143亿美元")) == EMPTY


def test_units_are_not_mixed() -> None:
    chart = drawn(given("143亿美元"), given("148亿美元"), given("30%"), given("40%"))
    assert chart.count('class="chart"') == 2


def day(edtf: str, first: date, last: date | None = None) -> DateValue:
    return DateValue(edtf, first, last or first)


def test_a_calendar_holds_all_days_of_two_years() -> None:
    days = [day("a", date(2024, 5, 3)), day("b", date(2025, 6, 12))]
    assert calendar_of(days) == Calendar(date(2024, 5, 1), date(2025, 6, 30))
    assert calendar_of([]) is None


def test_days_far_from_the_rest_stand_at_the_edge() -> None:
    near = [day(str(n), date(2025, n, 1)) for n in range(1, 9)]
    calendar = calendar_of([day("x", date(2009, 1, 1)), *near, day("y", date(2031, 1, 1))])
    assert calendar is not None
    assert (calendar.first, calendar.last) == (date(2025, 2, 1), date(2025, 7, 31))
    assert (calendar.at(date(2009, 1, 1)), calendar.at(date(2031, 1, 1))) == ("0.0%", "100.0%")


def test_months_have_room_for_their_names() -> None:
    assert len(months(date(2025, 1, 1), date(2025, 6, 30))) == 6
    assert len(months(date(2024, 1, 1), date(2025, 12, 31))) == 8
    assert months(date(2024, 11, 1), date(2025, 2, 5))[-1] == date(2025, 2, 1)


@pytest.mark.parametrize("last", [date(2020, 1, 1), date(2110, 1, 1), date(2900, 1, 1), date(9999, 12, 9)])
def test_an_axis_of_any_length_has_some_years_on_it(last: date) -> None:
    calendar = calendar_of([day("x", date(2010, 5, 3)), day("y", last)])
    assert calendar is not None
    assert 2 < len(months(calendar.first, calendar.last)) < 9


def ticks_in(edition: str, first: date, last: date) -> list[str]:
    shown = calendar._axis(Context(View(survey(dossier()), EDITIONS[edition]), HOME), Calendar(first, last))
    return re.findall(r'class="tick"[^>]*>([^<]*)<', shown)


def test_an_axis_names_its_year_once() -> None:
    assert ticks_in("en", date(2024, 10, 1), date(2025, 3, 31)) == ["Oct", "Nov", "Dec", "2025", "Feb", "Mar"]
    assert ticks_in("zh-Hans", date(2025, 3, 1), date(2025, 4, 30)) == ["2025年3月", "4月"]
    assert ticks_in("en", date(2026, 3, 1), date(2026, 3, 31)) == ["Mar 2026"]


def test_the_last_number_of_an_axis_stands_before_its_line() -> None:
    chart = drawn(*CLAIMS)
    ends = re.findall(r'class="tick end" style="--at:([\d.]+)%"', chart)
    others = re.findall(r'class="tick" style="--at:([\d.]+)%"', chart)
    assert ends
    assert all(float(each) > 70 for each in ends)
    assert others
    assert all(float(each) <= 70 for each in others)


def test_a_chart_says_how_it_is_read_and_nothing_needs_no_word() -> None:
    assert "an arrow has no end" in with_key(CONTEXT, Markup(drawn(*CLAIMS)))
    assert with_key(CONTEXT, Markup(drawn(CLAIMS[0]))) == EMPTY
