"""Figures that move: what is a step and what is a conflict, by the cases of `tests/cases/series.md`."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.evidence.stepping import steps_of
from build_tools.model import (
    Conflict,
    Entity,
    EntityId,
    Figure,
    Inputs,
    Kind,
    Series,
    SourceId,
    Status,
)
from build_tools.pipeline import check
from build_tools.values import parse_edtf
from tests.cases import Case, read_cases
from tests.checked import checked
from tests.evidence.world import Told, known, say, shown, tell

DISASTER = Path(__file__).parents[1] / "dossiers" / "disaster"
PUBLISHED = re.compile(r"-(?P<day>\d\d)(?:-(?P<hour>\d\d)(?P<minute>\d\d))?$")
AS_OF = re.compile(r", as_of: [^}]*")


def a_series(id: str, series: Series) -> Figure:
    return Figure(id=EntityId(id), kind=Kind.FIGURE, label=say(id), series=series)


FIGURES: tuple[Entity, ...] = (a_series("deaths", Series.TALLY), a_series("price", Series.LEVEL))


def told(text: str, events: tuple[Entity, ...] = ()) -> Told:
    """What lines say, each article published when its name says, and what `relays` lines add."""
    lines = text.splitlines()
    relays = [line.split()[1:] for line in lines if line.startswith("relays ")]
    made = tell("\n".join(line for line in lines if not line.startswith("relays ")), (*FIGURES, *events))
    return replace(made, inputs=dated(made.inputs, relays))


def dated(inputs: Inputs, relays: list[list[str]]) -> Inputs:
    sources = {}
    for id, source in inputs.sources.items():
        of = tuple(SourceId(report) for taker, report in relays if taker == id)
        sources[id] = replace(source, published=known(parse_edtf(published(id)), id), relayed_sources=of)
    return replace(inputs, sources=sources)


def published(id: str) -> str:
    found = PUBLISHED.search(id)
    assert found, id
    time = f"T{found['hour']}:{found['minute']}" if found["hour"] else ""
    return f"2031-11-{found['day']}{time}"


@pytest.mark.parametrize("case", read_cases("series"), ids=str)
def test_conflicts_of_series(case: Case) -> None:
    assert shown(told(case.input).conflicts) == case.expected


def test_who_gave_a_value_and_denies_it_has_taken_it_back() -> None:
    (conflict,) = told(
        """
        wire-18-2215: deaths = 42人; said_by ann
        post-18-2340: deaths = 24人; said_by ben
        post-18-2350: deaths != 42人; said_by ann
        """
    ).conflicts
    assert conflict.status is Status.WITHDRAWN
    assert [claim.citation.source for claim in conflict.withdrawn] == ["post-18-2350"]


def test_who_passed_a_value_on_need_not_take_it_back() -> None:
    (conflict,) = told(
        """
        wire-18-0715: price = 17人; as_of 2031-11-18T07:00; said_by ann
        taker-18-0940: price = 17人
        relays taker-18-0940 wire-18-0715
        wire-18-1600: price != 17人; said_by ann
        wire-18-1600: price = 13人; as_of 2031-11-18T07:00; said_by ann
        """.replace("        ", "")
    ).conflicts
    assert conflict.status is Status.WITHDRAWN


def test_who_counted_a_value_too_has_not_taken_it_back() -> None:
    (conflict,) = told(
        """
        wire-18-0715: price = 17人; as_of 2031-11-18T07:00; said_by ann
        post-18-0940: price = 17人; as_of 2031-11-18T07:00; said_by ben
        wire-18-1600: price != 17人; said_by ann
        wire-18-1600: price = 13人; as_of 2031-11-18T07:00; said_by ann
        """
    ).conflicts
    assert conflict.status is Status.OPEN


def test_whom_another_denies_has_not() -> None:
    (conflict,) = told(
        """
        wire-18-2215: deaths = 42人; said_by ann
        post-18-2340: deaths = 24人; said_by ben
        post-18-2350: deaths != 42人; said_by ben
        """
    ).conflicts
    assert (conflict.status, conflict.withdrawn) == (Status.OPEN, ())


def test_a_report_passed_on_takes_the_time_of_the_first() -> None:
    made = told(
        """
        wire-18-2245: deaths = 11人; said_by ann
        taker-19-0105: deaths = 11人; said_by ann
        """
    )
    first, second = steps_of(made.claims, made.inputs)
    assert first.within == second.within
    assert second.assumed


def test_many_steps_are_compared_in_good_time() -> None:
    lines = "\n".join(
        f"a{n}-{18 + n // 1440:02}-{n // 60 % 24:02}{n % 60:02}: deaths = {n}人" for n in range(1, 3000)
    )
    assert told(lines).conflicts == ()
    (conflict,) = told(f"{lines}\nlate-25-0000: deaths = 7人; as_of 2031-11-25").conflicts
    assert [side.sources for side in conflict.sides if side.sources == ("late-25-0000",)]


def test_the_disaster_has_the_same_conflicts_with_and_without_written_times(tmp_path: Path) -> None:
    with_times, without = checked(DISASTER).dossier, tmp_path / "without"
    shutil.copytree(DISASTER, without)
    for file in without.glob("sources/articles/*/annotations.yaml"):
        file.write_text(AS_OF.sub("", file.read_text("utf-8")), "utf-8")
    assert not any("as_of" in file.read_text("utf-8") for file in without.rglob("annotations.yaml"))
    assert of_series(check(without).dossier.conflicts) == of_series(with_times.conflicts)


def test_the_disaster_has_two_conflicts_in_its_series_both_taken_back() -> None:
    found = [each for each in checked(DISASTER).dossier.conflicts if each.id.startswith("deaths")]
    assert [(each.id, str(each.status)) for each in found] == [
        ("deaths.36", "withdrawn"),
        ("deaths.42", "withdrawn"),
    ]


def of_series(conflicts: tuple[Conflict, ...]) -> list[str]:
    """The conflicts on figures that move, with their sides."""
    moving = ("deaths", "injured", "missing", "firefighters-dead", "urea-price", "evacuated")
    return [shown([each]) for each in conflicts if each.subject in moving]


@pytest.mark.parametrize(("publisher", "expected"), [("Taker", ["12人", "21人"]), ("Wire", [])])
def test_a_taker_with_another_number_in_the_sentence_misprints_it(
    publisher: str, expected: list[str]
) -> None:
    lines = "wire-18-1000: price = 21人\ntaker-18-1500: price = 12人\nrelays taker-18-1500 wire-18-1000"
    made = told(lines)
    quotes = {"wire-18-1000": "21人 were still trapped", "taker-18-1500": "12人 were still trapped"}
    claims = tuple(
        replace(one, citation=replace(one.citation, quote=(quotes[one.citation.source],)))
        for one in made.claims
    )
    by = {"wire-18-1000": "Wire", "taker-18-1500": publisher}
    sources = {id: replace(one, publisher=say(by[id])) for id, one in made.inputs.sources.items()}
    made = replace(made, claims=claims, inputs=replace(made.inputs, sources=sources))
    found = [claim.raw for one in made.conflicts for side in one.sides for claim in side.claims]
    assert sorted(found) == expected
