"""Every problem is explained, its wrong example gets it and its correct one does not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools import pipeline
from build_tools.cli import main
from build_tools.contributing.english_cases import BROKEN, lay_out_in_english, lay_over_in_english
from build_tools.contributing.examples import made
from build_tools.contributing.explaining import LANGUAGES, Example, explain, read_examples, read_words
from build_tools.problem import Severity
from build_tools.text.letters import HAN_LETTER
from tests.broken.test_broken import lay_out
from tests.broken.test_codes import CODE, OF_THE_BUILD, codes_in

MADE = made()
ROOT = BROKEN.parents[1]


@pytest.mark.parametrize("path", MADE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_made_of_the_cases_is_up_to_date(path: Path) -> None:
    assert path.read_text("utf-8") == MADE[path], "run: python -m build_tools.contributing.examples"


def test_every_code_is_explained() -> None:
    import ast

    trees = (ast.parse(path.read_text("utf-8")) for path in sorted(CODE.rglob("*.py")))
    codes = {code for tree in trees for code in codes_in(tree)}
    assert codes == set(read_words())
    assert codes - set(read_examples("zh")) == OF_THE_BUILD
    assert set(read_examples("zh")) == set(read_examples("en"))


@pytest.mark.parametrize("code", read_words())
def test_it_is_explained_in_both_languages(code: str) -> None:
    for language in LANGUAGES:
        assert len(read_words()[code].title[language]) > 3
        assert len(read_words()[code].means[language]) > 10
    assert any("\u4e00" <= letter <= "\u9fff" for letter in read_words()[code].title["zh"])


@pytest.mark.parametrize("code", read_examples("zh"))
def test_the_correct_example_is_correct(code: str, tmp_path: Path) -> None:
    has_only_until_corrected(lay_out(BROKEN / code, tmp_path), code, read_examples("zh")[code])


@pytest.mark.parametrize(
    "code", [code for code, one in read_examples("en").items() if one != read_examples("zh")[code]]
)
def test_so_is_the_example_with_english_articles(code: str, tmp_path: Path) -> None:
    abroad = read_words()[code].abroad
    if abroad:
        root = lay_over_in_english(BROKEN / abroad.case, tmp_path)
    else:
        root = lay_out_in_english(BROKEN / code, tmp_path)
    has_only_until_corrected(root, code, read_examples("en")[code])


def has_only_until_corrected(root: Path, code: str, example: Example) -> None:
    """The dossier has this problem and no other, and the correct text of the example takes it away."""
    assert {problem.code for problem in pipeline.check(root).problems} == {code}
    mend(root, example)
    left = pipeline.check(root).problems
    assert code not in {problem.code for problem in left}
    assert [problem for problem in left if problem.severity is Severity.ERROR] == []


def test_what_is_for_readers_of_english_holds_no_chinese() -> None:
    """Not the examples, not what a problem means, and not the words around them."""
    text = (ROOT / "docs/en/problems.md").read_text("utf-8")
    assert not HAN_LETTER.search(text)
    for code, words in read_words().items():
        assert not HAN_LETTER.search(words.title["en"] + words.means["en"]), code
        assert not HAN_LETTER.search(explain(code, "en")), code


def mend(root: Path, example: Example) -> None:
    """The dossier with the wrong text of an example made the correct one."""
    path, target = root / example.path, root / example.correct_path
    text = path.read_text("utf-8", "replace") if path.is_file() else ""
    if "\0" in text:  # a picture, which the example only names
        text = ""
    if path.is_dir():
        shutil.rmtree(path)
    elif path.is_symlink() or (path.exists() and (path != target or not example.correct)):
        path.unlink()
    if example.correct:
        whole = text.rstrip("\n") == example.wrong.rstrip("\n") or not text
        shown = re.compile(re.escape(example.wrong).replace("…", ".*"))
        assert whole or len(shown.findall(text)) == 1
        correct = example.correct if whole else shown.sub(lambda _: example.correct, text)
        target.write_text(correct, "utf-8")


def test_the_terminal_shows_the_three_parts() -> None:
    shown = explain("wrong-kind").split("\n")
    assert shown[0] == "wrong-kind: The id is of another kind"
    assert "Wrong, in sources/articles/harbour-post/annotations.yaml:" in shown
    assert "What the check says:" in shown
    assert "        - lin-wan: {role: chief-executive, at: lantern-kite}" in shown


def test_a_code_that_is_none() -> None:
    done = CliRunner().invoke(main, ["explain", "unknwon-id"])
    assert done.exit_code == 2
    assert "did you mean `unknown-id`?" in " ".join(done.output.split())
    listed = CliRunner().invoke(main, ["explain"]).output.splitlines()
    assert len(listed) == len(read_words())


@pytest.mark.parametrize("given", ["tab", "error[tab]", "[tab]"])
def test_a_code_may_be_given_as_the_check_prints_it(given: str) -> None:
    done = CliRunner().invoke(main, ["explain", given], catch_exceptions=False)
    assert done.output.startswith("tab: A tab indents a line\n")
