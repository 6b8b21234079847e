"""A figure that moves, as its page and the home page show it; the hours of a timeline."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

from build_tools.model import Dossier
from build_tools.pages import make_pages
from build_tools.website.editions import EDITIONS
from tests.checked import DOSSIERS, checked, surveyed

DISASTER = DOSSIERS / "disaster"


def disaster() -> Dossier:
    return checked(DISASTER).dossier


@cache
def pages(edition: str = "en") -> dict[str, str]:
    """The text of each page of the disaster by its address."""
    made = make_pages(surveyed(DISASTER), EDITIONS[edition], "")
    return {page.address: page.body for page in made}


def plain(markup: str) -> str:
    """Words without markup and footnotes."""
    words = re.sub(r"\[\^[^\]]+\]|<[^>]+>|\*\*|\]\([^)]*\)(?:\{[^}]*\})?|\[", " ", markup)
    spaced = " ".join(unescape(words.replace("\\", "")).split())
    return re.sub(r" (?=[:,.)])", "", spaced)


def test_the_newest_leads_and_what_it_was_is_beside_it() -> None:
    shown = plain(pages()["figures/deaths.md"])
    was = "was at least 1 person, 5 people, 11 people, at least 22 people, 24 people, 31 people."
    assert re.search(rf"Newest: 33 people \(as of [^)]*UTC\+5\), {was}", shown)
    assert "42 people (as of" not in shown


def test_the_home_page_has_the_newest_of_each_figure_that_moved() -> None:
    home = plain(pages()["index.md"]).partition("Numbers that move")[2].partition("What they agree on")[0]
    assert re.search(r"People dead: 33 people \(.*?\), was at least 1 person, 5 people, 11 people", home)
    assert re.search(r"People missing: 4 people \(.*?\), was 30 people, 17 people, 9 people", home)
    assert "taken from their homes" not in home


def test_what_was_overtaken_is_no_agreement() -> None:
    agreed = plain(pages()["agreed.md"])
    assert "11 people" not in agreed
    assert "about 900 people" in agreed


def test_the_chart_goes_latest_first_and_strikes_what_was_taken_back() -> None:
    chart = pages()["figures/deaths.md"].partition('class="chart steps"')[2].partition('class="axis"')[0]
    rows = [plain(row) for row in chart.split('<div class="row')[1:]]
    found = [re.search(r"((?:at least )?\d+ (?:people|person)),", row) for row in rows]
    numbers = [each[1] for each in found if each]
    assert numbers[0] == "33 people"
    assert numbers[-2:] == ["5 people", "at least 1 person"]
    assert set(re.findall(r"<del>.*?(\d+) people", chart)) == {"36", "42"}
    assert "taken back in Meridian Wire, 19 Nov 04:40" in plain(chart)


def test_a_value_without_an_order_may_be_an_update() -> None:
    chart = plain(
        pages()["figures/injured.md"].partition('class="chart steps"')[2].partition('class="axis"')[0]
    )
    assert chart.count("may be an update of") == 1
    assert "may be an update of 196 people" in chart


def test_the_claims_are_in_the_table_latest_first() -> None:
    table = plain(pages()["figures/missing.md"].partition("What each article says")[2])
    places = [table.index(f" {number} people") for number in (4, 9, 17, 30)]
    assert places == sorted(places)


def test_times_of_three_zones_are_shown_in_that_of_the_story() -> None:
    shown = plain(pages()["events/explosion.md"])
    assert "18 November 2031, 18:07 UTC+5" in shown
    when = shown.partition("{ #when }")[2].partition("{ #")[0]
    assert "18:09 UTC+5" in when
    assert ("UTC " in when, "UTC−5" in when) == (False, False)


def test_a_short_story_is_drawn_hour_by_hour() -> None:
    axis = pages()["timeline.md"].partition('class="axis"')[2].partition("</div>")[0]
    assert re.findall(r">([^<>]+)</span>", axis)[:4] == [
        "18 Nov",
        "06:00",
        "12:00",
        "18:00",
    ]
    assert 'id="hours"' not in pages()["timeline.md"]


def test_a_figure_without_a_series_keeps_its_chart() -> None:
    stored = pages()["figures/stored.md"]
    assert "The numbers side by side" in stored
    assert 'class="chart steps"' not in stored


def test_the_page_is_in_chinese_too() -> None:
    shown = plain(pages("zh-Hant")["figures/deaths.md"]).replace(" ", "")
    assert "最新：33人" in shown
    assert "此前為至少1人、5人、11人" in shown


def test_the_night_of_a_longer_story_is_opened_into_its_hours() -> None:
    found = surveyed(DOSSIERS / "night")
    made = make_pages(found, EDITIONS["en"], "")
    shown = next(page.body for page in made if page.address == "timeline.md")
    whole, _, hours = shown.partition("{ #hours }")
    assert "03:00" in hours.partition('class="axis"')[2] or "06:00" in hours.partition('class="axis"')[2]
    assert "The second bulletin of the hospital" in plain(hours)
    assert re.findall(r"[AP]?\d\d:00</span>", whole) == []
    ids = re.findall(r'id="(e-[\w-]+)"', shown)
    assert len(ids) == len(set(ids))
