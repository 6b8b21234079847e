"""Files to begin with: each stub passes the check, and a new dossier checks, builds and deploys."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from build_tools import pipeline
from build_tools.cli import main
from build_tools.contributing import scaffold
from build_tools.model import EntityId, EntityValue, Figure, Kind, Series, Stance, TermId
from build_tools.problem import Severity
from build_tools.text.mentions import find_forms

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "broken" / "base"


def run(*arguments: str, root: Path | None = None) -> tuple[int, str]:
    """The exit status of a command, and all that it prints."""
    where = ("--root", str(root)) if root else ()
    done = CliRunner().invoke(main, [*where, *arguments], catch_exceptions=False)
    return done.exit_code, done.output


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.mark.parametrize("kind", list(Kind))
def test_a_stub_of_each_kind_passes_the_check(kind: Kind, dossier: Path) -> None:
    status, output = run("new", kind.value, "paper-boat", root=dossier)
    assert status == 0
    assert (
        (dossier / output.strip())
        .read_text("utf-8")
        .startswith("# yaml-language-server: $schema=../../schemas/")
    )
    wrong = {problem.code for problem in pipeline.check(dossier).problems}
    assert wrong <= ({"question-without-conflict"} if kind is Kind.QUESTION else set())


@pytest.mark.parametrize("kind", list(Kind))
def test_a_dossier_in_english_is_offered_no_chinese(kind: Kind, dossier: Path) -> None:
    settings = dossier / "sources/dossier.yaml"
    settings.write_text(settings.read_text("utf-8").replace("[en, zh-Hans, zh-Hant]", "[en]"), "utf-8")
    _, output = run("new", kind.value, "paper-boat", root=dossier)
    text = (dossier / output.strip()).read_text("utf-8")
    named = "label: Paper Boat\n" if kind.is_plain else "Paper boat"
    assert named in text
    assert "zh" not in text
    assert "Chinese" not in text


def test_what_a_stub_offers_as_a_comment_is_known(dossier: Path) -> None:
    """Every key in a comment is one that the file may have: with the `# ` gone none is unknown."""
    for kind in Kind:
        _, output = run("new", kind.value, f"paper-{kind.value}", root=dossier)
        path = dossier / output.strip()
        path.write_text(
            re.sub(r"^( *)# (?=[\w-]+:)(?!yaml-)", r"\1", path.read_text("utf-8"), flags=re.M),
            encoding="utf-8",
        )
    assert not [one for one in pipeline.check(dossier).problems if one.code in ("unknown-key", "yaml-syntax")]


def test_an_id_that_is_taken_or_is_none(dossier: Path) -> None:
    status, output = run("new", "work", "lin-wan", root=dossier)
    assert (status, output) == (1, "Error: `lin-wan` is already the id of sources/people/lin-wan.yaml\n")
    status, output = run("new", "person", "Lin Wan", root=dossier)
    assert status == 1
    assert "is not a valid id" in output
    assert "rename it: `lin-wan`" in output


def test_a_theme_is_the_last_in_the_order_and_passes_the_check(dossier: Path) -> None:
    first, second = (run("new", "theme", id, root=dossier) for id in ("the-boats", "the-price"))
    assert [first, second] == [(0, f"sources/themes/{id}.yaml\n") for id in ("the-boats", "the-price")]
    themes = pipeline.check(dossier).dossier.inputs.themes
    assert [(each.id, each.order, each.title.en) for each in themes] == [
        ("the-boats", 1, "The boats"),
        ("the-price", 2, "The price"),
    ]
    assert pipeline.check(dossier).problems == ()


def test_what_a_theme_offers_as_a_comment_is_known(dossier: Path) -> None:
    path = dossier / run("new", "theme", "the-boats", root=dossier)[1].strip()
    text = path.read_text("utf-8").replace("about: []\n# about:\n#   - ids", "about:\n  - lin-wan # ids")
    path.write_text(text.replace("  # zh", "  zh"), "utf-8")
    assert pipeline.check(dossier).problems == ()


def test_a_theme_that_is_there_is_not_overwritten(dossier: Path) -> None:
    run("new", "theme", "the-boats", root=dossier)
    taken = "Error: there is a theme `the-boats` already: sources/themes/the-boats.yaml\n"
    assert run("new", "theme", "the-boats", root=dossier) == (1, taken)
    assert run("new", "theme", "The boats", root=dossier)[0] == 1


def test_what_would_be_taken_for_an_option_is_no_id(dossier: Path) -> None:
    status, output = run("new", "person", "--", "-lin", root=dossier)
    assert (status, "rename it: `lin`" in output) == (1, True)


HAN = re.compile("[\u3400-\u9fff]")
LANGUAGE_SETS = ("en", "zh-Hans", "zh-Hant", "zh-Hant,en", "en,zh-Hans,zh-Hant", "ja,en", "pt-BR")


def begun(place: Path, languages: str) -> Path:
    """A new dossier in these languages."""
    given = ("--title", "The port: a story", "--tool", "https://example.org/tool", "--languages", languages)
    assert run("new", "dossier", str(place), *given)[0] == 0
    return place


@pytest.mark.parametrize("languages", LANGUAGE_SETS)
def test_a_new_dossier_checks_and_coverage_reads_it_whole(languages: str, tmp_path: Path) -> None:
    place = begun(tmp_path / "river-port", languages)
    made = pipeline.check(place)
    assert made.problems == ()
    assert made.dossier.inputs.settings.title.every == "The port: a story"
    assert ",".join(made.dossier.inputs.settings.editions) == languages
    status, output = run("check", "--coverage", "--strict", root=place)
    assert status == 0
    assert "left:" not in output
    assert "figures     4 of 4 (100 %)" in output


@pytest.mark.parametrize("languages", LANGUAGE_SETS)
def test_a_new_dossier_shows_what_people_need_first(languages: str, tmp_path: Path) -> None:
    dossier = pipeline.check(begun(tmp_path / "port", languages)).dossier
    figures = [one for one in dossier.inputs.entities.values() if isinstance(one, Figure)]
    assert {one.unit for one in figures} == {"person", "square-meter", "book"}
    assert [one.id for one in figures if one.series is Series.TALLY] == ["reading-room-members"]
    assert [claim.subject for claim in dossier.claims if claim.qualifiers.stance is Stance.DENIES] == [
        "reading-room-closing"
    ]
    places = [one.value for one in dossier.claims if one.property == "place"]
    assert places == [EntityValue(EntityId("example-harbour"))]
    (conflict,) = dossier.conflicts
    assert conflict.question
    assert conflict.question.id == "first-evening-visitors-counted"


def test_a_dossier_in_one_language_holds_no_other(tmp_path: Path) -> None:
    english, chinese = begun(tmp_path / "port", "en"), begun(tmp_path / "gang", "zh-Hant")
    for path in (path for path in english.rglob("*") if path.is_file()):
        assert not HAN.search(path.read_text("utf-8")), path
    for path in (chinese / "sources").rglob("*.yaml"):
        assert not re.search(r"^ *(en|zh|translation):", path.read_text("utf-8"), re.M), path
    assert HAN.search((chinese / "README.md").read_text("utf-8"))
    assert "閱覽室" in (chinese / "sources/articles/first-article/article.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("languages", "comment", "name"),
    [
        ("zh-Hant", "# summary: 一句話，只說本頁各說法已經說了的", "label: Lin Wan\n"),
        ("zh-Hans,en", "# summary: 一句话，只说本页各说法已经说了的", "  zh: Lin Wan\n  # en: "),
        (
            "en,zh-Hans",
            "# summary: one line, saying only what claims on its page say",
            "  en: Lin Wan\n  # zh: ",
        ),
    ],
)
def test_comments_are_in_the_language_of_the_first_edition(
    languages: str, comment: str, name: str, tmp_path: Path
) -> None:
    place = begun(tmp_path / "port", languages)
    for kind in ("person", "organisation", "work", "place", "event", "figure"):
        made = (place / run("new", kind, f"{kind}-lin-wan", root=place)[1].strip()).read_text("utf-8")
        assert comment in made
        called = f"{kind.capitalize()} " + ("lin wan" if kind in ("event", "figure") else "Lin Wan")
        assert name.replace("Lin Wan", called) in made
    run("new", "question", "who-won", root=place)
    run("new", "theme", "the-boats", root=place)
    assert not [one for one in pipeline.check(place).problems if one.severity is Severity.ERROR]


def test_a_dossier_may_begin_without_an_article(tmp_path: Path) -> None:
    place = tmp_path / "port"
    assert run("new", "dossier", str(place), "--bare", "--languages", "en")[0] == 0
    made = pipeline.check(place)
    assert made.problems == ()
    assert not made.dossier.inputs.sources
    assert TermId("founder") in made.dossier.inputs.vocabulary.terms


def test_an_edition_that_is_not_there(tmp_path: Path) -> None:
    status, output = run("new", "dossier", str(tmp_path / "port"), "--languages", "en, zh-Hantt")
    assert status == 2
    assert "there is no edition `zh-Hantt`: did you mean `zh-Hant`?" in " ".join(output.split())
    assert not (tmp_path / "port").exists()


def test_a_new_dossier_has_what_it_needs_to_deploy(tmp_path: Path) -> None:
    run("new", "dossier", str(tmp_path / "port"), "--tool", "https://example.org/tool")
    place = tmp_path / "port"
    makefile = (place / "Makefile").read_text("utf-8")
    assert "TOOL := https://example.org/tool\n" in makefile
    assert "MIT License" in (place / "LICENSE").read_text("utf-8")
    for workflow in ("check", "publish"):
        steps = yaml.safe_load((place / f".github/workflows/{workflow}.yml").read_text("utf-8"))["jobs"]
        called = re.findall(r"make (?:--silent )?(\w+)", yaml.safe_dump(steps))
        assert called
        assert set(called) <= set(makefile.partition(".PHONY: ")[2].partition("\n")[0].split())
    assert not re.findall(r"\{\w+\}", "".join(path.read_text("utf-8") for path in place.rglob("*.md")))


def test_the_actions_of_a_new_dossier_are_the_ones_that_are_kept_up_to_date_here() -> None:
    def used(folder: Path) -> set[str]:
        return {
            line.strip(" -")
            for path in folder.glob("*.yml")
            for line in path.read_text("utf-8").splitlines()
            if "uses:" in line
        }

    here = used(ROOT / ".github/workflows")
    assert used(ROOT / "build_tools/contributing/templates/dossier/_github/workflows") <= here


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    status, output = run("new", "dossier", str(tmp_path), "--tool", "https://example.org/tool")
    assert status == 1
    assert "nothing is overwritten" in output
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_new_dossier_builds(tmp_path: Path) -> None:
    run("new", "dossier", str(tmp_path / "port"), "--tool", "https://example.org/tool")
    status, output = run("build", root=tmp_path / "port")
    assert status == 0, output
    for edition in ("en", "zh-hans", "zh-hant"):
        page = tmp_path / "port/site" / edition / "figures/first-evening-visitors/index.html"
        assert "24 people came to its first evening." in page.read_text("utf-8")


def test_a_repository_around_an_installed_tool_is_not_the_tools(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the tool is installed into a virtual environment inside somebody's own repository."""
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / "site-packages").mkdir()
    monkeypatch.setattr(scaffold, "TOOL", tmp_path / "site-packages")
    assert scaffold.this_tool() is None


def test_a_version_that_nobody_else_can_fetch_is_fetched_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the clone has commits that were never pushed."""
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    subprocess.run(["git", "remote", "add", "origin", "https://example.org/tool"], cwd=tmp_path, check=True)
    subprocess.run(
        ["git", *who, "commit", "--quiet", "--allow-empty", "-m", "Mine"], cwd=tmp_path, check=True
    )
    monkeypatch.setattr(scaffold, "TOOL", tmp_path.resolve())
    made = scaffold.this_tool()
    assert made
    assert made.address == str(tmp_path.resolve())


def test_a_machine_without_git_knows_of_no_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(scaffold, "TOOL", tmp_path)
    assert scaffold.this_tool() is None


def test_the_next_command_may_be_pasted_where_the_path_holds_spaces(tmp_path: Path) -> None:
    place = tmp_path / "my 港 dossier"
    _, output = run("new", "dossier", str(place))
    assert f"next: cd '{place}' && git init && make site\n" in output


def test_a_new_dossier_cloned_on_windows_has_the_articles_as_they_were(tmp_path: Path) -> None:
    """There git may give every text other line ends; an article is kept byte for byte."""
    run("new", "dossier", str(tmp_path / "port"))
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "begin"]):
        subprocess.run([*git, *words], cwd=tmp_path / "port", check=True)
    clone = ["clone", "--quiet", "--config", "core.autocrlf=true", "port", "clone"]
    subprocess.run([*git, *clone], cwd=tmp_path, check=True)
    assert b"\r\n" in (tmp_path / "clone" / "sources" / "vocabulary.yaml").read_bytes()
    assert run("check", root=tmp_path / "clone") == (0, "no problems\n")


@pytest.mark.parametrize("target", ["check", "diff", "serve", "site"])
def test_make_hands_on_the_path_of_a_dossier_as_it_is(target: str, tmp_path: Path) -> None:
    """The Makefile of a new dossier calls the tool's own with the folder that it stands in."""
    (tmp_path / "dossier").write_text('#!/bin/sh\nprintf "%s|" "$@"\n', encoding="utf-8")
    (tmp_path / "dossier").chmod(0o755)
    place = "/home/ada/my 港 dossier"
    words = ["make", "--assume-old=.venv/site", target, f"BIN={tmp_path}", f"ROOT={place}"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert f"--root|{place}|" in done.stdout


def test_a_new_dossier_knows_how_english_papers_speak_of_insiders(tmp_path: Path) -> None:
    run("new", "dossier", str(tmp_path / "port"))
    forms = pipeline.check(tmp_path / "port").dossier.inputs.vocabulary.terms[TermId("insiders")].forms
    assert find_forms("according to people familiar with the matter", forms)


def test_a_title_of_nothing_but_spaces_is_none(tmp_path: Path) -> None:
    run("new", "dossier", str(tmp_path / "the-port"), "--title", " ")
    assert "title: The Port\n" in (tmp_path / "the-port/sources/dossier.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", ["pull_request_template.md", "ISSUE_TEMPLATE"])
def test_the_forms_that_pages_link_are_those_of_a_new_dossier_too(name: str, tmp_path: Path) -> None:
    run("new", "dossier", str(tmp_path / "port"))
    here, there = (
        {path.relative_to(root): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
        for root in (ROOT / ".github", tmp_path / "port" / ".github")
    )
    assert {path: here[path] for path in here if path.parts[0] == name} == {
        path: there[path] for path in there if path.parts[0] == name
    }
