"""The difference that a branch makes: one change of each kind, and nothing where nothing changes."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.cli import main

BASE = Path(__file__).parents[1] / "broken" / "base"
KITE = "sources/articles/kite-daily/annotations.yaml"
HARBOUR = "sources/articles/harbour-post/annotations.yaml"

Edit = Callable[[str, str, str], None]


def git(root: Path, *arguments: str) -> None:
    name = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *name, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A clone of the small dossier with one commit."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "The dossier")
    return tmp_path


@pytest.fixture
def edit(repository: Path) -> Edit:
    """Replaces words that stand once in a file."""

    def replace(path: str, old: str, new: str) -> None:
        file = repository / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), encoding="utf-8")

    return replace


def sections(repository: Path, base: str = "main", known_by: str = "") -> dict[str, list[str]]:
    """The report, its lines by heading."""
    asked = ["--known-by", known_by] if known_by else []
    done = CliRunner().invoke(main, ["--root", str(repository), "diff", base, *asked], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    found: dict[str, list[str]] = {}
    for line in done.stdout.splitlines():
        if line.startswith("#"):
            found[line.lstrip("# ")] = lines = []
        elif line:
            lines.append(line)
    return found


def test_no_change_does_nothing(repository: Path) -> None:
    assert sections(repository) == {
        "What this change does": ["This change does not affect what the dossier says."]
    }


@pytest.mark.parametrize("id", ["lin-wan", "lantern-kite", "purchase-price", "kite-cloud-purchase"])
def test_what_has_a_new_id_says_what_it_said(id: str, repository: Path) -> None:
    for file in repository.rglob("*.yaml"):
        file.write_text(re.sub(rf"\b{id}\b(?!-)", "new-id", file.read_text("utf-8")), "utf-8")
    (file,) = repository.rglob(f"{id}.yaml")
    file.rename(file.with_stem("new-id")).open("a").write(f"was: [{id}]\n")
    found = sections(repository)
    assert set(found) == {"What this change does", *(title for title in found if title.startswith("Pages"))}


def test_what_is_said_of_it_anew_is_shown_under_its_new_id(repository: Path, edit: Edit) -> None:
    person = repository / "sources/people/lin-wan.yaml"
    person.rename(person.with_stem("lin-yuan")).open("a").write("was: [lin-wan]\n")
    edit(KITE, "lin-wan: {role: [chief-executive, founder]", "lin-yuan: {role: founder")
    edit(HARBOUR, "lin-wan: {", "lin-yuan: {")
    found = sections(repository)
    assert [line.partition("<br>")[0] for line in found["Claims removed (1)"]] == [
        "- <strong>Lin Wan, role</strong>: 首席执行官 = chief-executive, as of: 2025-03-04, at: lantern-kite"
    ]
    assert not [title for title in found if title.startswith(("Claims added", "Claims changed"))]


def test_a_claim_that_is_taken_out(repository: Path, edit: Edit) -> None:
    edit(
        HARBOUR,
        "    - lin-wan: {role: chief-executive, at: lantern-kite}\n",
        "    - kite-cloud:\n        account: no\n",
    )
    found = sections(repository)
    assert found["Claims removed (1)"] == [
        "- <strong>Lin Wan, role</strong>: 行政總裁 = chief-executive, at: lantern-kite<br>"
        "harbour-post, line 4: <strong>林晚在燈鳶科技擔任行政總裁。</strong>"
    ]
    assert found["Problems that this change adds (1)"][0].startswith("- warning <strong>subject-not-in-quote")


def test_what_an_article_received_once_more_no_longer_says(repository: Path, tmp_path: Path) -> None:
    article = repository / "sources/articles/kite-daily/article.txt"
    newer = tmp_path / "newer.txt"
    newer.write_text(article.read_text("utf-8").replace("灯鸢科技否认裁员。", ""), "utf-8")
    again = ["import", "--again", "kite-daily", str(newer), "--retrieved", "2025-03-06"]
    done = CliRunner().invoke(main, ["--root", str(repository), *again], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    found = sections(repository)
    assert found["Claims that their article no longer makes (1)"] == [
        "- <strong>Layoffs at Lantern Kite</strong>: denied, said by: lantern-kite<br>"
        "kite-daily, line 5: <strong>灯鸢科技否认裁员。</strong>"
    ]
    assert not any(title.startswith("Claims removed") for title in found)


def test_a_change_to_a_later_article_changes_nothing_that_was_known(repository: Path, edit: Edit) -> None:
    edit(HARBOUR, "{role: chief-executive, at: lantern-kite}", "{role: chief-executive}")
    assert "Claims changed (1)" in sections(repository)
    # kite-daily is of 5 March 2025, harbour-post of some day of that month
    assert not [title for title in sections(repository, known_by="2025-03-05") if "Claims" in title]
    assert "Claims changed (1)" in sections(repository, known_by="2025-03-31")


def test_a_value_that_changes_opens_and_closes(repository: Path, edit: Edit) -> None:
    article = repository / "sources/articles/harbour-post/article.txt"
    article.write_text(article.read_text("utf-8").replace("15億", "12億"), encoding="utf-8")
    annotations = repository / HARBOUR
    annotations.write_text(annotations.read_text("utf-8").replace("15億", "12億"), encoding="utf-8")
    found = sections(repository)
    assert found["Claims changed (1)"][0].startswith(
        "- <strong>Price of Kite Cloud</strong>: 12億元 = 1200000000 CNY; "
        "before: 15億元 = 1500000000 CNY<br>harbour-post, line 3: "
    )
    assert found["Conflicts closed (1)"] == [
        "- <strong>What did Lantern Kite pay for Kite Cloud?</strong>: "
        "12亿元 (kite-daily) – 15億元 (harbour-post), open"
    ]
    assert found["Origins (1)"] == [
        "- <strong>Price of Kite Cloud</strong>: 12億元 = 1200000000 CNY, 1 → 2 origins"
    ]
    codes = [
        line.split("<strong>")[1].split("</strong>")[0]
        for line in found["Problems that this change adds (2)"]
    ]
    assert sorted(codes) == ["sha256-differs", "translation-differs"]


def test_a_judgement_changes_a_conflict(repository: Path, edit: Edit) -> None:
    judged = "status: explained\nreason: One is later.\nby: the editors\ndecided: 2025-04-01\nseen:\n"
    judged += "  12亿元: [kite-daily]\n  15億元: [harbour-post]\n"
    edit("sources/questions/price-paid.yaml", "status: open\n", judged)
    [line] = sections(repository)["Conflicts changed (1)"]
    assert line.endswith(", explained; before: 12亿元 (kite-daily) – 15億元 (harbour-post), open")
    edit("sources/questions/price-paid.yaml", "One is later.", "One is a report.")
    git(repository, "commit", "--quiet", "--all", "--message", "A judgement")
    edit("sources/questions/price-paid.yaml", "One is a report.", "One is a rumour.")
    [line] = sections(repository, "HEAD")["Conflicts changed (1)"]
    assert line.endswith(", explained; judged anew")


def test_a_new_claim_and_how_much_is_read(repository: Path, edit: Edit) -> None:
    edit(
        KITE,
        "- quote: 灯鸢科技否认裁员。\n",
        "- quote: 创始人林晚出任首席执行官。\n  translation: Founder Lin Wan becomes chief executive.\n"
        "  claims:\n    - lin-wan:\n        account: He becomes chief executive.\n\n"
        "- quote: 灯鸢科技否认裁员。\n",
    )
    found = sections(repository)
    [added] = found["Claims added (1)"]
    assert (
        "<br>kite-daily, line 3: 2025年3月4日,灯鸢科技宣布以12亿元收购风筝云,"
        "<strong>创始人林晚出任首席执行官。</strong>" in added
    )
    assert "- changed: people/lin-wan.md" in next(
        lines for name, lines in found.items() if name.startswith("Pages")
    )


def test_a_qualifier_is_shown_and_what_it_was(repository: Path, edit: Edit) -> None:
    edit(KITE, "        modality: planned\n", "        modality: predicted\n")
    [line] = sections(repository)["Claims changed (1)"]
    assert line.startswith(
        "- <strong>Kite OS, account</strong>: It is to be renamed., modality: predicted; "
        "before: modality: planned<br>"
    )


def test_what_rests_on_one_quote_stands_above_it(repository: Path, edit: Edit) -> None:
    edit(
        KITE,
        "- quote: 灯鸢科技否认裁员。\n",
        "- quote: 创始人林晚出任首席执行官。\n  translation: Founder Lin Wan becomes chief executive.\n"
        "  claims:\n    - lin-wan:\n        account: He becomes chief executive.\n"
        "    - lin-wan: {role: founder}\n\n- quote: 灯鸢科技否认裁员。\n",
    )
    [added] = sections(repository)["Claims added (2)"]
    assert added.count("Lin Wan, ") == 2
    assert added.count("林晚出任首席执行官") == 1


def test_a_claim_takes_the_place_of_one_other(repository: Path, edit: Edit) -> None:
    edit(KITE, "{role: [chief-executive, founder], at: lantern-kite, as_of: 2025年3月4日}", "{role: founder}")
    found = sections(repository)
    [changed] = found["Claims changed (1)"]
    assert changed.startswith(
        "- <strong>Lin Wan, role</strong>: 创始人 = founder; before: as of: 2025-03-04, at: "
    )
    [removed] = found["Claims removed (1)"]
    assert removed.startswith("- <strong>Lin Wan, role</strong>: 首席执行官 = chief-executive, ")
    assert not [name for name in found if name.startswith("Claims added")]


def test_a_question_without_a_judgement_changes_no_conflict(repository: Path) -> None:
    (repository / "sources/questions/price-paid.yaml").unlink()
    found = sections(repository)
    assert not [name for name in found if name.startswith("Conflicts")]
    [pages] = [lines for name, lines in found.items() if name.startswith("Pages")]
    assert "- gone: conflicts/price-paid.md" in pages


def test_an_article_less_and_what_is_left_of_it(repository: Path) -> None:
    shutil.rmtree(repository / "sources/articles/harbour-post")
    found = sections(repository)
    assert len(found["Claims removed (2)"]) == 2
    assert "- gone: sources/harbour-post.md" in next(
        lines for name, lines in found.items() if "Pages" in name
    )
    assert [line for line in found["How much is annotated"] if line.startswith("| harbour-post | 1/1 → – |")]


def test_a_translation_is_a_change_and_a_comment_is_none(repository: Path, edit: Edit) -> None:
    edit(KITE, "Lantern Kite denies layoffs.", "Lantern Kite denies the layoffs.")
    edit(KITE, "- quote: 灯鸢科技否认裁员。", "# checked\n- quote: 灯鸢科技否认裁员。")
    [line] = sections(repository)["Claims changed (1)"]
    assert line.startswith("- <strong>Layoffs at Lantern Kite</strong>: denied")
    assert "; changed: translation<br>" in line


def test_words_that_reviewers_see_in_english_only_are_named(repository: Path, edit: Edit) -> None:
    claim = "    - kite-layoffs: {stance: denies"
    edit(KITE, f"{claim}}}", f"{claim}, note: {{en: A spokesman says so., zh: 发言人说。}}}}")
    git(repository, "commit", "--quiet", "--all", "--message", "A note")
    edit(KITE, "发言人说。", "公司发言人说。")
    [line] = sections(repository, "HEAD")["Claims changed (1)"]
    assert "note: A spokesman says so.; changed: note<br>" in line


def test_faults_that_were_there_are_counted_apart(repository: Path, edit: Edit) -> None:
    edit(HARBOUR, "- purchase-price: 15億元", "- purchase-price: 16億元")
    git(repository, "commit", "--quiet", "--all", "--message", "A fault")
    edit(KITE, "- purchase-price: 12亿元", "- purchase-price: 13亿元")
    report = sections(repository)
    added = [name for name in report if name.startswith("Problems that")]
    assert added == ["Problems that this change adds (1)"]
    assert "kite-daily" in report["Problems that this change adds (1)"][0]
    last = [line for lines in report.values() for line in lines][-1]
    assert last == "Problems unchanged from before: 1."


def test_what_came_to_the_base_since_is_no_change(repository: Path, edit: Edit) -> None:
    git(repository, "branch", "work")
    edit(KITE, "Lantern Kite denies layoffs.", "Lantern Kite denies any layoffs.")
    git(repository, "commit", "--quiet", "--all", "--message", "On main")
    git(repository, "checkout", "--quiet", "work")
    assert list(sections(repository)) == ["What this change does"]


def test_an_unknown_revision_is_said(repository: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(repository), "diff", "no-such"])
    assert done.exit_code == 2
    assert "git finds no `no-such` here" in done.output


def test_a_machine_without_git_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    done = CliRunner().invoke(main, ["--root", str(repository), "diff", "main"])
    assert done.exit_code == 2
    assert done.output.strip().endswith("git is not installed")


def test_a_folder_that_git_does_not_know_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "loose")
    done = CliRunner().invoke(main, ["--root", str(tmp_path / "loose"), "diff", "main"])
    assert done.exit_code == 2
    assert "there is nothing to compare with (not a git repository" in done.output


def test_a_dossier_that_is_new_in_its_repository_is_said(repository: Path) -> None:
    shutil.copytree(BASE, repository / "second")
    done = CliRunner().invoke(main, ["--root", str(repository / "second"), "diff", "HEAD"])
    assert done.exit_code == 2
    assert "this dossier is not in `HEAD`" in done.output


def test_an_option_of_git_is_no_revision(repository: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(repository), "diff", "--", "--help"])
    assert (done.exit_code, "`--help` is not a branch or a commit" in done.output) == (2, True)


def test_it_is_said_where_the_branch_did_not_leave_the_base(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "--orphan", "other")
    git(repository, "commit", "--quiet", "--all", "--message", "Of no common descent")
    done = CliRunner().invoke(main, ["--root", str(repository), "diff", "main"], catch_exceptions=False)
    assert "note: git does not have the commit at which the branch left `main`" in done.stderr
    assert "This change does not affect what the dossier says." in done.stdout
