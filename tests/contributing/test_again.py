"""`dossier import --again`: an article received once more, with what it says now and no longer says."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools import pipeline, safe_files
from build_tools.cli import main
from build_tools.findings import survey
from build_tools.model import SourceId
from build_tools.pages import make_pages
from build_tools.website.editions import editions

ENGLISH = Path(__file__).parents[1] / "dossiers" / "english"
WIRE = "northgate-wire-2025-03-04"
PRICE = "about $1.2 billion, according"
SHARES = "\n\nShares in Corvane fell 4.5% on Tuesday."


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ENGLISH, tmp_path / "dossier"))


@pytest.fixture
def place(dossier: Path) -> Path:
    return dossier / "sources" / "articles" / WIRE


def again(dossier: Path, change: Callable[[str], str], *more: str) -> Result:
    """The wire once more, with its text changed."""
    text = (dossier / "sources" / "articles" / WIRE / "article.txt").read_bytes().decode()
    file = dossier.parent / "new.txt"
    file.write_bytes(change(text).encode())
    return CliRunner().invoke(
        main, ["--root", str(dossier), "import", "--again", WIRE, str(file), *(more or DAY)]
    )


DAY = ("--retrieved", "2025-03-06")


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def errors(dossier: Path) -> list[str]:
    return [one.message for one in pipeline.check(dossier).problems if one.severity == "error"]


def test_what_was_received_stays_byte_for_byte(dossier: Path, place: Path) -> None:
    before = files(place)
    assert again(dossier, lambda text: text.replace(PRICE, "about $1.1 billion, according")).exit_code == 0
    after = files(place)
    assert after["versions/2025-03-04/article.txt"] == before["article.txt"]
    assert after["article.txt"] == before["article.txt"].replace(
        b"$1.2 billion, according", b"$1.1 billion, according"
    )
    about = after["source.yaml"].decode()
    assert f"sha256: {sha256(after['article.txt']).hexdigest()}\n" in about
    old = sha256(before["article.txt"]).hexdigest()
    assert f"\nretrieved: 2025-03-06\nversions:\n  2025-03-04:\n    sha256: {old}\n" in about
    assert errors(dossier) == []


def test_the_report_says_what_became_of_each_annotation(dossier: Path) -> None:
    def change(text: str) -> str:
        return (
            text.replace(PRICE, "about $1.1 billion, according")
            .replace(SHARES, "")
            .replace("\n\nAt least", "\n\nA note.\n\nAt least")
        )

    lines = again(dossier, change).output.splitlines()
    counted = "4 unchanged, 5 moved, 1 changed, 1 vanished"
    assert lines[0] == f"{WIRE}: the text of 2025-03-04 is kept; {counted}"
    assert "  changed, line 4: …ies for ferries, for about $1.2 billion, according to peop…" in lines
    assert "  moved, lines 10-14 to 12-16: 5 annotations" in lines
    assert "  vanished, line 16: Shares in Corvane fell 4.5% on Tuesday." in lines


def test_annotations_that_moved_from_one_line_are_named_by_it(dossier: Path) -> None:
    def to_end(text: str) -> str:
        line = next(line for line in text.split("\n") if "At least 300 jobs" in line)
        return f"{text.replace(line, '').rstrip()}\n\n{line}\n"

    lines = again(dossier, to_end).output.splitlines()
    assert lines[1] == "  moved, line 10 to 18: 2 annotations"


def test_lost_annotations_stay_proven_in_the_text_they_were_made_from(dossier: Path, place: Path) -> None:
    written = (place / "annotations.yaml").read_text("utf-8")
    again(dossier, lambda text: text.replace(SHARES, ""))
    now = (place / "annotations.yaml").read_text("utf-8")
    shares = "- quote: Shares in Corvane"
    assert now == written.replace(shares, f"- version: 2025-03-04\n  {shares[2:]}")
    made = pipeline.check(dossier).dossier
    (gone,) = made.withdrawn
    assert gone.version == "2025-03-04"
    assert [claim.subject for claim in gone.claims] == ["share-price-fall"]
    subjects = [claim.subject for claim in made.claims if claim.citation.source == WIRE]
    assert "share-price-fall" not in subjects
    exported = CliRunner().invoke(main, ["--root", str(dossier), "export", "withdrawn"]).stdout
    (row,) = map(json.loads, exported.splitlines())
    assert (row["subject"], row["raw"]) == ("share-price-fall", "4.5%")
    assert (row["version"], row["replaced"]) == ("2025-03-04", "2025-03-06")


def test_a_lost_annotation_that_its_version_does_not_bear_out_is_an_error(dossier: Path, place: Path) -> None:
    again(dossier, lambda text: text.replace(SHARES, ""))
    path = place / "annotations.yaml"
    path.write_text(path.read_text("utf-8").replace("{value: 4.5%,", "{value: 5.5%,"), "utf-8")
    assert len(errors(dossier)) == 1


def test_words_that_stay_in_a_sentence_that_turns_them_are_changed(dossier: Path) -> None:
    turned = "It is denied that Martin Okafor"
    lines = again(dossier, lambda text: text.replace("Martin Okafor", turned)).output.splitlines()
    assert lines[0].endswith("1 changed")
    assert lines[2].startswith("    line 10 now: the quote leaves out `is denied`")


def test_conflicts_that_it_opens_and_closes_are_named(dossier: Path) -> None:
    before = {one.id for one in pipeline.check(dossier).dossier.conflicts}
    lines = again(dossier, lambda text: text.replace(" of the shares at first", "").replace("60%", "")).output
    again_after = {one.id for one in pipeline.check(dossier).dossier.conflicts}
    closed, opened = before - again_after, again_after - before
    named = [line.split()[-1] for line in lines.splitlines() if " the conflict " in line]
    assert sorted(named) == sorted((*closed, *opened))


def test_a_conflict_that_others_still_have_is_left(dossier: Path) -> None:
    lines = again(dossier, lambda text: text.replace(PRICE, "a good price, according")).output.splitlines()
    (conflict,) = (
        one for one in pipeline.check(dossier).dossier.conflicts if one.subject == "purchase-price"
    )
    assert f"  is no longer in the conflict {conflict.id}" in lines
    assert not any(WIRE in side.sources for side in conflict.sides)


def test_a_text_may_change_more_than_once(dossier: Path, place: Path) -> None:
    again(dossier, lambda text: text.replace(SHARES, ""))
    again(dossier, lambda text: text.replace(PRICE, "about $1 billion, according"))
    again(
        dossier,
        lambda text: text.replace("about $1 billion", "about $900 million"),
        "--retrieved",
        "2025-03-07",
    )
    assert sorted(path.name for path in (place / "versions").iterdir()) == [
        "2025-03-04",
        "2025-03-06",
        "2025-03-06-2",
    ]
    made = pipeline.check(dossier)
    assert [version.day for version in made.dossier.inputs.sources[SourceId(WIRE)].versions] == [
        "2025-03-04",
        "2025-03-06",
        "2025-03-06-2",
    ]
    assert sorted(one.version for one in made.dossier.withdrawn) == ["2025-03-04", "2025-03-06"]
    assert errors(dossier) == []


def test_the_same_text_is_refused_and_changes_nothing(dossier: Path) -> None:
    before = files(dossier)
    result = again(dossier, lambda text: f"\n{text}\n")
    assert result.exit_code == 1
    assert f"`{WIRE}` has this text already: nothing is changed" in result.output
    assert files(dossier) == before


def test_an_article_that_was_edited_is_refused(dossier: Path, place: Path) -> None:
    path = place / "article.txt"
    path.write_text(path.read_text("utf-8") + "A line of ours.\n", "utf-8")
    result = again(dossier, lambda text: text.replace(SHARES, ""))
    assert "its article.txt is not as it was received: restore it first" in result.output
    assert not (place / "versions").exists()


def test_a_day_that_is_not_known_is_asked_for(dossier: Path, place: Path) -> None:
    path = place / "source.yaml"
    path.write_text(path.read_text("utf-8").replace("published: 2025-03-04", "published: 2025-03"), "utf-8")
    result = again(dossier, lambda text: text.replace(SHARES, ""))
    assert "when its text was received is not known: write `retrieved: 2026-11-23`" in result.output


@pytest.mark.parametrize("more", [("--id", "other"), ("--title", "Other")])
def test_what_source_yaml_says_is_not_given_again(more: tuple[str, str], dossier: Path) -> None:
    result = again(dossier, lambda text: text.replace(SHARES, ""), *more)
    assert result.exit_code == 2
    assert "--again keeps what source.yaml says" in result.output


def test_an_import_that_fails_leaves_everything_as_it_was(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(dossier)
    moved = Path.rename

    def full(path: Path, target: Path) -> Path:
        if path.name.endswith(".new"):
            raise OSError(28, "No space left on device")
        return moved(path, target)

    monkeypatch.setattr(Path, "rename", full)
    result = again(dossier, lambda text: text.replace(SHARES, ""))
    assert result.exit_code == 1
    assert files(dossier) == before


def test_a_folder_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "old.txt").write_bytes(b"old")
    safe_files.replace_folder(tmp_path, tmp_path / "a", {"b/new.txt": b"new"})
    assert files(tmp_path) == {"a/b/new.txt": b"new"}


def test_lines_left_out_keep_their_lines(dossier: Path, place: Path) -> None:
    path = place / "source.yaml"
    path.write_text(path.read_text("utf-8") + "omit:\n  2: the author's line\n  16: the market\n", "utf-8")
    result = again(dossier, lambda text: f"A new head.\n{text.replace(SHARES, '')}")
    assert "\nomit:\n  3: the author's line\n" in path.read_text("utf-8")
    assert "    omit:\n      2: the author's line\n      16: the market\n" in path.read_text("utf-8")
    assert "lines 16-16 (the market) are not in the new text as they were: correct `omit:`" in result.stderr


def test_a_page_is_kept_with_the_text_that_was_made_of_it(dossier: Path, place: Path) -> None:
    text = (place / "article.txt").read_text("utf-8").replace(SHARES, "")
    rows = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    page = (
        f"<!doctype html><html><head><meta charset=utf-8></head><body><article>{rows}</article></body></html>"
    )
    file = dossier.parent / "page.html"
    file.write_text(page, "utf-8")
    run = CliRunner().invoke(main, ["--root", str(dossier), "import", "--again", WIRE, str(file), *DAY])
    assert run.exit_code == 0
    assert (place / "received.html").read_text("utf-8") == page
    again(dossier, lambda text: text.replace("mid-May", "late May"), "--retrieved", "2025-03-07")
    assert (place / "versions/2025-03-06/received.html").read_text("utf-8") == page
    assert not (place / "received.html").exists()
    assert errors(dossier) == []


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        ("en", "These words are gone in the version of 6 March 2025."),
        ("zh-Hans", "在2025年3月6日的版本中，这句话已经没有了。"),
        ("zh-Hant", "在2025年3月6日的版本中，這句話已經沒有了。"),
    ],
)
def test_the_page_of_the_article_says_what_it_lost(edition: str, said: str, dossier: Path) -> None:
    again(dossier, lambda text: text.replace(SHARES, ""))
    (shown,) = editions((edition,))
    findings = survey(pipeline.check(dossier).dossier)
    bodies = {str(page.address): page.body for page in make_pages(findings, shown)}
    body = bodies[f"sources/{WIRE}.md"]
    assert said in body
    assert "Shares in Corvane fell 4.5% on Tuesday." in body
    assert WIRE not in bodies["figures/share-price-fall.md"]
