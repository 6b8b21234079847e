"""A night of reports, a denial and a toll, as its pages tell it.

What is expected was worked out from the articles: the Post reports the death at 21:30, the hospital denies
it at 00:38 and announces at 03:48 that he died at 02:58; the toll is 1, 5, 11, 24; the memorial is moved.
"""

from __future__ import annotations

from functools import cache

from tests.checked import DOSSIERS, checked
from tests.pages.browse import Seen, pages_of, see_all

TUNNEL = DOSSIERS / "tunnel"


@cache
def shown() -> dict[str, Seen]:
    return see_all(pages_of(checked(TUNNEL).dossier, "en"))


def text(address: str) -> str:
    return " ".join("".join(shown()[address].words).split())


def test_the_dossier_has_no_problems() -> None:
    assert checked(TUNNEL).problems == ()


def test_who_reported_and_who_denied_the_death_is_told_in_order() -> None:
    told = text("history.md").partition("Was the fire chief dead when the paper said so?")[2]
    first = told.index("Kestrel Post (6 February 2031, 21:50 UTC+8): first to report it")
    repeated = told.index("Norwind (6 February 2031, 23:20 UTC+8): also reports it")
    denied = told.index("Marrow Herald (7 February 2031, 00:45 UTC+8): first to report that Kestrel General")
    assert first < repeated < denied
    assert "Hospital denies it" in told[denied:]


def test_a_plan_that_was_changed_says_so_and_the_new_one_does_not() -> None:
    told = text("events/memorial.md")
    assert "10 February 2031 (planned, later changed)" in told
    assert "14 February 2031 (planned)" in told
    assert "town hall, planned according to Iris Vane, later changed" in told


def test_dates_of_a_changed_plan_are_not_called_compatible() -> None:
    told = text("timeline.md").partition("The memorial")[0].rpartition("The hospital announces")[2]
    assert "14 February 2031" in told
    assert "compatible" not in told
    assert "dates differ but are compatibleThe fire in the Marrow tunnel" in text("timeline.md")


def test_the_steps_of_the_toll_have_their_hours() -> None:
    told = text("figures/tunnel-dead.md")
    assert "was 1 person, 5 people, 11 people." in told
    assert "6 Feb 23:005 people" in told
    assert "7 Feb 00:0011 people" in told
    assert "may be an update" not in told


def test_the_first_report_names_its_speaker() -> None:
    said = "First reported by Kestrel Post (6 February 2031, 21:50 UTC+8), according to Kestrel police"
    assert said in text("figures/tunnel-dead.md")


def test_a_time_of_a_named_zone_is_that_of_the_story() -> None:
    told = text("events/lowe-death.md")
    assert "The Eastern Ledger: 3:58 a.m. Tokyo time on Friday" in told
    assert "03:58" not in told
