"""The steps of figures that move: their order, what leads, what was taken back, what may be an update."""

from __future__ import annotations

from build_tools.evidence import fold_claims, reconcile
from build_tools.findings.series import earlier_claims, moving_figure
from build_tools.model import Dossier, EntityId, Index, Series, SeriesFinding
from tests.evidence.test_series import told

DEATHS, PRICE = EntityId("deaths"), EntityId("price")


def found(text: str, figure: EntityId = DEATHS, zone: str = "") -> SeriesFinding:
    made = told(text)
    groups = fold_claims(made.claims)
    dossier = Dossier(made.inputs, (), (), groups, reconcile(groups, made.inputs))
    return moving_figure(Index(dossier), figure, Series.TALLY if figure == DEATHS else Series.LEVEL, zone)


def raws(series: SeriesFinding) -> list[str]:
    return [step.claims[0].raw for step in series.steps]


def test_steps_go_by_their_time_and_the_newest_leads() -> None:
    series = found("b-18-2030: deaths = 5人\na-18-1905: deaths = 1人\nc-18-2245: deaths = 11人")
    assert raws(series) == ["1人", "5人", "11人"]
    assert [step.claims[0].raw for step in series.newest] == ["11人"]
    assert [step.claims[0].raw for step in series.earlier] == ["1人", "5人"]


def test_who_says_the_same_at_the_same_time_is_on_one_step() -> None:
    series = found("a-18: deaths = 11人\nb-18: deaths = 11人\nc-19: deaths = 11人")
    assert [len(step.claims) for step in series.steps] == [2, 1]


def test_what_was_taken_back_does_not_lead() -> None:
    series = found(
        "a-18-1905: deaths = 24人\nb-18-2215: deaths = 42人; said_by ann\n"
        "c-18-2340: deaths != 42人; said_by ann"
    )
    assert [(step.claims[0].raw, len(step.withdrawn)) for step in series.steps] == [("24人", 0), ("42人", 1)]
    assert [step.claims[0].raw for step in series.newest] == ["24人"]


def test_two_counts_of_one_time_lead_together() -> None:
    series = found("a-18-1905: deaths = 24人\nb-19-0630: deaths = 31人\nb-19-0630: deaths = 36人")
    assert sorted(step.claims[0].raw for step in series.newest) == ["31人", "36人"]


def test_a_later_value_may_be_an_update_where_no_order_is_known() -> None:
    series = found("a-19: deaths = 196人\nb-19: deaths = 204人")
    assert [(step.claims[0].raw, step.updates) for step in series.steps] == [("196人", ()), ("204人", (0,))]
    assert [step.claims[0].raw for step in series.newest] == ["204人"]


def test_what_was_taken_back_may_be_no_update() -> None:
    series = found(
        "a-19: deaths = 196人\nb-19: deaths = 204人; said_by ann\nc-20: deaths != 204人; said_by ann"
    )
    assert [(step.claims[0].raw, step.updates) for step in series.steps] == [("196人", ()), ("204人", ())]


def test_parts_of_one_day_are_in_order() -> None:
    series = found(
        "a-19: deaths = 9人; as_of 2031年11月19日下午\nb-19: deaths = 5人; as_of 2031年11月19日上午\n"
        "c-19: deaths = 7人; as_of 2031年11月19日"
    )
    told = {
        step.claims[0].raw: [series.steps[at].claims[0].raw for at in step.updates] for step in series.steps
    }
    assert raws(series).index("5人") < raws(series).index("9人")
    assert "5人" not in told["9人"]


def test_what_an_article_tells_apart_is_no_update() -> None:
    series = found(
        "a-19: price = 447美元; words Urea rose to $447 from $431\n"
        "a-19: price = 431美元; words Urea rose to $447 from $431; as_of 2031年11月19日",
        PRICE,
    )
    assert [step.updates for step in series.steps] == [(), ()]


def test_a_level_leads_with_the_last_and_not_the_highest() -> None:
    series = found("a-18-1905: price = 447美元\nb-19-0630: price = 439美元", PRICE)
    assert [step.claims[0].raw for step in series.newest] == ["439美元"]


def test_a_bound_and_a_number_that_it_allows_are_two_steps() -> None:
    series = found("a-18-2300: deaths = 至少22人\nb-19-0000: deaths = 24人")
    assert raws(series) == ["至少22人", "24人"]
    assert [step.updates for step in series.steps] == [(), ()]


def test_a_bound_that_says_less_than_was_known_does_not_lead() -> None:
    series = found("a-18: deaths = 29人\nb-19: deaths = 至少17人")
    assert [step.claims[0].raw for step in series.newest] == ["29人"]
    assert series.earlier == ()
    series = found("a-18: deaths = 29人\nb-19: deaths = 至少31人")
    assert [step.claims[0].raw for step in series.newest] == ["至少31人"]


def test_plans_and_denials_are_no_steps() -> None:
    series = found("a-18: deaths = 100人; modality predicted\nb-19: deaths = 24人\nc-19: deaths != 30人")
    assert raws(series) == ["24人"]


def test_a_moment_is_shown_in_the_zone_of_the_story() -> None:
    (step,) = found("a-18-2215: deaths = 42人", zone="Asia/Karachi").steps
    assert step.time.edtf == "2031-11-19T03:15:00+05:00"
    (day,) = found("a-18: deaths = 42人", zone="Asia/Karachi").steps
    assert day.time.edtf == "2031-11-18"


def test_claims_of_steps_that_lead_no_more_are_overtaken() -> None:
    series = found("a-18: deaths = 5人\nb-19: deaths = 11人")
    assert earlier_claims([series]) == {series.steps[0].claims[0].id}
