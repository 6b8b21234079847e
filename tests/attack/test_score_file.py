"""A score is shown as long as all that it was reckoned from is as it was."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.attack import attack
from build_tools.attack.score_file import kept_scores, score_now, scores_of, scores_text, whole_score
from build_tools.model import Dossier, KindCount, Score, SourceId
from build_tools.pipeline import check
from build_tools.reading.parse_scores import parse_scores
from tests.checked import DOSSIERS

FIRST, SECOND, THIRD = (SourceId(name) for name in ("first", "second", "third"))
NOTES = "sources/articles/first/annotations.yaml"


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with the scores of its three articles, which no test changes."""
    root = Path(shutil.copytree(DOSSIERS / "every-rule", tmp_path_factory.mktemp("scored") / "story"))
    keep(root, FIRST, SECOND, THIRD)
    return root


@pytest.fixture
def root(scored: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(scored, tmp_path / "story"))


def keep(root: Path, *sources: SourceId) -> None:
    made = check(root).dossier
    scores = kept_scores(made, sources, attack(made, sources))
    (root / "sources/attack.json").write_text(scores_text(scores), "utf-8")


def edit(root: Path, path: str, old: str, new: str) -> Dossier:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")
    return check(root).dossier


def fitting(made: Dossier) -> set[str]:
    return {id for id in made.inputs.sources if score_now(made, id)}


def test_what_is_written_is_read_again(root: Path) -> None:
    made = check(root).dossier
    assert made.inputs.scores == scores_of(made, made.inputs.sources, attack(made))
    assert fitting(made) == {FIRST, SECOND, THIRD}
    assert whole_score(made, made.inputs.sources)


@pytest.mark.parametrize(
    ("path", "old", "new", "left"),
    [
        (NOTES, "- quote: 海港公司以", "# a remark\n- quote: 海港公司以", {FIRST, SECOND, THIRD}),
        (NOTES, "purchase-price: 143亿美元", "purchase-price: 143 亿美元", {SECOND, THIRD}),
        ("sources/articles/first/article.txt", "的风波", "的大风波", {SECOND, THIRD}),
        ("sources/people/lu-zhou.yaml", "[陆舟]", "[陆舟, 陸舟]", {FIRST, THIRD}),
        ("sources/figures/spending.yaml", "words: [支出]", "words: [支出, 花费]", {SECOND, THIRD}),
        ("sources/figures/spending.yaml", "label: Spending", "label: The spending", {SECOND, THIRD}),
        ("sources/vocabulary.yaml", "forms: [董事长]", "forms: [董事长, 董事局主席]", {FIRST, THIRD}),
        ("sources/questions/who-paid-what.yaml", "is older", "is much older", {FIRST, SECOND, THIRD}),
    ],
)
def test_a_change_ends_the_scores_that_rest_on_it(
    root: Path, path: str, old: str, new: str, left: set[str]
) -> None:
    made = edit(root, path, old, new)
    assert fitting(made) == left
    assert bool(whole_score(made, made.inputs.sources)) == (len(left) == 3)


def test_the_order_of_annotations_does_not_matter(root: Path) -> None:
    made = check(root).dossier
    turned = replace(made.inputs, annotations=made.inputs.annotations[::-1])
    assert fitting(replace(made, inputs=turned)) == {FIRST, SECOND, THIRD}


def test_an_article_that_nobody_has_read_does_not_hide_the_others(root: Path) -> None:
    (root / "sources/articles/third/annotations.yaml").write_text("", "utf-8")
    made = check(root).dossier
    assert not whole_score(made, made.inputs.sources)
    keep(root, THIRD)
    again = check(root).dossier
    assert fitting(again) == {FIRST, SECOND, THIRD}
    assert again.inputs.scores[THIRD].kinds == ()
    assert whole_score(again, again.inputs.sources)


def test_the_file_has_a_line_a_kind() -> None:
    scores = {
        THIRD: Score("cd", ()),
        FIRST: Score("ab", (KindCount("digits", 3, 0, 1, 2), KindCount("stance", survived=1))),
    }
    text = scores_text(scores)
    assert (
        text
        == """\
{
  "first": {
    "digest": "ab",
    "kinds": {
      "digits": {"stopped": 3, "warned": 0, "survived": 1, "also_true": 2},
      "stance": {"stopped": 0, "warned": 0, "survived": 1, "also_true": 0}
    }
  },
  "third": {
    "digest": "cd",
    "kinds": {}
  }
}
"""
    )
    assert parse_scores(text, "attack.json") == (scores, ())


@pytest.mark.parametrize("text", ["{", "[]", '{"a": {"digest": 1, "kinds": {}}}', '{"a": {"digest": "1"}}'])
def test_a_damaged_file_is_a_fault_and_no_score(text: str) -> None:
    scores, (problem,) = parse_scores(text, "sources/attack.json")
    assert scores == {}
    assert problem.code == "wrong-shape"
    assert problem.origin.path == "sources/attack.json"
