"""Mending: one right answer, everything else in the file as it was, and nothing left to mend afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools import pipeline
from build_tools.cli import main
from build_tools.contributing.fixing import entries_in_order, fixes, requoted

BASE = Path(__file__).parents[1] / "broken" / "base"
KITE = "sources/articles/kite-daily/annotations.yaml"
HARBOUR = "sources/articles/harbour-post/annotations.yaml"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def fix(root: Path) -> str:
    """What `check --fix` prints."""
    done = CliRunner().invoke(main, ["--root", str(root), "check", "--fix"], catch_exceptions=False)
    return done.stdout


def rewrite(root: Path, path: str, old: str, new: str) -> str:
    """The file as it was before `old` became `new`."""
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), encoding="utf-8")
    return text


def test_nothing_to_mend(dossier: Path) -> None:
    assert fixes(dossier, pipeline.check(dossier).dossier) == ()
    assert fix(dossier) == "no problems\n"


def test_a_file_that_is_too_large_is_left_as_it_is(dossier: Path) -> None:
    rewrite(dossier, KITE, "quote: 灯鸢科技否认裁员。", "quote: 灯鸢科技 否认裁员。")
    with (dossier / KITE).open("a", encoding="utf-8") as notes:
        notes.write("#" * 2_000_000 + "\n")
    assert "file-too-large" in fix(dossier)
    assert "quote: 灯鸢科技 否认裁员。" in (dossier / KITE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("灯鸢科技 否认裁员。", "white space"),
        ("燈鳶科技否認裁員。", "script"),
        ('"燈鳶科技否認裁員。"', "script, in quotation marks"),
        ("|-\n    灯鸢科技否认　裁员。", "a block text"),
    ],
)
def test_a_quote_becomes_the_words_of_the_article(written: str, why: str, dossier: Path) -> None:
    before = rewrite(dossier, KITE, "quote: 灯鸢科技否认裁员。", f"quote: {written}")
    fix(dossier)
    after = (dossier / KITE).read_text(encoding="utf-8")
    quote = next(
        one for one in pipeline.check(dossier).dossier.anchored if "否认裁员" in one.citation.quote[0]
    )
    assert [part.text.strip() for part in quote.annotation.selector.exact] == ["灯鸢科技否认裁员。"]
    if written.startswith("灯鸢科技 "):
        assert after == before


def test_what_else_stands_in_the_file_stays(dossier: Path) -> None:
    rewrite(
        dossier, KITE, "- quote: 灯鸢科技否认裁员。", "# a remark\n- quote:   燈鳶科技否認裁員。\n  # another"
    )
    text = (dossier / KITE).read_text(encoding="utf-8")
    shown = fix(dossier)
    assert (dossier / KITE).read_text(encoding="utf-8") == text.replace(
        "燈鳶科技否認裁員", "灯鸢科技否认裁员"
    )
    assert "\n-- quote:   燈鳶科技否認裁員。\n+- quote:   灯鸢科技否认裁员。\n" in shown


def test_annotations_come_into_the_order_of_the_article(dossier: Path) -> None:
    text = (dossier / HARBOUR).read_text(encoding="utf-8")
    first, second = text.split("\n\n")
    (dossier / HARBOUR).write_text(f"# top\n\n# of the second\n{second}\n{first}\n", encoding="utf-8")
    assert [problem.code for problem in pipeline.check(dossier).problems] == ["out-of-order"]
    assert fix(dossier).endswith("no problems\n")
    assert (dossier / HARBOUR).read_text("utf-8") == f"# top\n\n{first}\n\n# of the second\n{second}"


def test_an_entry_that_is_not_found_stays_under_its_neighbour() -> None:
    text = "- quote: c\n- quote: lost\n- quote: a\n"
    assert entries_in_order(text, {1: 30, 3: 10}) == "- quote: a\n- quote: c\n- quote: lost\n"


def test_an_entry_that_is_not_found_and_has_none_above_it_stays_at_the_top() -> None:
    text = "- quote: lost\n- quote: c\n- quote: a\n"
    assert entries_in_order(text, {2: 30, 3: 0}) == "- quote: lost\n- quote: a\n- quote: c\n"


@pytest.mark.parametrize("written", ["|\n    灯鸢科技否认裁员。", "'灯鸢科技否认裁员。 '"])
def test_a_space_at_the_end_of_a_quote_is_left_alone(written: str, dossier: Path) -> None:
    rewrite(dossier, KITE, "quote: 灯鸢科技否认裁员。", f"quote: {written}")
    assert fixes(dossier, pipeline.check(dossier).dossier) == ()


def test_a_quote_in_parts_and_a_claim_of_the_same_words() -> None:
    text = "- quote:\n    - 一百 人\n    - 二百人\n  claims:\n    - x: 一百 人\n"
    assert requoted(text, {"一百 人": "一百人"}) == text.replace("- 一百 人", "- 一百人", 1)


def test_words_that_yaml_would_misread_are_put_in_quotation_marks() -> None:
    assert requoted("- quote: 说,完了\n", {"说,完了": "说: 完了"}) == '- quote: "说: 完了"\n'
    block = "- quote: |-\n    说完了\n"
    assert requoted(block, {"说完了": "说\ufeff完了"}) == '- quote: "说\\ufeff完了"\n'


def test_a_file_that_is_no_yaml_is_left_alone(dossier: Path) -> None:
    (dossier / KITE).write_text("- quote: [\n", encoding="utf-8")
    assert fixes(dossier, pipeline.check(dossier).dossier) == ()


def test_the_schema_is_named_where_the_dossier_has_schemas(dossier: Path) -> None:
    (dossier / "schemas").mkdir()
    before = (dossier / KITE).read_text(encoding="utf-8")
    fix(dossier)
    head = "# yaml-language-server: $schema=../../../schemas/annotations.json\n"
    assert (dossier / KITE).read_text(encoding="utf-8") == head + before
    assert fix(dossier) == "no problems\n"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark of the byte order"])
def test_a_file_from_windows_is_mended_and_stays_one(mark: bytes, dossier: Path) -> None:
    """It keeps its line ends; the schema is named on its first line, not before what stands before that."""
    (dossier / "schemas").mkdir()
    right = (dossier / KITE).read_text("utf-8")
    (dossier / KITE).write_bytes(mark + right.replace("否认裁员", "否認裁員").replace("\n", "\r\n").encode())
    assert fix(dossier).endswith("no problems\n")
    head = "# yaml-language-server: $schema=../../../schemas/annotations.json\n"
    assert (dossier / KITE).read_bytes() == mark + (head + right).replace("\n", "\r\n").encode()


def test_what_would_break_a_line_of_the_file_is_a_space_in_the_quote() -> None:
    text = "- quote: |-\n    林晚說,走了\n- quote: |-\n    一百 人\n"
    own = {"林晚說,走了": "林晚說\r走了", "一百 人": "一百\x08人"}
    assert requoted(text, own) == '- quote: |-\n    林晚說 走了\n- quote: "一百\\b人"\n'


def test_a_comma_of_the_article_divides_nothing_in_braces() -> None:
    text = "- {quote: 一，二, skip: rhetoric}\n- quote: 一，二\n"
    fixed = '- {quote: "一,二", skip: rhetoric}\n- quote: 一,二\n'
    assert requoted(text, {"一，二": "一,二"}) == fixed
