"""The order of events, and one day that is named and counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.evidence import fold_claims, reconcile
from build_tools.findings import survey
from build_tools.findings.times import story_zone
from build_tools.model import DateValue, Dossier, Event, Offset
from build_tools.values.zones import told_in
from tests.evidence.test_series import told
from tests.evidence.world import an_event, tell


def in_order(lines: str) -> list[str]:
    """The dated events, earliest first."""
    made = tell(lines)
    dossier = Dossier(made.inputs, (), (), fold_claims(made.claims), ())
    dated = {claim.subject for claim in made.claims}
    return [id for id in survey(dossier).events if id in dated]


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        ("first: cut.date = 2025年6月\nfirst: test.date = 2025年6月12日", ["test", "cut"]),
        ("first: cut.date = 2025年6月\nfirst: test.date = 2025年7月1日", ["cut", "test"]),
        ("first: cut.date = 2025年\nfirst: test.date = 2025年12月1日", ["test", "cut"]),
        ("first: cut.date = 2025年6月下旬\nfirst: test.date = 2025年6月12日", ["test", "cut"]),
        (
            "first: cut.date = 2025年6月\nsecond: cut.date = 2025年6月3日\nfirst: test.date = 2025年6月12日",
            ["cut", "test"],
        ),
    ],
)
def test_a_month_follows_the_days_in_it_that_are_earlier(lines: str, order: list[str]) -> None:
    assert in_order(lines) == order


def test_a_day_that_is_named_and_the_same_day_counted_are_one_statement() -> None:
    made = tell("first: cut.date = 2025年6月20日\nsecond: cut.date = 2025年6月20日")
    named, other = made.claims
    assert isinstance(other.value, DateValue)
    counted = replace(other.value, offset=Offset(8, 8, "day"))
    (group,) = fold_claims([named, replace(other, value=counted)])
    assert [len(statement.claims) for statement in group.statements] == [2]
    (group,) = fold_claims([named, replace(other, value=replace(counted, edtf="2025-06-21"))])
    assert len(group.statements) == 2


def all_events(lines: str, *events: Event) -> list[str]:
    """The events of a small world of its own, each article published as its name says."""
    made = told(lines, events)
    groups = fold_claims(made.claims)
    dossier = Dossier(made.inputs, (), (), groups, reconcile(groups, made.inputs))
    named = {event.id for event in events}
    return [id for id in survey(dossier).events if id in named]


def test_events_of_a_night_go_by_the_minute_across_midnight() -> None:
    lines = """
        a-19-0700: death.date = 2031-11-19T02:51
        a-19-0700: arrest.date = 2031-11-18T20:50
        a-19-0700: news.date = 2031-11-19T03:48
        a-19-0700: stop.date = 2031-11-18T21:30
    """
    order = ["arrest", "stop", "death", "news"]
    assert all_events(lines, *map(an_event, ("death", "arrest", "news", "stop"))) == order


def test_one_instant_in_three_zones_comes_before_the_next_minute() -> None:
    lines = """
        a-19-0700: fire.date = 2031-11-18T08:07-05:00
        a-19-0700: blast.date = 2031-11-18T18:06+05:00
        a-19-0700: call.date = 2031-11-18T13:08Z
    """
    assert all_events(lines, *map(an_event, ("call", "blast", "fire"))) == ["blast", "fire", "call"]


def test_an_event_without_a_time_comes_after_what_it_follows_and_before_what_it_precedes() -> None:
    lines = """
        a-19-0700: blast.date = 2031-11-18T18:07
        a-19-0700: sinking
        a-19-0700: arrest.date = 2031-11-19T05:00
        a-19-0700: alarm
    """
    events = (an_event("arrest"), an_event("sinking", "blast"), an_event("blast", "alarm"), an_event("alarm"))
    assert all_events(lines, *events) == ["alarm", "blast", "sinking", "arrest"]


def test_an_event_of_a_year_is_over_before_what_follows_it_in_that_year() -> None:
    lines = """
        a-19-0700: release.date = 2030
        a-19-0700: failure.date = 2030-06
        a-19-0700: layoffs.date = 2030-10
        a-19-0700: hiring.date = 2030-05-12
        a-19-0700: plan.date = 2030
    """
    events = (an_event("layoffs"), an_event("hiring"), an_event("failure", "release"), an_event("release"))
    order = ["hiring", "release", "failure", "layoffs", "plan"]
    assert all_events(lines, *events, an_event("plan", "release")) == order


def test_a_time_wins_over_an_order_that_it_contradicts() -> None:
    lines = "a-19-0700: blast.date = 2031-11-18T18:07\na-19-0700: call.date = 2031-11-18T17:40"
    assert all_events(lines, an_event("call", "blast"), an_event("blast")) == ["call", "blast"]


def test_one_hour_in_a_ring_of_events_is_no_endless_wait() -> None:
    lines = "a-19-0700: blast.date = 2031-11-18\na-19-0700: call.date = 2031-11-18"
    assert all_events(lines, an_event("call", "blast"), an_event("blast", "call")) == ["blast", "call"]


def test_an_event_without_a_time_was_over_when_it_was_first_told_of() -> None:
    lines = """
        a-18-1840: cancelled
        b-19-0700: cancelled
        b-19-0700: arrest.date = 2031-11-18T18:10
        b-19-0700: stop.date = 2031-11-18T20:50
    """
    assert all_events(lines, *map(an_event, ("stop", "arrest", "cancelled"))) == [
        "arrest",
        "cancelled",
        "stop",
    ]


def test_an_event_that_is_only_denied_or_planned_has_no_time() -> None:
    lines = """
        a-18-1840: not shut
        a-18-1840: vote; modality planned
        b-19-0700: stop.date = 2031-11-18T20:50
    """
    assert all_events(lines, *map(an_event, ("stop", "shut", "vote"))) == ["stop", "shut", "vote"]


def test_a_disputed_time_is_that_of_the_side_with_the_most_origins() -> None:
    lines = """
        a-18-2205: death.date = 2031-11-18T21:30
        b-19-0410: death.date = 2031-11-19T02:51
        c-19-0700: death.date = 2031-11-19T02:51
        a-18-2205: news.date = 2031-11-18T23:25
    """
    assert all_events(lines, *map(an_event, ("death", "news"))) == ["news", "death"]


def test_of_two_sides_alike_it_is_that_of_the_later_article() -> None:
    lines = """
        a-18-2205: death.date = 2031-11-18T21:30
        b-19-0410: death.date = 2031-11-19T02:51
        a-18-2205: news.date = 2031-11-18T23:25
    """
    assert all_events(lines, *map(an_event, ("death", "news"))) == ["news", "death"]


def test_an_article_that_gives_both_times_does_not_make_one_the_later() -> None:
    lines = """
        a-18-2205: death.date = 2031-11-18T21:30
        b-19-0410: death.date = 2031-11-19T02:51
        c-19-1230: death.date = 2031-11-18T21:30
        c-19-1230: death.date = 2031-11-19T02:51
        a-18-2205: news.date = 2031-11-18T23:25
    """
    assert all_events(lines, *map(an_event, ("death", "news"))) == ["news", "death"]


def test_the_zone_of_a_story_is_that_of_its_dossier_else_of_its_earliest_article() -> None:
    made = told("a-19-0300: test\nb-18-2300: test").inputs
    assert story_zone(made) == ""
    zones = {"a-19-0300": "Asia/Karachi", "b-18-2300": "Europe/London"}
    zoned = {
        id: replace(each, published=told_in(each.published, zones[id])) for id, each in made.sources.items()
    }
    assert story_zone(replace(made, sources=zoned)) == "Asia/Karachi"
    settings = replace(made.settings, time_zone="America/New_York")
    assert story_zone(replace(made, sources=zoned, settings=settings)) == "America/New_York"
