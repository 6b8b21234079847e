"""The command line, called as a contributor calls it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from build_tools.cli import main

BASE = Path(__file__).parent / "broken" / "base"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "dossier"))


def run(*arguments: str | Path, text: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], input=text, catch_exceptions=False)


def test_a_sound_dossier_passes(dossier: Path) -> None:
    result = run("--root", dossier, "check")
    assert result.output == "no problems\n"
    assert result.exit_code == 0


@pytest.mark.parametrize("name", sorted(main.commands))
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command
    assert command.get_short_help_str(200) == main.commands[name].get_short_help_str(200)


def test_the_list_of_commands_imports_none_of_them() -> None:
    code = "import sys; from build_tools.cli import main; main(['--help'], standalone_mode=False)"
    code += "; assert 'build_tools.pipeline' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_a_fault_is_shown_with_its_place_and_fails(dossier: Path) -> None:
    path = dossier / "sources/articles/kite-daily/annotations.yaml"
    path.write_text(path.read_text("utf-8").replace("quote: ", "quote: 昨日", 1), "utf-8")
    result = run("--root", dossier, "check")
    assert "sources/articles/kite-daily/annotations.yaml:1:" in result.output
    assert "error[quote-not-found]" in result.output
    assert result.exit_code == 1


def test_a_folder_without_a_dossier_is_a_wrong_call(tmp_path: Path) -> None:
    result = run("--root", tmp_path, "check")
    assert f"no dossier in {tmp_path}: sources/dossier.yaml is missing" in result.output
    assert result.exit_code == 2


def test_the_dossier_is_found_from_a_folder_inside_it(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(dossier / "sources" / "articles")
    assert run("check").exit_code == 0


@pytest.mark.parametrize("inside", ["sources", "sources/people"])
def test_what_is_made_inside_it_is_the_same(
    inside: str, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder above `sources/` is the dossier, wherever one stands: it has the schemas and the site."""
    monkeypatch.chdir(dossier / inside)
    assert run("new", "person", "zhou-du").output == "sources/people/zhou-du.yaml\n"
    made = (dossier / "sources/people/zhou-du.yaml").read_text("utf-8")
    assert made.startswith("# yaml-language-server: $schema=../../schemas/person.json\n")


def test_problems_as_json_are_json(dossier: Path) -> None:
    assert json.loads(run("--root", dossier, "check", "--format", "json").output) == []


def test_judging_writes_the_sides_and_nothing_else(dossier: Path) -> None:
    path = dossier / "sources/questions/price-paid.yaml"
    before = path.read_text("utf-8")
    assert run("--root", dossier, "judge", "price-paid").exit_code == 0
    after = path.read_text("utf-8")
    seen = "seen:\n  12亿元: [kite-daily]\n  15億元: [harbour-post]\n"
    assert after.replace(seen, "") == before
    assert seen in after
    run("--root", dossier, "judge", "price-paid")
    assert path.read_text("utf-8") == after


def test_judging_what_nobody_disputes_is_a_wrong_call(dossier: Path) -> None:
    result = run("--root", dossier, "judge", "no-such-question")
    assert "question `no-such-question` has no conflict" in result.output
    assert result.exit_code == 2


@pytest.mark.parametrize("form", ["claims", "conflicts", "entities"])
def test_an_export_is_a_json_record_a_line(dossier: Path, form: str, tmp_path: Path) -> None:
    printed = run("--root", dossier, "export", form).output
    records = [json.loads(line) for line in printed.splitlines()]
    assert records
    assert all(isinstance(record, dict) for record in records)
    run("--root", dossier, "export", form, "-o", tmp_path / "out.jsonl")
    assert (tmp_path / "out.jsonl").read_text("utf-8") == printed


def test_readings_are_a_json_record_a_line() -> None:
    (record,) = map(json.loads, run("read", text="裁员约600人").output.splitlines())
    assert (record["kind"], record["start"], record["end"], record["raw"]) == ("quantity", 2, 7, "约600人")


def test_a_year_is_read_against_the_day_of_publication() -> None:
    (record,) = map(json.loads, run("read", "--published", "2025-12", text="去年").output.splitlines())
    assert record["edtf"] == "2024"


def test_readings_of_many_texts_keep_their_order() -> None:
    texts = '{"text": "三人"}\n{"text": "无"}\n{"text": "今年", "published": "2021-05-01"}\n'
    answers = [json.loads(line)["found"] for line in run("read", "--jsonl", text=texts).output.splitlines()]
    assert [[one["raw"] for one in found] for found in answers] == [["三人"], [], ["今年"]]


def test_bytes_that_are_no_text_are_read_past() -> None:
    result = CliRunner().invoke(main, ["read"], input=b"\xff\xfe300\xe4\xba\xba", catch_exceptions=False)
    assert [json.loads(line)["raw"] for line in result.output.splitlines()] == ["300人"]


def test_a_publication_date_that_is_none_is_a_wrong_call() -> None:
    result = run("read", "--published", "yesterday", text="去年")
    assert "`yesterday` is not a date: write 2025-06-21, 2025-06 or 2025-12~ (approximate)" in result.output
    assert result.exit_code == 2


@pytest.mark.parametrize(
    "line",
    [
        *(
            "三人",
            "[]",
            "null",
            "NaN",
            '{"words": "三人"}',
            '{"text": 3}',
            '{"text": ["三人"]}',
            '{"text": "三',
        ),
        *('{"text": "三人", "published": "bad"}', '{"text": "三人", "published": {}}', '{"text": "三人"} {}'),
        *("[" * 100_000, '{"text": ' * 100_000, '{"text": ' + "9" * 10_000 + "}"),
    ],
    ids=lambda line: line[:24],
)
def test_a_line_that_is_no_record_is_a_wrong_call(line: str) -> None:
    result = run("read", "--jsonl", text=f"{line}\n")
    assert result.exit_code == 2
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "text",
    [
        *(
            "9" * 10_000,
            "九" * 10_000,
            "9万" * 2_000,
            "1/" * 3_000,
            "1" * 5_000 + "年",
            "0000年0月0日",
            "1e999999",
        ),
        *("99999年13月45日", "25:99", "(" * 10_000, "三" * 5_000 + "分之" + "三" * 5_000, "\ud800 3人"),
    ],
    ids=lambda text: text[:12],
)
def test_no_number_and_no_date_is_too_strange_to_be_read(text: str) -> None:
    written = json.dumps({"text": text, "published": "2025-06-21"})
    assert set(json.loads(run("read", "--jsonl", text=f"{written}\n").stdout)) == {"found"}


def test_a_file_that_cannot_be_written_is_said_and_not_traced(dossier: Path, tmp_path: Path) -> None:
    result = run("--root", dossier, "export", "claims", "-o", tmp_path / "nowhere" / "out.jsonl")
    assert result.output == f"Error: {tmp_path}/nowhere/out.jsonl: No such file or directory\n"
    assert result.exit_code == 1
    shutil.rmtree(dossier / "sources" / "works")
    (dossier / "sources" / "works").touch()
    result = run("--root", dossier, "new", "work", "kite-cam")
    assert result.output == f"Error: {dossier}/sources/works: File exists\n"
    assert result.exit_code == 1


@pytest.mark.parametrize("charset", ["ascii", "cp1252", "cp950"])
def test_what_is_redirected_is_utf8_wherever_it_is_called(charset: str, dossier: Path) -> None:
    """Windows gives pipes the charset of its language: no traceback, and what is pasted from it is UTF-8."""
    (dossier / "sources/articles/harbour-post/annotations.yaml").write_text("", "utf-8")
    command = [sys.executable, "-m", "build_tools", "--root", str(dossier), "suggest", "harbour-post"]
    done = subprocess.run(command, env=os.environ | {"PYTHONIOENCODING": charset}, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "燈鳶科技以15億元收購風箏雲。" in done.stdout.decode("utf-8")


def test_an_attack_prints_a_table_and_writes_nothing(dossier: Path) -> None:
    before = sorted(dossier.rglob("*"))
    result = run("--root", dossier, "attack", "harbour-post", "--kind", "digits", "--kind", "stance")
    assert result.exit_code == 0
    kinds = [line.split()[0] for line in result.output.split("\n\n")[0].splitlines()]
    assert kinds == ["kind", "digits", "stance", "mean"]
    assert sorted(dossier.rglob("*")) == before


def test_an_attack_as_data(dossier: Path) -> None:
    result = run("--root", dossier, "attack", "--kind", "digits", "--seed", "7", "--format", "json")
    found = json.loads(result.output)
    assert found["seed"] == 7
    assert [kind["kind"] for kind in found["kinds"]] == ["digits"]


def test_an_attack_keeps_the_scores_that_fit(dossier: Path) -> None:
    assert run("--root", dossier, "attack", "--write").exit_code == 0
    kept = dossier / "sources/attack.json"
    articles = {path.name for path in (dossier / "sources/articles").iterdir()}
    assert json.loads(kept.read_text("utf-8")).keys() == articles
    assert run("--root", dossier, "check").output == "no problems\n"
    written = kept.read_bytes()
    run("--root", dossier, "attack", "harbour-post", "--write")
    assert kept.read_bytes() == written


@pytest.mark.parametrize("options", [("--kind", "digits"), ("--seed", "1")])
def test_scores_of_a_part_are_not_kept(options: tuple[str, str], dossier: Path) -> None:
    result = run("--root", dossier, "attack", "--write", *options)
    assert result.exit_code == 2
    assert "--write keeps the scores of all kinds, with the seed 0" in result.output


def test_an_attack_on_an_unknown_source_is_a_wrong_call(dossier: Path) -> None:
    result = run("--root", dossier, "attack", "harbor-post")
    assert result.exit_code == 2
    assert "there is no source `harbor-post`: did you mean `harbour-post`?" in result.output


def test_relays_are_a_table_or_lines_of_data(dossier: Path) -> None:
    assert run("--root", dossier, "relays").output == "no articles that pass on one report\n"
    shutil.copytree(BASE.parent / "suspected-relay" / "sources", dossier / "sources", dirs_exist_ok=True)
    lines = run("--root", dossier, "relays").output.splitlines()
    assert [line.split()[:3] for line in lines[:3]] == [
        ["article", "published", "share"],
        ["harbour-post", "2025-03", "(the"],
        ["kite-daily", "2025-03-05", "51%"],
    ]
    assert lines[2].endswith("harbour-post  nothing yet")
    assert lines[-1].startswith("    6 (5): 灯鸢科技称")
    (record,) = map(json.loads, run("--root", dossier, "relays", "--format", "json").output.splitlines())
    (member,) = record["members"]
    assert (record["origin"], record["confirmed"], member["percent"]) == ("harbour-post", False, 51)
    (passage,) = member["passages"]
    text = (dossier / "sources/articles/kite-daily/article.txt").read_text("utf-8")
    assert text[passage["start"] : passage["end"]].startswith("灯鸢科技称，这笔收购")
