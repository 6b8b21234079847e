"""An article received again within hours: what comes back, what others have passed on, what moved."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len

from build_tools import pipeline
from build_tools.cli import main
from build_tools.model import SourceId
from build_tools.values import parse_edtf

DOSSIERS = Path(__file__).parents[1] / "dossiers"
WIRE = "meridian-18-1745"
TOLL = "rose to 11 on Tuesday"
FIREFIGHTERS = "He said that three of the dead were firefighters."
DAY = "2031-11-19"
NEW_TOLL = """
- quote: The death toll from an explosion at the port of Sandera rose to 30 on Tuesday
  context: the health department of Kessin said
  said_by: health-department
  claims:
    - deaths: "30"
"""


@pytest.fixture
def disaster(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DOSSIERS / "disaster", tmp_path / "dossier"))


def again(dossier: Path, id: str, content: bytes, received: str, name: str = "new.txt") -> Result:
    file = dossier.parent / name
    file.write_bytes(content)
    command = ["--root", str(dossier), "import", "--again", id, str(file), "--retrieved", received]
    return CliRunner().invoke(main, command)


def text_of(dossier: Path, id: str = WIRE) -> str:
    return (dossier / "sources" / "articles" / id / "article.txt").read_text("utf-8")


def conflicts(dossier: Path) -> set[str]:
    return {one.id for one in pipeline.check(dossier).dossier.conflicts}


def test_words_that_come_back_are_of_the_newest_text_again(disaster: Path) -> None:
    first = text_of(disaster)
    annotations = disaster / "sources" / "articles" / WIRE / "annotations.yaml"
    written = annotations.read_text("utf-8")
    again(disaster, WIRE, first.replace(FIREFIGHTERS, "").encode(), DAY)
    assert "\n- version: 2031-11-18\n" in annotations.read_text("utf-8")
    result = again(disaster, WIRE, first.encode(), "2031-11-20")
    assert result.output.splitlines()[0].endswith("; 6 unchanged, 1 back")
    assert f"  back, line 10: {FIREFIGHTERS}" in result.output.splitlines()
    assert annotations.read_text("utf-8") == written
    assert pipeline.check(disaster).problems == ()


def test_words_that_are_annotated_anew_do_not_come_back(disaster: Path) -> None:
    first = text_of(disaster)
    again(disaster, WIRE, first.replace(FIREFIGHTERS, "").encode(), DAY)
    again(disaster, WIRE, first.replace(TOLL, "rose to 12 on Tuesday").encode(), "2031-11-20")
    annotations = disaster / "sources" / "articles" / WIRE / "annotations.yaml"
    assert annotations.read_text("utf-8").count("version:") == 1
    assert "- version: 2031-11-19\n  quote: The death toll" in annotations.read_text("utf-8")


def test_each_text_is_known_from_its_minute(disaster: Path) -> None:
    again(disaster, WIRE, text_of(disaster).replace(TOLL, "rose to 12 on Tuesday").encode(), f"{DAY}T01:30")
    again(disaster, WIRE, text_of(disaster).replace("to 12 on", "to 14 on").encode(), f"{DAY}T04:10")
    source = pipeline.check(disaster).dossier.inputs.sources[SourceId(WIRE)]
    assert [one.day for one in source.versions] == ["2031-11-18", "2031-11-19T0130"]
    assert source.retrieved == "2031-11-19T04:10"
    # the clock of the article is that of London, the moments are of Sandera, five hours ahead
    for moment, toll in ((f"{DAY}T06:29", "11"), (f"{DAY}T06:30", "12"), (f"{DAY}T09:10", "14")):
        known = pipeline.check(disaster, parse_edtf(moment)).dossier.inputs.sources[SourceId(WIRE)]
        assert f"rose to {toll} on Tuesday" in known.text, moment


def test_an_older_text_is_refused(disaster: Path) -> None:
    again(disaster, WIRE, text_of(disaster).replace(TOLL, "rose to 12 on Tuesday").encode(), f"{DAY}T01:30")
    result = again(disaster, WIRE, text_of(disaster).replace("to 12 on", "to 14 on").encode(), f"{DAY}T00:30")
    assert "the text that it has was received later, 2031-11-19T01:30" in result.output


@pytest.mark.parametrize("received", ["2031-11-31", "2031-11-19T24:10", "yesterday", "2031-11-19T0130"])
def test_what_is_no_day_and_no_minute_is_refused(received: str, disaster: Path) -> None:
    result = again(disaster, WIRE, b"Another text.", received)
    assert result.exit_code == 2
    assert "write the day as 2026-11-23, or 2026-11-23T21:30" in result.output


def test_those_who_passed_a_number_on_are_as_old_as_the_text_that_had_it(disaster: Path) -> None:
    before = conflicts(disaster)
    changed = text_of(disaster).replace(TOLL, "rose to 12 on Tuesday")
    result = again(disaster, WIRE, changed.encode(), f"{DAY}T01:30")
    assert "opens the conflict" not in result.output
    assert conflicts(disaster) == before


def test_a_number_of_a_later_text_may_be_of_any_time_until_it_was_received(disaster: Path) -> None:
    before = conflicts(disaster)
    again(disaster, WIRE, text_of(disaster).replace(TOLL, "rose to 30 on Tuesday").encode(), f"{DAY}T01:30")
    annotations = disaster / "sources" / "articles" / WIRE / "annotations.yaml"
    annotations.write_text(annotations.read_text("utf-8") + NEW_TOLL, "utf-8")
    assert conflicts(disaster) == before


def test_annotations_that_move_together_are_one_line(disaster: Path) -> None:
    lines = again(disaster, WIRE, f"Corrected\n{text_of(disaster)}".encode(), DAY).output.splitlines()
    assert lines[0] == f"{WIRE}: the text of 2031-11-18 is kept; 7 moved"
    assert lines[1] == "  moved, lines 4-14 to 5-15: 7 annotations"


def test_the_report_is_no_wider_than_a_terminal_in_chinese_too(tmp_path: Path) -> None:
    dossier = Path(shutil.copytree(DOSSIERS / "night", tmp_path / "dossier"))
    id = "evening-08-2335"
    changed = text_of(dossier, id).replace("8点50分", "8点40分").replace("23 点 25 分", "23 点 20 分")
    lines = again(dossier, id, changed.encode(), "2034-03-09").output.splitlines()
    assert len([line for line in lines if " changed, " in line]) == 2
    assert max(map(cell_len, lines)) <= 79


def test_a_short_page_in_another_charset_keeps_its_paragraphs(tmp_path: Path) -> None:
    dossier = Path(shutil.copytree(DOSSIERS / "night", tmp_path / "dossier"))
    id = "evening-08-2335"
    paragraphs = [line for line in text_of(dossier, id).replace("约300人", "约500人").split("\n") if line]
    body = "\n".join(f"<p>{line}</p>" for line in paragraphs[1:])
    menu = "<nav><a href='/'>首页</a> <a href='/n'>新闻</a></nav>"
    head = "<!doctype html><html><head><meta charset='gb2312'></head>"
    page = f"{head}<body>{menu}<article><h1>{paragraphs[0]}</h1>{body}</article></body></html>"
    result = again(dossier, id, page.encode("gb18030"), "2034-03-09", "page.html")
    assert text_of(dossier, id).splitlines() == paragraphs
    assert result.output.splitlines()[0].endswith("; 3 moved, 1 changed")
